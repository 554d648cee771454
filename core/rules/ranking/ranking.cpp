#include "core/rules/ranking/ranking.h"

#include <algorithm>
#include <utility>

#include "core/rules/ranking/bottom.h"

namespace core::rules::ranking {
namespace {

constexpr std::int64_t kHundred = 100;

bool is_ranked(const RankedUnit& unit) { return unit.reason == Unranked::Ranked; }

std::int32_t count_ranked(const GroupRanking& group) {
  return static_cast<std::int32_t>(
      std::count_if(group.units.begin(), group.units.end(), is_ranked));
}

/// One period being ranked.
class Ranker {
 public:
  Ranker(const State& state, const Counts& counts, std::size_t slot, const Settings& settings)
      : state_(state), counts_(counts), slot_(slot), settings_(settings) {}

  Ranking run(Date today) {
    Ranking ranking;
    ranking.period = counts_.periods()[slot_];
    ranking.over = today > last_day(ranking.period);
    ranking.weights = weights_ = weights_of(settings_);
    there_ = there_throughout(state_, ranking.period);
    for (const Group& group : groups_of(state_, settings_)) ranking.groups.push_back(scored(group));
    if (settings_.small_group_policy == SmallGroups::Merge) merge_small(ranking.groups);
    for (GroupRanking& group : ranking.groups) place(group);
    return ranking;
  }

 private:
  const UnitCounts& counts_of(UnitIndex unit) const { return counts_.at(slot_, unit); }

  GroupRanking scored(const Group& group) const {
    GroupRanking ranking;
    ranking.name = group.name;
    ranking.units.reserve(group.units.size());
    for (const UnitIndex unit : group.units) {
      RankedUnit& row = ranking.units.emplace_back();
      row.unit = unit;
      row.rates = rates_of(counts_of(unit));
      row.score = score_of(row.rates, weights_);
      row.reason = reason_of(row, group);
    }
    ranking.of = count_ranked(ranking);
    return ranking;
  }

  Unranked reason_of(const RankedUnit& row, const Group& group) const {
    if (group.name.empty()) return Unranked::NoGroup;
    if (!there_[row.unit.value]) return Unranked::NotThroughout;
    if (row.score == kNotRated) return Unranked::NothingRated;
    std::int64_t largest = 0;
    for (std::size_t i = 0; i < kIndicators; ++i)
      if (weights_[i] > 0) largest = std::max(largest, counts_of(row.unit)[i].used().denominator);
    return largest < settings_.rank_min_items ? Unranked::TooFewItems : Unranked::Ranked;
  }

  // A group too small to have last places joins the smallest other one, until none is left.
  void merge_small(std::vector<GroupRanking>& groups) const {
    Settings alone = settings_;
    alone.small_group_policy = SmallGroups::Proportional;
    const auto smaller = [](const GroupRanking& a, const GroupRanking& b) {
      return (a.of == 0) != (b.of == 0) ? b.of == 0 : a.of < b.of;
    };
    while (groups.size() > 1) {
      const auto least = std::min_element(groups.begin(), groups.end(), smaller);
      if (least->of == 0 || bottom_size(least->of, alone) > 0) return;
      GroupRanking small = std::move(*least);
      const auto at = groups.erase(least) - groups.begin();
      const auto other = std::min_element(groups.begin(), groups.end(), smaller);
      const bool first = at <= other - groups.begin();
      if (other->of == 0) return void(groups.insert(groups.begin() + at, std::move(small)));
      other->name = first ? small.name + "+" + other->name : other->name + "+" + small.name;
      other->of += small.of;
      other->units.insert(other->units.end(), small.units.begin(), small.units.end());
    }
  }

  void place(GroupRanking& group) const {
    group.bottom = bottom_size(group.of, settings_);
    const std::vector<Key> keys = sort(group.units);
    const std::span<RankedUnit> ranked(group.units.data(), static_cast<std::size_t>(group.of));
    set_ranks(ranked, keys);
    for (std::size_t i = 0; i < ranked.size(); ++i) {
      RankedUnit& row = ranked[i];
      row.bottom = in_bottom({row.rank, group.of, row.shared, row.score}, settings_);
      row.margin =
          margin_of(counts_of(row.unit), row.rates, weights_, boundary_for(group, keys, i));
    }
  }

