#pragma once
// Numbers of a sheet: from the file's notation to a value and to the digits a person sees.

#include <optional>
#include <string>
#include <string_view>

namespace core::intake {

/// Reads `-12`, `0.5`, `5.1172E+17`; nothing for anything else (no blanks, no `inf`, no overflow).
std::optional<double> parse_number(std::string_view text);

/// Plain decimal digits without exponent: whole numbers with all their digits, fractions rounded to
/// the 15 significant digits Excel shows. Very large and very small numbers keep an exponent.
std::string number_text(double value);

/// True when `number_text` of the parsed text would be `text` itself: up to 15 digits, no exponent,
/// no superfluous zeros or signs.
bool is_number_text(std::string_view text);

}  // namespace core::intake
