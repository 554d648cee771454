#pragma once
// The derived part of a bulletin: what issuing writes down and checking derives again.

#include <string>
#include <vector>

#include "core/app/question.h"
#include "core/base/period.h"

namespace core::app {

struct BulletinContent {
  /// `{"unit","group","rank","of","score"}` by group and rank; units that are not ranked carry
  /// `reason` instead of rank and score.
  List units;
  /// `{"unit","parts":{"answer_on_time":[numerator,denominator], …}}` in the same order.
  List numbers;
  List supervisions;     ///< Cases listed in the period (5.3); of a special one its units'.
  std::string rulebook;  ///< Hash of the settings in force on the last day of the period.
};

BulletinContent ranked_content(const View& view, const Period& period);
/// The same without a ranking, about the units of the scope.
BulletinContent special_content(const View& view, const Period& period,
                                const std::vector<std::string>& scope);

/// BLAKE2b over the canonical JSON of all settings, in hexadecimal digits.
std::string rulebook_hash(const rules::Settings& settings);

}  // namespace core::app
