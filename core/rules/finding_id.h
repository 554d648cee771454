#pragma once
// The stable id of a duty or prompt: rule, subject and occurrence.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/model/state.h"
#include "core/rules/duty.h"

namespace core::rules {

struct FindingId {
  RuleId rule = RuleId::Forward;
  CaseIndex case_index;
  std::int32_t occurrence = 0;
};

/// `answer/511720260100000001/1`; what recurs by week is told apart by its week:
/// `weekly_report/511720260100000001/2026-W46`.
std::string finding_id(const State& state, const FindingId& id);

/// Nothing when the text is no id of a finding about a case of this ledger.
std::optional<FindingId> parse_finding_id(const State& state, std::string_view text);

}  // namespace core::rules
