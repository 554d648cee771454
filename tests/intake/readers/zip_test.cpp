#include "core/intake/readers/zip.h"

#include <doctest/doctest.h>

#include "core/intake/readers/entry_window.h"
#include "tests/support/zip_writer.h"

using core::intake::EntryWindow;
using core::intake::Limits;
using core::intake::ZipArchive;

namespace {

// An entry's content read to its end, or the error.
std::string content(std::string_view bytes, std::string_view name, const Limits& limits = {}) {
  const auto archive = ZipArchive::open(bytes, limits);
  if (!archive.ok()) return "! " + archive.error().message;
  const auto* const entry = archive.value().find(name);
  if (entry == nullptr) return "! missing";
  auto window = EntryWindow::open(archive.value(), *entry, limits);
  if (!window.ok()) return "! " + window.error().message;
  while (true) {
    const auto more = window.value().extend();
    if (!more.ok()) return "! " + more.error().message;
    if (!more.value()) return std::string(window.value().view());
  }
}

}  // namespace

TEST_CASE("zip: the directory is found behind a comment, before a prefix, and as zip64") {
  test::ZipWriter zip;
  zip.add("a/b.txt", "hello");
  CHECK(content(zip.finish(), "a/b.txt") == "hello");
  CHECK(content(zip.finish(std::string(0xFFFF, 'x')), "a/b.txt") == "hello");
  CHECK(content("#!/bin/prefix" + zip.finish(), "a/b.txt") == "hello");
  CHECK(content(zip.finish("", /*wide=*/true), "a/b.txt") == "hello");
}

TEST_CASE("zip: names are compared without case, leading slashes and backslashes") {
  test::ZipWriter zip;
  zip.add("\\XL\\Workbook.xml", "w");
  CHECK(content(zip.finish(), "xl/workbook.xml") == "w");
}

TEST_CASE("zip: content comes whole or in blocks") {
  test::ZipWriter zip;
  test::ZipOptions deflated;
  deflated.deflated = true;
  std::string text;
  for (int i = 0; i < 30'000; ++i) text += std::to_string(i);
  zip.add("a", text, deflated);
  zip.add("empty", "", deflated);
  for (const std::size_t block : {1U, 100U, 65'536U}) {
    Limits limits;
    limits.held_bytes = 0;
    limits.block_bytes = block;
    CHECK(content(zip.finish(), "a", limits) == text);
    CHECK(content(zip.finish(), "empty", limits).empty());
  }
  CHECK(content(zip.finish(), "a") == text);
}

TEST_CASE("zip: a size or checksum that does not fit is damage, whole or in blocks") {
  const std::string packed = test::deflate_stored("hello");
  for (const std::size_t held : {0U, 1000U}) {
    Limits limits;
    limits.held_bytes = held;
    const auto entry = [&](std::uint64_t size, std::uint32_t crc) {
      test::ZipWriter zip;
      zip.add_packed("a", packed, size, crc);
      return content(zip.finish(), "a", limits);
    };
    CHECK(entry(5, test::crc32("hello")) == "hello");
    CHECK(entry(6, test::crc32("hello")) == "! 文件已损坏：a 解压失败");
    CHECK(entry(4, test::crc32("hell"))[0] == (held == 0 ? 'h' : '!'));
    CHECK(entry(5, 1) == "! 文件已损坏：a 校验不符");
  }
}

TEST_CASE("zip: what expands too far is refused before it is expanded") {
  const std::string packed = test::deflate_repeated(45'000);
  const std::uint64_t size = 1 + 45'000ULL * 258;
  test::ZipWriter zip;
  zip.add_packed("a", packed, size, test::crc32(std::string(size, 'a')));
  Limits limits;
  CHECK(content(zip.finish(), "a", limits).size() == size);
  limits.expansion_ratio = 100;
  CHECK(content(zip.finish(), "a", limits) == "! 表格太大：压缩包展开超过 100 倍，请拆分后再导入");
  limits = {};
  limits.expanded_bytes = 10 << 20;
  CHECK(content(zip.finish(), "a", limits) == "! 表格太大：展开后超过 10 MiB，请拆分后再导入");
}

TEST_CASE("zip: a directory that lies about itself is refused") {
  test::ZipWriter zip;
  zip.add("a", "hello");
  const std::string good = zip.finish();
  CHECK(content("", "a") == "! 文件已损坏：压缩包目录读不出来");
  CHECK(content(good.substr(0, good.size() - 1), "a") == "! 文件已损坏：压缩包目录读不出来");
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const char value : {'\0', '\x7F', '\xFF'}) {
      std::string bad = good;
      bad[at] = value;
      const std::string text = content(bad, "a");
      const bool sane = text == "hello" || text[0] == '!' || text.size() < 5;
      if (!sane) FAIL_CHECK("byte " << at << ": " << text);
    }
  }
}
