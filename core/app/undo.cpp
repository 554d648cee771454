#include "core/app/undo.h"

#include <unordered_set>

namespace core::app {
namespace {

/// A long run of undone facts is walked over to the first that holds; beyond this it is not undone.
constexpr std::uint32_t kFurthest = 1000;

/// The ledger's beginning, and what an import says of itself.
bool is_bookkeeping(const Fact& fact, std::uint32_t position) {
  return position == 1 || fact.kind == "import.recorded";
}

/// A step back or forward again; a retraction for any other reason is something a person did.
bool is_step(const Fact& fact) {
  const std::string_view reason = fact.fields.text("reason");
  return fact.kind == "fact.retracted" && (reason == kUndoReason || reason == kRedoReason);
}

// A file of which nothing was taken stands in nobody's way.
bool took_nothing(const Fact& fact) {
  return fact.kind == "import.recorded" && fact.fields.integer("added", 1) == 0 &&
         fact.fields.integer("updated", 1) == 0;
}

}  // namespace

UndoState undo_state(const store::Ledger& ledger) {
  UndoState out;
  std::unordered_set<std::string> dead;
  bool newest = true;
  const std::uint32_t last = ledger.state().fact_count();
  for (std::uint32_t position = last; position > 0 && last - position < kFurthest; --position) {
    Result<RecordedFact> read = ledger.fact(FactRef{position});
    if (!read.ok()) break;
    RecordedFact fact = std::move(read).value();
    if (dead.count(fact.id) > 0 || took_nothing(fact.fact)) continue;
    if (is_step(fact.fact)) {
      const std::string target(fact.fact.fields.text("fact"));
      dead.insert(target);
      const Result<RecordedFact> gone = ledger.fact(ledger.state().find_fact(target));
      if (fact.fact.fields.text("reason") == kRedoReason) continue;
      if (newest && gone.ok()) {
        out.redone = gone.value().fact;
        out.redo = std::move(fact);
      }
      newest = false;
    } else {
      out.at_import = fact.fact.kind == "import.recorded";
      if (!is_bookkeeping(fact.fact, position)) out.undo = std::move(fact);
      return out;
    }
  }
  return out;
}

}  // namespace core::app
