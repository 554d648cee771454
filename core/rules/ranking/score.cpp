#include "core/rules/ranking/score.h"

#include <algorithm>

#include "core/base/decimal.h"

namespace core::rules::ranking {

std::int64_t rate_of(const Tally& tally) {
  if (tally.denominator == 0) return kNotRated;
  return divide_half_up(tally.numerator, tally.denominator, kRateScale);
}

Rates rates_of(const UnitCounts& counts) {
  Rates rates;
  for (std::size_t i = 0; i < kIndicators; ++i) rates[i] = rate_of(counts[i].used());
  return rates;
}

std::int64_t score_of(const Rates& rates, const Weights& weights) {
  std::int64_t sum = 0;
  std::int64_t weight = 0;
  for (std::size_t i = 0; i < kIndicators; ++i) {
    if (rates[i] == kNotRated) continue;
    sum += rates[i] * weights[i];
    weight += weights[i];
  }
  // A rate in ten-thousandths is a score of 100 in hundredths.
  return weight == 0 ? kNotRated : divide_half_up(sum, weight);
}

Key key_of(std::int64_t score, const Rates& rates) {
  Key key;
  key.score = score;
  for (std::size_t i = 0; i < key.ties.size(); ++i) key.ties[i] = rates[place_of(kTieBreakers[i])];
  return key;
}

bool better(const Key& a, const Key& b) {
  if (a.score != b.score) return a.score > b.score;
  return std::lexicographical_compare(b.ties.begin(), b.ties.end(), a.ties.begin(), a.ties.end());
}

}  // namespace core::rules::ranking
