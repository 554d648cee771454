#pragma once
// The ledger's file in memory, mirrored into the browser's storage after every commit.

#include <memory>
#include <string>
#include <utility>

#include "core/store/memory_file.h"
#include "web/screens/frame_input.h"

namespace web {

class Storage {
 public:
  using File = std::unique_ptr<core::store::MemoryFile>;

  core::store::MemoryFile& file() { return *file_; }

  /// Goes on with this file. The one before must be in no ledger's use any more once what is
  /// returned goes.
  File replace(File file) { return std::exchange(file_, std::move(file)); }
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
  File file_ = std::make_unique<core::store::MemoryFile>();
  bool kept_ = true;
  bool read_only_ = false;
  SaveState state_ = SaveState::Saved;
  std::string sentence_;
};

}  // namespace web
