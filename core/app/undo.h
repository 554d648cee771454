#pragma once
// Undo and redo by counter-facts: read from the ledger itself, so they work after a reload and on
// another machine.

#include <optional>
#include <string>
#include <string_view>

#include "core/model/fact.h"
#include "core/store/ledger.h"

namespace core::app {

/// By these reasons steps back and forward are told from retractions a person gave a reason for.
inline constexpr std::string_view kUndoReason = "撤销";
inline constexpr std::string_view kRedoReason = "恢复";

/// What can be taken back and brought back now. Each is one fact: the desk's forms record one fact
/// at a time.
struct UndoState {
  std::optional<RecordedFact> undo;  ///< The newest fact that holds, a retraction with a reason
                                     ///< included. Nothing at an import.
  std::optional<RecordedFact> redo;  ///< The retraction to retract: the newest fact is an undo.
  std::optional<Fact> redone;        ///< What that would bring back.
  bool at_import = false;            ///< An import stands in the way: it is not undone.
};

UndoState undo_state(const store::Ledger& ledger);

}  // namespace core::app
