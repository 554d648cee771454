#include "core/intake/drafters/unit_drafter.h"

#include <algorithm>

#include "core/intake/drafters/words.h"

namespace core::intake {

Status UnitDrafter::draft_row(const RowView& row) {
  const std::string code = fold_width(row.text(Column::UnitCode));
  const std::string name = fold_width(row.text(Column::UnitName));
  if (code.empty()) refuse(Column::UnitCode, "缺少单位代码");
  if (name.empty()) refuse(Column::UnitName, "缺少单位名称");
  if (refused()) return Done{};
  const std::string_view type_word = row.text(Column::UnitType);
  const UnitType type = unit_type_of(type_word, name);
  if (!type_word.empty() && type == UnitType::Unknown)
    leave_out(Column::UnitType, "不在已知的单位类别里");
  const UnitIndex index = state().find_unit(code);
  if (index.known() && state().unit(index).registered_on.known())
    return compare_unit(index, name, type);
  return register_unit(code, name, type);
}

std::vector<std::string> UnitDrafter::aliases() {
  return split_any(row().text(Column::UnitAliases), {"、", "，", ",", ";", "；", "/", "\n"});
}

Status UnitDrafter::register_unit(const std::string& code, const std::string& name, UnitType type) {
  Fact fact;
  fact.kind = "unit.registered";
  fact.on = session().today();
  fact.fields = Fields{{"unit", code}, {"name", name}};
  if (type != UnitType::Unknown) {
    fact.fields.set("type", word(type));
    fact.fields.set("group", word(group_of(type)));
  }
  if (const std::vector<std::string> names = aliases(); !names.empty())
    fact.fields.set("aliases", List(names.begin(), names.end()));
  CORE_ASSIGN(const bool taken, record_or_refuse(fact, Column::None));
  if (!taken) return Done{};
  mark_added();
  registered_ = true;
  session().units().refresh();
  return Done{};
}

Status UnitDrafter::compare_unit(UnitIndex index, const std::string& name, UnitType type) {
  const UnitRow known = state().unit(index);
  if (name != known.name) {
    Fact fact;
    fact.kind = "unit.renamed";
    fact.on = session().today();
    fact.fields = Fields{{"unit", known.code}, {"name", name}};
    CORE_ASSIGN([[maybe_unused]] const bool taken, record(fact, Column::UnitName));
    session().units().refresh();
  }
  Fields with;
  if (type != UnitType::Unknown && type != known.type) {
    with.set("type", word(type));
    with.set("group", word(group_of(type)));
  }
  std::vector<std::string> names = aliases();
  const auto has = [&known](const std::string& alias) {
    return alias == known.name ||
           std::find(known.aliases.begin(), known.aliases.end(), alias) != known.aliases.end();
  };
  if (!std::all_of(names.begin(), names.end(), has)) {
    for (const std::string& alias : known.aliases)
      if (std::find(names.begin(), names.end(), alias) == names.end()) names.push_back(alias);
    with.set("aliases", List(names.begin(), names.end()));
  }
  if (with.empty()) return Done{};
  CORE_ASSIGN([[maybe_unused]] const bool taken,
              correct(known.fact, std::move(with), Column::UnitType));
  session().units().refresh();
  return Done{};
}

void UnitDrafter::finish() {
  if (registered_) note("单位清单没有日期，按导入当日登记");
}

}  // namespace core::intake
