#pragma once
// Read the words of statistics, which come again and again: those of one unit stand side by side,
// month after month, indicator after indicator.

#include <optional>
#include <string>
#include <string_view>

#include "core/base/period.h"
#include "core/rules/ranking/indicator.h"

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

class IndicatorMemory {
 public:
  /// What parse_indicator() says.
  std::optional<Indicator> read(std::string_view word) {
    const std::size_t next = (last_ + 1) % kIndicators;
    if (indicator_specs()[next].word == word) {
      last_ = next;
      return indicator_specs()[next].id;
    }
    const std::optional<Indicator> found = parse_indicator(word);
    if (found) last_ = place_of(*found);
    return found;
  }

 private:
  std::size_t last_ = 0;
};

}  // namespace core::rules::ranking
