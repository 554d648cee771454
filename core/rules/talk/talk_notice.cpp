#include "core/rules/talk/talk_notice.h"

#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"6.3"};

}  // namespace

const Rule kTalkNotice = {
    .id = RuleId::TalkNotice,
    .word = "talk_notice",
    .clauses = kClauses,
    .title = "告知约谈事项",
    .source = "《关于建立健全信访工作有关机制的通知》六",
    .about = SubjectKind::Measure,
    .measure = Subject::Kind::Talk,
    .check_measure = check_step<RuleId::TalkNotice, StepKind::TalkTargetsSet,
                                &Settings::talk_step_workdays, StepKind::TalkNotified>,
    .words = {"应告知约谈事项", "逾期未告知约谈事项", "已告知约谈事项", "告知约谈事项超期",
              "无须告知约谈事项"},
};

}  // namespace core::rules
