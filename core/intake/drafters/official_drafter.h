#pragma once
// Rows of the list of leaders and officials.

#include <string>
#include <unordered_set>
#include <vector>

#include "core/intake/drafters/drafter.h"

namespace core::intake {

class OfficialDrafter : public Drafter {
 public:
  using Drafter::Drafter;
  void finish() override;

 protected:
  Status draft_row(const RowView& row) override;

 private:
  /// Everything the row says; an empty member says nothing.
  struct Draft {
    std::string name;
    std::string post;
    OfficialRank rank = OfficialRank::Unknown;
    UnitIndex unit;
    std::vector<std::string> oversees;  // codes
    Date appointed_on;
  };

  Draft read();
  std::string key_of(const Draft& draft);
  void complete(Draft& draft, const OfficialRow& known) const;
  bool same(const Draft& draft, const OfficialRow& known) const;
  Status appoint(const std::string& key, const Draft& draft, bool is_new);

  std::unordered_set<std::string> keys_;  // of this sheet
  bool undated_ = false;
};

}  // namespace core::intake
