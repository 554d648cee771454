#include "core/rules/talk/talk_group.h"

#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"6.3"};

}  // namespace

const Rule kTalkGroup = {
    .id = RuleId::TalkGroup,
    .word = "talk_group",
    .clauses = kClauses,
    .title = "成立约谈小组",
    .source = "《关于建立健全信访工作有关机制的通知》六",
    .about = SubjectKind::Measure,
    .measure = Subject::Kind::Talk,
    .check_measure = check_step<RuleId::TalkGroup, StepKind::TalkOpened,
                                &Settings::talk_step_workdays, StepKind::TalkGroupFormed>,
    .words = {"应成立约谈小组", "逾期未成立约谈小组", "已成立约谈小组", "成立约谈小组超期",
              "无须成立约谈小组"},
};

}  // namespace core::rules
