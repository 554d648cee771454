#include "web/models/collation.h"

#include <unordered_map>

#include "core/base/text.h"
#include "core/intake/readers/gb18030.h"

namespace web {
namespace {

constexpr char32_t kFirstHanzi = 0x1000;
constexpr char32_t kOthers = 0x10000;

/// The characters of GB 2312 in its rows `first` to `last`, in its order.
std::u32string hanzi(int first, int last) {
  std::string bytes;
  for (int lead = first; lead <= last; ++lead)
    for (int trail = 0xA1; trail <= 0xFE; ++trail)
      if (lead != 0xD7 || trail < 0xFA) {  // five places at the end of the first part are empty
        bytes += static_cast<char>(lead);
        bytes += static_cast<char>(trail);
      }
  std::string text;
  std::string_view left = bytes;
  core::intake::append_gb18030(text, left);
  std::u32string characters;
  for (std::size_t at = 0; at < text.size();) characters += core::next_code_point(text, at);
  return characters;
}

/// GB 2312 lists its everyday characters by pinyin, so their place in it is their rank.
std::unordered_map<char32_t, char32_t> ranks_of_hanzi() {
  std::unordered_map<char32_t, char32_t> ranks;
  for (const char32_t c : hanzi(0xB0, 0xF7))
    ranks.emplace(c, kFirstHanzi + static_cast<char32_t>(ranks.size()));
  return ranks;
}

char32_t rank_of(char32_t c) {
  static const std::unordered_map<char32_t, char32_t> kRanks = ranks_of_hanzi();
  if (c >= U'A' && c <= U'Z') return c - U'A' + U'a';
  if (c < 0x80) return c;
  const auto at = kRanks.find(c);
  return at == kRanks.end() ? kOthers + c : at->second;
}

}  // namespace

std::u32string everyday_characters() { return hanzi(0xB0, 0xD7); }

std::u32string collation_key(std::string_view text) {
  std::u32string key;
  const std::string folded = core::fold_width(text);
  for (std::size_t at = 0; at < folded.size();) key += rank_of(core::next_code_point(folded, at));
  return key;
}

}  // namespace web
