#pragma once
// From counts to rates and from rates to a score, exactly: what is printed is what is compared.

#include "core/rules/ranking/indicators.h"

namespace core::rules::ranking {

inline constexpr std::int64_t kNotRated = -1;
inline constexpr std::int64_t kRateScale = 10000;  ///< The rate where everything is in time.
using Rates = std::array<std::int64_t, kIndicators>;

/// Ten-thousandths, half up; kNotRated for an empty denominator.
std::int64_t rate_of(const Tally& tally);
Rates rates_of(const UnitCounts& counts);

/// Hundredths of a point of 100: the weighted mean of the rates that there are, half up; the weight
/// of the others goes to these. kNotRated when nothing with a weight is rated.
std::int64_t score_of(const Rates& rates, const Weights& weights);

/// What decides a rank: the score, then the rates of the tie-breakers; not rated stands last.
struct Key {
  std::int64_t score = kNotRated;
  std::array<std::int64_t, std::size(kTieBreakers)> ties{};

  bool operator==(const Key&) const = default;
};
Key key_of(std::int64_t score, const Rates& rates);
bool better(const Key& a, const Key& b);

}  // namespace core::rules::ranking
