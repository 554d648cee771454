#pragma once
// Where a value of the rulebook lives (a setting, or one entry of a table) and what holds there.

#include <string>
#include <vector>

#include "core/app/rulebook_file.h"
#include "core/rules/rulebook.h"

namespace core::app {

struct RulebookPlace {
  std::string key;
  std::string entry;  ///< Of a table; empty for a plain setting.

  bool operator==(const RulebookPlace&) const = default;
};

struct DatedValue {
  Date from;
  Value value;
};

/// What holds in these settings; weights and points are the example's where the county set none.
/// Null where nothing does.
Value value_at(const rules::Settings& settings, const RulebookPlace& place);

/// What people have put in force there, by the day from which it holds.
std::vector<DatedValue> activated_at(const State& state, const RulebookPlace& place);

/// The entries of a table in these settings, in their order.
std::vector<std::string> entries_of(const rules::Settings& settings, std::string_view key);

/// Whether the setting is a table, whose values are stated entry by entry.
bool is_table(const rules::SettingSpec& spec);

/// The JSON object with_values() takes for this one value.
Fields values_for(const RulebookPlace& place, const Value& value);

/// 答复期限（answer_days）, 排名权重（rank_weights）：accept_on_time.
std::string place_label(const RulebookPlace& place);

}  // namespace core::app