  /// A row to be put in order, with what its place depends on.
  struct Seat {
    Key key;
    std::uint32_t at = 0;
    bool ranked = false;
  };

  bool stands_before(const Seat& a, const Seat& b, const std::vector<RankedUnit>& units) const {
    if (a.ranked != b.ranked) return a.ranked;
    if (a.ranked && a.key != b.key) return better(a.key, b.key);
    return state_.unit(units[a.at].unit).code < state_.unit(units[b.at].unit).code;
  }

  // Gives the keys of all in their order. Rows are large: each is moved once.
  std::vector<Key> sort(std::vector<RankedUnit>& units) const {
    std::vector<Seat> seats;
    seats.reserve(units.size());
    for (const RankedUnit& row : units)
      seats.push_back(
          {key_of(row.score, row.rates), static_cast<std::uint32_t>(seats.size()), is_ranked(row)});
    std::sort(seats.begin(), seats.end(),
              [&](const Seat& a, const Seat& b) { return stands_before(a, b, units); });
    std::vector<RankedUnit> sorted;
    std::vector<Key> keys;
    sorted.reserve(seats.size());
    keys.reserve(seats.size());
    for (const Seat& seat : seats) {
      sorted.push_back(units[seat.at]);
      keys.push_back(seat.key);
    }
    units = std::move(sorted);
    return keys;
  }

  static void set_ranks(std::span<RankedUnit> ranked, const std::vector<Key>& keys) {
    for (std::size_t first = 0; first < ranked.size();) {
      std::size_t end = first + 1;
      while (end < ranked.size() && keys[end] == keys[first]) ++end;
      for (std::size_t i = first; i < end; ++i) {
        ranked[i].rank = static_cast<std::int32_t>(first + 1);
        ranked[i].shared = static_cast<std::int32_t>(end - first);
      }
      first = end;
    }
  }

  // The others in their order: whoever is not better than the last of them that stands outside the
  // last places is in one.
  Boundary boundary_for(const GroupRanking& group, const std::vector<Key>& keys,
                        std::size_t self) const {
    Boundary boundary;
    boundary.has_places = group.bottom > 0;
    boundary.passing = settings_.rank_pass_line * kHundred;
    if (!boundary.has_places) return boundary;
    const auto outside = static_cast<std::size_t>(group.of - group.bottom);
    boundary.everywhere = outside == 0;
    if (boundary.everywhere) return boundary;
    const std::size_t at = outside - 1;
    boundary.line = keys[at < self ? at : at + 1];
    return boundary;
  }

  const State& state_;
  const Counts& counts_;
  std::size_t slot_;
  const Settings& settings_;
  Weights weights_{};
  std::vector<bool> there_;
};

}  // namespace

std::string_view word(Unranked reason) {
  switch (reason) {
    case Unranked::Ranked:
      return "ranked";
    case Unranked::NotThroughout:
      return "not_throughout";
    case Unranked::TooFewItems:
      return "too_few_items";
    case Unranked::NothingRated:
      return "nothing_rated";
    case Unranked::NoGroup:
      return "no_group";
  }
  return {};
}

std::string_view label(Unranked reason) {
  switch (reason) {
    case Unranked::Ranked:
      return "参与排名";
    case Unranked::NotThroughout:
      return "期内新设或撤销";
    case Unranked::TooFewItems:
      return "件数不足";
    case Unranked::NothingRated:
      return "本期无应评事项";
    case Unranked::NoGroup:
      return "未列入排名组";
  }
  return {};
}

Ranking rank_units(const State& state, const Counts& counts, std::size_t slot,
                   const Rulebook& rulebook, Date today) {
  const Settings& settings = rulebook.on(last_day(counts.periods()[slot]));
  return Ranker(state, counts, slot, settings).run(today);
}

}  // namespace core::rules::ranking
