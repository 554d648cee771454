#pragma once
// Exact decimals as scaled integers, rounded half up: what is printed is what is compared.

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/value.h"

namespace core {

/// numerator × scale ÷ denominator, half up; both at least 0, denominator more. The product of
/// numerator and scale must stay below 2^62.
std::int64_t divide_half_up(std::int64_t numerator, std::int64_t denominator,
                            std::int64_t scale = 1);

/// A JSON number (or a text that is one) as hundredths, half up; nothing for anything else, below 0
/// or above 10^12.
std::optional<std::int64_t> hundredths(const Value& value);

/// 9825 with two places -> `98.25`; 10000 with four -> `1.0000`.
std::string decimal_text(std::int64_t scaled, int places);

/// The same as a JSON number: 98.25.
Value decimal_value(std::int64_t scaled, int places);

}  // namespace core
