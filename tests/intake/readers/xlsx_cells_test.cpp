// What the cells of a sheet say, whoever wrote them.

#include <doctest/doctest.h>

#include "tests/intake/readers/support.h"

namespace {

using test::shown_in_blocks;
using test::XlsxParts;

std::string rows(std::string_view inside) { return shown_in_blocks(test::xlsx_rows(inside)); }

std::string with_strings(std::string_view strings, std::string_view inside) {
  XlsxParts parts;
  parts.strings = strings;
  parts.sheet = "<sheetData>" + std::string(inside) + "</sheetData>";
  return shown_in_blocks(test::xlsx(parts));
}

}  // namespace

TEST_CASE("xlsx: numbers show the digits a person sees") {
  const auto number = [](std::string_view text) {
    return rows("<row r=\"1\"><c r=\"A1\"><v>" + std::string(text) + "</v></c></row>");
  };
  CHECK(number("5") == "1: N:5\n");
  CHECK(number("-12.5") == "1: N:-12.5\n");
  CHECK(number("5.0") == "1: N:5\n");
  CHECK(number("0") == "1: N:0\n");
  CHECK(number("-0") == "1: N:0\n");
  CHECK(number("007") == "1: N:7\n");
  CHECK(number("0.1") == "1: N:0.1\n");
  CHECK(number("0.10000000000000001") == "1: N:0.1\n");
  CHECK(number("0.30000000000000004") == "1: N:0.3\n");
  CHECK(number("1E-3") == "1: N:0.001\n");
  CHECK(number("1.5e2") == "1: N:150\n");
  CHECK(number("123456789012345") == "1: N:123456789012345\n");
  CHECK(number("9007199254740993") == "1: N:9007199254740992\n");
  CHECK(number(" 8 ") == "1: N:8\n");
  CHECK(number("") == "");
}

TEST_CASE("xlsx: a long number keeps all the digits the file has") {
  CHECK(rows("<row><c><v>5.1172219900101123E+17</v></c></row>") == "1: N:511722199001011200\n");
  CHECK(rows("<row><c><v>511722199001011000</v></c></row>") == "1: N:511722199001011000\n");
  CHECK(rows("<row><c t=\"inlineStr\"><is><t>511722199001011234</t></is></c></row>") ==
        "1: T:511722199001011234\n");
  CHECK(rows("<row><c><v>1e30</v></c></row>") == "1: N:1e+30\n");
}

TEST_CASE("xlsx: what claims to be a number and is none stays text") {
  CHECK(
      rows("<row><c><v>abc</v></c><c><v>1e999</v></c><c><v>nan</v></c><c><v>0x10</v></c></row>") ==
      "1: T:abc T:1e999 T:nan T:0x10\n");
}

TEST_CASE("xlsx: booleans, errors and formulas show their cached values") {
  CHECK(
      rows(
          R"(<row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" t="b"><v>0</v></c>)"
          R"(<c r="C3" t="e"><v>#N/A</v></c><c r="D3" t="e"><f>1/0</f><v>#DIV/0!</v></c>)"
          R"(<c r="E3"><f>SUM(A1:A2)</f><v>12</v></c>)"
          R"(<c r="F3" t="str"><f>A1&amp;"x"</f><v>甲&amp;x</v></c><c r="G3"><f>A1</f></c></row>)") ==
      "3: B:TRUE B:FALSE E:#N/A E:#DIV/0! N:12 T:甲&x E:\n");
}

TEST_CASE("xlsx: a formula nobody worked out is an error, one that gives nothing is empty") {
  CHECK(rows(R"(<row><c><f>A1</f><v/></c><c><f>A1</f></c><c t="str"><f>A1</f></c>)"
             R"(<c t="str"><f>""</f><v></v></c><c><v>1</v></c></row>)") == "1: E: E: E: - N:1\n");
}

TEST_CASE("xlsx: shared strings are looked up by number") {
  CHECK(with_strings(
            "<si><t>甲</t></si><si><t/></si><si/><si><t xml:space=\"preserve\"> 乙 </t></si>",
            R"(<row><c t="s"><v>3</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c>)"
            R"(<c t="s"><v>0</v></c></row>)") == "1: T: 乙  - - T:甲\n");
}

TEST_CASE("xlsx: rich text joins its runs and leaves phonetic hints out") {
  const std::string rich =
      "<r><rPr><b/><sz val=\"11\"/></rPr><t>青山</t></r><r><t xml:space=\"preserve\"> 县</t></r>"
      "<rPh sb=\"0\" eb=\"2\"><t>qing shan</t></rPh><phoneticPr fontId=\"1\"/>";
  CHECK(with_strings("<si>" + rich + "</si>", "<row><c t=\"s\"><v>0</v></c></row>") ==
        "1: T:青山 县\n");
  CHECK(rows("<row><c t=\"inlineStr\"><is>" + rich + "</is></c></row>") == "1: T:青山 县\n");
}

