#pragma once
// The stretch of time a bulletin, a statistic or an assessment is about: a month, half a year, a
// year.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"

namespace core {

struct Period {
  enum class Kind : std::uint8_t { Month, HalfYear, Year };

  Kind kind = Kind::Month;
  std::int16_t year = 0;
  std::int16_t part = 0;  ///< Month 1–12, half 1–2, 0 for a year.

  constexpr bool operator==(const Period&) const = default;
};

/// Reads `YYYY-MM`, `YYYY-H1`, `YYYY-H2` or `YYYY` and nothing else.
std::optional<Period> parse_period(std::string_view text);
std::string to_string(Period period);

/// 2026年10月, 2026年上半年, 2026年.
std::string label(Period period);

Date first_day(Period period);
Date last_day(Period period);

/// The period of this kind that holds the day.
Period period_of(Period::Kind kind, Date day);
Period next(Period period);
Period previous(Period period);

/// A number that tells periods apart, and back: part of the ids of findings.
std::int32_t code_of(Period period);
Period period_of_code(std::int32_t code);

}  // namespace core
