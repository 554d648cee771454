#include "core/app/rulebook_places.h"

#include <fmt/format.h>

#include "core/rules/activation.h"
#include "core/rules/assessment/point_sheet.h"
#include "core/rules/ranking/indicator.h"
#include "core/rules/setting_access.h"
#include "core/rules/setting_labels.h"

namespace core::app {

using rules::SettingType;

bool is_table(const rules::SettingSpec& spec) {
  return spec.type == SettingType::Integers || spec.type == SettingType::Texts ||
         spec.type == SettingType::Lists || spec.type == SettingType::Points;
}

Value value_at(const rules::Settings& settings, const RulebookPlace& place) {
  if (place.key == "rank_weights") {
    const auto indicator = rules::ranking::parse_indicator(place.entry);
    if (!indicator) return {};
    return rules::ranking::weights_of(settings)[rules::ranking::place_of(*indicator)];
  }
  if (place.key == "point_sheet") {
    for (const rules::assessment::SheetItem& each : rules::assessment::sheet_of(settings))
      if (each.key == place.entry) return rules::assessment::item_json(each.item);
    return {};
  }
  const Value value = rules::value_of(settings, place.key);
  if (place.entry.empty() || !value.fields()) return value;
  const Value* entry = value.fields()->find(place.entry);
  return entry ? *entry : Value();
}

std::vector<DatedValue> activated_at(const State& state, const RulebookPlace& place) {
  std::vector<DatedValue> found;
  for (const rules::Activation& each : rules::activations_of(state)) {
    const Value* value = each.values->find(place.key);
    if (value && !place.entry.empty())
      value = value->fields() ? value->fields()->find(place.entry) : nullptr;
    if (value) found.push_back({each.from, *value});
  }
  return found;
}

std::vector<std::string> entries_of(const rules::Settings& settings, std::string_view key) {
  std::vector<std::string> entries;
  if (key == "rank_weights") {
    for (const auto& spec : rules::ranking::indicator_specs()) entries.emplace_back(spec.word);
  } else if (key == "point_sheet") {
    for (const auto& each : rules::assessment::sheet_of(settings)) entries.push_back(each.key);
  } else if (const Value table = rules::value_of(settings, key); table.fields()) {
    for (const auto& [entry, value] : *table.fields()) entries.push_back(entry);
  }
  return entries;
}

Fields values_for(const RulebookPlace& place, const Value& value) {
  if (place.entry.empty()) return {{place.key, value}};
  return {{place.key, Fields{{place.entry, value}}}};
}

std::string place_label(const RulebookPlace& place) {
  const std::string_view label = rules::setting_label(place.key);
  if (place.entry.empty()) return fmt::format("{}（{}）", label, place.key);
  return fmt::format("{}（{}）：{}", label, place.key, place.entry);
}

}  // namespace core::app
