#include "core/model/measure_needs.h"

#include <algorithm>
#include <iterator>

namespace core {
namespace {

using enum StepKind;

struct Need {
  StepKind step;
  StepKind needs;
};

constexpr Need kNeeds[] = {
    {BulletinObjected, BulletinDrafted},
    {BulletinDecided, BulletinObjected},
    {BulletinWithdrawn, BulletinIssued},
    {BulletinReported, BulletinIssued},
    {ReminderReceived, ReminderIssued},
    {ReminderAnswered, ReminderIssued},
    {ReminderJudged, ReminderIssued},
    {AlertAnswered, AlertAssigned},
    {CampaignProgressed, CampaignStarted},
    {CampaignNamed, CampaignStarted},
    {SupervisionNotified, SupervisionOpened},
    {SupervisionInspected, SupervisionNotified},
    {SupervisionExtended, SupervisionNotified},
    {SupervisionAcceptanceRequested, SupervisionNotified},
    {SupervisionAccepted, SupervisionAcceptanceRequested},
    {SupervisionReturned, SupervisionAcceptanceRequested},
    {SupervisionDelisted, SupervisionAccepted},
    {TalkGroupFormed, TalkOpened},
    {TalkTargetsSet, TalkGroupFormed},
    {TalkNotified, TalkTargetsSet},
    {TalkHeld, TalkNotified},
    {TalkSigned, TalkHeld},
    {TalkReported, TalkSigned},
    {TalkRectified, TalkHeld},
    {TalkRectificationJudged, TalkRectified},
    {InquiryFound, InquiryOpened},
    {InquiryConcluded, InquiryOpened},
    {RectificationReported, RectificationOrdered},
    {ProposalAnswered, ProposalIssued},
    {AssessmentObjected, AssessmentIssued},
    {AssessmentDecided, AssessmentObjected},
};

constexpr StepKind kOnce[] = {
    BulletinDrafted,
    BulletinIssued,
    BulletinWithdrawn,
    ReminderIssued,
    AlertAssigned,
    CampaignStarted,
    SupervisionOpened,
    SupervisionNotified,
    SupervisionExtended,
    SupervisionAccepted,
    SupervisionDelisted,
    TalkOpened,
    TalkHeld,
    InquiryOpened,
    InquiryConcluded,
    ProposalIssued,
    ProposalAnswered,
};

}  // namespace

std::optional<StepKind> needed_before(StepKind step) {
  const auto need = std::find_if(std::begin(kNeeds), std::end(kNeeds),
                                 [step](const Need& each) { return each.step == step; });
  if (need == std::end(kNeeds)) return std::nullopt;
  return need->needs;
}

bool happens_once(StepKind step) {
  return std::find(std::begin(kOnce), std::end(kOnce), step) != std::end(kOnce);
}

}  // namespace core
