#include "core/intake/readers/gb18030.h"

#include <doctest/doctest.h>

#include "core/base/hash.h"
#include "core/base/text.h"

namespace {

std::string decoded(std::string_view bytes, std::string_view* left = nullptr) {
  std::string out;
  core::intake::append_gb18030(out, bytes);
  if (left != nullptr) *left = bytes;
  return out;
}

char byte(unsigned value) { return static_cast<char>(value); }

}  // namespace

TEST_CASE("gb18030: one, two and four bytes") {
  CHECK(decoded("a\xD6\xD0\xB9\xFA,\x81\x30\x81\x30\x94\x39\xFC\x36z") == "a中国,\u0080😀z");
  CHECK(decoded("\xE3\x32\x9A\x35") == "\U0010FFFF");
  CHECK(decoded("\x84\x31\xA4\x39") == "\uFFFF");
  CHECK(decoded("\xA2\xE3") == "€");
  CHECK(decoded("\x81\x39\xEE\x39\x82\x35\x87\x38") == "\u3400\u4DB5");
}

TEST_CASE("gb18030: what libraries dispute is as in the standard of 2022") {
  CHECK(decoded("\xA6\xD9\xA8\xBC\xFE\x51\xFE\xA0") == "︐ḿ𠂇龻");
  CHECK(decoded("\x82\x35\x90\x37") == "龴");
}

TEST_CASE("gb18030: the blank of old files is a blank, as browsers have it") {
  CHECK(decoded("\xA3\xA0") == "\u3000");
}

TEST_CASE("gb18030: what is cut off or no character is left") {
  std::string_view left;
  CHECK(decoded("\xD6\xD0\xB9", &left) == "中");
  CHECK(left == "\xB9");
  CHECK(decoded("\xD6\xD0\x94\x39\xFC", &left) == "中");
  CHECK(left.size() == 3);
  CHECK(decoded("a\xFFz", &left) == "a");
  CHECK(left == "\xFFz");
  CHECK(decoded("a\xB9\x20z", &left) == "a");
  CHECK(left == "\xB9\x20z");
  CHECK(decoded("\x85\x30\x81\x30", &left).empty());
  CHECK(decoded("\xE3\x32\x9A\x36", &left).empty());
  CHECK(decoded("\x81\x30\x20\x30", &left).empty());
  CHECK(left.size() == 4);
}

TEST_CASE("gb18030: every character of two bytes is the same on every machine") {
  std::string all;
  int characters = 0;
  for (unsigned lead = 0x81; lead <= 0xFE; ++lead) {
    for (unsigned second = 0x40; second <= 0xFE; ++second) {
      const std::string text = decoded(std::string{byte(lead), byte(second)});
      if (!text.empty()) ++characters;
      all += text + "\n";
    }
  }
  CHECK(characters == 23'940);
  CHECK(core::to_hex(core::blake2b(all)) ==
        "7f9bb50570c7ac463b519479adf62631b6ce18972511e5d40a3f4ed1fcf9491a");
}

TEST_CASE("gb18030: every character of four bytes is one of its own") {
  std::string bytes;
  for (unsigned a = 0x81; a <= 0x84; ++a) {
    for (unsigned b = 0x30; b <= 0x39; ++b) {
      for (unsigned c = 0x81; c <= 0xFE; ++c) {
        for (unsigned d = 0x30; d <= 0x39; ++d) bytes += {byte(a), byte(b), byte(c), byte(d)};
      }
    }
  }
  std::string_view left;
  const std::string text = decoded(bytes, &left);
  CHECK(bytes.size() - left.size() == 39'420 * 4);
  CHECK(core::is_utf8(text));
  char32_t before = 0;
  int backwards = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t next = core::next_code_point(text, at);
    if (next <= before) ++backwards;
    before = next;
  }
  CHECK(core::count_code_points(text) == 39'420);
  // 0x8135F437 took the private use character of U+1E3F, which has a code of two bytes since 2005.
  CHECK(backwards == 1);
}
