#pragma once
// What calls for a talk: an irregular visit, or that what was ordered has not been put right (6.1).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kTalkGround;

/// The talks that one more report on rectification would call for if it will not do: of who had one
/// sent back, and whose next has not been judged. Opened on the day after today.
void add_talks_ahead(const Context& context, Findings& out);

}  // namespace core::rules
