#include "core/base/json_writer.h"

#include <doctest/doctest.h>

#include <string>

#include "core/base/value.h"

using core::JsonWriter;

TEST_CASE("json writer: text is what values are written as, wherever it needs an escape") {
  for (std::size_t size = 0; size < 40; ++size) {
    for (std::size_t at = 0; at <= size; ++at) {
      for (const char special : {'"', '\\', '\n', '\x1f', '\x01', ' ', '\x7f', '\x80'}) {
        std::string text(size, 'a');
        if (at < size) text[at] = special;
        JsonWriter writer;
        writer.text(text);
        CHECK(writer.view() == core::to_json(core::Value(text)));
      }
    }
  }
}

TEST_CASE("json writer: pieces stand one behind the other and can be taken back") {
  JsonWriter writer;
  CHECK(writer.view().empty());
  writer.character('[');
  writer.number(-17);
  const std::size_t kept = writer.size();
  writer.plain(",null,null");
  writer.shorten(kept);
  writer.character(',');
  writer.day(*core::make_date(2026, 10, 7));
  writer.character(']');
  CHECK(writer.view() == R"([-17,"2026-10-07"])");
  writer.overwrite(1, "+18");
  CHECK(writer.view() == R"([+18,"2026-10-07"])");
  writer.clear();
  const std::string large(100'000, 'x');
  writer.plain("{");
  writer.plain(large);
  CHECK(writer.view() == "{" + large);
}
