#pragma once
// What an empty ledger says: what to do first, with files or by hand.

#include "web/screens/frame_input.h"
#include "web/screens/wishes.h"
#include "web/widgets/look.h"

namespace web {

void draw_welcome(const Look& look, const FrameInput& input, Wishes& out);

/// The form that names the county.
FormRequest county_form(const CountyName& county);

}  // namespace web
