#include "web/models/leads_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/model/fact_kind.h"
#include "web/models/case_duties.h"
#include "web/models/case_stage.h"
#include "web/models/names.h"
#include "web/models/words.h"

namespace web {
namespace {

using core::EventKind;
using core::rules::DutyRow;
using core::rules::DutyState;

constexpr int kEngagedDays = 90;

/// What the events of one case say about its lead by a day.
struct LeadFacts {
  core::OfficialIndex leader, unit_leader;
  core::LeadLevel level = core::LeadLevel::None;
  bool has_plan = false;
  core::Date since, resolve_by, last_report;
  int progress = -1;
  std::vector<core::OfficialIndex> engaged;
};

void take_lead(const core::Event& event, LeadFacts& facts) {
  if (facts.leader != event.official) facts.since = event.on;
  facts.leader = event.official;
  if (event.unit_official.known()) facts.unit_leader = event.unit_official;
  facts.level = static_cast<core::LeadLevel>(event.code);
  if ((event.number & core::kLeadHasPlan) != 0) facts.has_plan = true;
  if (event.until.known()) facts.resolve_by = event.until;
}

LeadFacts lead_facts(const core::State& state, core::CaseIndex which, core::Date today) {
  LeadFacts facts;
  for (std::uint32_t at = state.case_row(which).first_event; at != core::kNoIndex;) {
    const core::Event& event = state.event(at);
    at = event.next;
    if (event.on > today) break;
    if (event.kind == EventKind::LeadAssigned || event.kind == EventKind::LeadHandedOver)
      take_lead(event, facts);
    if (event.kind == EventKind::ReportFiled) {
      facts.last_report = event.on;
      facts.progress = event.number;
    }
    if (event.kind == EventKind::LeadEngaged && today - event.on <= kEngagedDays)
      facts.engaged.push_back(event.official.known() ? event.official : facts.leader);
  }
  return facts;
}

/// How many duties are overdue, by case.
std::vector<std::uint16_t> late_by_case(const core::State& state,
                                        const core::rules::Findings& findings) {
  std::vector<std::uint16_t> late(state.cases().size());
  for (const DutyRow& duty : findings.duties)
    if (duty.case_index.value < late.size() && duty.state == DutyState::Overdue)
      ++late[duty.case_index.value];
  return late;
}

template <typename Index>
std::int64_t code(Index index) {
  return index.known() ? static_cast<std::int64_t>(index.value) : kBlank;
}

ListCell day_cell(core::Date day, core::Date today, bool ends) {
  ListCell cell = text_cell(day.known() ? short_day(day, today) : std::string("—"));
  if (day.known()) cell.value = day.days;
  if (!day.known()) cell.tone = Tone::Secondary;
  if (ends && day.known() && day < today) cell.tone = Tone::Late;
  return cell;
}

ListCell leader_cell(const core::State& state, core::OfficialIndex official, bool lacking) {
  ListCell cell = word_cell(code(official), official_name(state, official));
  if (official.known()) return cell;
  cell.text = lacking ? "未明确" : "—";
  cell.tone = lacking ? Tone::Late : Tone::Secondary;
  return cell;
}

ListCell level_cell(core::LeadLevel level) {
  if (level == core::LeadLevel::None) return text_cell("—", Tone::Secondary);
  return word_cell(static_cast<std::int64_t>(level),
                   std::string(core::code_label(core::word(level))));
}

ListCell chip_cell(std::int64_t value, std::string text, Tone tone) {
  ListCell cell = word_cell(value, std::move(text));
  cell.tone = tone;
  cell.shape = ListCell::Shape::Chip;
  return cell;
}

/// Without a leader there is nobody yet to make one.
ListCell plan_cell(const LeadsModel::Row& row, const LeadFacts& facts) {
  if (facts.has_plan) return chip_cell(1, "已制定", Tone::Good);
  return row.no_plan ? chip_cell(0, "未制定", Tone::Due) : text_cell("—", Tone::Secondary);
}

std::vector<ListCell> cells_of(const core::State& state, core::Date today,
                               const LeadsModel::Row& row, const CaseProgress& progress,
                               const LeadFacts& facts) {
  const std::string& number = state.case_text(row.which).number;
  ListCell key = text_cell(short_number(number));
  key.full = number;
  key.shape = ListCell::Shape::Link;
  ListCell percent = number_cell(facts.progress < 0 ? kBlank : facts.progress);
  if (facts.progress >= 0) percent.text += "%";
  return {std::move(key),
          text_cell(case_title(state, row.which)),
          word_cell(code(progress.unit), unit_name(state, progress.unit)),
          number_cell(static_cast<std::int64_t>(row.late), Tone::Late),
          day_cell(facts.resolve_by, today, /*ends=*/true),
          leader_cell(state, facts.leader, row.unled),
          day_cell(facts.since, today, /*ends=*/false),
          day_cell(facts.last_report, today, /*ends=*/false),
          std::move(percent),
          plan_cell(row, facts),
          level_cell(facts.level),
          leader_cell(state, facts.unit_leader, false),
          chip_cell(static_cast<std::int64_t>(progress.stage),
                    std::string(stage_word(progress.stage)), stage_tone(progress.stage))};
}

LeadsModel::Load& load_of(const core::State& state, std::vector<LeadsModel::Load>& loads,
                          core::OfficialIndex leader) {
  for (LeadsModel::Load& load : loads)
    if (load.leader == leader) return load;
  return loads.emplace_back(
      LeadsModel::Load{leader, official_name(state, leader), state.official(leader).post, 0, 0, 0});
}

void add_row(const core::State& state, core::Date today, const CaseProgress& progress,
             LeadsModel::Row row, LeadsModel& model) {
  const LeadFacts facts = lead_facts(state, row.which, today);
  row.leader = facts.leader;
  row.unit_leader = facts.unit_leader;
  row.level = facts.level;
  row.no_plan = facts.leader.known() && !facts.has_plan;
  if (row.leader.known()) {
    LeadsModel::Load& load = load_of(state, model.loads, row.leader);
    ++load.cases;
    load.late += row.late;
  }
  for (const core::OfficialIndex leader : facts.engaged)
    if (leader.known()) ++load_of(state, model.loads, leader).engaged;
  model.table.add(row.which.value, cells_of(state, today, row, progress, facts));
  model.rows.push_back(row);
}

}  // namespace

bool LeadsModel::keeps(std::size_t at, LeadScope scope, core::OfficialIndex leader) const {
  const Row& row = rows[at];
  if (leader.known() && row.leader != leader) return false;
  switch (scope) {
    case LeadScope::All:
      return true;
    case LeadScope::Unled:
      return row.unled;
    case LeadScope::Late:
      return row.late > 0;
    case LeadScope::NoPlan:
      return row.no_plan;
  }
  return true;
}

void LeadsModel::select(const TableQuery& query, LeadScope scope, core::OfficialIndex leader) {
  if (scope_ != scope || leader_ != leader) table.forget();
  scope_ = scope;
  leader_ = leader;
  if (!table.select(query, [&](std::size_t at) { return keeps(at, LeadScope::All, leader); }))
    return;
  counts.fill(0);
  for (std::size_t shown = 0; shown < table.count(); ++shown)
    for (std::size_t one = 0; one < kLeadScopes; ++one)
      if (keeps(table.source(shown), static_cast<LeadScope>(one), {})) ++counts[one];
  table.narrow([&](std::size_t at) { return keeps(at, scope, leader); });
}

LeadsModel leads_model(const core::State& state, const core::rules::Findings& findings,
                       core::Date today) {
  using enum ColumnKind;
  LeadsModel model;
  model.table =
      ListTable({Text, Text, Word, Number, Day, Word, Day, Day, Number, Step, Step, Word, Step});
  const std::vector<std::uint16_t> late = late_by_case(state, findings);
  const std::vector<bool> unled = cases_lacking_lead(state, findings);
  for (std::uint32_t at = 0; at < state.cases().size(); ++at) {
    const CaseProgress progress = case_progress(state, {at}, today);
    if (!is_open(progress, unled[at]) || !(progress.lead.known() || unled[at])) continue;
    LeadsModel::Row row;
    row.which = {at};
    row.unled = unled[at];
    row.late = late[at];
    add_row(state, today, progress, row, model);
  }
  std::stable_sort(model.loads.begin(), model.loads.end(), [](const auto& a, const auto& b) {
    return a.cases != b.cases ? a.cases > b.cases : a.late > b.late;
  });
  return model;
}

}  // namespace web
