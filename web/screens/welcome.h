#pragma once
// What an empty ledger says: what to do first.

#include "web/screens/wishes.h"
#include "web/widgets/look.h"

namespace web {

void draw_welcome(const Look& look, bool read_only, Wishes& out);

}  // namespace web
