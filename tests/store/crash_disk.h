#pragma once
// A disk for SQLite that loses power: what was not synced may be gone, kept, or kept in part.

#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

struct sqlite3_vfs;

namespace test {

class CrashDisk {
 public:
  /// What a power cut leaves of writes that were not synced.
  enum class Leaves { Nothing, Everything, Something };

  CrashDisk();
  ~CrashDisk();
  CrashDisk(const CrashDisk&) = delete;
  CrashDisk& operator=(const CrashDisk&) = delete;

  const std::string& name() const { return name_; }

  /// From the n-th change of the disk on (1 = the next), everything fails as if power were gone.
  void fail_after(int changes) { left_ = changes; }
  /// From the n-th write that makes a file longer on, the disk is full; all else still works.
  void fill_after(int writes) { room_ = writes; }
  void make_room() { room_ = -1; }
  bool failed() const { return left_ == 0; }
  int changes() const { return changes_; }

  /// Power comes back: files are what the medium kept, and the disk works again. All databases on
  /// it must be closed.
  void restart(Leaves leaves, unsigned seed);

  bool has(const std::string& path) const { return files_.count(path) != 0; }

  // For the file system below.
  struct File {
    std::string now;      // as programs see it
    std::string durable;  // as the medium holds it
    struct Change {
      bool truncates = false;
      std::size_t at = 0;
      std::string bytes;
    };
    std::vector<Change> pending;
    bool durably_there = false;
    bool there = true;
  };
  std::shared_ptr<File> open(const std::string& path, bool create);
  /// Counts a change; false when the disk no longer works.
  bool allow();
  bool room();
  int remove(const std::string& path, bool durably);

 private:
  std::string name_;
  std::unique_ptr<sqlite3_vfs> vfs_;
  std::map<std::string, std::shared_ptr<File>> files_;
  std::map<std::string, std::shared_ptr<File>> removed_;  // names the medium may still hold
  int left_ = -1;
  int room_ = -1;
  int changes_ = 0;
};

}  // namespace test
