#pragma once
// A database file in memory whose changed pages can be taken and kept elsewhere: the browser's
// storage, and tests.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace core::store {

class MemoryFile {
 public:
  static constexpr std::size_t kPageBytes = 8192;

  MemoryFile() = default;
  explicit MemoryFile(std::string bytes) : bytes_(std::move(bytes)) {}

  std::string_view bytes() const { return bytes_; }
  std::size_t page_count() const { return (bytes_.size() + kPageBytes - 1) / kPageBytes; }
  /// 0-based; the last page may be short.
  std::string_view page(std::size_t index) const {
    return std::string_view(bytes_).substr(index * kPageBytes, kPageBytes);
  }

  /// Indexes of pages written since the last call, ascending; pages cut off since then are not
  /// among them, page_count() tells. Call after a commit: SQLite writes pages of a transaction only
  /// when it commits or spills, and takes spilled ones back when it rolls back.
  std::vector<std::uint32_t> take_dirty();

  // For the VFS only.
  /// Copies what there is; returns how many bytes that was.
  std::size_t read(char* out, std::size_t count, std::size_t offset) const;
  void write(const char* in, std::size_t count, std::size_t offset);
  void truncate(std::size_t size);

 private:
  std::string bytes_;
  std::vector<bool> dirty_;
};

}  // namespace core::store
