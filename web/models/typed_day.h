#pragma once
// Days as people type them.

#include <optional>
#include <string_view>

#include "core/base/date.h"

namespace web {

/// `2026-11-20`, `2026.11.20`, `2026/11/20`, `20261120`, `2026年11月20日`, 今天, 昨天, 前天;
/// without a year, `11-20` or `11月20日`, the latest such day not after `today`, or where something
/// lies ahead
/// (`from` is known) the next one on or after `from`. Nothing for all else.
std::optional<core::Date> typed_day(std::string_view text, core::Date today, core::Date from = {});

}  // namespace web
