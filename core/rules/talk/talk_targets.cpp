#include "core/rules/talk/talk_targets.h"

#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"6.2", "6.3"};

}  // namespace

const Rule kTalkTargets = {
    .id = RuleId::TalkTargets,
    .word = "talk_targets",
    .clauses = kClauses,
    .title = "明确约谈对象",
    .source = "《关于建立健全信访工作有关机制的通知》六",
    .about = SubjectKind::Measure,
    .measure = Subject::Kind::Talk,
    .check_measure = check_step<RuleId::TalkTargets, StepKind::TalkGroupFormed,
                                &Settings::talk_step_workdays, StepKind::TalkTargetsSet>,
    .words = {"应明确约谈对象", "逾期未明确约谈对象", "已明确约谈对象", "明确约谈对象超期",
              "无须明确约谈对象"},
};

}  // namespace core::rules
