#pragma once
// How every unit stands in an issued bulletin (3.5; domain 7.4, 7.5).

#include <vector>

#include "core/model/state.h"
#include "core/rules/rulebook.h"

namespace core::rules {

enum class Footing : std::uint8_t { Absent, Unranked, Ranked, Bottom };

/// One bulletin, read once for all its units.
class Board {
 public:
  /// `settings` are those of the day it was issued.
  Board(const State& state, const MeasureRow& bulletin, const Settings& settings);

  Footing footing(UnitIndex unit) const { return at(unit).footing; }

  /// Named with criticism; praise or mere mention is none.
  bool is_criticised(UnitIndex unit) const { return at(unit).criticised; }

  /// At the bottom or criticised.
  bool stands_out(UnitIndex unit) const {
    return is_criticised(unit) || footing(unit) == Footing::Bottom;
  }

 private:
  struct Seat {
    Footing footing = Footing::Absent;
    bool criticised = false;
  };
  Seat at(UnitIndex unit) const { return unit.known() ? seats_[unit.value] : Seat{}; }

  std::vector<Seat> seats_;  // by unit
};

}  // namespace core::rules
