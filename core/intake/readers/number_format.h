#pragma once
// Which numbers of a sheet are days and times, and which day or time they are.

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/date.h"

namespace core::intake {

/// What a cell format makes of a number.
enum class NumberFormat : std::uint8_t { Number, Day, TimeOfDay, DayAndTime, Elapsed, Percent };

/// The formats a program has built in, the Chinese ones included.
NumberFormat built_in_format(unsigned id);

/// Reads a format code such as `yyyy"年"m"月"d"日"` or `#,##0.00;[Red]-#,##0.00`.
NumberFormat custom_format(std::string_view code);

/// A number read as a point in time. `day` unknown and `minute` -1 when it is none.
struct Moment {
  core::Date day;
  int minute = -1;
  std::string text;

  bool known() const { return !text.empty(); }
};

/// Serials count from 1899-12-31 with the invented 1900-02-29, or from 1904-01-01. A serial that
/// is no existing day, or beyond 2999, gives nothing.
Moment moment_of(double serial, NumberFormat format, bool from_1904);

/// Reads the ISO 8601 text of a date cell: `2026-07-01`, `2026-07-01T09:30:00Z`, `09:30:00`.
Moment moment_of(std::string_view iso);

/// `YYYY-MM-DD`, `YYYY-MM-DD HH:MM` or `HH:MM`.
std::string moment_text(core::Date day, int minute);

}  // namespace core::intake
