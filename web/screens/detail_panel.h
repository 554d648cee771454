#pragma once
// One duty or prompt in full: what, who, by when and why, the sentence, the facts, what can be
// done.

#include <string>

#include "web/models/duty_detail.h"
#include "web/screens/wishes.h"
#include "web/widgets/look.h"

namespace web {

struct DetailMemory {
  core::Date picked;       ///< Day of the strip that is explained.
  bool declining = false;  ///< The reason is being asked for.
  std::string reason;
};

struct DetailOptions {
  bool read_only = false;
  bool heading = true;      ///< False where the line above says the same.
  bool offers_case = true;  ///< Whether 打开事项 makes sense here.
  bool pinned = false;  ///< What can be done stays at the window's foot; the rest scrolls above.
};

/// Draws into the current window from the cursor on.
void draw_detail(const Look& look, const DutyDetail& detail, const DetailOptions& options,
                 DetailMemory& memory, Wishes& out);

}  // namespace web
