#pragma once
// A day to type or to pick from a month.

#include <string>
#include <string_view>

#include "core/base/date.h"
#include "web/widgets/look.h"

namespace web {

/// What is told beside its name.
struct DayNeeds {
  bool required = false;
  std::string_view problem = {};  ///< What is wrong, drawn by the caller.
  core::Date understood = {};     ///< The day its text stands for; unknown = none yet.
};

/// `text` holds what is typed; picking writes `2026年11月20日`. A day typed otherwise is written
/// out under it as it is understood. True when it changed.
bool day_field(const Look& look, const char* id, const char* hint, std::string& text,
               core::Date today, float width, const DayNeeds& needs = {});

}  // namespace web
