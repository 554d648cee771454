#pragma once
// Rows of the list of units.

#include "core/intake/drafters/drafter.h"

namespace core::intake {

class UnitDrafter : public Drafter {
 public:
  using Drafter::Drafter;
  void finish() override;

 protected:
  Status draft_row(const RowView& row) override;

 private:
  Status register_unit(const std::string& code, const std::string& name, UnitType type);
  Status compare_unit(UnitIndex index, const std::string& name, UnitType type);
  std::vector<std::string> aliases();

  bool registered_ = false;
};

}  // namespace core::intake
