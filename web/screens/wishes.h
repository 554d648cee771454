#pragma once
// What a person asked for while a frame was drawn. The dashboard carries it out afterwards.

#include <optional>
#include <string>

#include "core/app/commands.h"
#include "core/model/state.h"

namespace web {

struct Wishes {
  core::app::Commands commands;
  std::string screen;  ///< Go there; empty = stay.
  std::optional<core::CaseIndex> open_case;
  bool back = false;  ///< From a case to where it was opened.
  bool choose_files = false;
  bool cancel_import = false;
  bool dismiss_notice = false;

  bool empty() const {
    return commands.empty() && screen.empty() && !open_case && !back && !choose_files &&
           !cancel_import && !dismiss_notice;
  }
};

}  // namespace web
