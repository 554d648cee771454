#include "core/app/rules_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

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

/// The day the case was listed, in the ledger or by the batch itself.
Date opened_on(std::string_view supervision, const std::vector<Fact>& facts, const State& state) {
  const MeasureIndex index = state.find_measure(Subject::Kind::Supervision, supervision);
  const MeasureStep* opened =
      index.known() ? state.measure(index).first(StepKind::SupervisionOpened) : nullptr;
  if (opened) return opened->on;
  const auto in_batch = std::find_if(facts.begin(), facts.end(), [supervision](const Fact& fact) {
    return fact.kind == "supervision.opened" && fact.fields.text("supervision") == supervision;
  });
  return in_batch == facts.end() ? Date{} : in_batch->on;
}

std::string extension_problem(const Fact& fact, const std::vector<Fact>& facts,
                              const RulesGround& ground) {
  const Extension extension = extension_in(fact, ground.state);
  if (extension.days <= 0) return {};
  const Date opened = opened_on(extension.supervision, facts, ground.state);
  if (!opened.known()) return {};  // said by the check of what is needed before
  const int most = ground.rulebook.on(opened).supervision_extension_days_max;
  if (extension.days <= most) return {};
  return fmt::format("延期{}日超过规则允许的{}日", extension.days, most);
}

bool is_decline(const Fact& fact) { return fact.kind == "prompt.declined"; }

/// Ids of the prompts there were by the end of a day, worked out once for each day asked about.
class Prompts {
 public:
  explicit Prompts(const RulesGround& ground) : ground_(ground) {}

  bool has(std::string_view id, Date day) {
    if (day != day_) look_at(day);
    return ids_.contains(id);
  }

 private:
  void look_at(Date day) {
    rules::Findings found;
    rules::derive(ground_.state, ground_.calendar, ground_.rulebook, day, found);
    ids_.clear();
    for (const rules::PromptRow& row : found.prompts)
      ids_.insert(rules::finding_id(ground_.state, row));
    day_ = day;
  }

  const RulesGround& ground_;
  Date day_;
  std::set<std::string, std::less<>> ids_;
};

}  // namespace

std::vector<store::Refusal> refused_by_rules(const std::vector<Fact>& facts,
                                             const RulesGround& ground) {
  std::vector<store::Refusal> refusals;
  const bool only_declines = std::all_of(facts.begin(), facts.end(), is_decline);
  Prompts prompts(ground);
  for (std::size_t i = 0; i < facts.size(); ++i) {
    std::string reason = extension_problem(facts[i], facts, ground);
    const std::string_view id = facts[i].fields.text("prompt");
    if (only_declines && facts[i].on.known() && !id.empty() && !prompts.has(id, facts[i].on))
      reason = fmt::format("{}没有编号为“{}”的建议", to_string(facts[i].on), id);
    if (!reason.empty()) refusals.push_back({i, std::move(reason)});
  }
  return refusals;
}

}  // namespace core::app
