#include "web/models/overview_model.h"

#include <algorithm>

#include "core/model/fact_kind.h"
#include "web/models/case_duties.h"
#include "web/models/case_stage.h"
#include "web/models/names.h"
#include "web/models/words.h"

namespace web {
namespace {

using core::LeadLevel;
using core::rules::DutyRow;
using core::rules::DutyState;
using Load = OverviewModel::Load;

void add_duty(const DutyRow& duty, core::Date today, OverviewModel& model, std::vector<Load>& units,
              std::vector<Load>& officials, std::vector<bool>& late_cases) {
  const bool late = duty.state == DutyState::Overdue;
  if (late) ++model.late;
  if (!late && !is_right(duty) && next_due(duty, today) <= today) ++model.today;
  const auto add = [&](Load& load) {
    ++load.open;
    if (late) ++load.late;
  };
  if (const core::UnitIndex unit = debtor(duty); unit.known()) add(units[unit.value]);
  if (duty.official.known()) add(officials[duty.official.value]);
  if (late && duty.case_index.value < late_cases.size()) late_cases[duty.case_index.value] = true;
}

/// Those that owe something, most overdue first.
std::vector<Load> heaviest(std::vector<Load> loads) {
  loads.erase(
      std::remove_if(loads.begin(), loads.end(), [](const Load& load) { return load.open == 0; }),
      loads.end());
  std::stable_sort(loads.begin(), loads.end(), [](const Load& a, const Load& b) {
    return a.late != b.late ? a.late > b.late : a.open > b.open;
  });
  return loads;
}

void read_duties(const core::State& state, const core::rules::Findings& findings, core::Date today,
                 OverviewModel& model, std::vector<bool>& late_cases) {
  std::vector<Load> units(state.units().size());
  std::vector<Load> officials(state.officials().size());
  for (const DutyRow& duty : findings.duties)
    if (is_open(duty)) add_duty(duty, today, model, units, officials, late_cases);
  for (std::uint32_t at = 0; at < units.size(); ++at) {
    units[at].unit = {at};
    units[at].name = unit_name(state, {at});
    if (units[at].late > 0) ++model.late_units;
  }
  for (std::uint32_t at = 0; at < officials.size(); ++at) {
    officials[at].official = {at};
    officials[at].name = official_name(state, {at});
  }
  model.units = heaviest(std::move(units));
  model.officials = heaviest(std::move(officials));
  for (const core::rules::PromptRow& prompt : findings.prompts)
    if (prompt.state == core::rules::PromptState::Open) ++model.pending;
}

void read_cases(const core::State& state, core::Date today, const std::vector<bool>& late,
                const std::vector<bool>& unled, OverviewModel& model) {
  for (const LeadLevel level : {LeadLevel::CountyMain, LeadLevel::CountyPortfolio,
                                LeadLevel::CountyLeader, LeadLevel::None})
    model.levels.push_back({level,
                            level == LeadLevel::None
                                ? std::string("未明确")
                                : std::string(core::code_label(core::word(level))),
                            0, 0});
  for (std::uint32_t at = 0; at < state.cases().size(); ++at) {
    const CaseProgress progress = case_progress(state, {at}, today);
    if (late[at]) ++model.late_cases;
    if (!is_open(progress, unled[at])) continue;
    ++model.open;
    if (progress.lead.known()) ++model.led;
    if (unled[at]) ++model.unled;
    if (!progress.lead.known() && !unled[at]) continue;
    const LeadLevel level = progress.lead.known() ? progress.level : LeadLevel::None;
    for (OverviewModel::Level& entry : model.levels) {
      if (entry.level != level) continue;
      ++entry.cases;
      if (late[at]) ++entry.late;
    }
  }
}

core::Date month_end_before(core::Date day) {
  const core::YearMonthDay date = core::civil(day);
  return day - date.day;
}

}  // namespace

OverviewModel overview_model(const core::State& state, const core::rules::Findings& findings,
                             core::Date today) {
  OverviewModel model;
  std::vector<bool> late(state.cases().size());
  read_duties(state, findings, today, model, late);
  read_cases(state, today, late, cases_lacking_lead(state, findings), model);
  model.reports = report_rate(findings, today);
  return model;
}

void Trend::begin(core::Date today) {
  constexpr std::size_t kMonths = 12;
  days_.clear();
  points_.clear();
  if (!today.known()) return;
  days_.push_back(today);
  for (std::size_t month = 0; month < kMonths; ++month)
    days_.push_back(month_end_before(days_.back()));
}

void Trend::step(const core::State& state, const core::calendar::Calendar& calendar,
                 const core::rules::Rulebook& rulebook) {
  if (finished()) return;
  Point point{days_[points_.size()], 0, 0};
  core::rules::derive(state, calendar, rulebook, point.day, findings_);
  const std::vector<bool> unled = cases_lacking_lead(state, findings_);
  for (const DutyRow& duty : findings_.duties)
    if (duty.state == DutyState::Overdue) ++point.late;
  for (std::uint32_t at = 0; at < state.cases().size(); ++at)
    if (is_open(case_progress(state, {at}, point.day), unled[at])) ++point.open;
  points_.push_back(point);
  if (finished()) findings_ = {};  // as large as the ledger, and not needed until facts change
}

}  // namespace web
