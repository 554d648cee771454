#pragma once
// The stable id of a duty or prompt: rule, subject and occurrence.

#include <string>

#include "core/model/state.h"
#include "core/rules/duty.h"

namespace core::rules {

/// `answer/511720260100000001/1`; what recurs is told apart by its week, period or addressee:
/// `weekly_report/511720260100000001/2026-W46`, `filing/TB-2026-10/T03/personnel` of a bulletin,
/// `filing/talk/2026-1/T03/personnel` of a talk.
std::string finding_id(const State& state, const DutyRow& row);
std::string finding_id(const State& state, const PromptRow& row);

}  // namespace core::rules
