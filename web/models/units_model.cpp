#include "web/models/units_model.h"

#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/model/fact_kind.h"
#include "core/model/rows_in_use.h"
#include "web/models/case_duties.h"
#include "web/models/case_stage.h"
#include "web/models/names.h"
#include "web/models/words.h"

namespace web {
namespace {

/// What lies with each unit and official.
struct Counts {
  std::vector<std::int64_t> open, late, people;   // by unit
  std::vector<std::int64_t> led, led_late, owed;  // by official
};

Counts count(const core::State& state, const core::rules::Findings& findings, core::Date today) {
  Counts counts;
  const std::size_t units = state.units().size();
  const std::size_t officials = state.officials().size();
  for (auto* list : {&counts.open, &counts.late, &counts.people}) list->resize(units);
  for (auto* list : {&counts.led, &counts.led_late, &counts.owed}) list->resize(officials);
  std::vector<bool> late(state.cases().size());
  for (const core::rules::DutyRow& duty : findings.duties)
    if (duty.state == core::rules::DutyState::Overdue && duty.case_index.value < late.size())
      late[duty.case_index.value] = true;
  const std::vector<bool> unled = cases_lacking_lead(state, findings);
  for (std::uint32_t at = 0; at < state.cases().size(); ++at) {
    const CaseProgress progress = case_progress(state, {at}, today);
    if (progress.lead.known() && late[at]) ++counts.led_late[progress.lead.value];
    if (!is_open(progress, unled[at])) continue;
    if (progress.unit.known()) ++counts.open[progress.unit.value];
    if (progress.lead.known()) ++counts.led[progress.lead.value];
  }
  for (const core::rules::DutyRow& duty : findings.duties) {
    if (duty.state != core::rules::DutyState::Overdue) continue;
    if (const core::UnitIndex unit = debtor(duty); unit.known()) ++counts.late[unit.value];
    if (duty.official.known()) ++counts.owed[duty.official.value];
  }
  for (const core::OfficialRow& row : state.officials())
    if (row.unit.known() && !row.left_on.known()) ++counts.people[row.unit.value];
  return counts;
}

template <typename Code>
ListCell code_cell(Code code) {
  if (static_cast<int>(code) == 0) return {};
  return word_cell(static_cast<std::int64_t>(code),
                   std::string(core::code_label(core::word(code))));
}

ListCell state_cell(bool registered, bool gone, const char* gone_word) {
  ListCell cell = gone         ? word_cell(2, gone_word)
                  : registered ? word_cell(kInOffice, "在册")
                               : word_cell(0, "未登记");
  cell.tone = gone ? Tone::Secondary : registered ? Tone::Good : Tone::Due;
  cell.shape = ListCell::Shape::Chip;
  return cell;
}

std::vector<ListCell> unit_cells(const core::UnitRow& row, std::size_t at, const Counts& counts) {
  ListCell name = text_cell(row.name.empty() ? row.code : row.name);
  return {std::move(name),
          code_cell(row.type),
          code_cell(row.group),
          number_cell(counts.open[at]),
          number_cell(counts.late[at], Tone::Late),
          number_cell(counts.people[at]),
          text_cell(row.code, Tone::Secondary),
          state_cell(row.registered_on.known(), row.retired_on.known(), "已撤并")};
}

std::vector<ListCell> official_cells(const core::State& state, const core::OfficialRow& row,
                                     std::size_t at, const Counts& counts, core::Date today) {
  const std::int64_t unit = row.unit.known() ? row.unit.value : kBlank;
  ListCell since = text_cell(short_day(row.appointed_on, today));
  if (row.appointed_on.known()) since.value = row.appointed_on.days;
  return {text_cell(row.name.empty() ? row.key : row.name),
          text_cell(row.post),
          code_cell(row.rank),
          word_cell(unit, unit_name(state, row.unit)),
          number_cell(counts.led[at]),
          number_cell(counts.led_late[at], Tone::Late),
          number_cell(counts.owed[at], Tone::Late),
          std::move(since),
          state_cell(row.appointed_on.known(), row.left_on.known(), "已离任")};
}

}  // namespace

Listed listed_units(const core::State& state) {
  std::unordered_map<std::string_view, int> bearers;  // of a name
  for (const core::OfficialRow& row : state.officials())
    if (row.appointed_on.known()) ++bearers[row.name];
  core::RowsInUse used = core::rows_in_use(state);
  Listed listed{std::move(used.units), std::move(used.officials)};
  for (std::size_t at = 0; at < listed.officials.size(); ++at) {
    const core::OfficialRow& row = state.officials()[at];
    const auto same = bearers.find(row.key);
    if (!row.appointed_on.known() && same != bearers.end() && same->second == 1)
      listed.officials[at] = false;
  }
  return listed;
}

UnitsModel units_model(const core::State& state, const core::rules::Findings& findings,
                       core::Date today) {
  using enum ColumnKind;
  UnitsModel model;
  model.today = today;
  model.units = ListTable({Text, Word, Word, Number, Number, Number, Text, Step});
  model.officials = ListTable({Text, Text, Step, Word, Number, Number, Number, Day, Step});
  const Counts counts = count(state, findings, today);
  const Listed listed = listed_units(state);
  for (std::size_t at = 0; at < state.units().size(); ++at) {
    if (listed.units[at]) model.units.add(at, unit_cells(state.units()[at], at, counts));
    model.unit_keys.push_back(state.units()[at].code);
  }
  for (std::size_t at = 0; at < state.officials().size(); ++at) {
    const bool lies_here = counts.led[at] > 0 || counts.owed[at] > 0;
    if (listed.officials[at] || lies_here)
      model.officials.add(at, official_cells(state, state.officials()[at], at, counts, today));
    model.official_keys.push_back(state.officials()[at].key);
  }
  return model;
}

}  // namespace web
