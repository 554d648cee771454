// Tables of delimited text in every encoding clerks meet.

#include <doctest/doctest.h>

#include "core/intake/readers/csv_record.h"
#include "core/intake/readers/text_source.h"
#include "tests/intake/readers/support.h"

using core::intake::detect_encoding;
using core::intake::Limits;
using core::intake::TextEncoding;
using test::shown_in_blocks;

namespace {

std::string utf16(std::u16string_view text, bool big) {
  std::string out = big ? "\xFE\xFF" : "\xFF\xFE";
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    out += big ? high : low;
    out += big ? low : high;
  }
  return out;
}

}  // namespace

TEST_CASE("csv: quotes, doubled quotes and line breaks in cells") {
  CHECK(shown_in_blocks("a,b\n1,\"x,y\"\n\"say \"\"hi\"\"\",\"two\r\nlines\"\n\"\",z\n") ==
        "1: T:a T:b\n2: T:1 T:x,y\n3: T:say \"hi\" T:two\nlines\n4: - T:z\n");
  CHECK(shown_in_blocks("\"\"\"\",\"a\rb\"\n\"x\"\r\n") == "1: T:\" T:a\nb\n2: T:x\n");
}

TEST_CASE("csv: rows are numbered as a spreadsheet shows them, what is wrong by its line") {
  CHECK(shown_in_blocks("a\n\"one\ntwo\n\nthree\"\nb\n\nc\n") ==
        "1: T:a\n2: T:one\ntwo\n\nthree\n3: T:b\n5: T:c\n");
}

TEST_CASE("csv: LF, CR LF and CR end lines, with or without one at the end") {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    CHECK(shown_in_blocks("a,b" + end + "c,d" + end) == "1: T:a T:b\n2: T:c T:d\n");
    CHECK(shown_in_blocks("a,b" + end + "c,d") == "1: T:a T:b\n2: T:c T:d\n");
    CHECK(shown_in_blocks("a,b" + end + "c,") == "1: T:a T:b\n2: T:c\n");
  }
}

TEST_CASE("csv: empty lines and lines of empty cells are passed over and counted") {
  CHECK(shown_in_blocks("\n\na,b\n,,,\n\n\"\",\"\"\nc,d,\n") == "3: T:a T:b\n7: T:c T:d\n");
  CHECK(shown_in_blocks("\n") == "");
}

TEST_CASE("csv: rows may have any number of cells") {
  CHECK(shown_in_blocks("标题\na,b,c\n1,2,3\n1,2\n1,2,3,4,5\n") ==
        "1: T:标题\n2: T:a T:b T:c\n3: T:1 T:2 T:3\n4: T:1 T:2\n5: T:1 T:2 T:3 T:4 T:5\n");
}

TEST_CASE("csv: a quote inside an unquoted cell is a character, text behind a quoted one stays") {
  CHECK(shown_in_blocks("5\" pipe,b\n\"a\"bc,d\n\"a\" \"b\",e\n") ==
        "1: T:5\" pipe T:b\n2: T:abc T:d\n3: T:a \"b\" T:e\n");
}

TEST_CASE("csv: the formula that keeps leading zeros gives its text") {
  CHECK(shown_in_blocks("=\"0012\",\"=\"\"0034\"\"\",=\"a\"\"b\",=1+1,=\"\"\n") ==
        "1: T:0012 T:0034 T:=\"a\"\"b\" T:=1+1\n");
}

TEST_CASE("csv: the delimiter is found outside quotes, by what the first lines agree on") {
  CHECK(shown_in_blocks("a;b;c\n\"1,2,3\";2,5;3\n4;5;6\n") ==
        "1: T:a T:b T:c\n2: T:1,2,3 T:2,5 T:3\n3: T:4 T:5 T:6\n");
  CHECK(shown_in_blocks("台账\na\tb,c\td\n1\t2\t3\n") ==
        "1: T:台账\n2: T:a T:b,c T:d\n3: T:1 T:2 T:3\n");
  CHECK(shown_in_blocks("a,b\n1;2,3\n4;5,6\n") == "1: T:a T:b\n2: T:1;2 T:3\n3: T:4;5 T:6\n");
  CHECK(shown_in_blocks("单列\n甲\n乙\n") == "1: T:单列\n2: T:甲\n3: T:乙\n");
  CHECK(shown_in_blocks("sep=;\na,x;b\n") == "1: T:a,x T:b\n");
}

TEST_CASE("csv: encodings with and without a mark") {
  const std::string table = "1: T:姓名 T:单位\n2: T:张三 T:青山县😀\n";
  CHECK(shown_in_blocks("姓名,单位\n张三,青山县😀\n") == table);
  CHECK(shown_in_blocks("\xEF\xBB\xBF姓名,单位\n张三,青山县😀\n") == table);
  CHECK(shown_in_blocks(utf16(u"姓名,单位\r\n张三,青山县😀\r\n", false)) == table);
  CHECK(shown_in_blocks(utf16(u"姓名,单位\r\n张三,青山县😀\r\n", true)) == table);
  // 姓名,单位 / 张三,青山县😀 with the four-byte form of GB18030 at the end
  CHECK(shown_in_blocks("\xD0\xD5\xC3\xFB,\xB5\xA5\xCE\xBB\n\xD5\xC5\xC8\xFD,"
                        "\xC7\xE0\xC9\xBD\xCF\xD8\x94\x39\xFC\x36\n") == table);
}

