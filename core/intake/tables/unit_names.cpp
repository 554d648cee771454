#include "core/intake/tables/unit_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "core/intake/tables/county_name.h"

namespace core::intake {
namespace {

// Marks a name that two units bear.
constexpr UnitIndex kSeveral{kNoIndex - 1};

void cut_suffix(std::string& name, std::string_view bearer, std::string_view suffix) {
  if (!ends_with(name, std::string(bearer) + std::string(suffix))) return;
  name.erase(name.size() - suffix.size());
}

/// What may stand before the county's name: nothing, or whose county it is. 新丰县 and 海丰县 are
/// not 丰县.
bool is_seat(std::string_view before) {
  for (const std::string_view end :
       {"", "省", "市", "州", "盟", "地区", "自治区", "兵团", "中共", "中国共产党"})
    if (end.empty() ? before.empty() : ends_with(before, end)) return true;
  return false;
}

/// Shared characters, for hints only.
int likeness(std::string_view a, std::string_view b) {
  int shared = 0;
  for (std::size_t at = 0; at < a.size();) {
    const std::size_t from = at;
    next_code_point(a, at);
    if (contains(b, a.substr(from, at - from))) ++shared;
  }
  return shared;
}

/// `县民政局（牵头）`, `县民政局；`: what says how it takes part, and marks at the end, are no
/// name.
std::string_view without_part(std::string_view text) {
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view end : {"（牵头）", "(牵头)", "（主办）", "(主办)", "（牵头单位）",
                                       "；", ";", "。", "、", "，", ","})
      if (ends_with(text, end)) {
        text = trim(text.substr(0, text.size() - end.size()));
        cut = true;
      }
  }
  return text;
}

}  // namespace

void UnitNames::settle(const std::vector<std::pair<std::string, std::string>>& names) {
  settled_ = names;
  seen_.clear();
}

void UnitNames::add(ByName& names, std::string key, UnitIndex unit) {
  if (key.empty()) return;
  const auto [at, added] = names.emplace(std::move(key), unit);
  if (added || at->second == unit || at->second == kSeveral) return;
  // A unit in being goes before one that was abolished.
  const bool old_gone = state_.unit(at->second).retired_on.known();
  const bool new_gone = state_.unit(unit).retired_on.known();
  if (old_gone == new_gone) {
    at->second = kSeveral;
  } else if (old_gone) {
    at->second = unit;
  }
}

void UnitNames::rebuild() {
  exact_.clear();
  core_.clear();
  seen_.clear();
  for (std::uint32_t i = 0; i < state_.units().size(); ++i) {
    const UnitRow& unit = state_.units()[i];
    if (!unit.registered_on.known()) continue;
    add(exact_, fold_header(unit.code), UnitIndex{i});
    add(exact_, fold_header(unit.name), UnitIndex{i});
    add(core_, core_name(unit.name), UnitIndex{i});
    for (const std::string& alias : unit.aliases) {
      add(exact_, fold_header(alias), UnitIndex{i});
      add(core_, core_name(alias), UnitIndex{i});
    }
  }
  stale_ = false;
}

/// `某某市青山县民政局`, `青山县民政局`, `县民政局` -> `民政局`; `柳林镇人民政府` -> `柳林镇`.
std::string UnitNames::core_name(std::string_view text) const {
  std::string name = fold_header(text);
  const bool named = state_.county_name() != kUnnamedCounty || supposed_county_.empty();
  const std::string county = fold_header(named ? state_.county_name() : supposed_county_);
  const std::size_t at = county.empty() ? std::string::npos : name.find(county);
  if (at != std::string::npos && name.size() > at + county.size() &&
      is_seat(std::string_view(name).substr(0, at))) {
    name.erase(0, at + county.size());
  } else {
    const std::string_view level = ends_with(county, "市")   ? "市"
                                   : ends_with(county, "区") ? "区"
                                   : ends_with(county, "旗") ? "旗"
                                                             : "县";
    if (starts_with(name, level)) name.erase(0, level.size());
  }
  for (const std::string_view bearer : {"镇", "乡", "街道"})
    for (const std::string_view suffix : {"党委政府", "党委", "人民政府", "政府", "办事处", "办"})
      cut_suffix(name, bearer, suffix);
  return name;
}

UnitIndex UnitNames::look_up(std::string_view said) const {
  const std::string_view text = without_part(said);
  const std::string key = fold_header(text);
  for (const auto& [name, code] : settled_)
    if (fold_header(name) == key) return state_.find_unit(code);
  if (const auto at = exact_.find(key); at != exact_.end()) return at->second;
  if (const auto at = core_.find(core_name(text)); at != core_.end()) return at->second;
  // In a city 市场监督管理局 is 市市场监督管理局: its 市 is none to be cut off.
  const auto at = core_.find(key);
  return at == core_.end() ? UnitIndex{} : at->second;
}

UnitIndex UnitNames::find(std::string_view text) {
  if (stale_) rebuild();
  auto at = seen_.find(text);
  if (at == seen_.end()) at = seen_.emplace(std::string(text), look_up(text)).first;
  return at->second == kSeveral ? UnitIndex{} : at->second;
}

std::string UnitNames::reason(std::string_view text) {
  if (stale_) rebuild();
  if (look_up(text) == kSeveral) return "不止一个单位叫这个名称，请写单位代码";
  const std::vector<std::string> pieces = split_any(text, {"、", "，", ",", ";", "；", "/", "\n"});
  const auto known = [this](const std::string& piece) { return find(piece).known(); };
  if (pieces.size() > 1 && std::all_of(pieces.begin(), pieces.end(), known))
    return "一格写了多个单位，请只留主办单位";
  const std::string name = core_name(text);
  std::vector<std::pair<int, std::string_view>> alike;
  for (const UnitRow& unit : state_.units()) {
    if (!unit.registered_on.known()) continue;
    const std::string other = core_name(unit.name);
    const int shared = likeness(name, other);
    const auto length =
        static_cast<int>(std::max(count_code_points(name), count_code_points(other)));
    if (shared >= 2 && shared * 2 > length) alike.emplace_back(-shared * 100 / length, unit.name);
  }
  if (alike.empty()) return "没有登记这个单位";
  std::stable_sort(alike.begin(), alike.end());
  std::string hint;
  for (std::size_t i = 0; i < std::min<std::size_t>(alike.size(), 3); ++i) {
    if (!hint.empty()) hint += "、";
    hint += alike[i].second;
  }
  return fmt::format("没有登记这个单位（相近：{}）", hint);
}

}  // namespace core::intake
