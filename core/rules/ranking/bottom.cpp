#include "core/rules/ranking/bottom.h"

#include <algorithm>

#include "core/rules/ranking/groups.h"

namespace core::rules::ranking {
namespace {

constexpr std::int32_t kTooFewToPick = 3;
constexpr std::int32_t kSmallGroup = 6;
constexpr std::int64_t kHundred = 100;

bool same_group(const State& state, const Standing& a, const Standing& b) {
  if (a.group != b.group) return false;
  if (!a.group.empty() || !a.unit.known() || !b.unit.known()) return true;
  return own_group(state.unit(a.unit)) == own_group(state.unit(b.unit));
}

}  // namespace

std::int32_t bottom_size(std::int32_t of, const Settings& settings) {
  const std::int32_t wanted = settings.rank_bottom;
  if (of <= 0) return 0;
  if (settings.small_group_policy == SmallGroups::Literal) return std::min(wanted, of);
  if (of <= kTooFewToPick) return 0;
  // Fewer than half, of a small group fewer still: being last must set a unit apart. Asking for
  // more last places never gives fewer.
  return std::min(wanted, of <= kSmallGroup ? of / 3 : (of - 1) / 2);
}

bool passes(std::int64_t score, const Settings& settings) {
  return score >= 0 && score >= settings.rank_pass_line * kHundred;
}

bool in_bottom(const Place& place, const Settings& settings) {
  if (place.rank <= 0 || place.of <= 0 || passes(place.score, settings)) return false;
  const std::int32_t last_held = place.rank + std::max(place.shared, 1) - 1;
  return last_held > place.of - bottom_size(place.of, settings);
}

Place place_of(const State& state, std::span<const Standing> standings, const Standing& standing) {
  const auto shared = std::count_if(standings.begin(), standings.end(), [&](const Standing& other) {
    return other.rank == standing.rank && same_group(state, other, standing);
  });
  return {standing.rank, standing.of, std::max(static_cast<std::int32_t>(shared), 1),
          standing.score};
}

}  // namespace core::rules::ranking