TEST_CASE("csv: an encoding is told by its bytes") {
  CHECK(detect_encoding("") == TextEncoding::Utf8);
  CHECK(detect_encoding("plain") == TextEncoding::Utf8);
  CHECK(detect_encoding("青山") == TextEncoding::Utf8);
  CHECK(detect_encoding("\xC7\xE0\xC9\xBD") == TextEncoding::Gb18030);
  CHECK(detect_encoding("\xC1\xAA\xCD\xA8") == TextEncoding::Gb18030);  // 联通, of ill fame
  CHECK(detect_encoding("\xFF\xFE") == TextEncoding::Utf16Little);
  CHECK(detect_encoding("\xFE\xFF") == TextEncoding::Utf16Big);
  // The stretch that is judged may end within a character.
  for (std::size_t more = 0; more < 3; ++more) {
    std::string text(more, 'a');
    for (int i = 0; i < 400'000; ++i) text += "青";
    CHECK(detect_encoding(text) == TextEncoding::Utf8);
    CHECK(detect_encoding(text + "\xC7\xE0") == TextEncoding::Utf8);
  }
  CHECK(detect_encoding(std::string(3 << 20, 'a') + "\xC7\xE0\xC9\xBD") == TextEncoding::Gb18030);
}

TEST_CASE("csv: bytes that are no text are refused with their line") {
  const std::string chinese = "\xD0\xD5\xC3\xFB,abcd\n\n\"x\ny\",";
  const std::string sentence = "! 第 4 行有无法识别的文字，文件既不是 UTF-8 也不是 GB18030";
  CHECK(test::shown(chinese + "\xFF\n") == sentence);
  CHECK(test::shown(chinese + "\xC7") == sentence);
  Limits small;
  small.block_bytes = 16;
  CHECK(test::shown(chinese + "\xFF\n", small) == "1: T:姓名 T:abcd\n" + sentence);
  CHECK(test::shown("青山县信访工作台账,a\n县\xE6\xE6,b\n") ==
        "! 第 2 行有不属于 UTF-8 的文字，请另存后再导入");
  std::string long_text = "姓名\n";
  for (int i = 0; i < 400'000; ++i) long_text += "青";
  CHECK(test::shown(long_text + "\n\xFF\n").find("! 第 3 行有不属于 UTF-8 的文字") !=
        std::string::npos);
  const std::string_view nul("a,b\nc,\0\n", 8);
  CHECK(shown_in_blocks(nul) == "! 第 2 行有空字符，这不是文本表格或者文件已损坏");
  CHECK(shown_in_blocks(utf16(u"a\n", false) + std::string(1, 'x')) ==
        "! 第 2 行有不属于 UTF-16 的文字，请另存后再导入");
  CHECK(shown_in_blocks(utf16(std::u16string(u"a\n") + char16_t{0xDC00} + u"bcd", false)) ==
        "! 第 2 行有不属于 UTF-16 的文字，请另存后再导入");
}

TEST_CASE("csv: a quote that never ends is refused with the line it began on") {
  CHECK(shown_in_blocks("a,b\n1,2\n\"x\ny\",\"open\n3,4\n") ==
        "1: T:a T:b\n2: T:1 T:2\n! 第 4 行开始的引号没有结束");
}

TEST_CASE("csv: over a limit there is one sentence") {
  const std::string text = "a,b\n1,甲乙\n3,4,5\n";
  Limits limits;
  limits.csv_rows = 2;
  CHECK(shown_in_blocks(text, limits) ==
        "1: T:a T:b\n2: T:1 T:甲乙\n! 表格太大：超过 2 行，请拆分后再导入");
  limits = {};
  limits.csv_columns = 2;
  CHECK(shown_in_blocks(text, limits) ==
        "1: T:a T:b\n2: T:1 T:甲乙\n! 表格太大：第 3 行超过 2 列，请拆分后再导入");
  limits = {};
  limits.cell_bytes = 5;
  CHECK(
      shown_in_blocks(text, limits) ==
      "1: T:a T:b\n! 表格太大：第 2 行有单元格超过 5 字节（也可能是引号没有结束），请拆分后再导入");
  CHECK(
      shown_in_blocks("a,b\n\"123456\n", limits) ==
      "1: T:a T:b\n! 表格太大：第 2 行有单元格超过 5 字节（也可能是引号没有结束），请拆分后再导入");
}

TEST_CASE("csv: the end of a field is found wherever it stands") {
  for (std::size_t size = 0; size < 70; ++size) {
    for (const char end : {',', '\n', '\r'}) {
      // Bytes next to the wanted ones in value must not be taken for them.
      std::string text(size, '\x0B');
      for (std::size_t i = 0; i < size; ++i) text[i] = "\x0B\x0C\x0E\x2B\x2D\x8A\x8D\xAC"[i % 8];
      text += end;
      text += ",\n,\n,\n,\n,\n,\n,\n,\n,\n,\n,\n";
      CHECK(core::intake::find_field_end(text, 0, ',') == size);
      CHECK(core::intake::find_field_end(std::string_view(text).substr(0, size), 0, ',') == size);
    }
  }
}

TEST_CASE("csv: progress goes from nothing to all") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "甲,乙\n";
  Limits limits;
  limits.block_bytes = 100;
  auto table = core::intake::open_table(text, "x.csv", limits);
  REQUIRE(table.ok());
  REQUIRE(table.value()->open_sheet(0).ok());
  CHECK(table.value()->sheets()[0].name.empty());
  core::intake::Row row;
  double before = 0;
  while (table.value()->next(row).value()) {
    CHECK(table.value()->progress() >= before);
    before = table.value()->progress();
  }
  CHECK(before == 1);
  CHECK(table.value()->merges().value().empty());
}
