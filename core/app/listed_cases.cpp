#include "core/app/listed_cases.h"

#include <algorithm>

#include "core/rules/measure_facts.h"

namespace core::app {
namespace {

constexpr Inspection kInspections[] = {Inspection::Dispatch, Inspection::Guidance,
                                       Inspection::Site};

// Of the five steps (5.2) the one a case has come to by such a fact.
StepKind reached_by(const MeasureStep& step, StepKind before) {
  switch (step.kind) {
    case StepKind::SupervisionNotified:
    case StepKind::SupervisionAcceptanceRequested:
    case StepKind::SupervisionAccepted:
    case StepKind::SupervisionDelisted:
      return step.kind;
    case StepKind::SupervisionReturned:
      return StepKind::SupervisionNotified;  // to be resolved once more
    default:
      return before;
  }
}

void add_inspection(const MeasureStep& step, ListedCase& listed) {
  for (std::size_t i = 0; i < std::size(kInspections); ++i)
    if (step.code == static_cast<std::uint8_t>(kInspections[i])) ++listed.inspections[i];
  listed.inspected_on = step.on;
}

void add_term(const View& view, const rules::MeasureFacts& facts, ListedCase& listed) {
  for (const rules::DutyRow& duty : view.findings.duties) {
    if (duty.rule != rules::RuleId::SupervisionResolve || duty.measure != listed.measure) continue;
    listed.due_on = duty.due_on;
    if (duty.remark != rules::Remark::ExtensionCut) return;
    listed.days_approved = facts.first(StepKind::SupervisionExtended)->number;
    listed.days_counted = view.rulebook.on(listed.opened_on).supervision_extension_days_max;
    return;
  }
}

ListedCase read(const View& view, const rules::MeasureFacts& facts, const MeasureStep& opened) {
  ListedCase listed;
  listed.measure = facts.index;
  listed.unit = opened.unit;
  listed.opened_on = opened.on;
  for (const MeasureStep& step : facts.steps) {
    listed.step = reached_by(step, listed.step);
    if (step.kind == StepKind::SupervisionInspected) add_inspection(step, listed);
    if (step.kind == StepKind::SupervisionDelisted) listed.delisted_on = step.on;
    listed.because.push_back(step.fact);
  }
  add_term(view, facts, listed);
  return listed;
}

Value day_or_null(Date day) { return day.known() ? Value(to_string(day)) : Value(); }

}  // namespace

std::vector<ListedCase> listed_cases(const View& view, Date from, Date to,
                                     const std::vector<std::string>& units) {
  std::vector<ListedCase> found;
  for (std::uint32_t i = 0; i < view.state.measures().size(); ++i) {
    rules::MeasureFacts facts;
    if (view.state.measures()[i].kind != Subject::Kind::Supervision ||
        !rules::read_measure(view.state, MeasureIndex{i}, view.today, facts))
      continue;
    const MeasureStep* opened = facts.first(StepKind::SupervisionOpened);
    const MeasureStep* delisted = facts.first(StepKind::SupervisionDelisted);
    if (!opened || opened->on > to || (delisted && delisted->on < from)) continue;
    const auto is_theirs = [&](const std::string& code) {
      return view.state.find_unit(code) == opened->unit;
    };
    if (units.empty() || std::any_of(units.begin(), units.end(), is_theirs))
      found.push_back(read(view, facts, *opened));
  }
  std::stable_sort(found.begin(), found.end(), [](const ListedCase& a, const ListedCase& b) {
    return a.opened_on < b.opened_on;
  });
  return found;
}

Value listed_case_json(const View& view, const ListedCase& listed) {
  const MeasureRow& row = view.state.measure(listed.measure);
  const MeasureStep* opened = row.first(StepKind::SupervisionOpened);
  Fields inspections;
  for (std::size_t i = 0; i < std::size(kInspections); ++i)
    inspections.set(word(kInspections[i]), listed.inspections[i]);
  List because;
  for (const FactRef fact : listed.because) because.emplace_back(view.state.fact_id(fact));
  Fields json{{"supervision", row.key},
              {"case", row.case_index.known() ? Value(view.state.case_text(row.case_index).number)
                                              : Value()},
              {"unit", listed.unit.known() ? Value(view.state.unit(listed.unit).code) : Value()},
              {"ground", word(static_cast<SupervisionGround>(opened->code))},
              {"opened_on", to_string(listed.opened_on)},
              {"step", word(listed.step)},
              {"due_on", day_or_null(listed.due_on)},
              {"delisted_on", day_or_null(listed.delisted_on)},
              {"inspections", std::move(inspections)},
              {"inspected_on", day_or_null(listed.inspected_on)},
              {"because", std::move(because)}};
  if (listed.days_approved > 0)
    json.set("extension",
             Fields{{"approved", listed.days_approved}, {"counted", listed.days_counted}});
  return json;
}

std::string_view step_label(StepKind step) {
  switch (step) {
    case StepKind::SupervisionOpened:
      return "建档立案";
    case StepKind::SupervisionNotified:
      return "化解处置";
    case StepKind::SupervisionAcceptanceRequested:
      return "组织验收";
    case StepKind::SupervisionAccepted:
      return "待摘牌";
    default:
      return "已摘牌";
  }
}

}  // namespace core::app
