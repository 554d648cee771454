#pragma once
// What happened, newest first, along a line: a dot for each fact, the month where it changes.

#include <optional>
#include <span>
#include <string>

#include "web/models/duty_detail.h"
#include "web/widgets/look.h"

namespace web {

struct TimelineMemory {
  std::string chosen;  ///< Id of the fact whose actions are shown.
  bool retracting = false;
  std::string reason;
};

/// What a person asked to do with a fact, by its id.
struct TimelineAsk {
  std::string correct;
  std::string retract;
  std::string reason;
};

/// `editable` offers 更正 and 撤回 for the chosen fact.
TimelineAsk draw_timeline(const Look& look, std::span<const FactLine> facts, bool editable,
                          TimelineMemory& memory);

}  // namespace web
