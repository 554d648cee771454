#include "core/app/rules_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/app/activation_check.h"
#include "core/app/bulletin_objections.h"
#include "core/app/county_calendar.h"
#include "core/base/text.h"
#include "core/rules/derive.h"
#include "core/rules/finding_id.h"

namespace core::app {
namespace {

/// An extension as it is stated, or as a correction would leave it.
struct Extension {
  std::string_view supervision;
  std::int64_t days = 0;
};

Extension extension_in(const Fact& fact, const State& state) {
  if (fact.kind == "supervision.extended")
    return {fact.fields.text("supervision"), fact.fields.integer("days")};
  const Value* with = fact.fields.find("with");
  if (fact.kind != "fact.corrected" || !with || !with->fields()) return {};
  const RecordedFact* target = state.other_fact(state.find_fact(fact.fields.text("fact")));
  if (!target || target->fact.kind != "supervision.extended") return {};
  return {target->fact.fields.text("supervision"), with->fields()->integer("days")};
}

/// The day the case was listed.
Date opened_on(std::string_view supervision, const State& state) {
  const MeasureIndex index = state.find_measure(Subject::Kind::Supervision, supervision);
  const MeasureStep* opened =
      index.known() ? state.measure(index).first(StepKind::SupervisionOpened) : nullptr;
  return opened ? opened->on : Date{};
}

bool is_decline(const Fact& fact) { return fact.kind == "prompt.declined"; }

bool may_change_rules(const Fact& fact) {
  return fact.kind == "rulebook.activated" || fact.kind == "calendar.published" ||
         is_amendment(fact);
}

}  // namespace

std::string RulesCheck::problem_of(const Fact& fact, const State& state) {
  std::string problem = activation_problem(fact, state);
  if (problem.empty()) {
    take_in_changes(state);
    problem = early_bulletin_problem(fact, state, *calendar_, *rulebook_);
  }
  if (problem.empty()) problem = extension_problem(fact, state);
  if (problem.empty()) problem = listing_problem(fact, state);
  if (problem.empty() && is_decline(fact)) problem = decline_problem(fact, state);
  rules_are_stale_ = rules_are_stale_ || may_change_rules(fact);
  if (!is_decline(fact)) prompts_on_ = {};
  return problem;
}

void RulesCheck::take_in_changes(const State& state) {
  if (!std::exchange(rules_are_stale_, false)) return;
  calendar_ = &changed_calendar_.emplace(calendar_of(state));
  rulebook_ = &changed_rulebook_.emplace(rules::Rulebook::of(state));
}

std::string RulesCheck::extension_problem(const Fact& fact, const State& state) const {
  const Extension extension = extension_in(fact, state);
  if (extension.days <= 0) return {};
  const Date opened = opened_on(extension.supervision, state);
  if (!opened.known()) return {};  // said by the check of what is needed before
  const int most = rulebook_->on(opened).supervision_extension_days_max;
  if (extension.days > most) return fmt::format("延期{}日超过规则允许的{}日", extension.days, most);
  return fact.kind == "supervision.extended" ? late_extension_problem(fact, state) : std::string();
}

// What comes when the term is over moves nothing, and would stand in the way of the one that was
// really given.
std::string RulesCheck::late_extension_problem(const Fact& fact, const State& state) const {
  const MeasureIndex index =
      state.find_measure(Subject::Kind::Supervision, fact.fields.text("supervision"));
  if (!fact.on.known() || !index.known()) return {};  // said by the check of its fields
  rules::Findings found;
  rules::derive(state, *calendar_, *rulebook_, fact.on, found);
  for (const rules::DutyRow& row : found.duties)
    if (row.rule == rules::RuleId::SupervisionResolve && row.measure == index &&
        fact.on > row.judged_on)
      return fmt::format("化解期限{}已过，不能再延期；期限内批准的，按批准日期记录",
                         to_string(row.due_on));
  return {};
}

// Whether reminders follow on each other is worked out; a person may see it otherwise, and says
// why.
std::string RulesCheck::listing_problem(const Fact& fact, const State& state) const {
  if (fact.kind != "supervision.opened" ||
      fact.fields.text("ground") != word(SupervisionGround::TwoReminders))
    return {};
  if (!trim(fact.fields.text("reason")).empty() && !trim(fact.fields.text("approver")).empty())
    return {};
  const CaseIndex about = state.find_case(fact.fields.text("case"));
  if (!fact.on.known() || !about.known()) return {};  // said by the check of its fields
  rules::Findings found;
  rules::derive(state, *calendar_, *rulebook_, fact.on, found);
  const bool counted =
      std::any_of(found.prompts.begin(), found.prompts.end(), [about](const rules::PromptRow& row) {
        return row.rule == rules::RuleId::TwoReminders && row.case_index == about;
      });
  if (counted) return {};
  return "该事项的提醒按规则不构成重点案件连续2次被提醒；仍要挂牌的，应写明理由（reason）和批准人（"
         "approver）";
}

std::string RulesCheck::decline_problem(const Fact& fact, const State& state) {
  const std::string_view id = fact.fields.text("prompt");
  if (!fact.on.known() || id.empty()) return {};  // said by the check of its fields
  if (prompts_on_ != fact.on) {
    rules::Findings found;
    rules::derive(state, *calendar_, *rulebook_, fact.on, found);
    prompts_.clear();
    for (const rules::PromptRow& row : found.prompts)
      prompts_.insert(rules::finding_id(state, row));
    prompts_on_ = fact.on;
  }
  if (prompts_.contains(id)) return {};
  return fmt::format("{}没有编号为“{}”的建议", to_string(fact.on), id);
}

}  // namespace core::app
