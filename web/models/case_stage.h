#pragma once
// How far a case has come, by its dated events up to a day.

#include <array>
#include <cstdint>
#include <string_view>

#include "core/model/state.h"
#include "web/models/tone.h"

namespace web {

enum class CaseStage : std::uint8_t {
  Mentioned,  ///< Other facts name it; nobody registered it.
  Registered,
  Forwarded,
  Accepted,
  Declined,
  Suspended,
  Answered,
  Reviewing,
  FinalReviewing,
  Resolved,
  Closed,
  Reopened,
};
inline constexpr std::size_t kCaseStages = 12;

std::string_view stage_word(CaseStage stage);  ///< 办理中, 已答复 …
Tone stage_tone(CaseStage stage);

/// What the grid shows of a case's events.
struct CaseProgress {
  CaseStage stage = CaseStage::Mentioned;
  core::UnitIndex unit;      ///< Who handles it now.
  core::OfficialIndex lead;  ///< The county leader who leads it now.
  core::LeadLevel level = core::LeadLevel::None;
};

/// Whether something may still be owed about it: not declined or closed, and not answered unless a
/// leader has it, who keeps it until it is closed. What lacks a leader (case_duties.h) is not done
/// with, whatever was answered.
bool is_open(const CaseProgress& progress, bool lacks_lead);

CaseProgress case_progress(const core::State& state, core::CaseIndex which, core::Date today);

}  // namespace web
