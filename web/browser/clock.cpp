#include "web/browser/clock.h"

#include <fmt/format.h>

#include <ctime>

namespace web {
namespace {

std::tm local_time() {
  const std::time_t now = std::time(nullptr);
  std::tm local = {};
  localtime_r(&now, &local);
  return local;
}

}  // namespace

core::Date PageClock::today() const {
  if (fixed_) return *fixed_;
  const std::tm local = local_time();
  return core::make_date(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday)
      .value_or(core::Date{});
}

std::string PageClock::now() const {
  const std::tm local = local_time();
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", local.tm_year + 1900, local.tm_mon + 1,
                     local.tm_mday, local.tm_hour, local.tm_min, local.tm_sec);
}

double PageClock::until_tomorrow() const {
  const std::tm local = local_time();
  const int passed = (local.tm_hour * 60 + local.tm_min) * 60 + local.tm_sec;
  return (24 * 60 * 60 - passed) * 1000.0;
}

}  // namespace web
