#include "core/intake/readers/plain_cell.h"

#include <cstring>

namespace core::intake {
namespace {

constexpr std::size_t kTail = 8;  // </v></c>
// Attributes of a plain cell are shorter than this, so that a look needs few bound checks.
constexpr std::ptrdiff_t kLongestHead = 96;

// `r="B7"` from its name's letter on; null when it is none of the three.
const char* read_attribute(const char* p, const char* stop, PlainCell& cell) {
  const char name = p[0];
  if (p[1] != '=' || p[2] != '"') return nullptr;
  const char* const begin = p + 3;
  const char* end = begin;
  while (end < stop && *end != '"' && *end != '&' && *end != '<') ++end;
  if (end == stop || *end != '"') return nullptr;
  const std::string_view value(begin, static_cast<std::size_t>(end - begin));
  if (name == 'r') {
    cell.reference = value;
  } else if (name == 's') {
    cell.style = value;
  } else if (name == 't') {
    cell.type = value;
  } else {
    return nullptr;
  }
  return end + 1;
}

}  // namespace

bool read_plain_cell(std::string_view bytes, PlainCell& cell) {
  const char* p = bytes.data();
  const char* const end = p + bytes.size();
  if (end - p < kLongestHead || p[0] != '<' || p[1] != 'c') return false;
  const char* const stop = p + kLongestHead - kTail;
  cell = PlainCell{};
  p += 2;
  while (p < stop && *p == ' ') {
    p = read_attribute(p + 1, stop, cell);
    if (p == nullptr) return false;
  }
  if (p >= stop) return false;
  if (p[0] == '/' && p[1] == '>') {
    cell.size = static_cast<std::size_t>(p + 2 - bytes.data());
    return true;
  }
  if (std::memcmp(p, "><v>", 4) != 0) return false;
  const char* const begin = p + 4;
  const char* q = begin;
  while (q < end && *q != '<' && *q != '&') ++q;
  if (end - q < static_cast<std::ptrdiff_t>(kTail) || std::memcmp(q, "</v></c>", kTail) != 0) {
    return false;
  }
  cell.value = {begin, static_cast<std::size_t>(q - begin)};
  cell.size = static_cast<std::size_t>(q + kTail - bytes.data());
  return true;
}

}  // namespace core::intake
