#pragma once
// Random histories of a county: any facts in any order, as an importer or a hasty clerk might bring
// them.

#include <random>
#include <string>
#include <vector>

#include "core/model/fact.h"

namespace test {

/// Makes facts for a ledger whose ids start with `prefix` (dash included). The same seed gives the
/// same history.
class HistoryMaker {
 public:
  HistoryMaker(unsigned seed, std::string prefix, std::uint32_t recorded)
      : random_(seed), prefix_(std::move(prefix)), recorded_(recorded) {}

  /// The next fact; it may amend any earlier one.
  core::Fact next();

  std::uint32_t pick(std::uint32_t below) { return static_cast<std::uint32_t>(random_()) % below; }

  /// Facts made since a rollback were not recorded after all.
  void recorded(std::uint32_t count) { recorded_ = count; }

 private:
  core::Fact on_unit();
  core::Fact on_official();
  core::Fact on_case();
  core::Fact amendment();
  std::string unit() { return "T" + std::to_string(pick(6)); }
  std::string official() { return "L" + std::to_string(pick(5)); }
  std::string any_day();

  std::mt19937 random_;
  std::string prefix_;
  std::uint32_t recorded_;
};

}  // namespace test
