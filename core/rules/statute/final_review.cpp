#include "core/rules/statute/final_review.h"

#include "core/rules/statute/review_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"条例36"};

void check(const CaseFacts& facts, const Context& context, Findings& out) {
  check_reviews(facts, context, /*final_round=*/true, out);
}

std::string text(const State&, const DutyRow& row, Date) { return review_text(row, "复核"); }

}  // namespace

const Rule kFinalReview = {
    .id = RuleId::FinalReview,
    .word = "final_review",
    .clauses = kClauses,
    .title = "作出复核意见",
    .source = "《信访工作条例》第三十六条",
    .needs = bit(EventKind::FinalRequested),
    .check = check,
    .duty_text = text,
};

}  // namespace core::rules
