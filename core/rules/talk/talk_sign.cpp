#include "core/rules/talk/talk_sign.h"

#include "core/rules/measure_duty.h"
#include "core/rules/talk/signatures.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"6.3"};

void check(const MeasureFacts& facts, const Context& context, Findings& out) {
  const Moment held = facts.at(StepKind::TalkHeld);
  if (!held.known()) return;
  const int workdays = context.rulebook.on(held.on).talk_step_workdays;
  add_step_duty(out, facts, context, RuleId::TalkSign, held, workdays,
                {signed_by_all(facts, context.state), {}, {}});
}

}  // namespace

const Rule kTalkSign = {
    .id = RuleId::TalkSign,
    .word = "talk_sign",
    .clauses = kClauses,
    .title = "双方签字",
    .source = "《关于建立健全信访工作有关机制的通知》六",
    .about = SubjectKind::Measure,
    .measure = Subject::Kind::Talk,
    .check_measure = check,
    .words = {"约谈双方应签字", "约谈记录逾期未签字", "约谈双方已签字", "约谈签字超期",
              "约谈记录无须签字"},
};

}  // namespace core::rules
