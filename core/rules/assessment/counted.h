#pragma once
// What a formula of the point sheet finds in a year: duties and steps of measures, by unit.

#include <vector>

#include "core/rules/assessment/assess.h"
#include "core/rules/assessment/formula.h"

namespace core::rules::assessment {

/// Everything of one year that may give or cost points, sorted out by unit once.
class Source {
 public:
  Source(const State& state, const Findings& findings, Date today, const Period& year);

  /// Of a formula that counts things: one part for each, by day.
  std::vector<Part> counted(UnitIndex unit, const Formula& formula) const;

  /// Duties of the unit in this state.
  std::vector<Part> duties(UnitIndex unit, RuleId rule, DutyState state) const;

  /// Those overdue and those done late.
  std::vector<Part> late_duties(UnitIndex unit, RuleId rule) const;

 private:
  struct Event {
    UnitIndex unit;
    Counted counted;
    Part part;
  };

  bool within(Date day) const { return first_ <= day && day <= last_; }
  void add(UnitIndex unit, Counted counted, Date day, FactRef fact, MeasureIndex measure = {},
           CaseIndex case_index = {});
  void read_measure_row(MeasureIndex index);
  void read_bulletin(MeasureIndex index, const MeasureRow& row);
  void read_step(MeasureIndex index, const MeasureRow& row, const MeasureStep& step);
  void read_experience();
  void append_duties(UnitIndex unit, RuleId rule, DutyState state, std::vector<Part>& out) const;

  const State& state_;
  const Findings& findings_;
  Date today_;
  Date first_;
  Date last_;                                        // of the year, or today when that is earlier
  std::vector<std::vector<const DutyRow*>> duties_;  // by unit
  std::vector<Event> events_;                        // by unit, then by day
};

}  // namespace core::rules::assessment
