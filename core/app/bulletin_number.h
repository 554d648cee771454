#pragma once
// Keys and numbers of bulletins: numbers run without gaps within a series and a year.

#include <string>

#include "core/app/bulletin.h"

namespace core::app {

/// The key the order names, or the first of `monthly-2026-10`, `monthly-2026-10-2`, … under which
/// nothing has been issued.
std::string bulletin_key(const State& state, const BulletinOrder& order);

/// The number the order names, or the next. The error says when the named one would leave a gap;
/// that it is used already is for the ledger to say.
Result<std::string> bulletin_number(const State& state, const BulletinOrder& order, Date on);

}  // namespace core::app
