#pragma once
// Lets SQLite work on a MemoryFile.

#include <memory>
#include <string>

#include "core/store/memory_file.h"

struct sqlite3_vfs;

namespace core::store {

/// A SQLite file system that holds exactly one database: the given file, which must outlive it.
/// Databases opened through it must be closed before it goes.
class MemoryVfs {
 public:
  explicit MemoryVfs(MemoryFile& file);
  ~MemoryVfs();
  MemoryVfs(const MemoryVfs&) = delete;
  MemoryVfs& operator=(const MemoryVfs&) = delete;

  /// What to open the database through.
  const std::string& name() const { return name_; }

 private:
  std::string name_;
  std::unique_ptr<sqlite3_vfs> vfs_;
};

}  // namespace core::store
