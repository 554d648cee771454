#pragma once
// From the ways people write a unit's name to the unit; never a guess.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/text_map.h"
#include "core/model/state.h"

namespace core::intake {

class UnitNames {
 public:
  explicit UnitNames(const State& state) : state_(state) {}

  /// By which county's name units are known while the ledger has none of its own.
  void suppose_county(std::string name) { supposed_county_ = std::move(name); }

  /// What a saved mapping settles, name -> code; stays until replaced.
  void settle(const std::vector<std::pair<std::string, std::string>>& names);

  /// By code, name, earlier name or alias; with or without the county's name or 县 in front
  /// (`青山县民政局` = `县民政局`), townships also with 人民政府, subdistricts with 办事处. Unknown
  /// when no unit or more than one bears the name.
  UnitIndex find(std::string_view text);

  /// Why `find` found none, with names that look alike as a hint:
  /// `没有登记这个单位（相近：县民政局）`.
  std::string reason(std::string_view text);

  /// Units were registered or renamed.
  void refresh() { stale_ = true; }

 private:
  using ByName = TextMap<UnitIndex>;

  void rebuild();
  void add(ByName& names, std::string key, UnitIndex unit);
  UnitIndex look_up(std::string_view text) const;
  std::string core_name(std::string_view name) const;

  const State& state_;
  std::string supposed_county_;
  std::vector<std::pair<std::string, std::string>> settled_;
  ByName exact_;
  ByName core_;
  ByName seen_;  // answers already given, by the text as it stands in the cells
  bool stale_ = true;
};

}  // namespace core::intake
