#include "core/rules/statute/review.h"

#include "core/rules/statute/review_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"条例35"};

void check(const CaseFacts& facts, const Context& context, Findings& out) {
  check_reviews(facts, context, /*final_round=*/false, out);
}

std::string text(const State&, const DutyRow& row, Date) { return review_text(row, "复查"); }

}  // namespace

const Rule kReview = {
    .id = RuleId::Review,
    .word = "review",
    .clauses = kClauses,
    .title = "作出复查意见",
    .source = "《信访工作条例》第三十五条",
    .needs = bit(EventKind::ReviewRequested),
    .check = check,
    .duty_text = text,
};

}  // namespace core::rules
