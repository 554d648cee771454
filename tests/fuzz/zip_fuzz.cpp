// Any bytes as a zip archive: every entry is read to its end, whole and in blocks.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "core/intake/readers/entry_window.h"
#include "core/intake/readers/zip.h"

namespace {

using core::intake::EntryWindow;
using core::intake::Limits;
using core::intake::ZipArchive;
using core::intake::ZipEntry;

std::optional<std::string> content(const ZipArchive& archive, const ZipEntry& entry,
                                   const Limits& limits) {
  auto window = EntryWindow::open(archive, entry, limits);
  if (!window.ok()) return std::nullopt;
  while (true) {
    const auto more = window.value().extend();
    if (!more.ok()) return std::nullopt;
    if (!more.value()) return std::string(window.value().view());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Limits limits;
  limits.expanded_bytes = 1 << 20;
  const auto archive = ZipArchive::open({reinterpret_cast<const char*>(data), size}, limits);
  if (!archive.ok()) return 0;
  Limits in_blocks = limits;
  in_blocks.held_bytes = 0;
  in_blocks.block_bytes = 7;
  for (const ZipEntry& entry : archive.value().entries()) {
    const auto whole = content(archive.value(), entry, limits);
    const auto pieces = content(archive.value(), entry, in_blocks);
    // The two decompressors differ in which invalid codes they still understand.
    if (whole && pieces && *pieces != *whole) std::abort();
    archive.value().find(entry.name);
  }
  return 0;
}
