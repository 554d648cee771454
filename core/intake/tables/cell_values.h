#pragma once
// Cells as days, numbers, weeks and yes or no; what cannot be read gives the reason.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/intake/readers/table_reader.h"

namespace core::intake {

/// A value, nothing (empty cell), or why there is none.
template <typename T>
struct Parsed {
  std::optional<T> value;
  std::string_view reason;  ///< Chinese, one clause; empty unless the cell could not be read.

  bool failed() const { return !reason.empty(); }
};

/// Days in every notation people and programs use; `year` completes a day without one, 0 = refuse
/// it.
Parsed<Date> read_day(const Cell& cell, int year = 0);

/// Whole numbers, also `12人` and `1,234`.
Parsed<std::int64_t> read_count(const Cell& cell);

/// 是/否 and the like, 初件/重件, 集体/个体.
Parsed<bool> read_yes_no(const Cell& cell);

/// Progress in per cent, 0 … 100: `80%`, `80`, `0.8`; a cell formatted as per cent says for itself
/// what its 1 is.
Parsed<std::int64_t> read_progress(const Cell& cell);

/// A rate as a fraction: `86.67%`, `0.8667`.
Parsed<double> read_rate(const Cell& cell);

/// `2026-W36`, `2026年第36周`, `第36周`, `2026.8.31-2026.9.6`, or a day of the week. A week without
/// a year is the one nearest to `near`; refused when that is unknown.
Parsed<IsoWeek> read_week(const Cell& cell, Date near, int year = 0);

/// `2026-07`, `2026-H1`, `2026` out of a title or file name; empty when it names no single month,
/// half-year or year.
std::string period_in(std::string_view text);

}  // namespace core::intake
