#pragma once
// 包案: the responsibility list, and how much each leader carries.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/model/state.h"
#include "core/rules/duty.h"
#include "web/models/list_table.h"

namespace web {

enum class LeadColumn : std::uint8_t {
  Number,
  Title,
  Unit,
  Late,
  ResolveBy,
  Leader,
  Since,
  LastReport,
  Progress,
  Plan,
  Level,
  UnitLeader,
  State,
};
inline constexpr std::size_t kLeadColumns = 13;

enum class LeadScope : std::uint8_t { All, Unled, Late, NoPlan };
inline constexpr std::size_t kLeadScopes = 4;

struct LeadsModel {
  struct Row {
    core::CaseIndex which;
    core::OfficialIndex leader;
    core::OfficialIndex unit_leader;
    core::LeadLevel level = core::LeadLevel::None;
    bool unled = false;
    bool no_plan = false;
    std::size_t late = 0;
  };
  struct Load {
    core::OfficialIndex leader;
    std::string name;
    std::string post;
    std::size_t cases = 0;
    std::size_t late = 0;     ///< Overdue duties of those cases.
    std::size_t engaged = 0;  ///< Times met, explained or helped within 90 days (2.8).
  };

  std::vector<Row> rows;  ///< By row of the table.
  ListTable table;
  std::vector<Load> loads;  ///< Leaders of the county's side, most cases first.
  std::array<std::size_t, kLeadScopes> counts{};  ///< By LeadScope, within what select() narrows.

  bool keeps(std::size_t row, LeadScope scope, core::OfficialIndex leader) const;
  /// Chooses and orders the rows of one leader or all.
  void select(const TableQuery& query, LeadScope scope, core::OfficialIndex leader);

 private:
  LeadScope scope_ = LeadScope::All;  // as chosen last
  core::OfficialIndex leader_;
};

/// Every open case that has a leader or asks for one.
LeadsModel leads_model(const core::State& state, const core::rules::Findings& findings,
                       core::Date today);

}  // namespace web
