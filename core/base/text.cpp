#include "core/base/text.h"

#include <algorithm>
#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace core {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// Length of the sequence a lead byte opens; 0 for a byte that opens none.
std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

bool is_shortest_form(char32_t code_point, std::size_t length) {
  constexpr char32_t kFirst[] = {0, 0, 0x80, 0x800, 0x10000};
  return code_point >= kFirst[length];
}

/// Decodes at `at`; a length of 0 means malformed.
char32_t decode(std::string_view text, std::size_t at, std::size_t& length) {
  const auto lead = static_cast<unsigned char>(text[at]);
  length = sequence_length(lead);
  if (length <= 1) return lead;
  if (at + length > text.size()) {
    length = 0;
    return kReplacement;
  }
  char32_t code_point = lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(text[at + i])) {
      length = 0;
      return kReplacement;
    }
    code_point = code_point << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3F);
  }
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (!is_shortest_form(code_point, length) || surrogate || code_point > 0x10FFFF) length = 0;
  return code_point;
}

bool is_white(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x3000 || c == 0xFEFF ||
         (c >= 0x2000 && c <= 0x200D) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F;
}

// Nearly every cell: a printable ASCII character or one from U+4000 on at either end, where there
// is no white space before U+FEFF.
bool is_surely_trimmed(std::string_view text) {
  const auto byte = [text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const auto is_ink = [](unsigned char c) { return c > ' ' && c < 0x7F; };
  const auto is_han_lead = [](unsigned char c) { return c >= 0xE4 && c <= 0xEE; };
  const std::size_t size = text.size();
  if (size == 0) return true;
  const bool ink_ends = is_ink(byte(size - 1)) ||
                        (size >= 3 && is_han_lead(byte(size - 3)) &&
                         is_continuation(text[size - 2]) && is_continuation(text[size - 1]));
  return ink_ends && (is_ink(byte(0)) || is_han_lead(byte(0)));
}

char32_t folded(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  if (c == 0x3000 || c == 0xA0) return ' ';
  return c;
}

std::string fold(std::string_view text, bool keep_white) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = folded(next_code_point(text, at));
    if (keep_white || !is_white(c)) append_code_point(out, c);
  }
  return out;
}

std::size_t separator_at(std::string_view text, std::size_t at,
                         const std::vector<std::string_view>& separators) {
  for (const std::string_view separator : separators)
    if (text.compare(at, separator.size(), separator) == 0) return separator.size();
  return 0;
}

// A character of three bytes, what nearly all Chinese text consists of: the right bits lead each
// byte, none is written longer than need be, none is half of a surrogate pair.
bool is_three_byte_character(const char* bytes) {
  const auto at = [bytes](int i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i]));
  };
  const std::uint32_t character = at(0) | at(1) << 8 | at(2) << 16;
  const std::uint32_t range = character & 0x200F;
  return (character & 0xC0C0F0) == 0x8080E0 && range != 0 && range != 0x200D;
}

/// Goes on behind well-formed characters until `stop` or a little behind it; less than `stop` when
/// one is malformed.
std::size_t prefix_until(std::string_view bytes, std::size_t at, std::size_t stop) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  while (at < stop) {
    std::uint64_t eight = kHighBits;
    if (at + 8 <= bytes.size()) std::memcpy(&eight, bytes.data() + at, 8);
    if ((eight & kHighBits) == 0) {
      at += 8;
      continue;
    }
    while (at + 3 <= bytes.size() && is_three_byte_character(bytes.data() + at)) at += 3;
    if (at >= stop) break;
    std::size_t length = 0;
    decode(bytes, at, length);
    if (length == 0) break;
    at += length;
  }
  return at;
}

#ifdef __SSE2__

constexpr std::size_t kWide = 16;

