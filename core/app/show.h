#pragma once
// One case, unit, official or measure with its history and what is owed (command line `show`).

#include <string_view>
#include <vector>

#include "core/app/desk.h"
#include "core/base/result.h"
#include "core/base/value.h"

namespace core::app {

/// The case's words and dates, every fact on it in recording order (amendments included), its
/// duties and prompts. An error when nothing was ever said about it.
Result<Value> show_case(Desk& desk, std::string_view number);

/// The unit, its officials in office, how many of its cases are on the ledger, its duties and
/// prompts, its facts.
Result<Value> show_unit(Desk& desk, std::string_view code);

/// The official, the cases led now, the duties that answer to the name, the facts.
Result<Value> show_official(Desk& desk, std::string_view key);

/// The kinds of measures show_measure knows: `bulletin reminder supervision talk inquiry proposal
/// alert campaign rectification assessment`.
std::vector<std::string_view> shown_measures();

/// A measure by its kind and number: every fact on it and its duties;
/// of a bulletin, a talk or a reminder about a streak also `complete`: whether all three filings
/// are sent (null for a bulletin that called for none), and `complete_text`, which names those
/// missing.
Result<Value> show_measure(Desk& desk, std::string_view kind, std::string_view key);

}  // namespace core::app
