#include "core/rules/reminder/proposed_reminder.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/base/text.h"

using core::rules::sms_parts;

namespace {

std::string repeated(std::string_view character, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += character;
  return text;
}

/// As messages count: what lies beyond the first plane takes two.
int units_in(std::string_view text) {
  int units = 0;
  for (std::size_t at = 0; at < text.size();)
    units += core::next_code_point(text, at) > 0xFFFF ? 2 : 1;
  return units;
}

/// The text again, without the marks of its parts, none of which is too long.
std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) {
    CHECK(units_in(part) <= 67);
    text += part.substr(part.find(')') + 1);
  }
  return text;
}

}  // namespace

TEST_CASE(
    "text messages: up to seventy characters are one, more are parts that say which they are") {
  CHECK(sms_parts(repeated("县", 70)) == std::vector<std::string>{repeated("县", 70)});
  const std::vector<std::string> two = sms_parts(repeated("县", 71));
  REQUIRE(two.size() == 2);
  CHECK(two[0].substr(0, 5) == "(1/2)");
  CHECK(two[1].substr(0, 5) == "(2/2)");
  CHECK(joined(two) == repeated("县", 71));
  CHECK(joined(sms_parts(repeated("县", 300))) == repeated("县", 300));
}

TEST_CASE("text messages: a character that counts twice is never parted") {
  CHECK(sms_parts(repeated("𠮷", 35)).size() == 1);
  const std::string text = "县" + repeated("𠮷", 80);
  CHECK(joined(sms_parts(text)) == text);
}
