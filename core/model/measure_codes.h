#pragma once
// The closed lists of the measures of clauses 3 to 7 as enumerations; what is stored is always the
// contract's word. parse_code (codes.h) reads each of them but StepKind.

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/model/codes.h"

namespace core {

enum class Series : std::uint8_t { Unknown, Monthly, HalfYear, Annual, Special };
enum class Mention : std::uint8_t { Unknown, Criticised, Mentioned, Praised };
enum class ReportedTo : std::uint8_t { Unknown, Conveners, CountyHeads };
enum class FilingTo : std::uint8_t { Unknown, Performance, Personnel, Discipline };
enum class ReminderReason : std::uint8_t { Unknown, T1, T2, T3, T4, T5, T6, T7 };
enum class Channel : std::uint8_t { Unknown, Sms, Letter };
enum class Judged : std::uint8_t { Unknown, Fixed, NotFixed };
enum class Upheld : std::uint8_t { Unknown, Upheld, Rejected };
enum class SupervisionGround : std::uint8_t { Unknown, Grave, TwoReminders };
enum class Inspection : std::uint8_t { Unknown, Dispatch, Guidance, Site };
enum class TalkGround : std::uint8_t {
  Unknown,
  ScreeningPoor,
  LateReport,
  IrregularVisit,
  RectificationFailed,
  BottomStreak,
  SpecialStreak,
};
enum class TalkForm : std::uint8_t { Unknown, Collective, Individual };
enum class Convener : std::uint8_t { Unknown, Chief, Convener };
enum class SignSide : std::uint8_t { Unknown, Office, Target };
enum class InquiryPhase : std::uint8_t { Unknown, Before, During, After };
enum class ProposalType : std::uint8_t { Unknown, Improve, Policy, Accountability };
enum class Adopted : std::uint8_t { Unknown, Yes, Partly, No };

/// One thing that happened to a measure; the comment says what MeasureStep carries for it.
enum class StepKind : std::uint8_t {
  BulletinDrafted,   ///< code = Series; units = scope
  BulletinObjected,  ///< unit
  BulletinDecided,   ///< unit; code = Upheld
  BulletinIssued,    ///< code = Series; number = 1 when grave; units = scope
  BulletinWithdrawn,
  BulletinReported,  ///< code = ReportedTo
  FilingSent,        ///< code = FilingTo; unit
  ReminderIssued,    ///< code = ReminderReason, second = Channel; unit; until = answer by
  ReminderReceived,
  ReminderAnswered,
  ReminderJudged,  ///< code = Judged
  AlertAssigned,   ///< unit; until = answer by
  AlertAnswered,
  CampaignStarted,     ///< units; until = due
  CampaignProgressed,  ///< unit or units; number = progress in percent, -1 = not stated
  CampaignNamed,       ///< unit: a superior named it for being behind (4.4)
  SupervisionOpened,   ///< code = SupervisionGround; unit; until = resolve by
  SupervisionNotified,
  SupervisionInspected,  ///< code = Inspection
  SupervisionExtended,   ///< number = days
  SupervisionAcceptanceRequested,
  SupervisionAccepted,
  SupervisionReturned,
  SupervisionDelisted,
  TalkOpened,       ///< code = TalkGround, second = Convener, number = TalkForm; units
  TalkGroupFormed,  ///< official = leader
  TalkTargetsSet,   ///< officials, with their units in the same places
  TalkNotified,
  TalkHeld,
  TalkSigned,               ///< code = SignSide, number = 1 when refused; official
  TalkReported,             ///< code = ReportedTo
  TalkRectified,            ///< unit, official
  TalkRectificationJudged,  ///< unit, official; code = Judged
  InquiryOpened,            ///< unit
  InquiryFound,             ///< code = InquiryPhase
  InquiryConcluded,
  RectificationOrdered,   ///< unit; until = due
  RectificationReported,  ///< unit
  ProposalIssued,         ///< code = ProposalType; unit when it goes to one; until = answer by
  ProposalAnswered,       ///< code = Adopted
  AssessmentIssued,       ///< units
  AssessmentObjected,     ///< unit
  AssessmentDecided,      ///< unit; code = Upheld
};

std::string_view word(Series);
std::string_view word(Mention);
std::string_view word(ReportedTo);
std::string_view word(FilingTo);
std::string_view word(ReminderReason);
std::string_view word(Channel);
std::string_view word(Judged);
std::string_view word(Upheld);
std::string_view word(SupervisionGround);
std::string_view word(Inspection);
std::string_view word(TalkGround);
std::string_view word(TalkForm);
std::string_view word(Convener);
std::string_view word(SignSide);
std::string_view word(InquiryPhase);
std::string_view word(ProposalType);
std::string_view word(Adopted);
std::string_view word(StepKind);  ///< The fact kind: `reminder.issued`.

/// The step a fact kind becomes; nothing for kinds that are no steps of a measure.
std::optional<StepKind> step_kind(std::string_view kind);

}  // namespace core
