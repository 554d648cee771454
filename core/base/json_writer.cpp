#include "core/base/json_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "core/base/value.h"

namespace core {
namespace {

constexpr std::size_t kFirstRoom = 4096;

}  // namespace

void JsonWriter::grow(std::size_t more) {
  const std::size_t wanted = std::max({size_ + more, capacity_ * 2, kFirstRoom});
  std::unique_ptr<char[]> larger(new char[wanted]);
  if (size_ > 0) std::memcpy(larger.get(), bytes_.get(), size_);
  bytes_ = std::move(larger);
  capacity_ = wanted;
}

void JsonWriter::text(std::string_view text) {
  if (plain_json_bytes(text) != text.size()) return escaped(text);
  make_room(text.size() + 2);
  char* const out = bytes_.get() + size_;
  out[0] = '"';
  if (!text.empty()) std::memcpy(out + 1, text.data(), text.size());
  out[text.size() + 1] = '"';
  size_ += text.size() + 2;
}

void JsonWriter::escaped(std::string_view text) {
  std::string quoted;
  append_json_text(quoted, text);
  plain(quoted);
}

void JsonWriter::number(std::int64_t value) {
  const fmt::format_int digits(value);
  plain({digits.data(), digits.size()});
}

void JsonWriter::day(Date day) { text(to_string(day)); }

}  // namespace core
