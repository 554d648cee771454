// What the fields of a form offer to choose from (fact_form.h).
#include <fmt/format.h>

#include <algorithm>

#include "core/base/text.h"
#include "core/model/code_labels.h"
#include "web/models/collation.h"
#include "web/models/fact_form.h"
#include "web/models/names.h"
#include "web/models/words.h"

namespace web {
namespace {

using core::FieldType;

std::vector<FormChoice> codes_of(std::string_view field, std::span<const std::string_view> codes) {
  std::vector<FormChoice> choices;
  for (const std::string_view code : codes)
    choices.push_back({std::string(code), std::string(core::code_label_in(field, code)), {}});
  return choices;
}

std::vector<FormChoice> units_of(const core::State& state) {
  std::vector<FormChoice> choices;
  for (const core::UnitRow& unit : state.units())
    if (unit.registered_on.known() && !unit.retired_on.known())
      choices.push_back({unit.code, unit.name, {}});
  std::sort(choices.begin(), choices.end(), [](const FormChoice& a, const FormChoice& b) {
    return collation_key(a.words) < collation_key(b.words);
  });
  return choices;
}

bool is_county(core::OfficialRank rank) {
  return rank == core::OfficialRank::CountyMain || rank == core::OfficialRank::CountyLeader;
}

/// 0 comes first. The county's leaders head the county's side, the unit's own people the unit's.
int place_of(const core::OfficialRow& row, std::string_view field, core::UnitIndex unit) {
  if (field == "unit_official") return row.unit == unit ? 0 : (is_county(row.rank) ? 2 : 1);
  if (!is_county(row.rank)) return row.unit == unit ? 2 : 3;
  return row.rank == core::OfficialRank::CountyMain ? 0 : 1;
}

std::vector<FormChoice> officials_of(const core::State& state, std::string_view field,
                                     core::UnitIndex unit) {
  struct Entry {
    int place;
    std::u32string name;
    const core::OfficialRow* row;
  };
  std::vector<Entry> entries;
  for (const core::OfficialRow& row : state.officials())
    if (row.appointed_on.known() && !row.left_on.known())
      entries.push_back({place_of(row, field, unit), collation_key(row.name), &row});
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return a.place != b.place ? a.place < b.place : a.name < b.name;
  });
  std::vector<FormChoice> choices;
  for (const Entry& entry : entries) {
    std::string more = unit_name(state, entry.row->unit);
    if (!more.empty() && !entry.row->post.empty()) more += ' ';
    choices.push_back({entry.row->key, entry.row->name, more + entry.row->post});
  }
  return choices;
}

std::vector<FormChoice> weeks_until(core::Date today) {
  constexpr int kWeeks = 26;
  std::vector<FormChoice> choices;
  if (!today.known()) return choices;
  const core::Date monday = today - (core::weekday(today) - 1);
  for (int back = 0; back < kWeeks; ++back) {
    const core::Date first = monday - 7 * back;
    const core::IsoWeek week = core::iso_week(first);
    choices.push_back(
        {core::to_string(week), fmt::format("{}年第{}周", week.year, week.week),
         fmt::format("{}至{}", short_day(first, today), short_day(first + 6, today))});
  }
  return choices;
}

}  // namespace

std::vector<FormChoice> choices_of(const core::State& state, const core::FieldSpec& spec,
                                   core::UnitIndex unit, core::Date today) {
  switch (spec.type) {
    case FieldType::Code:
    case FieldType::Codes:
      return codes_of(spec.name, spec.codes);
    case FieldType::UnitKey:
    case FieldType::UnitKeys:
      return units_of(state);
    case FieldType::OfficialKey:
    case FieldType::OfficialName:
      return officials_of(state, spec.name, unit);
    case FieldType::Week:
      return weeks_until(today);
    case FieldType::Boolean:
      return {{"true", "是", {}}, {"false", "否", {}}};
    case FieldType::Any:
      if (spec.name != "fourfold") return {};
      return codes_of(spec.name, core::kFourfoldWords);
    default:
      return {};
  }
}

bool holds_several(const core::FieldSpec& spec) {
  switch (spec.type) {
    case FieldType::Codes:
    case FieldType::UnitKeys:
    case FieldType::Texts:
    case FieldType::Days:
    case FieldType::Any:
      return true;
    default:
      return false;
  }
}

std::vector<std::string> split_choices(std::string_view text) {
  return core::split_any(text, {"，", ",", "、", "\n", "；"});
}

std::string join_choices(const std::vector<std::string>& keys) {
  std::string out;
  for (const std::string& key : keys) {
    if (!out.empty()) out += "、";
    out += key;
  }
  return out;
}

}  // namespace web
