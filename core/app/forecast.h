#pragma once
// If nothing happens until a day: what falls due, what the office will have to decide, and who is
// one step from the next measure.

#include "core/app/question.h"
#include "core/base/value.h"

namespace core::app {

/// `{"from","to","due":[duties],"late":[duties],"prompts":[prompts],"near":[prompts]}`
/// due: owed, with its strict day after today and not after `to`; late: not late today, but then.
/// prompts: open then and not today. near: what one more missed report, reminder or bulletin would
/// bring, or one more rectification report sent back; each stands on the facts it would follow
/// from. A streak that a later bulletin broke and a reminder or report judged fixed bring nothing.
Value forecast_json(const View& view, Date to);

}  // namespace core::app
