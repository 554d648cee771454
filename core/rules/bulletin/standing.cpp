#include "core/rules/bulletin/standing.h"

#include <algorithm>

#include "core/rules/ranking/bottom.h"

namespace core::rules {
namespace {

const Standing* find(const MeasureRow& bulletin, UnitIndex unit) {
  const auto at = std::find_if(bulletin.standings.begin(), bulletin.standings.end(),
                               [unit](const Standing& each) { return each.unit == unit; });
  return at == bulletin.standings.end() ? nullptr : &*at;
}

}  // namespace

Footing footing_of(const State& state, const MeasureRow& bulletin, UnitIndex unit,
                   const Settings& settings) {
  const Standing* own = find(bulletin, unit);
  if (!own) return Footing::Absent;
  if (own->rank == 0) return Footing::Unranked;
  return ranking::in_bottom(state, bulletin.standings, *own, settings) ? Footing::Bottom
                                                                       : Footing::Ranked;
}

bool is_criticised(const MeasureRow& bulletin, UnitIndex unit) {
  const Standing* own = find(bulletin, unit);
  return own && own->mention == Mention::Criticised;
}

bool stands_out(const State& state, const MeasureRow& bulletin, UnitIndex unit,
                const Settings& settings) {
  return is_criticised(bulletin, unit) ||
         footing_of(state, bulletin, unit, settings) == Footing::Bottom;
}

}  // namespace core::rules
