#include <algorithm>
#include <array>

#include "core/intake/masking/cuts.h"

namespace core::intake {
namespace {

bool is_account_character(char32_t c) {
  return is_digit(c) || is_letter(c) || c == '_' || c == '-' || c == '.';
}

void find_mail(const TextPoints& text, Cuts& cuts) {
  for (std::size_t at = 1; at + 1 < text.size(); ++at) {
    if (text.at(at) != '@') continue;
    std::size_t begin = at;
    while (begin > 0 && is_account_character(text.at(begin - 1))) --begin;
    std::size_t end = at + 1;
    while (is_account_character(text.at(end))) ++end;
    if (begin < at && end > at + 3) cuts.push_back({begin, end, Personal::Account});
  }
}

/// What may stand between 微信 and the account itself.
std::size_t skip_introduction(const TextPoints& text, std::size_t at) {
  constexpr std::array<std::u32string_view, 8> kWords = {U"号码", U"号", U"名", U":",
                                                         U" ",    U"为", U"是", U"ID"};
  for (bool moved = true; moved;) {
    moved = false;
    for (const std::u32string_view word : kWords) {
      if (!text.has(at, word)) continue;
      at += word.size();
      moved = true;
      break;
    }
  }
  return at;
}

}  // namespace

void find_accounts(const TextPoints& text, Cuts& cuts) {
  find_mail(text, cuts);
  constexpr std::array<std::u32string_view, 6> kMessengers = {U"微信", U"QQ",   U"qq",
                                                              U"Qq",   U"抖音", U"支付宝"};
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto messenger =
        std::find_if(kMessengers.begin(), kMessengers.end(),
                     [&](std::u32string_view word) { return text.has(at, word); });
    if (messenger == kMessengers.end()) continue;
    const std::size_t begin = skip_introduction(text, at + messenger->size());
    std::size_t end = begin;
    while (is_account_character(text.at(end))) ++end;
    if (end - begin >= 5) cuts.push_back({begin, end, Personal::Account});
    at = end - 1;
  }
}

void find_plates(const TextPoints& text, Cuts& cuts) {
  constexpr std::u32string_view kProvinces =
      U"京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
  for (std::size_t at = 0; at + 6 < text.size(); ++at) {
    if (kProvinces.find(text.at(at)) == std::u32string_view::npos) continue;
    const char32_t office = text.at(at + 1);
    if (office < 'A' || office > 'Z') continue;
    std::size_t end = at + 2;
    if (text.at(end) == U'·' || text.at(end) == ' ' || text.at(end) == '-') ++end;
    const std::size_t first = end;
    std::size_t digits = 0;
    for (; end < first + 6 && (is_digit(text.at(end)) || is_letter(text.at(end))); ++end)
      if (is_digit(text.at(end))) ++digits;
    if (end - first >= 5 && digits >= 2) cuts.push_back({at, end, Personal::Plate});
  }
}

}  // namespace core::intake
