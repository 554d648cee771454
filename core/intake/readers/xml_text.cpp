#include "core/intake/readers/xml_text.h"

#include <algorithm>
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

// Whether what follows an `&` up to `end` is written like the name of an entity.
bool is_reference(std::string_view name, std::size_t end) {
  return end != std::string_view::npos && !name.empty() &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                  c == '#' || c == '_';
         });
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

}  // namespace

bool append_xml_text(std::string& out, std::string_view raw) {
  bool known = true;
  while (true) {
    const std::size_t mark = raw.find('&');
    out += raw.substr(0, mark);
    if (mark == std::string_view::npos) return known;
    raw.remove_prefix(mark);
    const std::size_t end = raw.substr(0, kLongestReference).find(';');
    const bool replaced =
        end != std::string_view::npos && append_entity(out, raw.substr(1, end - 1));
    if (!replaced) out += '&';
    known = known && (replaced || !is_reference(raw.substr(1, end - 1), end));
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
  return utf8_prefix(bytes.substr(0, bytes.find('\0')));
}

}  // namespace core::intake
