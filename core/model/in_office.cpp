#include "core/model/in_office.h"

#include <fmt/format.h>

#include <algorithm>

namespace core {
namespace {

// The import writes its own record last, so while it runs there is none yet.
bool may_come_from_list(const OfficialRow& official, const State& state, Date today) {
  if (official.appointed_on == today) return true;
  const auto of_import = [&official](const OtherFact& other) {
    return other.fact.ref > official.fact && other.fact.fact.on == official.appointed_on &&
           other.fact.fact.kind == "import.recorded";
  };
  return std::any_of(state.other_facts().begin(), state.other_facts().end(), of_import);
}

bool was_appointed_before(OfficialIndex index, const State& state) {
  const FactRef latest = state.official(index).fact;
  for (FactRef ref{1}; ref < latest; ++ref.position) {
    const KindSpec* kind = state.fact_kind(ref);
    if (kind && kind->kind == "official.appointed" && state.subject_row(ref) == index.value)
      return true;
  }
  return false;
}

}  // namespace

bool is_same(const State& state, OfficialIndex a, OfficialIndex b) {
  if (!a.known() || !b.known() || a == b) return a == b;
  const OfficialRow& one = state.official(a);
  const OfficialRow& other = state.official(b);
  return one.key == other.name || one.name == other.key;
}

std::string out_of_office(OfficialIndex index, Date day, const State& state, Date today) {
  if (!index.known()) return {};
  const OfficialRow& official = state.official(index);
  if (official.left_on.known() && official.left_on < day)
    return fmt::format("{}已于{}离任", official.name, to_string(official.left_on));
  if (!official.appointed_on.known() || official.appointed_on <= day) return {};
  if (may_come_from_list(official, state, today) || was_appointed_before(index, state)) return {};
  return fmt::format("{}于{}才任职", official.name, to_string(official.appointed_on));
}

std::string retired_before(std::string_view unit, Date day, const State& state) {
  const UnitIndex index = state.find_unit(unit);
  if (!index.known()) return {};
  const UnitRow& row = state.unit(index);
  if (!row.retired_on.known() || day <= row.retired_on) return {};
  return fmt::format("{}已于{}撤并", row.name, to_string(row.retired_on));
}

std::string name_in_use(std::string_view name, std::string_view unit, Date day,
                        const State& state) {
  if (name.empty()) return {};
  for (const UnitRow& other : state.units()) {
    if (other.name != name || other.code == unit || !other.registered_on.known()) continue;
    if (other.retired_on.known() && other.retired_on <= day) continue;
    return fmt::format("名称“{}”已由单位“{}”使用", name, other.code);
  }
  return {};
}

}  // namespace core
