#include "core/intake/readers/number_format.h"

#include <cmath>
#include <optional>

namespace core::intake {
namespace {

constexpr int kMinutesOfDay = 24 * 60;
constexpr double kSecondsOfDay = 86'400;
constexpr double kLastSerial = 402'000;  // a little after 2999-12-31
constexpr int kInventedDay = 60;         // 1900-02-29, kept by Excel for the sake of Lotus 1-2-3

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// What the letters of a format code say.
struct Letters {
  bool day = false;      // y d e g b, aaa
  bool month = false;    // m, which may also be minutes
  bool hour = false;     // h s
  bool elapsed = false;  // [h] [mm] [ss]
  bool percent = false;

  void note(char letter) {
    switch (letter) {
      case 'y':
      case 'd':
      case 'e':
      case 'b':
        day = true;
        break;
      case 'm':
        month = true;
        break;
      case 'h':
      case 's':
        hour = true;
        break;
      case '%':
        percent = true;
        break;
      default:
        break;
    }
  }

  NumberFormat format() const {
    if (elapsed) return NumberFormat::Elapsed;
    if (day || (month && !hour)) return hour ? NumberFormat::DayAndTime : NumberFormat::Day;
    if (hour) return NumberFormat::TimeOfDay;
    return percent ? NumberFormat::Percent : NumberFormat::Number;
  }
};

bool is_elapsed(std::string_view bracket) {
  if (bracket.empty()) return false;
  const char first = lower(bracket[0]);
  if (first != 'h' && first != 'm' && first != 's') return false;
  for (const char c : bracket) {
    if (lower(c) != first) return false;
  }
  return true;
}

bool has_word(std::string_view code, std::size_t at, std::string_view word) {
  if (code.size() - at < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (lower(code[at + i]) != word[i]) return false;
  }
  return true;
}

// Past the literal that starts at `at`, or `at` itself when there is none.
std::size_t skip_literal(std::string_view code, std::size_t at, Letters& letters) {
  const char c = code[at];
  if (c == '\\' || c == '_' || c == '*' || c == '!') return at + 2;
  if (c == '"') {
    const std::size_t end = code.find('"', at + 1);
    return end == std::string_view::npos ? code.size() : end + 1;
  }
  if (c == '[') {
    const std::size_t end = code.find(']', at + 1);
    if (end == std::string_view::npos) return code.size();
    if (is_elapsed(code.substr(at + 1, end - at - 1))) letters.elapsed = true;
    return end + 1;
  }
  if (has_word(code, at, "general")) return at + 7;
  if (has_word(code, at, "am/pm")) return at + 5;
  if (has_word(code, at, "a/p")) return at + 3;
  const bool exponent =
      lower(c) == 'e' && at + 1 < code.size() && (code[at + 1] == '+' || code[at + 1] == '-');
  return exponent ? at + 2 : at;
}

std::string two_digits(int value) {
  return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

core::Date day_of(int serial, bool from_1904) {
  const core::Date epoch = *core::make_date(from_1904 ? 1904 : 1900, 1, 1);
  if (from_1904) return epoch + serial;
  if (serial < 1 || serial == kInventedDay) return {};
  return epoch + (serial - (serial > kInventedDay ? 2 : 1));
}

std::optional<int> two_digit_number(std::string_view text, std::size_t at) {
  if (text.size() < at + 2) return std::nullopt;
  const char tens = text[at];
  const char ones = text[at + 1];
  if (tens < '0' || tens > '9' || ones < '0' || ones > '9') return std::nullopt;
  return (tens - '0') * 10 + (ones - '0');
}

std::optional<int> minute_of(std::string_view time) {
  const auto hour = two_digit_number(time, 0);
  const auto minute = two_digit_number(time, 3);
  if (!hour || !minute || time[2] != ':' || *hour > 23 || *minute > 59) return std::nullopt;
  return *hour * 60 + *minute;
}

}  // namespace

NumberFormat built_in_format(unsigned id) {
  if (id == 22) return NumberFormat::DayAndTime;
  if (id == 46) return NumberFormat::Elapsed;
  if (id == 9 || id == 10) return NumberFormat::Percent;
  const bool day = (id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 ||
                   (id >= 50 && id <= 54) || id == 57 || id == 58;
  if (day) return NumberFormat::Day;
  const bool time = (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47 ||
                    id == 55 || id == 56;
  return time ? NumberFormat::TimeOfDay : NumberFormat::Number;
}

NumberFormat custom_format(std::string_view code) {
  Letters letters;
  // Positive numbers follow the first section.
  for (std::size_t at = 0; at < code.size() && code[at] != ';';) {
    const std::size_t after = skip_literal(code, at, letters);
    if (after == at && has_word(code, at, "aaa")) letters.day = true;
    if (after == at) letters.note(lower(code[at]));
    at = after == at ? at + 1 : after;
  }
  return letters.format();
}

std::string moment_text(core::Date day, int minute) {
  std::string text = day.known() ? core::to_string(day) : std::string();
  if (minute < 0) return text;
  if (!text.empty()) text += ' ';
  return text + two_digits(minute / 60) + ":" + two_digits(minute % 60);
}

Moment moment_of(double serial, NumberFormat format, bool from_1904) {
  const bool number = format == NumberFormat::Number || format == NumberFormat::Percent;
  if (number || !(serial >= 0) || serial > kLastSerial) return {};
  // To the second first: 09:30 is stored as 0.39583333333333331.
  const double seconds = std::round(serial * kSecondsOfDay);
  const int whole = static_cast<int>(seconds / kSecondsOfDay);
  const int minute = static_cast<int>((seconds - whole * kSecondsOfDay) / 60) % kMinutesOfDay;
  const bool time_only = format == NumberFormat::TimeOfDay || format == NumberFormat::Elapsed;
  const bool has_time = format != NumberFormat::Day;
  if (time_only && whole == 0) return {{}, minute, moment_text({}, minute)};
  if (format == NumberFormat::Elapsed) return {};
  const core::Date day = day_of(whole, from_1904);
  if (!day.known() || day > core::kLastDay) return {};
  const int shown = has_time ? minute : -1;
  return {day, shown, moment_text(day, shown)};
}

Moment moment_of(std::string_view iso) {
  constexpr std::size_t kDay = 10;
  if (const auto time = minute_of(iso)) return {{}, *time, moment_text({}, *time)};
  const auto day = core::parse_date(iso.substr(0, kDay));
  if (!day) return {};
  if (iso.size() == kDay) return {*day, -1, moment_text(*day, -1)};
  if (iso[kDay] != 'T' && iso[kDay] != ' ') return {};
  const auto time = minute_of(iso.substr(kDay + 1));
  if (!time) return {};
  // Excel writes midnight for a day without time.
  const bool midnight = iso.substr(kDay + 1, 8) == "00:00:00";
  const int shown = midnight ? -1 : *time;
  return {*day, shown, moment_text(*day, shown)};
}

}  // namespace core::intake
