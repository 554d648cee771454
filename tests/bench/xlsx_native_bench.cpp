// Reads every cell of a workbook's first sheet: xlsx_native_bench FILE

#include <string>

#include "core/intake/readers/table_reader.h"
#include "tests/bench/measure.h"

namespace {

struct Read {
  std::int64_t rows = 0;
  std::int64_t cells = 0;
  std::int64_t bytes = 0;
};

Read read_all(const std::string& path) {
  const std::string bytes = bench::read_bytes(path);
  auto reader = core::intake::open_table(bytes, path);
  bench::require(reader.ok(), reader.ok() ? std::string() : reader.error().message);
  bench::require(reader.value()->open_sheet(0).ok(), "the sheet cannot be opened");
  Read read;
  core::intake::Row row;
  for (;;) {
    const core::Result<bool> more = reader.value()->next(row);
    bench::require(more.ok(), more.ok() ? std::string() : more.error().message);
    if (!more.value()) return read;
    ++read.rows;
    read.cells += static_cast<std::int64_t>(row.cells.size());
    for (const core::intake::Cell& cell : row.cells)
      read.bytes += static_cast<std::int64_t>(cell.text.size());
  }
}

}  // namespace

int main(int argc, char** argv) {
  bench::require(argc == 2, "xlsx_native_bench FILE");
  Read read;
  const double time = bench::milliseconds_of([&] { read = read_all(argv[1]); });
  bench::print({{"milliseconds", time},
                {"rows", read.rows},
                {"cells", read.cells},
                {"bytes", read.bytes},
                {"peak_bytes", bench::peak_memory()}});
}
