#include "core/rules/talk/talk_report.h"

#include "core/rules/measure_duty.h"
#include "core/rules/talk/signatures.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"6.4"};

void check(const MeasureFacts& facts, const Context& context, Findings& out) {
  const Moment from = signed_by_all(facts, context.state);
  if (!from.known()) return;
  const int workdays = context.rulebook.on(from.on).talk_step_workdays;
  add_step_duty(out, facts, context, RuleId::TalkReport, from, workdays,
                {facts.at(StepKind::TalkReported), {}, {}});
}

}  // namespace

const Rule kTalkReport = {
    .id = RuleId::TalkReport,
    .word = "talk_report",
    .clauses = kClauses,
    .title = "报告约谈情况",
    .source = "《关于建立健全信访工作有关机制的通知》六",
    .about = SubjectKind::Measure,
    .measure = Subject::Kind::Talk,
    .check_measure = check,
    .words = {"应向县委县政府主要领导报告约谈情况", "约谈情况逾期未报告", "约谈情况已报告",
              "约谈情况报告超期", "约谈情况无须报告"},
};

}  // namespace core::rules
