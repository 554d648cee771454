#include "core/base/text.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace core;

TEST_CASE("text: well-formed UTF-8 is told from broken") {
  CHECK(is_utf8("县信访局 abc 𠮷"));
  CHECK_FALSE(is_utf8("\xc0\xaf"));          // overlong
  CHECK_FALSE(is_utf8("\xed\xa0\x80"));      // surrogate
  CHECK_FALSE(is_utf8("\xf4\x90\x80\x80"));  // beyond U+10FFFF
  CHECK_FALSE(is_utf8("\xe4\xbf"));          // cut off
}

TEST_CASE("text: the well-formed prefix ends where reading character by character does") {
  const std::vector<std::string> pieces = {
      "a",   "plain words 0123", "县", "信访事项的责任", "é", "߿", "ࠀ", "퟿", "\uE000", "𠮷",
      "、〔"};
  const std::vector<std::string> damage = {"\x80",     "\xC0\xAF", "\xC1",         "\xE0\x9F\xBF",
                                           "\xED\xA0", "\xE4\xBF", "\xF0\x8F\xBF", "\xF4\x90",
                                           "\xF5",     "\xFF"};
  std::string whole;
  for (std::size_t round = 0; round < 60; ++round) {
    for (std::size_t i = 0; i < 1 + round % 4; ++i) whole += pieces[(round * 7 + i * 3) % 11];
    CHECK(core::utf8_prefix(whole) == whole.size());
    for (const std::string& bad : damage) {
      CHECK(core::utf8_prefix(whole + bad) == whole.size());
      CHECK(core::utf8_prefix(whole + bad + whole) == whole.size());
      CHECK(core::utf8_prefix(bad + whole) == 0);
    }
    const std::string_view text = whole;
    for (std::size_t size = 0; size < text.size(); ++size) {
      std::size_t last = size;
      while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
      CHECK(core::utf8_prefix(text.substr(0, size)) == last);
    }
  }
}

TEST_CASE("text: malformed bytes give a replacement each and the loop ends") {
  const std::string_view broken = "\xe4\xbf";
  std::size_t at = 0;
  CHECK(next_code_point(broken, at) == 0xFFFD);
  CHECK(at == 1);
  CHECK(count_code_points("责链𠮷") == 3);
}

TEST_CASE("text: trimming knows the white space of Chinese input methods") {
  CHECK(trim("　 511720260100000001　\n") == "511720260100000001");
  CHECK(trim("\xEF\xBB\xBF编号\xC2\xA0") == "编号");
  CHECK(trim("　").empty());
}

TEST_CASE("text: full-width letters and brackets are folded, Chinese is kept") {
  CHECK(fold_width("　ＸＦ２０２６（１）：县　局 ") == "XF2026(1):县 局");
  CHECK(fold_header("信 访\n件　编号") == "信访件编号");
}

TEST_CASE("text: splitting at several separators drops empty pieces") {
  const auto pieces = split_any("城关镇、东河镇,, 西山镇；", {"、", ",", "；"});
  REQUIRE(pieces.size() == 3);
  CHECK(pieces[2] == "西山镇");
}

TEST_CASE("text: every occurrence is replaced, an empty pattern changes nothing") {
  CHECK(replace_all("王芳与王芳", "王芳", "王某") == "王某与王某");
  CHECK(replace_all("王芳", "", "x") == "王芳");
}

TEST_CASE("text: code points survive encoding and decoding") {
  for (const char32_t c : {U'a', U'é', U'县', U'𠮷'}) {
    std::string out;
    append_code_point(out, c);
    std::size_t at = 0;
    CHECK(next_code_point(out, at) == c);
    CHECK(at == out.size());
  }
}
