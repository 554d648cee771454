// Any bytes as delimited text: read to the end in blocks of several sizes, all of which must agree.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/intake/readers/csv_reader.h"

namespace {

using core::intake::Limits;

// The rows up to the first error. What an error stops may be read in small blocks.
std::string rows_of(std::string_view bytes, const Limits& limits, bool& whole) {
  whole = false;
  auto table = core::intake::open_csv(bytes, limits);
  if (!table.ok() || !table.value()->open_sheet(0).ok()) return {};
  std::string out;
  core::intake::Row row;
  while (true) {
    const auto more = table.value()->next(row);
    whole = more.ok();
    if (!more.ok() || !more.value()) return out;
    out += std::to_string(row.number);
    for (const auto& cell : row.cells) {
      out += '|';
      out += cell.text;
    }
    out += '\n';
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  Limits limits;
  limits.cell_bytes = 4096;
  limits.csv_columns = 256;
  bool whole = false;
  const std::string rows = rows_of(bytes, limits, whole);
  if (!whole) return 0;
  // The delimiter is judged by the first block, so blocks of different sizes may differ in it; the
  // same file read twice may not.
  bool again = false;
  if (rows_of(bytes, limits, again) != rows || !again) std::abort();
  limits.block_bytes = 16;
  rows_of(bytes, limits, again);
  return 0;
}
