#include "core/app/bulletin_content.h"

#include "core/app/listed_cases.h"
#include "core/app/rank_query.h"
#include "core/base/decimal.h"
#include "core/base/hash.h"
#include "core/rules/setting_access.h"

namespace core::app {
namespace {

namespace ranking = rules::ranking;

constexpr int kScorePlaces = 2;

Fields unit_entry(const State& state, const ranking::GroupRanking& group,
                  const ranking::RankedUnit& row) {
  Fields entry{{"unit", state.unit(row.unit).code}, {"group", group.name}};
  if (row.reason != ranking::Unranked::Ranked) {
    entry.set("reason", ranking::word(row.reason));
    return entry;
  }
  entry.set("rank", int{row.rank});
  entry.set("of", int{group.of});
  entry.set("score", decimal_value(row.score, kScorePlaces));
  return entry;
}

/// Which of the figures come from imported sheets stands beside them (3.1): the others are counted
/// from items.
Fields numbers_entry(const State& state, const ranking::UnitCounts& counts, UnitIndex unit) {
  Fields parts;
  List from_statistics;
  for (const ranking::IndicatorSpec& spec : ranking::indicator_specs()) {
    const ranking::Count& count = counts[ranking::place_of(spec.id)];
    const ranking::Tally used = count.used();
    if (used.denominator == 0) continue;
    parts.set(spec.word, List{used.numerator, used.denominator});
    if (count.source() == ranking::Source::Statistics) from_statistics.emplace_back(spec.word);
  }
  return {{"unit", state.unit(unit).code},
          {"parts", std::move(parts)},
          {"from_statistics", std::move(from_statistics)}};
}

List supervisions_in(const View& view, const Period& period,
                     const std::vector<std::string>& scope) {
  List list;
  for (const ListedCase& each : listed_cases(view, first_day(period), last_day(period), scope))
    list.push_back(listed_case_json(view, each));
  return list;
}

}  // namespace

BulletinContent ranked_content(const View& view, const Period& period) {
  const Ranked found = ranked(view, period);
  BulletinContent content;
  for (const ranking::GroupRanking& group : found.ranking.groups) {
    for (const ranking::RankedUnit& row : group.units) {
      content.units.push_back(unit_entry(view.state, group, row));
      content.numbers.push_back(numbers_entry(view.state, found.counts.at(0, row.unit), row.unit));
    }
  }
  content.supervisions = supervisions_in(view, period, {});
  content.rulebook = rulebook_hash(view.rulebook.on(last_day(period)));
  return content;
}

BulletinContent special_content(const View& view, const Period& period,
                                const std::vector<std::string>& scope) {
  BulletinContent content;
  content.supervisions = supervisions_in(view, period, scope);
  content.rulebook = rulebook_hash(view.rulebook.on(last_day(period)));
  return content;
}

std::string rulebook_hash(const rules::Settings& settings) {
  return to_hex(blake2b(to_json(rules::values_of(settings))));
}

}  // namespace core::app
