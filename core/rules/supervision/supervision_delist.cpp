#include "core/rules/supervision/supervision_delist.h"

#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"5.2"};

}  // namespace

const Rule kSupervisionDelist = {
    .id = RuleId::SupervisionDelist,
    .word = "supervision_delist",
    .clauses = kClauses,
    .title = "摘牌销号",
    .source = "《关于建立健全信访工作有关机制的通知》五",
    .about = SubjectKind::Measure,
    .measure = Subject::Kind::Supervision,
    .check_measure =
        check_step<RuleId::SupervisionDelist, StepKind::SupervisionAccepted,
                   &Settings::supervision_delist_workdays, StepKind::SupervisionDelisted>,
    .words = {"应摘牌销号", "验收通过后逾期未摘牌", "已摘牌销号", "摘牌销号超期", "无须摘牌"},
};

}  // namespace core::rules
