#include "core/rules/ranking/ranking_json.h"

#include <fmt/format.h>

#include "core/base/decimal.h"
#include "core/rules/describe.h"
#include "core/rules/finding_id.h"

namespace core::rules::ranking {
namespace {

constexpr int kRatePlaces = 4;
constexpr int kScorePlaces = 2;

Value decimal_or_null(std::int64_t scaled, int places) {
  return scaled == kNotRated ? Value() : decimal_value(scaled, places);
}

Fields tally_fields(const Tally& tally) {
  return {{"numerator", tally.numerator}, {"denominator", tally.denominator}};
}

// The figure that was not used, so that nobody takes one for the sum of both.
Value other_json(const Count& count) {
  const bool items_used = count.source() == Source::Items;
  const bool has_other = items_used ? count.has_statistics() : count.items.denominator > 0;
  if (count.source() == Source::None && count.has_statistics()) {
    Fields unused = tally_fields(count.statistics);
    unused.set("source", word(Source::Statistics));
    unused.set("months", int{count.months});
    return unused;
  }
  if (!has_other) return {};
  Fields other = tally_fields(items_used ? count.statistics : count.items);
  other.set("source", word(items_used ? Source::Statistics : Source::Items));
  if (items_used) other.set("months", int{count.months});
  return other;
}

bool is_shown(const Count& count, std::int64_t weight) {
  return weight > 0 || count.items.denominator > 0 || count.has_statistics();
}

Fields part_json(const IndicatorSpec& spec, const Count& count, std::int64_t rate,
                 std::int64_t weight) {
  Fields part = tally_fields(count.used());
  part.set("indicator", spec.word);
  part.set("label", spec.label);
  part.set("clause", spec.clause);
  part.set("rate", decimal_or_null(rate, kRatePlaces));
  part.set("weight", weight);
  part.set("source", word(count.source()));
  if (Value other = other_json(count); !other.is_null()) part.set("other", std::move(other));
  return part;
}

/// items, statistics, or mixed: never both without saying so.
std::string_view sources_of(const UnitCounts& counts) {
  bool items = false;
  bool statistics = false;
  for (const Count& count : counts) {
    items = items || count.source() == Source::Items;
    statistics = statistics || count.source() == Source::Statistics;
  }
  if (items && statistics) return "mixed";
  if (!items && !statistics) return word(Source::None);
  return word(items ? Source::Items : Source::Statistics);
}

Value margin_json(const Margin& margin, const GroupRanking& group) {
  if (!margin.possible) return {};
  List changes;
  for (std::size_t i = 0; i < margin.count; ++i)
    changes.push_back(Fields{{"indicator", spec_of(margin.changes[i].indicator).word},
                             {"items", margin.changes[i].items}});
  Fields json{{"direction", margin.into ? "into" : "out"},
              {"items", margin.items()},
              {"changes", std::move(changes)},
              {"text", margin_text(margin, group)}};
  if (margin.count == 1) json.set("indicator", spec_of(margin.changes[0].indicator).word);
  return json;
}

Fields unit_json(const State& state, const Ranking& ranking, const GroupRanking& group,
                 const RankedUnit& row, const UnitCounts& counts) {
  const bool ranked = row.reason == Unranked::Ranked;
  List parts;
  for (std::size_t i = 0; i < kIndicators; ++i)
    if (is_shown(counts[i], ranking.weights[i]))
      parts.push_back(part_json(indicator_specs()[i], counts[i], row.rates[i], ranking.weights[i]));
  Fields json{{"unit", state.unit(row.unit).code},
              {"name", state.unit(row.unit).name},
              {"ranked", ranked},
              {"rank", ranked ? Value(int{row.rank}) : Value()},
              {"of", int{group.of}},
              {"score", decimal_or_null(row.score, kScorePlaces)},
              {"bottom", row.bottom},
              {"source", sources_of(counts)},
              {"parts", std::move(parts)},
              {"margin", margin_json(row.margin, group)}};
  if (ranked) json.set("shared", int{row.shared});
  if (!ranked) json.set("reason", word(row.reason));
  return json;
}

Fields item_json(const State& state, const Findings& findings, const Item& item) {
  Fields json{{"indicator", spec_of(item.indicator).word},
              {"day", to_string(item.day)},
              {"counted", item.good}};
  if (item.case_index.known()) json.set("case", state.case_text(item.case_index).number);
  List because;
  if (item.duty) {
    json.set("duty", finding_id(state, *item.duty));
    json.set("rule", rule_word(item.duty->rule));
    json.set("due_on", to_string(item.duty->due_on));
    if (item.duty->done_on.known()) json.set("done_on", to_string(item.duty->done_on));
    for (std::string& id : because_ids(state, findings, item.duty->because))
      because.emplace_back(std::move(id));
  }
  if (item.fact.known()) because.emplace_back(state.fact_id(item.fact));
  json.set("because", std::move(because));
  return json;
}

}  // namespace

Value ranking_json(const State& state, const Ranking& ranking, const Counts& counts,
                   std::size_t slot) {
  List groups;
  for (const GroupRanking& group : ranking.groups) {
    List units;
    for (const RankedUnit& row : group.units)
      units.push_back(unit_json(state, ranking, group, row, counts.at(slot, row.unit)));
    groups.push_back(Fields{{"group", group.name},
                            {"label", group_label(group.name)},
                            {"of", int{group.of}},
                            {"bottom", int{group.bottom}},
                            {"units", std::move(units)}});
  }
  return Fields{
      {"period", to_string(ranking.period)}, {"over", ranking.over}, {"groups", std::move(groups)}};
}

Value items_json(const State& state, const Findings& findings, const std::vector<Item>& items) {
  List list;
  for (const Item& item : items) list.push_back(item_json(state, findings, item));
  return list;
}

std::string margin_text(const Margin& margin, const GroupRanking& group) {
  if (!margin.possible) return {};
  std::string text;
  for (std::size_t i = 0; i < margin.count; ++i)
    text += fmt::format("{}{}再多{}件{}达标", i == 0 ? "" : "、",
                        spec_of(margin.changes[i].indicator).label, margin.changes[i].items,
                        margin.into ? "未" : "");
  return fmt::format("{}，即{}后{}位", text, margin.into ? "落入" : "离开", group.bottom);
}

}  // namespace core::rules::ranking
