#pragma once
// The State Council's holiday notices since 2004, as data: what each one makes of which days.

#include <array>
#include <span>
#include <string_view>

namespace core::calendar {

/// One holiday of a notice. Days are written 20260214; 0 stands for none.
struct Break {
  std::string_view name;
  int first = 0;  ///< First day off.
  int last = 0;   ///< Last day off; weekend days in between belong to it.
  std::array<int, 2> workdays = {0, 0};
};

struct Notice {
  int year = 0;
  std::string_view title;  ///< Empty for the yearly 国务院办公厅关于…年部分节假日安排的通知.
  std::string_view number;
  std::string_view address;  ///< Empty where no government page with its text is known.
  std::span<const Break> breaks;
  bool provisional = false;  ///< Only the days fixed by statute, the notice being still to come.
};

/// Oldest first; where two speak of the same day, the later holds.
std::span<const Notice> official_notices();

}  // namespace core::calendar