/// How many of sixteen bytes, of which the first begins a character, are whole characters of the
/// common kinds; 0 when something else is among them. Leads that do not take every second byte, and
/// characters of four bytes, are for those who look at each.
std::size_t common_characters(const char* bytes) {
  const auto each = [](char byte) { return _mm_set1_epi8(byte); };
  const auto mask = [](__m128i found) { return static_cast<unsigned>(_mm_movemask_epi8(found)); };
  const __m128i all = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
  const unsigned high = mask(all);
  if (high == 0) return kWide;
  // As signed numbers bytes from 80 on are negative, in the same order.
  const unsigned continuing = mask(_mm_cmplt_epi8(all, each('\xC0')));
  const unsigned lead_of_three = mask(_mm_cmpgt_epi8(all, each('\xDF'))) & high;
  const __m128i two = _mm_cmpeq_epi8(_mm_and_si128(all, each('\xFE')), each('\xC0'));
  const __m128i three =
      _mm_or_si128(_mm_cmpeq_epi8(all, each('\xE0')), _mm_cmpeq_epi8(all, each('\xED')));
  const unsigned uncommon =
      mask(_mm_or_si128(two, three)) | (mask(_mm_cmpgt_epi8(all, each('\xEF'))) & high);
  const unsigned lead = high & ~continuing;
  const unsigned expected = lead << 1 | lead_of_three << 2;
  if (uncommon != 0 || (expected & 0xFFFF) != continuing) return 0;
  if (expected <= 0xFFFF) return kWide;
  return static_cast<std::size_t>(std::bit_width(lead)) - 1;  // where the one that is cut begins
}

std::size_t wide_prefix(std::string_view bytes, std::size_t at) {
  while (at + kWide <= bytes.size()) {
    const std::size_t taken = common_characters(bytes.data() + at);
    if (taken == 0) break;
    at += taken;
  }
  return at;
}

#endif

}  // namespace

bool is_utf8(std::string_view bytes) { return utf8_prefix(bytes) == bytes.size(); }

std::size_t utf8_prefix(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    std::size_t stop = bytes.size();
#ifdef __SSE2__
    at = wide_prefix(bytes, at);
    stop = std::min(stop, at + kWide);
#endif
    at = prefix_until(bytes, at, stop);
    if (at < stop) break;
  }
  return at;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  std::size_t length = 0;
  const char32_t code_point = decode(text, at, length);
  at += length == 0 ? 1 : length;
  return length == 0 ? kReplacement : code_point;
}

void append_code_point(std::string& out, char32_t c) {
  const auto byte = [&out](char32_t value) { out += static_cast<char>(value); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) {
    byte(0xC0 | c >> 6);
    return byte(0x80 | (c & 0x3F));
  }
  if (c < 0x10000) {
    byte(0xE0 | c >> 12);
  } else {
    byte(0xF0 | c >> 18);
    byte(0x80 | (c >> 12 & 0x3F));
  }
  byte(0x80 | (c >> 6 & 0x3F));
  byte(0x80 | (c & 0x3F));
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) next_code_point(text, at);
  return count;
}

std::string_view trim(std::string_view text) {
  if (is_surely_trimmed(text)) return text;
  std::size_t first = 0;
  while (first < text.size()) {
    std::size_t after = first;
    if (!is_white(next_code_point(text, after))) break;
    first = after;
  }
  std::size_t last = text.size();
  while (last > first) {
    std::size_t before = last - 1;
    while (before > first && is_continuation(text[before])) --before;
    std::size_t at = before;
    if (!is_white(next_code_point(text, at))) break;
    last = before;
  }
  return text.substr(first, last - first);
}

std::string fold_width(std::string_view text) { return fold(trim(text), /*keep_white=*/true); }

std::string fold_header(std::string_view text) { return fold(text, /*keep_white=*/false); }

std::vector<std::string> split_any(std::string_view text,
                                   const std::vector<std::string_view>& separators) {
  std::vector<std::string> pieces;
  std::size_t start = 0;
  const auto take = [&](std::size_t end) {
    const std::string_view piece = trim(text.substr(start, end - start));
    if (!piece.empty()) pieces.emplace_back(piece);
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = separator_at(text, at, separators);
    if (length == 0) {
      ++at;
      continue;
    }
    take(at);
    at += length;
    start = at;
  }
  take(text.size());
  return pieces;
}

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

bool ends_with(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
  std::string out;
  std::size_t start = 0;
  for (std::size_t at = text.find(from); at != std::string_view::npos && !from.empty();
       at = text.find(from, start)) {
    out.append(text, start, at - start);
    out += to;
    start = at + from.size();
  }
  out.append(text, start);
  return out;
}

}  // namespace core
