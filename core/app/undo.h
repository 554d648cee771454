#pragma once
// Undo and redo by counter-facts: read from the ledger itself, so they work after a reload and on
// another machine.

#include <optional>
#include <string>

#include "core/model/fact.h"
#include "core/store/ledger.h"

namespace core::app {

/// What can be taken back and brought back now. Each is one fact: the desk's forms record one fact
/// at a time.
struct UndoState {
  std::optional<RecordedFact> undo;  ///< The newest fact that holds. Nothing at an import.
  std::optional<RecordedFact> redo;  ///< The retraction to retract: the newest fact is an undo.
  std::optional<Fact> redone;        ///< What that would bring back.
  bool at_import = false;            ///< An import stands in the way: it is not undone.
};

UndoState undo_state(const store::Ledger& ledger);

}  // namespace core::app
