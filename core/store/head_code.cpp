#include "core/store/head_code.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace core::store {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kCharacters = 12;
constexpr std::size_t kGroup = 4;

std::string in_groups(const Digest& digest) {
  std::string code;
  unsigned bits = 0;
  unsigned held = 0;
  std::size_t next = 0;
  for (std::size_t i = 0; i < kCharacters; ++i) {
    if (held < 5) {
      bits = bits << 8 | digest[next++];
      held += 8;
    }
    held -= 5;
    if (i > 0 && i % kGroup == 0) code += '-';
    code += kAlphabet[bits >> held & 31];
  }
  return code;
}

std::string plain(std::string_view typed) {
  std::string out;
  for (char c : typed) {
    if (c == '-' || c == ' ') continue;
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O') c = '0';
    if (c == 'I' || c == 'L') c = '1';
    out += c;
  }
  return out;
}

}  // namespace

std::string head_code(std::span<const ChainHead> heads) {
  std::vector<std::string> lines;
  for (const ChainHead& head : heads)
    if (head.seq > 0)
      lines.push_back(fmt::format("{} {} {}\n", head.prefix, head.seq, to_hex(head.hash)));
  std::sort(lines.begin(), lines.end());
  std::string all;
  for (const std::string& line : lines) all += line;
  return in_groups(blake2b(all));
}

bool same_head_code(std::string_view typed, std::string_view code) {
  return !typed.empty() && plain(typed) == plain(code);
}

bool is_head_code(std::string_view typed) {
  const std::string code = plain(typed);
  return code.size() == kCharacters && code.find_first_not_of(kAlphabet) == std::string::npos;
}

}  // namespace core::store
