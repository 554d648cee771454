#pragma once
// 包案: the responsibility list, and how much each leader carries.

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
  Level,
  Leader,
  UnitLeader,
  Plan,
  ResolveBy,
  LastReport,
  Progress,
  Late,
  State,
};
inline constexpr std::size_t kLeadColumns = 12;

enum class LeadScope : std::uint8_t { All, Unled, Late, NoPlan };

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
  std::size_t unled = 0, late = 0, no_plan = 0;

  bool keeps(std::size_t row, LeadScope scope, core::OfficialIndex leader) const;
};

/// Every open case that has a leader or asks for one.
LeadsModel leads_model(const core::State& state, const core::rules::Findings& findings,
                       core::Date today);

}  // namespace web
