#pragma once
// The rows of a rulebook file as values with dates, checked one by one and place by place.

#include <vector>

#include "core/app/rulebook_places.h"

namespace core::app {

struct StatedValue {
  RulebookSheet sheet = RulebookSheet::Settings;
  int row = 0;
  RulebookPlace place;
  Value value;
  Date from;   ///< Unknown = from the day of activation.
  Date until;  ///< Unknown = until the next value.
};

/// The rows that can be read; everything wrong with the others goes into `issues`. A table row with
/// neither entry nor value says nothing and is passed over.
std::vector<StatedValue> stated_values(const RulebookFile& file, Issues& issues);

/// The same, by place in the order of first mention, each by day, those without a day first. Days
/// that overlap or leave a gap go into `issues`.
std::vector<std::vector<StatedValue>> timelines(const RulebookFile& file,
                                                std::vector<StatedValue> values, Issues& issues);

}  // namespace core::app
