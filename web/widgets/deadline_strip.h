#pragma once
// A deadline drawn day by day: counted days filled, skipped days dashed, make-up working days
// outlined, the due day solid.

#include <cstdint>
#include <span>

#include "web/models/duty_detail.h"
#include "web/widgets/look.h"

namespace web {

/// Draws the strip over the width that is left, as many lines as it takes. A tapped day is kept in
/// `picked` and explained under the strip; a day under the mouse is explained meanwhile.
void draw_deadline_strip(const Look& look, std::span<const StripDay> days, bool late,
                         core::Date& picked);

}  // namespace web
