#pragma once
// The directory of a zip archive held in memory, read defensively.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/intake/readers/table_reader.h"

namespace core::intake {

struct ZipEntry {
  std::string name;  ///< With `/` between folders and without a leading one.
  std::uint16_t method = 0;
  bool encrypted = false;
  std::uint32_t crc = 0;
  std::uint64_t packed_size = 0;
  std::uint64_t size = 0;
  std::uint64_t header_at = 0;
};

class ZipArchive {
 public:
  /// Reads the directory only. Refuses more entries or more expanded bytes than `limits` allow.
  /// `bytes` must outlive the archive.
  static Result<ZipArchive> open(std::string_view bytes, const Limits& limits);

  std::span<const ZipEntry> entries() const { return entries_; }

  /// Part names differ by more than case only; null when there is none.
  const ZipEntry* find(std::string_view name) const;

  /// The entry's bytes as they lie in the archive.
  Result<std::string_view> packed(const ZipEntry& entry) const;

 private:
  std::string_view bytes_;
  std::vector<ZipEntry> entries_;
};

/// `文件已损坏：` and what could not be read.
Error damaged(std::string_view what);

/// A LimitExceeded with `表格太大：`, the limit and the way out.
Error too_large(std::string_view what);

/// `1 MiB`, `4 GiB`, as people read sizes.
std::string size_text(std::uint64_t bytes);

}  // namespace core::intake
