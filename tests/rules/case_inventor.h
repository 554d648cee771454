#pragma once
// Invented cases with what happens to them, for tests of what holds for all.

#include <vector>

#include "core/model/fact.h"
#include "tests/rules/measure_inventor.h"

namespace test {

/// Facts on three cases of the units of county_facts(), which are not among them: valid, in the
/// order of their days, no two on one case on one day.
std::vector<core::Fact> case_history(Random& random);

/// The same of four cases that go their usual course, each step before its day or after it.
std::vector<core::Fact> case_courses(Random& random);

}  // namespace test
