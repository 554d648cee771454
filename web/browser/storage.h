#pragma once
// The ledger's file in memory, mirrored into the browser's storage after every commit.

#include <string>

#include "core/store/memory_file.h"
#include "web/screens/frame_input.h"

namespace web {

class Storage {
 public:
  core::store::MemoryFile& file() { return file_; }

  /// Starts with these bytes instead of an empty file.
  void load(std::string bytes) { file_ = core::store::MemoryFile(std::move(bytes)); }
  /// Nothing is ever kept: a demo ledger.
  void keep_nothing() { kept_ = false; }

  /// Hands every page written since the last call to the page. Only between transactions: during
  /// one SQLite may already have written pages of what is not committed.
  void mirror();

  /// The page's account of how far it is.
  void report(SaveState state, bool read_only, std::string sentence);

  SaveState state() const { return kept_ ? state_ : SaveState::MemoryOnly; }
  bool read_only() const { return read_only_; }
  const std::string& sentence() const { return sentence_; }

 private:
  core::store::MemoryFile file_;
  bool kept_ = true;
  bool read_only_ = false;
  SaveState state_ = SaveState::Saved;
  std::string sentence_;
};

}  // namespace web
