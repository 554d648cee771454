#pragma once
// Reads periods that mostly come again and again: figures of one month stand side by side.

#include <optional>
#include <string>

#include "core/base/period.h"

namespace core::rules::ranking {

class PeriodMemory {
 public:
  /// What parse_period() says.
  const std::optional<Period>& read(const std::string& text) {
    if (text == text_) return period_;
    text_ = text;
    return period_ = parse_period(text);
  }

 private:
  std::string text_;
  std::optional<Period> period_;  // of no text: none
};

}  // namespace core::rules::ranking
