#include "core/rules/reminder/judge_reminder.h"

#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"4.8"};

}  // namespace

const Rule kJudgeReminder = {
    .id = RuleId::JudgeReminder,
    .word = "judge_reminder",
    .clauses = kClauses,
    .title = "核查提醒反馈",
    .source = "《关于建立健全信访工作有关机制的通知》四",
    .about = SubjectKind::Measure,
    .measure = Subject::Kind::Reminder,
    .check_measure = check_step<RuleId::JudgeReminder, StepKind::ReminderAnswered,
                                &Settings::judge_workdays, StepKind::ReminderJudged>,
    .words = {"应核查提醒反馈", "提醒反馈逾期未核查", "提醒反馈已核查", "提醒反馈核查超期",
              "提醒反馈无须核查"},
};

}  // namespace core::rules
