#include "core/store/fact_body.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "core/base/text.h"

using core::Fields;
using core::List;
using core::Value;

namespace {

core::Result<Fields> read_body(const std::string& json) {
  core::FieldsView fields;
  core::store::UnpackedText unpacked;
  unpacked.start(json.size());
  // What stands around a body is the block's business.
  constexpr std::string_view kBlank = " \t\r\n";
  std::string_view rest = json;
  rest.remove_prefix(std::min(rest.find_first_not_of(kBlank), rest.size()));
  CORE_TRY(core::store::take_body(rest, core::utf8_prefix(rest), fields, unpacked));
  if (rest.find_first_not_of(kBlank) != std::string_view::npos)
    return core::Error{core::ErrorCode::InvalidInput, "more than one body"};
  return fields.owned();
}

std::string random_text(std::mt19937& random) {
  static const char* const kPieces[] = {"青山", "a", "\"", "\\", "\n", "\t", "\x01", "/", "é", "😀"};
  std::string text;
  for (auto left = random() % 5; left > 0; --left) text += kPieces[random() % 10];
  return text;
}

Value random_value(std::mt19937& random, int depth) {
  switch (random() % (depth > 3 ? 6 : 8)) {
    case 0:
      return Value();
    case 1:
      return Value(random() % 2 == 0);
    case 2:
      return Value(static_cast<std::int64_t>(random()) - 2'000'000'000);
    case 3:
      return Value(static_cast<double>(random()) / 1024.0);
    case 4:
    case 5:
      return Value(random_text(random));
    case 6: {
      List list;
      for (auto left = random() % 4; left > 0; --left)
        list.push_back(random_value(random, depth + 1));
      return Value(std::move(list));
    }
    default: {
      Fields fields;
      for (auto left = random() % 4; left > 0; --left)
        fields.set(random_text(random), random_value(random, depth + 1));
      return Value(std::move(fields));
    }
  }
}

bool same_as_parse_json(const std::string& json) {
  const auto fast = read_body(json);
  const auto slow = core::parse_json(json);
  if (!slow.ok() || !slow.value().fields()) return !fast.ok();
  return fast.ok() && fast.value() == *slow.value().fields();
}

}  // namespace

TEST_CASE("fact body: what to_json wrote comes back") {
  std::mt19937 random(7);
  for (int i = 0; i < 2000; ++i) {
    Fields fields;
    for (auto left = random() % 8; left > 0; --left)
      fields.set(random_text(random), random_value(random, 1));
    const std::string json = core::to_json(fields);
    const auto read = read_body(json);
    REQUIRE_MESSAGE(read.ok(), json);
    CHECK(core::to_json(read.value()) == json);
    CHECK(same_as_parse_json(json));
  }
}

TEST_CASE("fact body: passing over a body ends where reading it ends") {
  std::mt19937 random(13);
  for (int i = 0; i < 2000; ++i) {
    Fields fields;
    for (auto left = random() % 8; left > 0; --left)
      fields.set(random_text(random), random_value(random, 1));
    const std::string body = core::to_json(fields);
    const std::string all = body + R"(],["case.accepted"])";
    std::string_view rest = all;
    CHECK_MESSAGE(core::store::skip_body(rest) == body, body);
    CHECK(rest == R"(],["case.accepted"])");
  }
  for (const char* broken : {"", "{", R"({"a)", R"({"a\)", R"({"a\")", R"({"a":"5\"水管"}x)"}) {
    std::string_view rest = broken;
    if (core::store::skip_body(rest).empty()) CHECK(rest == broken);
  }
}

TEST_CASE("fact body: damaged bytes are judged as parse_json judges them") {
  std::mt19937 random(11);
  const std::string good = R"({"a":[1,-2,{"b":"青\n山"}],"c":true,"d":null,"e":"x\\y"})";
  REQUIRE(same_as_parse_json(good));
  for (int i = 0; i < 5000; ++i) {
    std::string bad = good;
    for (auto left = 1 + random() % 2; left > 0; --left) {
      const std::size_t at = random() % bad.size();
      switch (random() % 3) {
        case 0:
          bad[at] = static_cast<char>(random());
          break;
        case 1:
          bad.erase(at, 1);
          break;
        default:
          bad.insert(at, 1, "\"\\{}[]:,0-.e u"[random() % 14]);
      }
    }
    CHECK_MESSAGE(same_as_parse_json(bad), bad);
  }
}

TEST_CASE("fact body: the edges of numbers and names") {
  for (const char* json : {"",
                           "{",
                           "{}",
                           "{} ",
                           " {}",
                           "[]",
                           "1",
                           "{\"a\":0}",
                           "{\"a\":-0}",
                           "{\"a\":00}",
                           "{\"a\":01}",
                           "{\"a\":-}",
                           "{\"a\":1.5}",
                           "{\"a\":1e3}",
                           "{\"a\":9223372036854775807}",
                           "{\"a\":9223372036854775808}",
                           "{\"a\":-9223372036854775808}",
                           "{\"b\":1,\"a\":2}",
                           "{\"a\":1,\"a\":2}",
                           "{\"a\":1,}",
                           "{\"\":1}",
                           "{\"a\":\"\\u0041\"}",
                           "{\"a\":\"\xff\"}",
                           "{\"a\":\"\\x\"}",
                           "{\"a\":tru}",
                           "{\"a\":nul}",
                           "{\"a\":\"",
                           "{\"a\":\"\\"})
    CHECK_MESSAGE(same_as_parse_json(json), json);
}

TEST_CASE("fact body: depth has the same limit") {
  for (const int depth : {10, 58, 59, 60, 61, 62, 63, 64, 65, 70, 5000}) {
    std::string json = "{\"a\":";
    json.append(static_cast<std::size_t>(depth), '[');
    json.append(static_cast<std::size_t>(depth), ']');
    json += '}';
    CHECK_MESSAGE(same_as_parse_json(json), depth);
  }
}
