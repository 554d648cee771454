#pragma once
// A small county in memory for tests of rules: two units, five officials, facts added in one line.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar/calendar.h"
#include "core/model/memory_history.h"
#include "core/rules/derive.h"
#include "tests/support/facts.h"

namespace test {

/// Built once: the same calendar for every test.
const core::calendar::Calendar& official_calendar();

/// Units T01, T02; officials main and leader (county), head, deputy and liaison (T01).
std::vector<core::Fact> county_facts();

class County {
 public:
  County();

  /// Adds a fact that must be valid; the test fails when it is not. Gives its position.
  core::FactRef add(std::string_view kind, std::string_view on, core::Fields fields);
  /// The same about case A.
  core::FactRef about(std::string_view kind, std::string_view on, core::Fields fields = {});
  /// Registers case A for T01, received and registered that day, an appeal.
  core::FactRef register_case(std::string_view on);

  const core::State& state() const { return history_->state(); }
  core::CaseIndex index() const { return state().find_case("A"); }
  core::rules::Findings derive(std::string_view on,
                               const core::rules::Settings& settings = {}) const;

 private:
  std::unique_ptr<core::MemoryHistory> history_ = std::make_unique<core::MemoryHistory>("f");
};

/// Case A listed on 2026-03-10 under 督1 and notified the day after; its 60 days end on 2026-05-09.
County listed_county();

/// Every duty and prompt as JSON, sorted, followed by its evidence as the facts themselves instead
/// of ids: equal for histories that say the same in another order.
std::vector<std::string> comparable(const core::MemoryHistory& history, core::Date on);

/// The ids of all of them, sorted.
std::vector<std::string> sorted_ids(const core::MemoryHistory& history, core::Date on);

}  // namespace test
