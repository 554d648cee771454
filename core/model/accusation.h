#pragma once
// Accusations (检举控告): their content is not ours to keep or to show (条例30, 46).

#include <string>
#include <string_view>
#include <vector>

#include "core/model/fact_view.h"
#include "core/model/state.h"

namespace core {

/// The number of a document or an article and nothing more: `青信〔2026〕3号`, `条例46(5)`.
bool is_reference_number(std::string_view text);

/// Appends a problem (Chinese) for everything a fact tells in words about an accusation, or about a
/// measure that is about one: number, dates, organ and numbers of documents are all that is kept.
void check_accusation(const FactView& fact, const State& state, std::vector<std::string>& out);

/// Takes such words out of a fact that is about an accusation: it may have been recorded before
/// anybody said that it is one.
void remove_content(Fact& fact, const State& state);

}  // namespace core
