#include "core/rules/talk/talk_hold.h"

#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"6.3"};

}  // namespace

const Rule kTalkHold = {
    .id = RuleId::TalkHold,
    .word = "talk_hold",
    .clauses = kClauses,
    .title = "组织开展约谈",
    .source = "《关于建立健全信访工作有关机制的通知》六",
    .about = SubjectKind::Measure,
    .measure = Subject::Kind::Talk,
    .check_measure = check_step<RuleId::TalkHold, StepKind::TalkNotified,
                                &Settings::talk_step_workdays, StepKind::TalkHeld>,
    .words = {"应组织开展约谈", "逾期未开展约谈", "已开展约谈", "开展约谈超期", "无须开展约谈"},
};

}  // namespace core::rules
