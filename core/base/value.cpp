#include "core/base/value.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace core {
namespace {

bool name_before(const Fields::Entry& entry, std::string_view name) { return entry.first < name; }

bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

/// Which of eight bytes do not stand for themselves: the lowest bit set is in the first such byte.
/// A borrow can only call a byte special behind one that is.
std::uint64_t special_of_eight(const char* bytes) {
  static_assert(std::endian::native == std::endian::little);
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kHigh = 0x8080808080808080;
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, 8);
  const std::uint64_t quoted = word ^ kOnes * '"';
  const std::uint64_t escaped = word ^ kOnes * '\\';
  const std::uint64_t control = (word - kOnes * 0x20) & ~word;
  const std::uint64_t quote = (quoted - kOnes) & ~quoted;
  const std::uint64_t backslash = (escaped - kOnes) & ~escaped;
  return (control | quote | backslash) & kHigh;
}

#ifdef __SSE2__
/// The same for sixteen, one bit for each byte.
unsigned special_of_sixteen(const char* bytes) {
  const __m128i all = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
  const __m128i last_control = _mm_set1_epi8(0x1F);
  const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(all, last_control), all);
  const __m128i quote = _mm_cmpeq_epi8(all, _mm_set1_epi8('"'));
  const __m128i backslash = _mm_cmpeq_epi8(all, _mm_set1_epi8('\\'));
  return static_cast<unsigned>(
      _mm_movemask_epi8(_mm_or_si128(control, _mm_or_si128(quote, backslash))));
}
#endif

void append_control(std::string& out, unsigned char c) {
  switch (c) {
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", c);
  }
}

void append_list(std::string& out, const List& list) {
  out += '[';
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) out += ',';
    append_json(out, list[i]);
  }
  out += ']';
}

void append_pretty(std::string& out, const Value& value, std::size_t depth);

void append_line(std::string& out, std::size_t depth) {
  out += '\n';
  out.append(depth * 2, ' ');
}

void append_pretty_list(std::string& out, const List& list, std::size_t depth) {
  if (list.empty()) {
    out += "[]";
    return;
  }
  out += '[';
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) out += ',';
    append_line(out, depth + 1);
    append_pretty(out, list[i], depth + 1);
  }
  append_line(out, depth);
  out += ']';
}

void append_pretty_fields(std::string& out, const Fields& fields, std::size_t depth) {
  if (fields.empty()) {
    out += "{}";
    return;
  }
  out += '{';
  bool first = true;
  for (const auto& [name, value] : fields) {
    if (!first) out += ',';
    first = false;
    append_line(out, depth + 1);
    append_json_text(out, name);
    out += ": ";
    append_pretty(out, value, depth + 1);
  }
  append_line(out, depth);
  out += '}';
}

void append_pretty(std::string& out, const Value& value, std::size_t depth) {
  if (const List* list = value.list()) return append_pretty_list(out, *list, depth);
  if (const Fields* fields = value.fields()) return append_pretty_fields(out, *fields, depth);
  append_json(out, value);
}

}  // namespace

Fields::Fields(std::initializer_list<Entry> entries) {
  entries_.reserve(entries.size());
  for (const Entry& entry : entries) {
    if (entries_.empty() || entries_.back().first < entry.first) {
      entries_.push_back(entry);
    } else {
      set(entry.first, entry.second);
    }
  }
}

void Fields::set(std::string_view name, Value value) {
  if (entries_.empty() || entries_.back().first < name) {
    entries_.emplace_back(std::string(name), std::move(value));
    return;
  }
  const auto at = std::lower_bound(entries_.begin(), entries_.end(), name, name_before);
  if (at != entries_.end() && at->first == name) {
    at->second = std::move(value);
  } else {
    entries_.emplace(at, std::string(name), std::move(value));
  }
}

void Fields::clear() { entries_.clear(); }

void Fields::erase(std::string_view name) {
  const auto at = std::lower_bound(entries_.begin(), entries_.end(), name, name_before);
  if (at != entries_.end() && at->first == name) entries_.erase(at);
}

const Value* Fields::find(std::string_view name) const {
  const auto at = std::lower_bound(entries_.begin(), entries_.end(), name, name_before);
  return at != entries_.end() && at->first == name ? &at->second : nullptr;
}

std::string_view Fields::text(std::string_view name) const {
  const Value* value = find(name);
  const std::string* text = value ? value->text() : nullptr;
  return text ? std::string_view(*text) : std::string_view();
}

std::int64_t Fields::integer(std::string_view name, std::int64_t fallback) const {
  const Value* value = find(name);
  const std::int64_t* integer = value ? value->integer() : nullptr;
  return integer ? *integer : fallback;
}

bool Fields::boolean(std::string_view name, bool fallback) const {
  const Value* value = find(name);
  const bool* boolean = value ? value->boolean() : nullptr;
  return boolean ? *boolean : fallback;
}

bool operator==(const Fields& a, const Fields& b) { return a.entries_ == b.entries_; }

std::size_t plain_json_bytes(std::string_view text) {
  std::size_t at = 0;
#ifdef __SSE2__
  for (; at + 16 <= text.size(); at += 16)
    if (const unsigned found = special_of_sixteen(text.data() + at); found != 0)
      return at + static_cast<std::size_t>(std::countr_zero(found));
#endif
  for (; at + 8 <= text.size(); at += 8)
    if (const std::uint64_t found = special_of_eight(text.data() + at); found != 0)
      return at + static_cast<std::size_t>(std::countr_zero(found)) / 8;
  while (at < text.size() && is_plain(text[at])) ++at;
  return at;
}

void append_json_text(std::string& out, std::string_view text) {
  out += '"';
  for (;;) {
    const std::size_t plain = plain_json_bytes(text);
    out.append(text, 0, plain);
    if (plain == text.size()) break;
    const auto c = static_cast<unsigned char>(text[plain]);
    if (c >= 0x20) {
      out += '\\';
      out += static_cast<char>(c);
    } else {
      append_control(out, c);
    }
    text.remove_prefix(plain + 1);
  }
  out += '"';
}

void append_json(std::string& out, const Fields& fields) {
  out += '{';
  bool first = true;
  for (const auto& [name, value] : fields) {
    if (!first) out += ',';
    first = false;
    append_json_text(out, name);
    out += ':';
    append_json(out, value);
  }
  out += '}';
}

void append_json(std::string& out, const Value& value) {
  if (const std::string* text = value.text()) return append_json_text(out, *text);
  if (const bool* boolean = value.boolean()) {
    out += *boolean ? "true" : "false";
    return;
  }
  if (const std::int64_t* integer = value.integer()) {
    const fmt::format_int digits(*integer);
    out.append(digits.data(), digits.size());
    return;
  }
  if (const double* real = value.real()) {
    // JSON has no infinities; a value that is none becomes null.
    if (std::isfinite(*real)) {
      fmt::format_to(std::back_inserter(out), "{}", *real);
    } else {
      out += "null";
    }
    return;
  }
  if (const List* list = value.list()) return append_list(out, *list);
  if (const Fields* fields = value.fields()) return append_json(out, *fields);
  out += "null";
}

std::string to_json(const Value& value) {
  std::string out;
  append_json(out, value);
  return out;
}

std::string to_json(const Fields& fields) {
  std::string out;
  append_json(out, fields);
  return out;
}

std::string to_pretty_json(const Value& value) {
  std::string out;
  append_pretty(out, value, 0);
  return out;
}

}  // namespace core
