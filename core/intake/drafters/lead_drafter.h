#pragma once
// Rows of the responsibility list: grounds of a case, and who owns it.

#include <optional>
#include <string>
#include <vector>

#include "core/intake/drafters/drafter.h"

namespace core::intake {

class LeadDrafter : public Drafter {
 public:
  using Drafter::Drafter;
  void finish() override;

 protected:
  Status draft_row(const RowView& row) override;

 private:
  /// Everything the row says about ownership; an empty member says nothing.
  struct Draft {
    std::string number;
    CaseIndex index;
    Date on;             ///< The list's day, or today.
    bool dated = false;  ///< The list says the day.
    std::vector<Ground> grounds;
    std::string document;
    std::string plan;
    std::string resolve_by;
    LeadLevel level = LeadLevel::None;
    OfficialIndex county_leader;
    OfficialIndex unit_leader;
    List task_force;
  };

  Draft read(const std::string& number);
  List task_force();
  void read_leaders(Draft& draft);
  OfficialIndex find_leader(Column column, UnitIndex unit, bool county);
  Status draft_ground(const Draft& draft, Ground ground);
  Status draft_lead(const Draft& draft);
  Fields lead_fields(const Draft& draft) const;

  bool undated_ = false;
  std::int64_t leaderless_ = 0;
};

}  // namespace core::intake