TEST_CASE("xlsx: a string number beyond the list is damage, not an empty cell") {
  CHECK(with_strings("<si><t>甲</t></si>", "<row r=\"4\"><c r=\"C4\" t=\"s\"><v>1</v></c></row>") ==
        "! 文件已损坏：单元格 C4 的文字找不到");
  CHECK(rows("<row><c t=\"s\"><v>0</v></c></row>") == "! 文件已损坏：单元格 A1 的文字找不到");
  CHECK(with_strings("<si><t>甲</t></si>", "<row><c t=\"s\"><v>-1</v></c></row>") ==
        "! 文件已损坏：单元格 A1 的文字找不到");
}

TEST_CASE("xlsx: entities, character references, CDATA and comments") {
  CHECK(rows("<row><c t=\"inlineStr\"><is><t>&lt;a&gt; &amp;amp; &quot;&apos; &#20013;&#x56FD;"
             "&#x1F600; & &x a&</t></is></c></row>") == "1: T:<a> &amp; \"' 中国😀 & &x a&\n");
  CHECK(rows("<row><c t=\"str\"><v><![CDATA[<b>&amp;]]>尾</v></c></row>") == "1: T:<b>&amp;尾\n");
  CHECK(rows("<row><!-- </row> --><c t=\"str\"><v>甲<!-- x -->乙<?pi <v>?></v></c></row>") ==
        "1: T:甲乙\n");
  CHECK(rows("<row><c t=\"str\"><v>&#0;&#xD800;&#x110000;</v></c></row>") ==
        "1: T:\uFFFD\uFFFD\uFFFD\n");
}

TEST_CASE("xlsx: Excel's escapes and every kind of line break") {
  const auto text = [](std::string_view inside) {
    return with_strings("<si><t>" + std::string(inside) + "</t></si>",
                        "<row><c t=\"s\"><v>0</v></c></row>");
  };
  CHECK(text("a_x000D_\nb") == "1: T:a\nb\n");
  CHECK(text("a_x000D_b\r\nc") == "1: T:a\nb\nc\n");
  CHECK(text("a&#13;&#10;b") == "1: T:a\nb\n");
  CHECK(text("_x005F_x000D_") == "1: T:_x000D_\n");
  CHECK(text("_xD83D__xDE00_") == "1: T:😀\n");
  CHECK(text("_xD83D_ _x0000_") == "1: T:\uFFFD \uFFFD\n");
  CHECK(text("my_xls_x12_file_x00") == "1: T:my_xls_x12_file_x00\n");
}

TEST_CASE("xlsx: cells and rows without references follow one another") {
  CHECK(rows("<row><c><v>1</v></c><c r=\"D1\"><v>2</v></c><c><v>3</v></c></row>"
             "<row r=\"5\"><c><v>4</v></c></row><row><c r=\"b6\"><v>5</v></c></row>") ==
        "1: N:1 - - N:2 N:3\n5: N:4\n6: - N:5\n");
}

TEST_CASE("xlsx: rows and cells out of order stay where they say they are") {
  CHECK(rows(R"(<row r="9"><c r="C9"><v>3</v></c><c r="A9"><v>1</v></c></row>)"
             R"(<row r="2"><c r="A2"><v>7</v></c><c r="A2"><v>8</v></c></row>)") ==
        "9: N:1 - N:3\n2: N:8\n");
}

TEST_CASE("xlsx: rows without content are passed over, trailing empty cells are not shown") {
  CHECK(rows(R"(<row r="1"/><row r="2" ht="15"><c r="A2" s="1"/><c r="B2" t="s"></c></row>)"
             R"(<row r="3"><c r="A3"><v>1</v></c><c r="B3"/><c r="ZZ3" s="4"/></row>)") ==
        "3: N:1\n");
}

TEST_CASE("xlsx: a cell of one row never shows in the next") {
  CHECK(rows(R"(<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>3</v></c></row>)"
             R"(<row r="2"><c r="B2"><v>2</v></c></row><row r="3"><c r="D3"><v>4</v></c></row>)") ==
        "1: N:1 - N:3\n2: - N:2\n3: - - - N:4\n");
}

TEST_CASE("xlsx: prefixed elements, other quotes, white space and unknown attributes") {
  XlsxParts parts;
  parts.others = {{"xl/worksheets/sheet1.xml",
                   "\xEF\xBB\xBF<?xml version='1.0'?>\r\n<x:worksheet xmlns:x='m'>\n"
                   "<x:dimension ref='A1:Z1'/><x:sheetData>\n <x:row r = '2' x:spans='1:2'>\n"
                   "  <x:c y:r='Q9' r='B2' cm='1' t = 'inlineStr'>\n <x:is><x:t>甲&gt;</x:t></x:is>"
                   "</x:c>\n<x:c r='C2' vm=\"a>b\"><x:v>7</x:v></x:c></x:row></x:sheetData>"
                   "</x:worksheet>\n"}};
  CHECK(shown_in_blocks(test::xlsx(parts)) == "2: - T:甲> N:7\n");
}

TEST_CASE("xlsx: text that is no UTF-8 is damage") {
  CHECK(rows("<row r=\"7\"><c r=\"B7\" t=\"str\"><v>\xC7\xE0\xC9\xBD</v></c></row>") ==
        "! 文件已损坏：单元格 B7 的文字不是 UTF-8 文字");
  CHECK(with_strings("<si><t>\xC7\xE0</t></si>", "<row><c><v>1</v></c></row>") ==
        "! 文件已损坏：单元格的文字不是 UTF-8 文字");
}
