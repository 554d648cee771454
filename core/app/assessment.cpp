#include "core/app/assessment.h"

#include <fmt/format.h>

#include "core/app/bulletin_content.h"
#include "core/base/decimal.h"
#include "core/base/hash.h"
#include "core/rules/assessment/formula.h"
#include "core/rules/finding_id.h"

namespace core::app {
namespace {

using rules::assessment::Assessment;
using rules::assessment::ItemScore;
using rules::assessment::Part;
using rules::assessment::UnitScore;

Value part_json(const State& state, const Part& part) {
  Fields fields{{"day", to_string(part.day)}, {"points", decimal_value(part.points, 2)}};
  if (part.case_index.known()) fields.set("case", state.case_text(part.case_index).number);
  if (part.measure.known()) fields.set("measure", state.measure(part.measure).key);
  List facts;
  for (const FactRef fact : part.facts) facts.push_back(state.fact_id(fact));
  fields.set("facts", std::move(facts));
  List duties;
  for (const rules::DutyRow* duty : part.duties) duties.push_back(rules::finding_id(state, *duty));
  if (!duties.empty()) fields.set("duties", std::move(duties));
  return fields;
}

Value item_json(const State& state, const ItemScore& score) {
  const auto formula = rules::assessment::find_formula(score.item.formula);
  Fields fields{{"key", score.key},
                {"name", score.item.name},
                {"clause", score.item.clause},
                {"formula", score.item.formula},
                {"label", formula ? rules::assessment::label(*formula) : std::string()},
                {"direction", rules::assessment::word(score.item.direction)},
                {"base", decimal_value(score.item.base, 2)},
                {"each", decimal_value(score.item.points, 2)},
                {"count", score.count},
                {"points", decimal_value(score.points, 2)}};
  if (score.item.cap >= 0) fields.set("cap", decimal_value(score.item.cap, 2));
  if (score.of > 0) fields.set("of", score.of);
  List parts;
  for (const Part& part : score.parts) parts.push_back(part_json(state, part));
  fields.set("parts", std::move(parts));
  return fields;
}

// open: waits for a decision; upheld, rejected: the last decision.
std::string_view objection_of(const View& view, const Period& year, UnitIndex unit) {
  const MeasureIndex index = view.state.find_measure(Subject::Kind::Assessment, to_string(year));
  std::string_view found;
  if (!index.known()) return found;
  for (const MeasureStep& step : view.state.measure(index).steps) {
    if (step.unit != unit || step.on > view.today) continue;
    if (step.kind == StepKind::AssessmentObjected) found = "open";
    if (step.kind == StepKind::AssessmentDecided) found = word(static_cast<Upheld>(step.code));
  }
  return found;
}

Value unit_json(const View& view, const Period& year, const UnitScore& score) {
  const UnitRow& unit = view.state.unit(score.unit);
  Fields fields{{"unit", unit.code},
                {"name", unit.name},
                {"group", word(unit.group)},
                {"score", decimal_value(score.score, 2)}};
  if (const std::string_view objection = objection_of(view, year, score.unit); !objection.empty())
    fields.set("objection", objection);
  List items;
  for (const ItemScore& item : score.items) items.push_back(item_json(view.state, item));
  fields.set("items", std::move(items));
  return fields;
}

// What is written into the fact: each unit's score and the points of every item that gave any.
List issued_units(const State& state, const Assessment& assessment) {
  List units;
  for (const UnitScore& score : assessment.units) {
    Fields items;
    for (const ItemScore& item : score.items)
      if (item.points != 0) items.set(item.key, decimal_value(item.points, 2));
    units.push_back(Fields{{"unit", state.unit(score.unit).code},
                           {"score", decimal_value(score.score, 2)},
                           {"items", std::move(items)}});
  }
  return units;
}

}  // namespace

std::string assessment_problem(const View& view, std::string_view year, std::string_view unit) {
  const std::optional<Period> period = parse_period(year);
  if (!period || period->kind != Period::Kind::Year)
    return fmt::format("年度应写作 2026 这样的四位数：{}", year);
  if (first_day(*period) > view.today) return fmt::format("{}尚未开始", label(*period));
  if (unit.empty()) return {};
  const UnitIndex index = view.state.find_unit(unit);
  if (index.known() && view.state.unit(index).registered_on.known()) return {};
  return fmt::format("没有代码为“{}”的单位", unit);
}

Assessment assess(const View& view, const Period& year) {
  return rules::assessment::assess(view.state, view.findings, view.rulebook, view.today, year);
}

Value assessment_json(const View& view, const Assessment& assessment, std::string_view unit) {
  const bool is_example =
      rules::assessment::has_example_items(view.rulebook.on(last_day(assessment.year)));
  List units;
  for (const UnitScore& score : assessment.units)
    if (unit.empty() || view.state.unit(score.unit).code == unit)
      units.push_back(unit_json(view, assessment.year, score));
  return Fields{{"year", std::int64_t{assessment.year.year}},
                {"over", assessment.over},
                {"example", is_example},
                {"units", std::move(units)}};
}

Result<AssessmentReceipt> issue_assessment(Desk& desk, const Period& year) {
  const View view = view_of(desk);
  const Assessment assessment = assess(view, year);
  if (!assessment.over)
    return Error{ErrorCode::InvalidInput, fmt::format("{}尚未结束，不能形成年度考核", label(year))};
  if (assessment.units.empty())
    return Error{ErrorCode::InvalidInput, fmt::format("{}没有登记在册的单位", label(year))};
  Fact fact{"assessment.issued",
            view.today,
            {},
            {{"year", std::int64_t{year.year}},
             {"units", issued_units(view.state, assessment)},
             {"frozen", Fields{{"position", std::int64_t{view.state.fact_count()}},
                               {"head", desk.ledger().head_code()},
                               {"rulebook", rulebook_hash(view.rulebook.on(last_day(year)))}}}}};
  AssessmentReceipt receipt;
  receipt.units = static_cast<std::int64_t>(assessment.units.size());
  receipt.digest = to_hex(blake2b(to_json(fact.fields)));
  CORE_TRY(desk.carry_out(RecordFacts{{std::move(fact)}}));
  receipt.head = desk.ledger().head_code();
  return receipt;
}

}  // namespace core::app
