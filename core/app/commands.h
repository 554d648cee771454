#pragma once
// What a screen may ask the desk to do. Each is carried out in one transaction, or not at all.

#include <string>
#include <variant>
#include <vector>

#include "core/base/date.h"
#include "core/model/fact.h"

namespace core::app {

/// Adds facts a person stated in a form.
struct RecordFacts {
  std::vector<Fact> facts;
};

/// A named person declines a prompt, with a reason.
struct DeclinePrompt {
  std::string prompt;  ///< Its id.
  std::string reason;
};

/// Undo: takes back facts by counter-facts.
struct RetractFacts {
  std::vector<std::string> facts;  ///< Ids.
  std::string reason;
};

using Command = std::variant<RecordFacts, DeclinePrompt, RetractFacts>;
using Commands = std::vector<Command>;

}  // namespace core::app
