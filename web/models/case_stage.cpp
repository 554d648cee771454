#include "web/models/case_stage.h"

namespace web {
namespace {

using core::Event;
using core::EventKind;

/// Which stage an event leads to; the one before when it leads to none.
CaseStage after(CaseStage before, const Event& event) {
  switch (event.kind) {
    case EventKind::Forwarded:
      return CaseStage::Forwarded;
    case EventKind::Accepted:
    case EventKind::Resumed:
      return CaseStage::Accepted;
    case EventKind::Declined:
      return CaseStage::Declined;
    case EventKind::Suspended:
      return CaseStage::Suspended;
    case EventKind::Answered:
    case EventKind::ReviewDecided:
    case EventKind::FinalDecided:
      return CaseStage::Answered;
    case EventKind::ReviewRequested:
      return CaseStage::Reviewing;
    case EventKind::FinalRequested:
      return CaseStage::FinalReviewing;
    case EventKind::Resolved:
      return CaseStage::Resolved;
    case EventKind::Closed:
      return CaseStage::Closed;
    case EventKind::Reopened:
      return CaseStage::Reopened;
    default:
      return before;
  }
}

void take(const Event& event, CaseProgress& progress) {
  progress.stage = after(progress.stage, event);
  if ((event.kind == EventKind::Forwarded || event.kind == EventKind::Accepted) &&
      event.unit.known())
    progress.unit = event.unit;
  if (event.kind == EventKind::LeadAssigned || event.kind == EventKind::LeadHandedOver) {
    progress.lead = event.official;
    progress.level = static_cast<core::LeadLevel>(event.code);
  }
}

}  // namespace

std::string_view stage_word(CaseStage stage) {
  constexpr std::string_view kWords[kCaseStages] = {"未登记",   "已登记", "已转送", "办理中",
                                                    "不予受理", "已中止", "已答复", "复查中",
                                                    "复核中",   "已化解", "已结案", "重新办理"};
  return kWords[static_cast<std::size_t>(stage)];
}

Tone stage_tone(CaseStage stage) {
  switch (stage) {
    case CaseStage::Answered:
    case CaseStage::Resolved:
    case CaseStage::Closed:
      return Tone::Good;
    case CaseStage::Mentioned:
    case CaseStage::Suspended:
      return Tone::Due;
    case CaseStage::Declined:
      return Tone::Secondary;
    default:
      return Tone::Accent;
  }
}

bool is_open(const CaseProgress& progress, bool lacks_lead) {
  if (lacks_lead) return true;
  switch (progress.stage) {
    case CaseStage::Mentioned:
    case CaseStage::Declined:
    case CaseStage::Closed:
      return false;
    case CaseStage::Answered:
    case CaseStage::Resolved:
      return progress.lead.known();
    default:
      return true;
  }
}

CaseProgress case_progress(const core::State& state, core::CaseIndex which, core::Date today) {
  const core::CaseRow& row = state.case_row(which);
  CaseProgress progress;
  progress.unit = row.unit;
  // On a day before that nothing of it was there yet.
  if (row.registered_on > today) return progress;
  if (row.registered()) progress.stage = CaseStage::Registered;
  for (std::uint32_t at = row.first_event; at != core::kNoIndex;) {
    const Event& event = state.event(at);
    if (event.on > today) break;
    take(event, progress);
    at = event.next;
  }
  return progress;
}

}  // namespace web
