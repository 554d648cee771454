#pragma once
// The scenario files of tests/scenarios.

#include <string>
#include <vector>

namespace test {

/// Their file names, sorted.
std::vector<std::string> scenario_names();

}  // namespace test
