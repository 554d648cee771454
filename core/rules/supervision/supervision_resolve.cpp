#include "core/rules/supervision/supervision_resolve.h"

#include <algorithm>

#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"5.1", "5.2"};

bool ends_turn(const MeasureStep& step) {
  return step.kind == StepKind::SupervisionReturned ||
         step.kind == StepKind::SupervisionAcceptanceRequested;
}

// The request for acceptance that was not sent back; nothing while the last one was.
Moment resolved(const MeasureFacts& facts) {
  Moment request;
  for (const MeasureStep& step : facts.steps) {
    if (!ends_turn(step)) continue;
    if (step.kind == StepKind::SupervisionReturned)
      request = {};
    else if (!request.known())
      request = {step.on, step.fact};
  }
  return request;
}

// One extension, of at most the days allowed (domain 7.7), of all of them where none are named; it
// must come before the term is over.
void check(const MeasureFacts& facts, const Context& context, Findings& out) {
  const MeasureStep* opened = facts.first(StepKind::SupervisionOpened);
  if (!opened) return;
  const Settings& settings = context.rulebook.on(opened->on);
  const Term plain{facts.moment(opened), settings.supervision_days, opened->until};
  const Ending ending{resolved(facts), {}, facts.at(StepKind::SupervisionDelisted)};
  const Date judged_on =
      add_term_duty(out, facts, context, RuleId::SupervisionResolve, plain, ending, 1, opened->unit)
          .judged_on;
  const MeasureStep* extended = facts.first(StepKind::SupervisionExtended);
  if (!extended || extended->on > judged_on) return;
  const int most = settings.supervision_extension_days_max;
  const int more = extended->number > 0 ? std::min<int>(extended->number, most) : most;
  out.duties.pop_back();
  const Date stated = plain.stated.known() ? plain.stated + more : Date{};
  DutyRow& row = add_term_duty(out, facts, context, RuleId::SupervisionResolve,
                               {plain.from, plain.days + more, stated}, ending, 1, opened->unit);
  if (extended->number > more || most == 0) row.remark = Remark::ExtensionCut;
  note_more(out, row.because, extended->fact);
}

}  // namespace

const Rule kSupervisionResolve = {
    .id = RuleId::SupervisionResolve,
    .word = "supervision_resolve",
    .clauses = kClauses,
    .title = "限期化解",
    .source = "《关于建立健全信访工作有关机制的通知》五",
    .about = SubjectKind::Measure,
    .measure = Subject::Kind::Supervision,
    .check_measure = check,
    .words = {"挂牌案件应限期化解", "挂牌案件逾期未化解", "挂牌案件已按期化解", "挂牌案件化解超期",
              "挂牌案件无须化解"},
};

}  // namespace core::rules
