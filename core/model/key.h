#pragma once
// Keys as people type them: numbers of cases, codes of units, numbers the office gives.

#include <string>
#include <string_view>

#include "core/model/fact.h"
#include "core/model/state.h"

namespace core {

/// The number of a case as it is kept, however it was typed: without blanks around it, full-width
/// letters and digits made half-width. What the import and the forms compare cases by.
std::string plain_case_number(std::string_view typed);

/// The key as it is kept: a number of a case as above, another without blanks around it; what the
/// state knows as it was typed stays so, for old ledgers hold such keys.
std::string kept_key(Subject::Kind kind, std::string_view typed, const State& state);

/// Why the text will not do as the key of something new (Chinese); empty when it will.
std::string key_problem(std::string_view key);

/// Why the text will not do as the number of a case: it looks like somebody's ID number or mobile
/// (Chinese). Import, command line and forms refuse by it; empty when it will do.
std::string personal_number_problem(std::string_view number, Date today);

/// Puts the fact's key, and the case it names, as they are kept.
void fold_keys(Fact& fact, const State& state);

/// Whether facts on the thing are in the ledger, or its key is not the office's to choose.
bool is_known_key(Subject::Kind kind, std::string_view key, const State& state);

}  // namespace core
