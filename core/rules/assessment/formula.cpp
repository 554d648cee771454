#include "core/rules/assessment/formula.h"

#include <fmt/format.h>

#include <iterator>

#include "core/base/text.h"
#include "core/rules/catalog.h"

namespace core::rules::assessment {
namespace {

constexpr FormulaSpec kSpecs[] = {
    {Counted::Fixed, "fixed", "基础分"},
    {Counted::Undone, "undone:", "逾期未办"},
    {Counted::DoneLate, "done_late:", "超期办结"},
    {Counted::Late, "late:", "逾期"},
    {Counted::OnTimeRate, "on_time_rate:", "按期率"},
    {Counted::Criticised, "criticised", "被点名批评"},
    {Counted::Praised, "praised", "被通报表扬"},
    {Counted::Reminded, "reminded", "被提醒告知"},
    {Counted::NotFixed, "not_fixed", "整改不到位"},
    {Counted::Listed, "listed", "被挂牌督办"},
    {Counted::Talked, "talked", "被约谈"},
    {Counted::Ordered, "ordered", "被责令整改"},
    {Counted::NamedBySuperior, "named_by_superior", "被上级点名"},
    {Counted::Improve, "improve", "被提出改进工作建议"},
    {Counted::Accountable, "accountability", "被提出追究责任建议"},
    {Counted::Experience, "experience", "经验做法和意见建议"},
};

}  // namespace

std::span<const FormulaSpec> formula_specs() { return kSpecs; }

std::optional<Formula> find_formula(std::string_view text) {
  for (const FormulaSpec& spec : kSpecs) {
    if (spec.word.back() != ':') {
      if (spec.word == text) return Formula{spec.counted, RuleId::Count};
      continue;
    }
    if (!starts_with(text, spec.word)) continue;
    const Rule* rule = find_rule(text.substr(spec.word.size()));
    if (!rule || !rule->finds_duties()) return std::nullopt;
    return Formula{spec.counted, rule->id};
  }
  return std::nullopt;
}

std::string label(const Formula& formula) {
  const std::string_view what = kSpecs[static_cast<std::size_t>(formula.counted)].label;
  if (formula.rule == RuleId::Count) return std::string(what);
  return fmt::format("{}：{}", what, rule(formula.rule).title);
}

}  // namespace core::rules::assessment
