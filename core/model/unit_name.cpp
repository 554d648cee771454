#include "core/model/unit_name.h"

#include <algorithm>

namespace core {
namespace {

bool is_called(const UnitRow& unit, std::string_view name) {
  return unit.code == name || unit.name == name ||
         std::find(unit.aliases.begin(), unit.aliases.end(), name) != unit.aliases.end();
}

/// What is left of a name without the county and without what kind of organ it is: 西山镇 of
/// 青山县西山镇人民政府.
std::string_view bare_name(const State& state, std::string_view name) {
  constexpr std::string_view kParty[] = {"中共"};
  constexpr std::string_view kOrgans[] = {"人民政府", "政府", "党委", "党工委", "委员会", "党组"};
  const std::string_view whole = name;
  take_word(name, kParty);
  take_county(name, state.county_name());
  for (const std::string_view organ : kOrgans) {
    if (!name.ends_with(organ)) continue;
    name.remove_suffix(organ.size());
    break;
  }
  return name.empty() ? whole : name;
}

}  // namespace

bool take_word(std::string_view& text, std::span<const std::string_view> words) {
  for (const std::string_view word : words) {
    if (word.empty() || !text.starts_with(word)) continue;
    text.remove_prefix(word.size());
    return true;
  }
  return false;
}

bool take_county(std::string_view& text, std::string_view county) {
  const std::string_view names[] = {county, "本级"};
  if (take_word(text, names)) return true;
  for (const std::string_view level : {"县", "区", "市", "旗"}) {
    const std::string_view own[] = {level};
    if ((county.ends_with(level) || level == std::string_view("县")) && take_word(text, own))
      return true;
  }
  return false;
}

bool is_named(const State& state, const UnitRow& unit, std::string_view name) {
  if (is_called(unit, name)) return true;
  const std::string_view bare = bare_name(state, name);
  return bare == bare_name(state, unit.name) || is_called(unit, bare);
}

UnitIndex named_unit(const State& state, std::string_view name, Date day) {
  UnitIndex found;
  for (std::uint32_t at = 0; at < state.units().size(); ++at) {
    const UnitRow& unit = state.units()[at];
    if (!unit.registered_on.known() || !is_named(state, unit, name)) continue;
    found = UnitIndex{at};
    if (!unit.retired_on.known() || day <= unit.retired_on) return found;
  }
  return found;
}

}  // namespace core
