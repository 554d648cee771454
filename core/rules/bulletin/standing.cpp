#include "core/rules/bulletin/standing.h"

#include <map>
#include <string_view>
#include <utility>

#include "core/rules/ranking/bottom.h"

namespace core::rules {
namespace {

/// Who is compared with whom: the group the bulletin names, else the unit's own.
using Rank = std::pair<std::string_view, std::int32_t>;

Rank rank_of(const State& state, const Standing& standing) {
  const std::string_view named = standing.group;
  return {named.empty() ? word(state.unit(standing.unit).group) : named, standing.rank};
}

}  // namespace

Board::Board(const State& state, const MeasureRow& bulletin, const Settings& settings)
    : seats_(state.units().size()) {
  std::map<Rank, std::int32_t> sharing;
  for (const Standing& each : bulletin.standings)
    if (each.unit.known()) ++sharing[rank_of(state, each)];
  for (const Standing& each : bulletin.standings) {
    if (!each.unit.known()) continue;
    Seat& seat = seats_[each.unit.value];
    seat.criticised = each.mention == Mention::Criticised;
    seat.footing = each.rank > 0 ? Footing::Ranked : Footing::Unranked;
    const ranking::Place place{each.rank, each.of, sharing[rank_of(state, each)], each.score};
    if (ranking::in_bottom(place, settings)) seat.footing = Footing::Bottom;
  }
}

}  // namespace core::rules
