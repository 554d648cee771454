#include "core/rules/ranking/margin.h"

#include <algorithm>
#include <cstdlib>

#include "core/base/decimal.h"

namespace core::rules::ranking {
namespace {

/// The figures of one unit while items are moved from late to in time or back.
class Trial {
 public:
  Trial(const UnitCounts& counts, const Rates& rates, const Weights& weights)
      : weights_(weights), rates_(rates) {
    for (std::size_t i = 0; i < kIndicators; ++i) {
      tallies_[i] = counts[i].used();
      if (rates_[i] == kNotRated) continue;
      sum_ += rates_[i] * weights_[i];
      weight_ += weights_[i];
    }
  }

  bool rated() const { return weight_ > 0; }
  Key key() const { return key_of(divide_half_up(sum_, weight_), rates_); }

  /// How many items the indicator has to move.
  std::int64_t movable(std::size_t place, bool into) const {
    if (weights_[place] == 0) return 0;
    return into ? tallies_[place].numerator
                : tallies_[place].denominator - tallies_[place].numerator;
  }

  void move(std::size_t place, std::int64_t items, bool into) {
    const std::int64_t rate = rate_after(place, items, into);
    sum_ = sum_with(place, rate);
    rates_[place] = rate;
    tallies_[place].numerator += into ? -items : items;
  }

  /// The key if the items were moved.
  Key key_after(std::size_t place, std::int64_t items, bool into) const {
    const std::int64_t rate = rate_after(place, items, into);
    Key key = key_of(divide_half_up(sum_with(place, rate), weight_), rates_);
    for (std::size_t i = 0; i < key.ties.size(); ++i)
      if (place_of(kTieBreakers[i]) == place) key.ties[i] = rate;
    return key;
  }

  /// About how many items move the score to another one: what rounding adds is not counted.
  std::int64_t items_towards(std::size_t place, std::int64_t score) const {
    const std::int64_t distance = std::abs(score * weight_ - sum_);
    return distance * tallies_[place].denominator / (weights_[place] * kRateScale);
  }

  /// Whether one item of `a` moves the score further than one of `b`.
  bool moves_more(std::size_t a, std::size_t b) const {
    const std::int64_t left = weights_[a] * tallies_[b].denominator;
    const std::int64_t right = weights_[b] * tallies_[a].denominator;
    return left != right ? left > right : a < b;
  }

 private:
  std::int64_t rate_after(std::size_t place, std::int64_t items, bool into) const {
    const Tally& tally = tallies_[place];
    return rate_of({tally.numerator + (into ? -items : items), tally.denominator});
  }
  std::int64_t sum_with(std::size_t place, std::int64_t rate) const {
    return sum_ + (rate - rates_[place]) * weights_[place];
  }

  const Weights& weights_;
  std::array<Tally, kIndicators> tallies_;
  Rates rates_;
  std::int64_t sum_ = 0;
  std::int64_t weight_ = 0;
};

/// Looks for the fewest items.
class Search {
 public:
  Search(const UnitCounts& counts, const Rates& rates, const Weights& weights,
         const Boundary& boundary)
      : trial_(counts, rates, weights), boundary_(boundary) {}

  Margin run() {
    Margin margin;
    if (!trial_.rated() || !boundary_.has_places) return margin;
    into_ = margin.into = !boundary_.holds(trial_.key());
    for (const bool participating : {false, true}) {
      order_by_effect(participating);
      take_best_first(margin);
      if (margin.possible) break;
    }
    if (margin.count != 1) prefer_one_indicator(margin);
    return margin;
  }

 private:
  // Who takes part in rating also says whether he is satisfied, which is his to say: participation
  // is named only where nothing else will do.
  void order_by_effect(bool participating) {
    ordered_ = 0;
    for (std::size_t i = 0; i < kIndicators; ++i) {
      const bool named = participating || i != place_of(Indicator::Participated);
      if (named && trial_.movable(i, into_) > 0) order_[ordered_++] = i;
    }
    const auto end = order_.begin() + static_cast<std::ptrdiff_t>(ordered_);
    std::sort(order_.begin(), end,
              [this](std::size_t a, std::size_t b) { return trial_.moves_more(a, b); });
  }

  bool changed_by(const Trial& trial, std::size_t place, std::int64_t items) const {
    return boundary_.holds(trial.key_after(place, items, into_)) == into_;
  }

  // `most` is known to do.
  std::int64_t fewest(const Trial& trial, std::size_t place, std::int64_t most) const {
    std::int64_t low = 1;
    const auto try_out = [&](std::int64_t items) {
      if (changed_by(trial, place, items))
        most = items;
      else
        low = items + 1;
    };
    // Mostly the score of the line decides, and only a few items are in question.
    const std::int64_t likely = trial.items_towards(place, boundary_.line.score);
    for (const std::int64_t items : {likely - 1, likely + 1})
      if (low <= items && items < most) try_out(items);
    while (low < most) try_out(low + (most - low) / 2);
    return low;
  }

  // Items with the largest effect first: no choice of others needs fewer, but for rounding.
  void take_best_first(Margin& margin) const {
    Trial trial = trial_;
    for (std::size_t i = 0; i < ordered_; ++i) {
      const std::size_t place = order_[i];
      const std::int64_t all = trial.movable(place, into_);
      margin.possible = changed_by(trial, place, all);
      const std::int64_t items = margin.possible ? fewest(trial, place, all) : all;
      margin.changes[margin.count++] = {static_cast<Indicator>(place), items};
      if (margin.possible) return;
      trial.move(place, all, into_);
    }
    margin.count = 0;
  }

  // One indicator is easier to act upon: it is named wherever it takes no more items.
  void prefer_one_indicator(Margin& margin) const {
    if (!margin.possible) return;
    const std::int64_t most = margin.items();
    for (std::size_t i = 0; i < ordered_; ++i) {
      const std::size_t place = order_[i];
      const std::int64_t items = std::min(most, trial_.movable(place, into_));
      if (!changed_by(trial_, place, items)) continue;
      margin.changes[0] = {static_cast<Indicator>(place), fewest(trial_, place, items)};
      margin.count = 1;
      return;
    }
  }

  Trial trial_;
  const Boundary& boundary_;
  bool into_ = false;
  std::array<std::size_t, kIndicators> order_{};
  std::size_t ordered_ = 0;
};

}  // namespace

std::int64_t Margin::items() const {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += changes[i].items;
  return sum;
}

Margin margin_of(const UnitCounts& counts, const Rates& rates, const Weights& weights,
                 const Boundary& boundary) {
  return Search(counts, rates, weights, boundary).run();
}

}  // namespace core::rules::ranking
