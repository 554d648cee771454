#pragma once
// The wall clock of the person's machine, or a fixed day when the page was asked for one.

#include <optional>

#include "core/app/desk.h"

namespace web {

class PageClock : public core::app::Clock {
 public:
  core::Date today() const override;
  std::string now() const override;

  /// Today is this day from now on (?on=, sample county). The time of day stays the real one.
  void fix_today(core::Date day) { fixed_ = day; }

  /// Milliseconds until the next day begins here.
  double until_tomorrow() const;

 private:
  std::optional<core::Date> fixed_;
};

}  // namespace web
