#pragma once
// Writes small zip archives for tests, sound or broken on purpose.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace test {

/// How one entry is written. Deflated means a valid deflate stream of uncompressed blocks.
struct ZipOptions {
  bool deflated = false;
  bool sizes_behind = false;  ///< A data descriptor follows; the local header holds no sizes.
  bool wide = false;          ///< Sizes stand in a zip64 field.
  bool encrypted = false;
  bool wrong_crc = false;
  std::uint16_t method = 0xFFFF;  ///< Unless 0xFFFF: what the headers claim.
};

class ZipWriter {
 public:
  void add(std::string_view name, std::string_view content, const ZipOptions& options = {});

  /// An entry whose compressed bytes, size and checksum are given.
  void add_packed(std::string_view name, std::string_view packed, std::uint64_t size,
                  std::uint32_t crc);

  /// The archive. `wide` adds a zip64 directory; `comment` stands at the very end.
  std::string finish(std::string_view comment = {}, bool wide = false) const;

 private:
  void add_entry(std::string_view name, std::string_view packed, std::uint64_t size,
                 std::uint32_t crc, const ZipOptions& options);

  std::string bytes_;
  std::string directory_;
  std::uint64_t count_ = 0;
};

std::uint32_t crc32(std::string_view bytes);

/// A deflate stream of uncompressed blocks.
std::string deflate_stored(std::string_view content);

/// A deflate stream that expands to one byte `a` and then `repeats` times 258 more of it.
std::string deflate_repeated(std::uint64_t repeats);

}  // namespace test
