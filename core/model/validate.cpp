#include "core/model/validate.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/period.h"
#include "core/base/text.h"
#include "core/model/accusation.h"
#include "core/model/amendment.h"
#include "core/model/case_order.h"
#include "core/model/fact_kind.h"
#include "core/model/in_office.h"
#include "core/model/key.h"
#include "core/model/measure_order.h"
#include "core/model/plausible.h"
#include "core/model/statistic_check.h"

namespace core {
namespace {

using Problems = std::vector<std::string>;

bool is_registered(const State& state, std::string_view unit) {
  const UnitIndex index = state.find_unit(unit);
  return index.known() && state.unit(index).registered_on.known();
}

bool is_code(const FieldSpec& spec, std::string_view text) {
  return std::find(spec.codes.begin(), spec.codes.end(), text) != spec.codes.end();
}

/// Why the text will not do for a field of a textual type; empty when it will.
std::string text_problem(const FieldSpec& spec, std::string_view text, const State& state) {
  switch (spec.type) {
    case FieldType::Day:
      return parse_date(text) ? "" : fmt::format("“{}”不是有效日期（YYYY-MM-DD）", text);
    case FieldType::Week:
      return parse_iso_week(text) ? "" : fmt::format("“{}”不是有效的周（YYYY-Www）", text);
    case FieldType::Month:
      return parse_period(text) ? "" : fmt::format("“{}”不是有效期间", text);
    case FieldType::Code:
      return is_code(spec, text) ? "" : fmt::format("“{}”不在可选值内", text);
    case FieldType::UnitKey:
      return is_registered(state, text) ? "" : fmt::format("单位“{}”未登记", text);
    case FieldType::OfficialKey: {
      const OfficialIndex index = state.find_official(text);
      const bool known = index.known() && state.official(index).appointed_on.known();
      return known ? "" : fmt::format("领导“{}”未登记", text);
    }
    case FieldType::CaseKey: {
      const CaseIndex index = state.find_case(text);
      const bool known = index.known() && state.case_row(index).registered();
      return known ? "" : fmt::format("事项“{}”未登记", text);
    }
    case FieldType::FactId:
      return state.find_fact(text).known() ? "" : fmt::format("没有编号为“{}”的事实", text);
    default:
      return "";
  }
}

bool is_textual(FieldType type) {
  switch (type) {
    case FieldType::Text:
    case FieldType::Day:
    case FieldType::Week:
    case FieldType::Month:
    case FieldType::Code:
    case FieldType::UnitKey:
    case FieldType::OfficialKey:
    case FieldType::OfficialName:
    case FieldType::CaseKey:
    case FieldType::FactId:
      return true;
    default:
      return false;
  }
}

std::string integer_problem(const FieldSpec& spec, const ValueView& value) {
  const std::optional<std::int64_t> number = value.integer();
  if (!number) return "应为整数";
  if (*number < spec.minimum || *number > spec.maximum)
    return fmt::format("{}不在{}至{}之间", *number, spec.minimum, spec.maximum);
  return "";
}

/// Whatever else an object says, a unit it names is registered.
std::string object_problem(const Value& item, const State& state) {
  if (!item.fields()) return "列表各项应为对象";
  const Value* unit = item.fields()->find("unit");
  if (!unit || (unit->text() && is_registered(state, *unit->text()))) return "";
  return unit->text() ? fmt::format("单位“{}”未登记", *unit->text()) : "单位代码应为文字";
}

std::string list_problem(const FieldSpec& spec, const ValueView& value, const State& state) {
  const List* list = value.list();
  if (!list) return "应为列表";
  for (const Value& item : *list) {
    if (spec.type == FieldType::Objects) {
      if (std::string problem = object_problem(item, state); !problem.empty()) return problem;
      continue;
    }
    const std::string* text = item.text();
    if (!text) return "列表各项应为文字";
    if (spec.type == FieldType::Days && !parse_date(*text))
      return fmt::format("“{}”不是有效日期（YYYY-MM-DD）", *text);
    if (spec.type == FieldType::UnitKeys && !is_registered(state, *text))
      return fmt::format("单位“{}”未登记", *text);
    if (spec.type == FieldType::UnitKeys &&
        std::count(list->begin(), list->begin() + (&item - list->data()), item) != 0)
      return fmt::format("单位“{}”写了两次", *text);
    if (spec.type == FieldType::Codes && !is_code(spec, *text))
      return fmt::format("“{}”不在可选值内", *text);
  }
  return "";
}

/// Why the value will not do for the field; empty when it will.
std::string value_problem(const FieldSpec& spec, const ValueView& value, const State& state) {
  if (is_textual(spec.type)) {
    const std::optional<std::string_view> text = value.text();
    if (!text) return "应为文字";
    if (text->empty() || (spec.required && trim(*text).empty()))
      return spec.required ? "不能为空" : "";
    return text_problem(spec, *text, state);
  }
  switch (spec.type) {
    case FieldType::Boolean:
      return value.boolean() ? "" : "应为 true 或 false";
    case FieldType::Integer:
      return integer_problem(spec, value);
    case FieldType::Any:
      return value.list() || value.fields() ? "" : "应为列表或对象";
    default:
      return list_problem(spec, value, state);
  }
}

std::string named(const FieldSpec& spec, std::string_view problem) {
  return fmt::format("{}（{}）{}", spec.label, spec.name, problem);
}

void check_fields(const KindSpec& kind, const FieldsView& fields, const State& state,
                  Problems& out) {
  for (const FieldSpec& spec : kind.fields) {
    const ValueView* value = fields.find(spec.name);
    if (!value || value->is_null()) {
      if (spec.required) out.push_back(named(spec, "缺失"));
      continue;
    }
    if (const std::string problem = value_problem(spec, *value, state); !problem.empty())
      out.push_back(named(spec, problem));
  }
}

void check_unit(const FactView& fact, const State& state, Problems& out) {
  const std::string_view code = fact.fields.text("unit");
  if (std::string used = name_in_use(fact.fields.text("name"), code, fact.on, state); !used.empty())
    out.push_back(std::move(used));
  const bool known = is_registered(state, code);
  if (fact.kind == "unit.registered") {
    if (known) out.push_back(fmt::format("单位“{}”已登记，如需改动请更正原记录", code));
    return;
  }
  if (!known) return out.push_back(fmt::format("单位“{}”未登记", code));
  // The period may lie before the unit's registration.
  if (fact.kind == "statistics.recorded") return check_statistic(fact, out);
  const UnitRow& unit = state.unit(state.find_unit(code));
  if (fact.on < unit.registered_on)
    out.push_back(
        fmt::format("日期{}早于单位登记（{}）", to_string(fact.on), to_string(unit.registered_on)));
  if (fact.kind == "unit.retired" && unit.retired_on.known())
    out.push_back(fmt::format("单位“{}”已于{}撤并", code, to_string(unit.retired_on)));
}

void check_official(const FactView& fact, const State& state, Problems& out) {
  if (fact.kind != "official.left") return;
  const std::string_view key = fact.fields.text("official");
  const OfficialIndex index = state.find_official(key);
  if (!index.known() || !state.official(index).appointed_on.known())
    return out.push_back(fmt::format("领导“{}”未登记", key));
  const OfficialRow& official = state.official(index);
  if (fact.on < official.appointed_on)
    out.push_back(fmt::format("日期{}早于{}任职（{}）", to_string(fact.on), official.name,
                              to_string(official.appointed_on)));
  if (official.left_on.known())
    out.push_back(fmt::format("{}已于{}离任", official.name, to_string(official.left_on)));
}

void check_subject(const KindSpec& kind, const FactView& fact, const State& state, Date today,
                   Problems& out) {
  if (kind.key.empty()) return;
  // An order to rectify need not have a number: its unit and day tell which is meant.
  const ValueView* key = fact.fields.find(kind.key);
  const bool keyed = key && (key->integer() || (key->text() && !key->text()->empty()));
  if (!keyed && kind.subject != Subject::Kind::Rectification) {
    out.push_back(fmt::format("缺少编号（{}）", kind.key));
    return;
  }
  // A key that old ledgers know, however it reads, may be named further.
  if (const std::optional<std::string_view> text = key ? key->text() : std::nullopt; text) {
    std::string problem = key_problem(*text);
    if (problem.empty() && kind.subject == Subject::Kind::Case)
      problem = personal_number_problem(*text, today);
    if (!problem.empty() && !is_known_key(kind.subject, *text, state))
      out.push_back(std::move(problem));
  }
  if (kind.subject == Subject::Kind::Unit) check_unit(fact, state, out);
  if (kind.subject == Subject::Kind::Official) check_official(fact, state, out);
  if (kind.subject == Subject::Kind::Case) {
    check_case_order(fact, state, today, out);
  } else if (step_kind(fact.kind)) {
    check_measure_order(fact.owned(), state, today, out);
  }
}

/// What a fact is and where it stands in the ledger, which no correction changes.
bool is_given_by_ledger(std::string_view name) {
  constexpr std::string_view kGiven[] = {"kind", "id",   "recorded_at", "origin",
                                         "seq",  "prev", "hash"};
  return std::find(std::begin(kGiven), std::end(kGiven), name) != std::end(kGiven);
}

/// What is wrong with the day a correction moves its fact to; empty when nothing is.
std::string moved_day_problem(const Value& value, Date today) {
  const std::optional<Date> day = value.text() ? parse_date(*value.text()) : std::nullopt;
  if (!day) return "更正后的日期（on）无效";
  if (*day > today)
    return fmt::format("更正后的日期{}在今天（{}）之后", to_string(*day), to_string(today));
  return "";
}

void check_correction(const FactView& fact, const State& state, Date today, Problems& out) {
  const KindSpec* kind = state.fact_kind(state.find_fact(fact.fields.text("fact")));
  const ValueView* with = fact.fields.find("with");
  if (!kind || !with) return;
  if (kind->kind == "fact.corrected" || kind->kind == "fact.retracted") {
    out.emplace_back("更正和撤回本身不能更正，只能撤回");
    return;
  }
  if (!with->fields()) {
    out.emplace_back("更正内容（with）应为对象");
    return;
  }
  if (with->fields()->begin() == with->fields()->end()) out.emplace_back("还没有改动");
  for (const auto& [name, value] : *with->fields()) {
    if (is_given_by_ledger(name))
      out.push_back(fmt::format("“{}”不能更正，请撤回后重新记录", name));
    if (name == kind->key) out.emplace_back("编号不能更正，请撤回后重新记录");
    if (name == "on")
      if (std::string problem = moved_day_problem(value, today); !problem.empty())
        out.push_back(std::move(problem));
    for (const FieldSpec& spec : kind->fields) {
      if (spec.name != name) continue;
      const std::string problem = value.is_null() ? (spec.required ? "不能删除" : "")
                                                  : value_problem(spec, ValueView(value), state);
      if (!problem.empty()) out.push_back(named(spec, problem));
    }
  }
}

/// What the amendment would do to other facts; only amendments pay for the look at them.
void check_others(const FactView& fact, const State& state, Date today, Problems& out) {
  const ValueView* with = fact.fields.find("with");
  const FactRef target = state.find_fact(fact.fields.text("fact"));
  const bool correction = fact.kind == "fact.corrected";
  if (correction && (!with || !with->fields())) return;
  const Amendment change{target, correction ? with->fields() : nullptr};
  check_plausible(change, state, out);
  check_amendment(change, state, today, out);
}

}  // namespace

std::vector<std::string> problems_of(const FactView& fact, const State& state, Date today) {
  Problems out;
  if (!fact.on.known()) {
    out.emplace_back("缺少日期（on）");
  } else if (fact.on > today) {
    out.push_back(fmt::format("日期{}在今天（{}）之后", to_string(fact.on), to_string(today)));
  }
  check_accusation(fact, state, out);
  if (!fact.spec) return out;
  check_fields(*fact.spec, fact.fields, state, out);
  check_subject(*fact.spec, fact, state, today, out);
  check_plausible(fact, state, out);
  if (fact.kind == "fact.corrected") check_correction(fact, state, today, out);
  if (fact.is_amendment() && out.empty()) check_others(fact, state, today, out);
  return out;
}

std::vector<std::string> problems_of(const Fact& fact, const State& state, Date today) {
  FactView view;
  look_at(fact, view);
  return problems_of(view, state, today);
}

std::string joined(const std::vector<std::string>& reasons) {
  std::string out;
  for (const std::string& reason : reasons) {
    if (!out.empty()) out += "；";
    out += reason;
  }
  return out;
}

}  // namespace core
