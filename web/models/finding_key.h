#pragma once
// Numbers that tell duties and prompts apart as their ids do (core/rules/finding_id.h), without
// making words: stable over filters and new facts, the same on every machine.

#include <cstdint>

#include "core/rules/duty.h"

namespace web {

std::uint64_t finding_key(const core::rules::DutyRow& row);
std::uint64_t finding_key(const core::rules::PromptRow& row);

/// Of the weekly reports of one week together; `monday` in days.
std::uint64_t week_key(std::int32_t monday);

}  // namespace web
