#include "core/model/rows_in_use.h"

#include <algorithm>

namespace core {
namespace {

void note(UnitIndex unit, RowsInUse& rows) {
  if (unit.known()) rows.units[unit.value] = true;
}

void note(OfficialIndex official, RowsInUse& rows) {
  if (official.known()) rows.officials[official.value] = true;
}

void note_officials(const State& state, RowsInUse& rows) {
  for (const OfficialRow& official : state.officials()) {
    note(official.unit, rows);
    for (const UnitIndex unit : official.oversees) note(unit, rows);
    for (const Posting& posting : official.postings) note(posting.unit, rows);
  }
}

void note_cases(const State& state, RowsInUse& rows) {
  for (const CaseRow& row : state.cases()) {
    note(row.unit, rows);
    for (std::uint32_t at = row.first_event; at != kNoIndex; at = state.event(at).next) {
      const Event& event = state.event(at);
      note(event.unit, rows);
      note(event.official, rows);
      note(event.unit_official, rows);
    }
  }
}

void note_measures(const State& state, RowsInUse& rows) {
  for (const MeasureRow& measure : state.measures()) {
    for (const MeasureStep& step : measure.steps) {
      note(step.unit, rows);
      note(step.official, rows);
      for (const UnitIndex unit : step.units) note(unit, rows);
      for (const OfficialIndex official : step.officials) note(official, rows);
    }
    for (const Standing& standing : measure.standings) note(standing.unit, rows);
  }
}

}  // namespace

bool is_in_use(const State& state, CaseIndex which) {
  const CaseRow& row = state.case_row(which);
  if (row.registered() || row.first_event != kNoIndex) return true;
  const auto about = [&](const MeasureRow& measure) {
    return measure.case_index == which && !measure.steps.empty();
  };
  if (std::any_of(state.measures().begin(), state.measures().end(), about)) return true;
  const std::string& number = state.case_text(which).number;
  return std::any_of(
      state.other_facts().begin(), state.other_facts().end(), [&](const OtherFact& other) {
        return other.subject.kind == Subject::Kind::Case && other.subject.key == number;
      });
}

RowsInUse rows_in_use(const State& state) {
  RowsInUse rows;
  for (const UnitRow& unit : state.units())
    rows.units.push_back(unit.registered_on.known() || unit.retired_on.known() ||
                         !unit.name.empty());
  for (const OfficialRow& official : state.officials())
    rows.officials.push_back(official.appointed_on.known() || official.left_on.known());
  const auto all = [](const std::vector<bool>& used) {
    return std::find(used.begin(), used.end(), false) == used.end();
  };
  if (all(rows.units) && all(rows.officials)) return rows;
  note_officials(state, rows);
  note_cases(state, rows);
  note_measures(state, rows);
  for (const StatisticRow& cell : state.statistics()) note(cell.unit, rows);
  return rows;
}

}  // namespace core
