#include "core/intake/readers/zip.h"

#include <algorithm>
#include <optional>

namespace core::intake {
namespace {

constexpr std::size_t kEndSize = 22;
constexpr std::size_t kEnd64Size = 56;
constexpr std::size_t kEnd64LocatorSize = 20;
constexpr std::size_t kCentralSize = 46;
constexpr std::size_t kLocalSize = 30;
constexpr std::size_t kLongestComment = 0xFFFF;
constexpr std::uint64_t kIn64 = 0xFFFFFFFF;
constexpr std::string_view kNoDirectory = "压缩包目录读不出来";

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = size; i-- > 0;) {
    value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  }
  return value;
}

std::uint16_t u16(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint16_t>(number_at(bytes, at, 2));
}

std::uint32_t u32(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint32_t>(number_at(bytes, at, 4));
}

std::uint64_t u64(std::string_view bytes, std::size_t at) { return number_at(bytes, at, 8); }

struct Directory {
  std::uint64_t at = 0;
  std::uint64_t size = 0;
  std::uint64_t count = 0;
  std::uint64_t shift = 0;  // bytes before the archive proper, as self-extracting ones have
};

std::optional<std::size_t> find_end(std::string_view bytes) {
  if (bytes.size() < kEndSize) return std::nullopt;
  const std::size_t last = bytes.size() - kEndSize;
  const std::size_t first = last > kLongestComment ? last - kLongestComment : 0;
  for (std::size_t at = last + 1; at-- > first;) {
    if (bytes.compare(at, 4, "PK\5\6", 4) == 0) return at;
  }
  return std::nullopt;
}

std::optional<Directory> directory64(std::string_view bytes, std::size_t end) {
  if (end < kEnd64LocatorSize) return std::nullopt;
  const std::size_t locator = end - kEnd64LocatorSize;
  if (bytes.compare(locator, 4, "PK\6\7", 4) != 0) return std::nullopt;
  const std::uint64_t at = u64(bytes, locator + 8);
  if (at > locator || locator - at < kEnd64Size) return std::nullopt;
  const auto record = static_cast<std::size_t>(at);
  if (bytes.compare(record, 4, "PK\6\6", 4) != 0) return std::nullopt;
  return Directory{u64(bytes, record + 48), u64(bytes, record + 40), u64(bytes, record + 32), 0};
}

std::optional<Directory> find_directory(std::string_view bytes) {
  const std::optional<std::size_t> end = find_end(bytes);
  if (!end) return std::nullopt;
  Directory found{u32(bytes, *end + 16), u32(bytes, *end + 12), u16(bytes, *end + 10), 0};
  if (const std::optional<Directory> wide = directory64(bytes, *end)) {
    found = *wide;
  } else if (found.size <= *end && found.at <= *end - found.size) {
    found.shift = *end - found.size - found.at;
  }
  if (found.size > bytes.size() || found.at > bytes.size() - found.size) return std::nullopt;
  if (found.shift > bytes.size() - found.size - found.at) return std::nullopt;
  return found;
}

// Sizes that do not fit into 32 bits stand in the extra field 0x0001, only those, in this order.
bool read_wide_sizes(std::string_view extra, ZipEntry& entry) {
  std::uint64_t* const wide[] = {&entry.size, &entry.packed_size, &entry.header_at};
  const bool needed =
      std::any_of(std::begin(wide), std::end(wide), [](auto* field) { return *field == kIn64; });
  if (!needed) return true;
  for (std::size_t at = 0; at + 4 <= extra.size();) {
    const std::size_t size = u16(extra, at + 2);
    if (size > extra.size() - at - 4) return false;
    if (u16(extra, at) == 1) {
      std::string_view fields = extra.substr(at + 4, size);
      for (std::uint64_t* field : wide) {
        if (*field != kIn64) continue;
        if (fields.size() < 8) return false;
        *field = u64(fields, 0);
        fields.remove_prefix(8);
      }
      return true;
    }
    at += 4 + size;
  }
  return false;
}

std::string part_name(std::string_view raw) {
  std::string name(raw);
  std::replace(name.begin(), name.end(), '\\', '/');
  name.erase(0, std::min(name.find_first_not_of('/'), name.size()));
  return name;
}

