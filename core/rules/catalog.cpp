#include "core/rules/catalog.h"

#include <algorithm>

#include "core/rules/lead/assign_lead.h"
#include "core/rules/lead/lead_level.h"
#include "core/rules/lead/missed_reports.h"
#include "core/rules/lead/plan.h"
#include "core/rules/lead/reopened_to_same_leader.h"
#include "core/rules/lead/resolve.h"
#include "core/rules/lead/weekly_report.h"
#include "core/rules/statute/accept_or_decline.h"
#include "core/rules/statute/answer.h"
#include "core/rules/statute/final_review.h"
#include "core/rules/statute/forward.h"
#include "core/rules/statute/notify.h"
#include "core/rules/statute/objection.h"
#include "core/rules/statute/review.h"

namespace core::rules {
namespace {

constexpr const Rule* kCatalog[] = {
    &kForward, &kNotify,      &kAcceptOrDecline,      &kObjection,     &kAnswer,
    &kReview,  &kFinalReview, &kAssignLead,           &kPlan,          &kWeeklyReport,
    &kResolve, &kLeadLevel,   &kReopenedToSameLeader, &kMissedReports,
};
static_assert(std::size(kCatalog) == static_cast<std::size_t>(RuleId::Count));

}  // namespace

std::span<const Rule* const> catalog() { return kCatalog; }

const Rule& rule(RuleId id) { return *kCatalog[static_cast<std::size_t>(id)]; }

const Rule* find_rule(std::string_view word) {
  const auto at = std::find_if(std::begin(kCatalog), std::end(kCatalog),
                               [word](const Rule* each) { return each->word == word; });
  return at == std::end(kCatalog) ? nullptr : *at;
}

}  // namespace core::rules
