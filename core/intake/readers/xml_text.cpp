#include "core/intake/readers/xml_text.h"

#include <cstdint>
#include <cstring>
#include <optional>
#include <utility>

#include "core/base/text.h"

namespace core::intake {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::size_t kEscape = 7;  // _xHHHH_
constexpr std::size_t kLongestReference = 12;

bool is_high_surrogate(char32_t c) { return c >= 0xD800 && c < 0xDC00; }
bool is_low_surrogate(char32_t c) { return c >= 0xDC00 && c < 0xE000; }

std::optional<char32_t> digits(std::string_view text, char32_t base) {
  if (text.empty()) return std::nullopt;
  char32_t value = 0;
  for (const char c : text) {
    const char low = static_cast<char>(c | 0x20);
    char32_t digit = 99;
    if (c >= '0' && c <= '9') digit = static_cast<char32_t>(c - '0');
    if (low >= 'a' && low <= 'f') digit = static_cast<char32_t>(low - 'a' + 10);
    if (digit >= base || value > 0x10FFFF) return std::nullopt;
    value = value * base + digit;
  }
  return value;
}

void append_character(std::string& out, char32_t c) {
  const bool scalar = c != 0 && c <= 0x10FFFF && !is_high_surrogate(c) && !is_low_surrogate(c);
  append_code_point(out, scalar ? c : kReplacement);
}

// `name` stands between `&` and `;`.
bool append_entity(std::string& out, std::string_view name) {
  constexpr std::pair<std::string_view, char> kNamed[] = {
      {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
  for (const auto& [known, character] : kNamed) {
    if (name != known) continue;
    out += character;
    return true;
  }
  if (name.size() < 2 || name[0] != '#') return false;
  const bool hexadecimal = name[1] == 'x' || name[1] == 'X';
  const auto code = hexadecimal ? digits(name.substr(2), 16) : digits(name.substr(1), 10);
  if (code) append_character(out, *code);
  return code.has_value();
}

// The UTF-16 unit of an escape that starts at `at`.
std::optional<char32_t> escape_at(std::string_view text, std::size_t at) {
  if (text.size() - at < kEscape || text[at] != '_' || text[at + 1] != 'x') return std::nullopt;
  if (text[at + kEscape - 1] != '_') return std::nullopt;
  return digits(text.substr(at + 2, 4), 16);
}

std::string without_escapes(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto unit = escape_at(text, at);
    if (!unit) {
      out += text[at++];
      continue;
    }
    at += kEscape;
    const auto low = is_high_surrogate(*unit) ? escape_at(text, at) : std::nullopt;
    if (low && is_low_surrogate(*low)) {
      at += kEscape;
      append_character(out, 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00));
    } else {
      append_character(out, *unit);
    }
  }
  return out;
}

bool has(std::string_view text, char c) {
  return !text.empty() && std::memchr(text.data(), c, text.size()) != nullptr;
}

bool is_continuation(unsigned char c) { return (c & 0xC0) == 0x80; }

// The size of the well-formed character at `p`, 0 when there is none.
std::size_t character_size(const unsigned char* p, std::size_t left) {
  const unsigned char lead = p[0];
  if (lead < 0x80) return lead != 0 ? 1 : 0;
  if (lead < 0xC2 || left < 2 || !is_continuation(p[1])) return 0;
  if (lead < 0xE0) return 2;
  if (left < 3 || !is_continuation(p[2])) return 0;
  if (lead < 0xF0) {
    const bool overlong = lead == 0xE0 && p[1] < 0xA0;
    const bool surrogate = lead == 0xED && p[1] >= 0xA0;
    return overlong || surrogate ? 0 : 3;
  }
  if (lead > 0xF4 || left < 4 || !is_continuation(p[3])) return 0;
  const bool overlong = lead == 0xF0 && p[1] < 0x90;
  const bool beyond = lead == 0xF4 && p[1] >= 0x90;
  return overlong || beyond ? 0 : 4;
}

// Eight bytes that are all ASCII and not NUL.
bool is_plain_word(const unsigned char* p) {
  constexpr std::uint64_t kHigh = 0x8080808080808080;
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  std::uint64_t word = 0;
  std::memcpy(&word, p, sizeof word);
  return ((word | (word - kOnes)) & kHigh) == 0;
}

}  // namespace

void append_xml_text(std::string& out, std::string_view raw) {
  while (true) {
    const std::size_t mark = raw.find('&');
    out += raw.substr(0, mark);
    if (mark == std::string_view::npos) return;
    raw.remove_prefix(mark);
    const std::size_t end = raw.substr(0, kLongestReference).find(';');
    const bool replaced =
        end != std::string_view::npos && append_entity(out, raw.substr(1, end - 1));
    if (!replaced) out += '&';
    raw.remove_prefix(replaced ? end + 1 : 1);
  }
}

std::string xml_value(std::string_view raw) {
  std::string value;
  append_xml_text(value, raw);
  return value;
}

bool is_plain(std::string_view raw) {
  return !has(raw, '&') && !has(raw, '\r') && raw.find("_x") == std::string_view::npos;
}

std::string with_line_feeds(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\r') {
      out += text[at];
    } else if (at + 1 == text.size() || text[at + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

void finish_cell_text(std::string& text) {
  if (text.find("_x") != std::string::npos) text = without_escapes(text);
  if (has(text, '\r')) text = with_line_feeds(text);
}

std::size_t valid_text_prefix(std::string_view bytes) {
  const auto* const begin = reinterpret_cast<const unsigned char*>(bytes.data());
  const auto* const end = begin + bytes.size();
  const unsigned char* p = begin;
  while (p < end) {
    if (end - p >= 8 && is_plain_word(p)) {
      p += 8;
      continue;
    }
    const std::size_t size = character_size(p, static_cast<std::size_t>(end - p));
    if (size == 0) break;
    p += size;
  }
  return static_cast<std::size_t>(p - begin);
}

}  // namespace core::intake
