#pragma once
// What review and final_review have in common.

#include "core/rules/rule.h"

namespace core::rules {

/// One duty for each request of the kind, numbered in the order of the requests.
void check_reviews(const CaseFacts& facts, const Context& context, bool final_round, Findings& out);

/// 复查 or 复核 in its five states.
std::string review_text(const DutyRow& row, std::string_view what);

}  // namespace core::rules
