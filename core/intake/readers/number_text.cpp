#include "core/intake/readers/number_text.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace core::intake {
namespace {

constexpr std::size_t kExactDigits = 15;
constexpr std::size_t kLongestNumber = 400;
constexpr int kLongestPlain = 21;
constexpr double kPowers[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                              1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

// [-+]digits[.digits][(e|E)[-+]digits], with a digit before or after the point.
bool is_number(std::string_view text) {
  std::size_t at = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  const std::size_t whole = skip_digits(text, at);
  std::size_t digits = whole - at;
  at = whole;
  if (at < text.size() && text[at] == '.') {
    const std::size_t end = skip_digits(text, at + 1);
    digits += end - at - 1;
    at = end;
  }
  if (digits == 0) return false;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
    const std::size_t end = skip_digits(text, at);
    if (end == at) return false;
    at = end;
  }
  return at == text.size();
}

// Fifteen digits and a power of ten up to 15 are exact in a double, so one division rounds rightly.
std::optional<double> parse_short(std::string_view text) {
  const bool negative = !text.empty() && text[0] == '-';
  std::int64_t mantissa = 0;
  std::size_t digits = 0;
  std::size_t decimals = 0;
  bool point = false;
  for (std::size_t at = negative ? 1 : 0; at < text.size(); ++at) {
    if (text[at] == '.' && !point) {
      point = true;
    } else if (is_digit(text[at]) && digits < kExactDigits) {
      mantissa = mantissa * 10 + (text[at] - '0');
      ++digits;
      if (point) ++decimals;
    } else {
      return std::nullopt;
    }
  }
  if (digits == 0) return std::nullopt;
  const double value = static_cast<double>(mantissa) / kPowers[decimals];
  return negative ? -value : value;
}

// `digits` with the point after its first `before` digits; zeros are filled in on either side.
std::string with_point(std::string digits, int before) {
  const int size = static_cast<int>(digits.size());
  if (before >= size) return digits + std::string(static_cast<std::size_t>(before - size), '0');
  if (before <= 0) return "0." + std::string(static_cast<std::size_t>(-before), '0') + digits;
  digits.insert(static_cast<std::size_t>(before), 1, '.');
  return digits;
}

}  // namespace

std::optional<double> parse_number(std::string_view text) {
  if (const auto value = parse_short(text)) return value;
  if (text.size() > kLongestNumber || !is_number(text)) return std::nullopt;
  const double value = std::strtod(std::string(text).c_str(), nullptr);
  return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::string number_text(double value) {
  constexpr double kExactIntegers = 1e15;
  const bool whole = std::trunc(value) == value;
  if (whole && std::abs(value) < kExactIntegers) {
    return std::to_string(static_cast<std::int64_t>(value));
  }
  // The shortest digits of a large whole number: an id keeps all that the file has of it.
  const std::string shortest = whole ? fmt::format("{}", value) : fmt::format("{:.14e}", value);
  const std::size_t mark = shortest.find('e');
  if (mark == std::string::npos) return shortest;
  const int exponent = std::atoi(shortest.c_str() + mark + 1);
  if (exponent >= kLongestPlain || exponent < -kLongestPlain) return fmt::format("{}", value);
  std::string digits;
  for (const char c : shortest.substr(0, mark)) {
    if (is_digit(c)) digits += c;
  }
  digits.erase(digits.find_last_not_of('0') + 1);
  return (value < 0 ? "-" : "") + with_point(digits, exponent + 1);
}

bool is_number_text(std::string_view text) {
  if (text == "-0") return false;
  if (!text.empty() && text[0] == '-') text.remove_prefix(1);
  const std::size_t whole = skip_digits(text, 0);
  if (whole == 0 || text.size() > kExactDigits + 1) return false;
  if (whole > 1 && text[0] == '0') return false;
  if (whole == text.size()) return whole <= kExactDigits;
  const bool fraction =
      text[whole] == '.' && whole + 1 < text.size() && skip_digits(text, whole + 1) == text.size();
  return fraction && text.back() != '0';
}

}  // namespace core::intake