std::optional<ZipEntry> read_entry(std::string_view directory, std::size_t& at) {
  if (directory.size() - at < kCentralSize) return std::nullopt;
  if (directory.compare(at, 4, "PK\1\2", 4) != 0) return std::nullopt;
  const std::size_t name_size = u16(directory, at + 28);
  const std::size_t extra_size = u16(directory, at + 30);
  const std::size_t rest = name_size + extra_size + u16(directory, at + 32);
  if (rest > directory.size() - at - kCentralSize) return std::nullopt;
  ZipEntry entry;
  entry.encrypted = (u16(directory, at + 8) & 1) != 0;
  entry.method = u16(directory, at + 10);
  entry.crc = u32(directory, at + 16);
  entry.packed_size = u32(directory, at + 20);
  entry.size = u32(directory, at + 24);
  entry.header_at = u32(directory, at + 42);
  entry.name = part_name(directory.substr(at + kCentralSize, name_size));
  const std::string_view extra = directory.substr(at + kCentralSize + name_size, extra_size);
  if (!read_wide_sizes(extra, entry)) return std::nullopt;
  at += kCentralSize + rest;
  return entry;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_part(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

Error damaged(std::string_view what) {
  return {ErrorCode::InvalidInput, "文件已损坏：" + std::string(what)};
}

Error too_large(std::string_view what) {
  return {ErrorCode::LimitExceeded, "表格太大：" + std::string(what) + "，请拆分后再导入"};
}

std::string size_text(std::uint64_t bytes) {
  if (bytes >= 1ULL << 30 && bytes % (1ULL << 30) == 0) return std::to_string(bytes >> 30) + " GiB";
  if (bytes >= 1ULL << 20 && bytes % (1ULL << 20) == 0) return std::to_string(bytes >> 20) + " MiB";
  return std::to_string(bytes) + " 字节";
}

Result<ZipArchive> ZipArchive::open(std::string_view bytes, const Limits& limits) {
  const std::optional<Directory> directory = find_directory(bytes);
  if (!directory) return damaged(kNoDirectory);
  if (directory->count > limits.zip_entries) {
    return too_large("压缩包里的文件超过 " + std::to_string(limits.zip_entries) + " 个");
  }
  ZipArchive archive;
  archive.bytes_ = bytes;
  const std::string_view entries =
      bytes.substr(static_cast<std::size_t>(directory->at + directory->shift),
                   static_cast<std::size_t>(directory->size));
  std::size_t at = 0;
  std::uint64_t expanded = 0;
  for (std::uint64_t i = 0; i < directory->count; ++i) {
    std::optional<ZipEntry> entry = read_entry(entries, at);
    if (!entry) return damaged(kNoDirectory);
    if (entry->size > limits.expanded_bytes - expanded) {
      return too_large("展开后超过 " + size_text(limits.expanded_bytes));
    }
    expanded += entry->size;
    if (entry->header_at > bytes.size()) return damaged(kNoDirectory);
    entry->header_at += directory->shift;
    archive.entries_.push_back(std::move(*entry));
  }
  return archive;
}

const ZipEntry* ZipArchive::find(std::string_view name) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const ZipEntry& entry) {
    return same_part(entry.name, name);
  });
  return found == entries_.end() ? nullptr : &*found;
}

Result<std::string_view> ZipArchive::packed(const ZipEntry& entry) const {
  const Error cut = damaged(entry.name + " 不完整");
  if (entry.header_at > bytes_.size() || bytes_.size() - entry.header_at < kLocalSize) return cut;
  const auto at = static_cast<std::size_t>(entry.header_at);
  if (bytes_.compare(at, 4, "PK\3\4", 4) != 0) return cut;
  const std::size_t skip = kLocalSize + u16(bytes_, at + 26) + u16(bytes_, at + 28);
  if (skip > bytes_.size() - at || entry.packed_size > bytes_.size() - at - skip) return cut;
  return bytes_.substr(at + skip, static_cast<std::size_t>(entry.packed_size));
}

}  // namespace core::intake
