#include "web/models/typed_day.h"

#include <vector>

#include "core/base/text.h"

namespace web {
namespace {

/// The runs of digits in the text; nothing when anything but separators stands between them.
std::optional<std::vector<int>> numbers_of(std::string_view text) {
  std::string plain(text);
  for (const std::string_view mark : {"年", "月", "日", "号", ".", "/", " "})
    plain = core::replace_all(plain, mark, "-");
  std::vector<int> numbers;
  bool inside = false;
  for (const char c : plain) {
    if (c == '-') {
      inside = false;
    } else if (c >= '0' && c <= '9') {
      if (!inside) numbers.push_back(0);
      if (numbers.back() > 99999999) return std::nullopt;
      numbers.back() = numbers.back() * 10 + (c - '0');
      inside = true;
    } else {
      return std::nullopt;
    }
  }
  return numbers;
}

/// Of the years around it the first that has such a day on the right side: a 29th of February may
/// be years away.
std::optional<core::Date> nearest(int month, int day, core::Date to, bool ahead) {
  constexpr int kYears = 8;
  if (!to.known()) return std::nullopt;
  for (int away = 0; away <= kYears; ++away) {
    const auto here = core::make_date(core::civil(to).year + (ahead ? away : -away), month, day);
    if (here && (ahead ? *here >= to : *here <= to)) return here;
  }
  return std::nullopt;
}

}  // namespace

std::optional<core::Date> typed_day(std::string_view text, core::Date today, core::Date from) {
  const std::string folded = core::fold_width(text);
  if (today.known()) {
    if (folded == "今天") return today;
    if (folded == "昨天") return today - 1;
    if (folded == "前天") return today - 2;
  }
  const std::optional<std::vector<int>> numbers = numbers_of(folded);
  if (!numbers) return std::nullopt;
  const std::vector<int>& n = *numbers;
  if (n.size() == 3) return core::make_date(n[0], n[1], n[2]);
  if (n.size() == 2) return nearest(n[0], n[1], from.known() ? from : today, from.known());
  if (n.size() == 1 && n[0] > 19000000)
    return core::make_date(n[0] / 10000, n[0] / 100 % 100, n[0] % 100);
  return std::nullopt;
}

}  // namespace web
