#pragma once
// Whether a fact may be recorded: fields, types, codes, names, dates (contract, section 1).

#include <string>
#include <vector>

#include "core/model/fact_view.h"
#include "core/model/state.h"

namespace core {

/// Everything that is wrong with the fact, in Chinese, one clause each; empty = it may be recorded.
/// Checks: required fields, types, codes, ranges; units, officials, cases and facts that must
/// exist; `on` after `today`, before the case was received, or before its cause (an answer before
/// acceptance, a review decision before the request, a closure of a closed case …). Unknown kinds
/// and unknown fields are in order.
std::vector<std::string> problems_of(const FactView& fact, const State& state, Date today);
std::vector<std::string> problems_of(const Fact& fact, const State& state, Date today);

/// Several reasons as one sentence.
std::string joined(const std::vector<std::string>& reasons);

}  // namespace core
