#include "core/store/memory_file.h"

#include <doctest/doctest.h>

#include "tests/store/ledger_support.h"

using core::store::MemoryFile;

namespace {

using Pages = std::vector<std::uint32_t>;

void write(MemoryFile& file, const std::string& bytes, std::size_t offset) {
  file.write(bytes.data(), bytes.size(), offset);
}

/// What a keeper of pages has after taking what is dirty.
void mirror(MemoryFile& file, std::vector<std::string>& pages) {
  pages.resize(file.page_count());
  for (const std::uint32_t page : file.take_dirty()) pages[page] = file.page(page);
}

std::string joined(const std::vector<std::string>& pages) {
  std::string all;
  for (const std::string& page : pages) all += page;
  return all;
}

}  // namespace

TEST_CASE("memory file: a write makes its pages dirty, once") {
  MemoryFile file;
  write(file, std::string(MemoryFile::kPageBytes * 3, 'a'), 0);
  CHECK(file.take_dirty() == Pages{0, 1, 2});
  CHECK(file.take_dirty().empty());
  write(file, "bb", MemoryFile::kPageBytes * 2 - 1);
  CHECK(file.take_dirty() == Pages{1, 2});
}

TEST_CASE("memory file: a write beyond the end makes the gap dirty too") {
  MemoryFile file;
  write(file, "a", 0);
  CHECK(file.take_dirty() == Pages{0});
  write(file, "b", MemoryFile::kPageBytes * 2);
  CHECK(file.take_dirty() == Pages{0, 1, 2});
  CHECK(file.bytes().size() == MemoryFile::kPageBytes * 2 + 1);
}

TEST_CASE("memory file: reading stops at the end") {
  MemoryFile file(std::string("abc"));
  char out[8] = {};
  CHECK(file.read(out, 8, 1) == 2);
  CHECK(std::string(out) == "bc");
  CHECK(file.read(out, 8, 3) == 0);
  CHECK(file.read(out, 8, 99) == 0);
}

TEST_CASE("memory file: pages cut off are not dirty, a shortened page is") {
  MemoryFile file;
  write(file, std::string(MemoryFile::kPageBytes * 3, 'a'), 0);
  file.truncate(MemoryFile::kPageBytes + 10);
  CHECK(file.take_dirty() == Pages{0, 1});
  file.truncate(MemoryFile::kPageBytes);
  CHECK(file.take_dirty().empty());
  CHECK(file.page_count() == 1);
}

TEST_CASE("memory file: the dirty pages of each commit make the same ledger elsewhere") {
  MemoryFile file;
  std::vector<std::string> kept;
  const auto ledger = test::new_ledger(file);
  mirror(file, kept);
  test::record(*ledger, test::small_county());
  mirror(file, kept);
  for (int i = 0; i < 40; ++i) {
    const std::string number = "case-" + std::to_string(i);
    test::record(*ledger, {test::register_case(number, "T01")});
    mirror(file, kept);
    test::record(*ledger, {test::on_case("case.accepted", number, "2026-09-02")});
    mirror(file, kept);
    CHECK(joined(kept) == file.bytes());
  }
  test::record(*ledger, {test::retracted(ledger->state().fact_id(core::FactRef{3}))});
  mirror(file, kept);

  MemoryFile copy(joined(kept));
  CHECK(copy.bytes() == file.bytes());
  const auto opened = test::reopen(copy);
  CHECK(opened->head_code() == ledger->head_code());
  CHECK(test::projected(opened->state()) == test::projected(ledger->state()));
}
