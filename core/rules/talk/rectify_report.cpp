#include "core/rules/talk/rectify_report.h"

#include "core/model/in_office.h"
#include "core/rules/measure_duty.h"
#include "core/rules/talk/signatures.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"6.5"};

bool is_from(const MeasureStep& step, const TalkParty& party, const State& state) {
  if (step.unit != party.unit) return false;
  return !party.official.known() || !step.official.known() ||
         is_same(state, step.official, party.official);
}

// The next step of a kind from the party; null when there is none. Null `after` = from the start.
const MeasureStep* next(const MeasureFacts& facts, StepKind kind, const TalkParty& party,
                        const MeasureStep* after, const State& state) {
  for (const MeasureStep& step : facts.steps)
    if (step.kind == kind && (!after || &step > after) && is_from(step, party, state)) return &step;
  return nullptr;
}

bool is_returned(const MeasureStep* judged) {
  return judged && judged->code == static_cast<std::uint8_t>(Judged::NotFixed);
}

void check_party(const MeasureFacts& facts, const TalkParty& party, const Context& context,
                 Findings& out) {
  Moment from = party.signed_on;
  int workdays = context.rulebook.on(from.on).talk_report_workdays;
  const MeasureStep* after = nullptr;
  for (std::int32_t number = 1; from.known(); ++number) {
    const MeasureStep* report = next(facts, StepKind::TalkRectified, party, after, context.state);
    DutyRow& row = add_step_duty(out, facts, context, RuleId::RectifyReport, from, workdays,
                                 {facts.moment(report), {}, {}}, number, party.unit);
    row.official = party.official;
    after = report ? next(facts, StepKind::TalkRectificationJudged, party, report, context.state)
                   : nullptr;
    if (!is_returned(after)) return;
    // Sent back: a new and shorter term (domain 7.2).
    from = facts.moment(after);
    workdays = context.rulebook.on(from.on).talk_return_workdays;
  }
}

void check(const MeasureFacts& facts, const Context& context, Findings& out) {
  const Moment held = facts.at(StepKind::TalkHeld);
  if (!held.known()) return;
  const bool per_official = context.rulebook.on(held.on).talk_report_per_official;
  for (const TalkParty& party : parties_of(facts, context.state, per_official))
    if (party.signed_on.known()) check_party(facts, party, context, out);
}

}  // namespace

const Rule kRectifyReport = {
    .id = RuleId::RectifyReport,
    .word = "rectify_report",
    .clauses = kClauses,
    .title = "报告整改落实情况",
    .source = "《关于建立健全信访工作有关机制的通知》六",
    .about = SubjectKind::MeasureOfficial,
    .measure = Subject::Kind::Talk,
    .check_measure = check,
    .words = {"应书面报告整改落实情况", "整改落实情况逾期未报告", "整改落实情况已按期报告",
              "整改落实情况报告超期", "无须报告整改落实情况"},
};

}  // namespace core::rules
