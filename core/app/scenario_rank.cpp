#include "core/app/scenario_rank.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/app/rank_query.h"
#include "core/app/scenario_names.h"
#include "core/base/list_of.h"

namespace core::app {
namespace {

constexpr std::string_view kParts[] = {"period", "series", "units", "groups", "over"};
constexpr std::string_view kUnitFields[] = {"unit",   "name",   "ranked", "rank",
                                            "of",     "shared", "score",  "bottom",
                                            "source", "parts",  "margin", "reason"};
constexpr std::string_view kGroupFields[] = {"group", "label", "of", "bottom"};
constexpr std::string_view kPartFields[] = {"indicator", "numerator", "denominator", "rate",
                                            "weight",    "source",    "other",       "months",
                                            "label",     "clause"};
constexpr std::string_view kMarginFields[] = {"direction", "items", "indicator", "changes", "text"};

Status check_unit(const Value& unit) {
  CORE_TRY(check_names("units", unit, kUnitFields));
  if (unit.fields()->text("unit").empty()) return bad_scenario("“units”的各项应有单位（unit）");
  for (const Value& part : list_of(*unit.fields(), "parts"))
    CORE_TRY(check_names("parts", part, kPartFields));
  const Value* margin = unit.fields()->find("margin");
  if (margin && !margin->is_null()) CORE_TRY(check_names("margin", *margin, kMarginFields));
  return Done{};
}

double number_of(const Value& value) {
  return value.integer() ? static_cast<double>(*value.integer()) : *value.real();
}

bool is_number(const Value& value) { return value.integer() || value.real(); }

// Objects and lists must hold at least what the pattern holds; everything else must be equal.
bool holds(const Value& wanted, const Value& got) {
  if (is_number(wanted) && is_number(got)) return number_of(wanted) == number_of(got);
  if (wanted.fields() && got.fields()) {
    return std::all_of(wanted.fields()->begin(), wanted.fields()->end(), [&](const auto& entry) {
      const Value* field = got.fields()->find(entry.first);
      return field && holds(entry.second, *field);
    });
  }
  if (!wanted.list() || !got.list()) return wanted == got;
  return std::all_of(wanted.list()->begin(), wanted.list()->end(), [&](const Value& item) {
    return std::any_of(got.list()->begin(), got.list()->end(),
                       [&item](const Value& each) { return holds(item, each); });
  });
}

class RankMatcher {
 public:
  RankMatcher(const Value& ranking, std::string_view on, ScenarioOutcome& outcome)
      : ranking_(ranking), on_(on), outcome_(outcome) {}

  void expect_unit(const Value& pattern) {
    const Value* found = nullptr;
    for (const Value& group : groups())
      for (const Value& unit : list_of(*group.fields(), "units"))
        if (unit.fields()->text("unit") == pattern.fields()->text("unit")) found = &unit;
    compare(pattern, found);
  }

  void expect_group(const Value& pattern) {
    const Value* found = nullptr;
    for (const Value& group : groups())
      if (group.fields()->text("group") == pattern.fields()->text("group")) found = &group;
    compare(pattern, found);
  }

  void compare(const Value& pattern, const Value* found) {
    if (found && holds(pattern, *found)) {
      ++outcome_.passed;
      return;
    }
    outcome_.failed.push_back({fmt::format("{} rank {}", on_, to_json(pattern)),
                               found ? to_json(*found) : std::string("没有")});
  }

 private:
  const List& groups() const { return list_of(*ranking_.fields(), "groups"); }

  const Value& ranking_;
  std::string_view on_;
  ScenarioOutcome& outcome_;
};

}  // namespace

Status check_rank_part(const Value& rank) {
  CORE_TRY(check_names("rank", rank, kParts));
  const Fields& fields = *rank.fields();
  CORE_TRY(period_asked(fields.text("period"), fields.text("series")));
  if (list_of(fields, "units").empty() && list_of(fields, "groups").empty())
    return bad_scenario("“rank”应列出单位（units）或组（groups）");
  for (const Value& unit : list_of(fields, "units")) CORE_TRY(check_unit(unit));
  for (const Value& group : list_of(fields, "groups"))
    CORE_TRY(check_names("groups", group, kGroupFields));
  return Done{};
}

Period rank_period_of(const Fields& rank) { return *parse_period(rank.text("period")); }

void match_rank(const Fields& rank, const Value& ranking, std::string_view on,
                ScenarioOutcome& outcome) {
  RankMatcher matcher(ranking, on, outcome);
  for (const Value& unit : list_of(rank, "units")) matcher.expect_unit(unit);
  for (const Value& group : list_of(rank, "groups")) matcher.expect_group(group);
  if (const Value* over = rank.find("over")) matcher.compare(Fields{{"over", *over}}, &ranking);
}

}  // namespace core::app
