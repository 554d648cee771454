#include "core/rules/catalog.h"

#include <algorithm>

#include "core/rules/accountability/assessment.h"
#include "core/rules/accountability/inquiry.h"
#include "core/rules/accountability/proposal_answer.h"
#include "core/rules/accountability/rectification.h"
#include "core/rules/accountability/yearly_assessment.h"
#include "core/rules/bulletin/bottom_streak.h"
#include "core/rules/bulletin/bulletin.h"
#include "core/rules/bulletin/bulletin_report.h"
#include "core/rules/bulletin/filing.h"
#include "core/rules/bulletin/special_streak.h"
#include "core/rules/lead/assign_lead.h"
#include "core/rules/lead/lead_level.h"
#include "core/rules/lead/missed_reports.h"
#include "core/rules/lead/plan.h"
#include "core/rules/lead/reopened_to_same_leader.h"
#include "core/rules/lead/resolve.h"
#include "core/rules/lead/weekly_report.h"
#include "core/rules/reminder/answer_alert.h"
#include "core/rules/reminder/answer_reminder.h"
#include "core/rules/reminder/campaign.h"
#include "core/rules/reminder/judge_reminder.h"
#include "core/rules/reminder/late_alert.h"
#include "core/rules/reminder/overdue_item.h"
#include "core/rules/statute/accept_or_decline.h"
#include "core/rules/statute/answer.h"
#include "core/rules/statute/final_review.h"
#include "core/rules/statute/forward.h"
#include "core/rules/statute/notify.h"
#include "core/rules/statute/objection.h"
#include "core/rules/statute/review.h"
#include "core/rules/supervision/supervision_acceptance.h"
#include "core/rules/supervision/supervision_delist.h"
#include "core/rules/supervision/supervision_notice.h"
#include "core/rules/supervision/supervision_resolve.h"
#include "core/rules/supervision/two_reminders.h"
#include "core/rules/talk/judge_rectification.h"
#include "core/rules/talk/rectify_report.h"
#include "core/rules/talk/talk_ground.h"
#include "core/rules/talk/talk_group.h"
#include "core/rules/talk/talk_hold.h"
#include "core/rules/talk/talk_notice.h"
#include "core/rules/talk/talk_report.h"
#include "core/rules/talk/talk_sign.h"
#include "core/rules/talk/talk_targets.h"

namespace core::rules {
namespace {

constexpr const Rule* kCatalog[] = {
    &kForward,
    &kNotify,
    &kAcceptOrDecline,
    &kObjection,
    &kAnswer,
    &kReview,
    &kFinalReview,
    &kAssignLead,
    &kPlan,
    &kWeeklyReport,
    &kResolve,
    &kBulletin,
    &kBulletinReport,
    &kFiling,
    &kAnswerReminder,
    &kJudgeReminder,
    &kAnswerAlert,
    &kCampaign,
    &kSupervisionNotice,
    &kSupervisionResolve,
    &kSupervisionAcceptance,
    &kSupervisionDelist,
    &kTalkGroup,
    &kTalkTargets,
    &kTalkNotice,
    &kTalkHold,
    &kTalkSign,
    &kTalkReport,
    &kRectifyReport,
    &kJudgeRectification,
    &kInquiry,
    &kRectification,
    &kProposalAnswer,
    &kAssessment,
    &kLeadLevel,
    &kReopenedToSameLeader,
    &kMissedReports,
    &kOverdueItem,
    &kLateAlert,
    &kBottomStreak,
    &kSpecialStreak,
    &kTwoReminders,
    &kTalkGround,
    &kYearlyAssessment,
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
