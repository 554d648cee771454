#pragma once
// One year of a small county in which a fact of every kind of the catalogue happens.

#include <string_view>
#include <vector>

#include "core/model/fact.h"

namespace test {

/// Facts that are valid in this order on 2026-12-31 in a ledger that was just created. Amendments
/// amend the ledger's first fact, whose id is given.
std::vector<core::Fact> every_kind(std::string_view first_id);

}  // namespace test
