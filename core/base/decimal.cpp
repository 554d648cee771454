#include "core/base/decimal.h"

#include <fmt/format.h>

#include <cmath>

namespace core {
namespace {

constexpr double kLargest = 1e12;
constexpr double kHundred = 100.0;

std::int64_t power_of_ten(int places) {
  std::int64_t power = 1;
  for (int i = 0; i < places; ++i) power *= 10;
  return power;
}

std::optional<double> number_in(const Value& value) {
  if (const std::int64_t* whole = value.integer()) return static_cast<double>(*whole);
  if (const double* real = value.real()) return *real;
  const std::string* text = value.text();
  const bool begins_one = text && !text->empty() && text->front() >= '0' && text->front() <= '9';
  if (!begins_one) return std::nullopt;
  const Result<Value> read = parse_json(*text);
  return read.ok() && !read.value().text() ? number_in(read.value()) : std::nullopt;
}

}  // namespace

std::int64_t divide_half_up(std::int64_t numerator, std::int64_t denominator, std::int64_t scale) {
  const std::int64_t product = numerator * scale;
  const std::int64_t whole = product / denominator;
  const std::int64_t rest = product % denominator;
  return rest >= denominator - rest ? whole + 1 : whole;
}

std::optional<std::int64_t> hundredths(const Value& value) {
  const std::optional<double> number = number_in(value);
  if (!number || !(*number >= 0) || *number > kLargest) return std::nullopt;
  // Two decimals written in binary are off by far less than this.
  constexpr double kNoise = 1e-7;
  return static_cast<std::int64_t>(std::floor(*number * kHundred + 0.5 + kNoise));
}

std::string decimal_text(std::int64_t scaled, int places) {
  const std::int64_t power = power_of_ten(places);
  if (places == 0) return std::to_string(scaled);
  return fmt::format("{}{}.{:0{}}", scaled < 0 ? "-" : "", std::abs(scaled) / power,
                     std::abs(scaled) % power, places);
}

Value decimal_value(std::int64_t scaled, int places) {
  const std::int64_t power = power_of_ten(places);
  if (scaled % power == 0) return Value(scaled / power);
  return Value(static_cast<double>(scaled) / static_cast<double>(power));
}

}  // namespace core
