#include "core/model/measure_codes.h"

#include <cstddef>

#include "core/model/measure_words.h"

namespace core {
namespace {

using namespace measure_words;

constexpr std::array kStepKinds = std::to_array<std::string_view>({
    "bulletin.drafted",
    "bulletin.objected",
    "bulletin.objection_decided",
    "bulletin.issued",
    "bulletin.withdrawn",
    "bulletin.reported",
    "filing.sent",
    "reminder.issued",
    "reminder.received",
    "reminder.answered",
    "reminder.judged",
    "alert.assigned",
    "alert.answered",
    "campaign.started",
    "campaign.progressed",
    "campaign.named",
    "supervision.opened",
    "supervision.notified",
    "supervision.inspected",
    "supervision.extended",
    "supervision.acceptance_requested",
    "supervision.accepted",
    "supervision.returned",
    "supervision.delisted",
    "talk.opened",
    "talk.group_formed",
    "talk.targets_set",
    "talk.notified",
    "talk.held",
    "talk.signed",
    "talk.reported",
    "talk.rectified",
    "talk.rectification_judged",
    "inquiry.opened",
    "inquiry.found",
    "inquiry.concluded",
    "rectification.ordered",
    "rectification.reported",
    "proposal.issued",
    "proposal.answered",
    "assessment.issued",
    "assessment.objected",
    "assessment.objection_decided",
});

template <typename Words, typename Code>
std::string_view word_in(const Words& words, Code code) {
  const auto at = static_cast<std::size_t>(code);
  return at == 0 ? std::string_view() : words[at - 1];
}

template <typename Code, typename Words>
Code code_in(const Words& words, std::string_view text) {
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i] == text) return static_cast<Code>(i + 1);
  return Code{};
}

}  // namespace

std::string_view word(Series code) { return word_in(kSeries, code); }
std::string_view word(Mention code) { return word_in(kMentions, code); }
std::string_view word(ReportedTo code) { return word_in(kReportedTo, code); }
std::string_view word(FilingTo code) { return word_in(kFilingTo, code); }
std::string_view word(ReminderReason code) { return word_in(kReasons, code); }
std::string_view word(Channel code) { return word_in(kChannels, code); }
std::string_view word(Judged code) { return word_in(kJudged, code); }
std::string_view word(Upheld code) { return word_in(kUpheld, code); }
std::string_view word(SupervisionGround code) { return word_in(kSupervisionGrounds, code); }
std::string_view word(Inspection code) { return word_in(kInspections, code); }
std::string_view word(TalkGround code) { return word_in(kTalkGrounds, code); }
std::string_view word(TalkForm code) { return word_in(kTalkForms, code); }
std::string_view word(Convener code) { return word_in(kConveners, code); }
std::string_view word(SignSide code) { return word_in(kSides, code); }
std::string_view word(InquiryPhase code) { return word_in(kPhases, code); }
std::string_view word(ProposalType code) { return word_in(kProposals, code); }
std::string_view word(Adopted code) { return word_in(kAdopted, code); }
std::string_view word(StepKind code) { return kStepKinds[static_cast<std::size_t>(code)]; }

template <>
Series parse_code(std::string_view text) {
  return code_in<Series>(kSeries, text);
}
template <>
Mention parse_code(std::string_view text) {
  return code_in<Mention>(kMentions, text);
}
template <>
ReportedTo parse_code(std::string_view text) {
  return code_in<ReportedTo>(kReportedTo, text);
}
template <>
FilingTo parse_code(std::string_view text) {
  return code_in<FilingTo>(kFilingTo, text);
}
template <>
ReminderReason parse_code(std::string_view text) {
  return code_in<ReminderReason>(kReasons, text);
}
template <>
Channel parse_code(std::string_view text) {
  return code_in<Channel>(kChannels, text);
}
template <>
Judged parse_code(std::string_view text) {
  return code_in<Judged>(kJudged, text);
}
template <>
Upheld parse_code(std::string_view text) {
  return code_in<Upheld>(kUpheld, text);
}
template <>
SupervisionGround parse_code(std::string_view text) {
  return code_in<SupervisionGround>(kSupervisionGrounds, text);
}
template <>
Inspection parse_code(std::string_view text) {
  return code_in<Inspection>(kInspections, text);
}
template <>
TalkGround parse_code(std::string_view text) {
  return code_in<TalkGround>(kTalkGrounds, text);
}
template <>
TalkForm parse_code(std::string_view text) {
  return code_in<TalkForm>(kTalkForms, text);
}
template <>
Convener parse_code(std::string_view text) {
  return code_in<Convener>(kConveners, text);
}
template <>
SignSide parse_code(std::string_view text) {
  return code_in<SignSide>(kSides, text);
}
template <>
InquiryPhase parse_code(std::string_view text) {
  return code_in<InquiryPhase>(kPhases, text);
}
template <>
ProposalType parse_code(std::string_view text) {
  return code_in<ProposalType>(kProposals, text);
}
template <>
Adopted parse_code(std::string_view text) {
  return code_in<Adopted>(kAdopted, text);
}

std::optional<StepKind> step_kind(std::string_view kind) {
  for (std::size_t i = 0; i < kStepKinds.size(); ++i)
    if (kStepKinds[i] == kind) return static_cast<StepKind>(i);
  return std::nullopt;
}

}  // namespace core
