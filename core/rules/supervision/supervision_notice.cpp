#include "core/rules/supervision/supervision_notice.h"

#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"5.2"};

}  // namespace

const Rule kSupervisionNotice = {
    .id = RuleId::SupervisionNotice,
    .word = "supervision_notice",
    .clauses = kClauses,
    .title = "下发挂牌督办通知",
    .source = "《关于建立健全信访工作有关机制的通知》五",
    .about = SubjectKind::Measure,
    .measure = Subject::Kind::Supervision,
    .check_measure =
        check_step<RuleId::SupervisionNotice, StepKind::SupervisionOpened,
                   &Settings::supervision_notice_workdays, StepKind::SupervisionNotified>,
    .words = {"应下发挂牌督办通知", "挂牌督办通知逾期未下发", "已下发挂牌督办通知",
              "挂牌督办通知下发超期", "无须下发挂牌督办通知"},
};

}  // namespace core::rules
