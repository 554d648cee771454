#include "core/app/duty_list.h"

#include <fmt/format.h>

#include "core/model/key.h"
#include "core/rules/catalog.h"
#include "core/rules/describe.h"
#include "core/rules/reminder/proposed_reminder.h"
#include "core/rules/talk/proposed_talk.h"

namespace core::app {
namespace {

/// The filter's keys as indexes, so that rows are compared without words.
struct Wanted {
  std::optional<UnitIndex> unit;
  std::optional<OfficialIndex> official;
  std::optional<CaseIndex> case_index;
};

Wanted wanted(const DutyFilter& filter, const State& state) {
  Wanted out;
  if (!filter.unit.empty()) out.unit = state.find_unit(filter.unit);
  if (!filter.official.empty()) out.official = state.find_official(filter.official);
  if (!filter.case_number.empty()) out.case_index = state.find_case(filter.case_number);
  return out;
}

template <typename Row>
bool passes(const Row& row, const Wanted& want, const DutyFilter& filter) {
  if (want.unit && row.unit != *want.unit) return false;
  if (want.official && row.official != *want.official) return false;
  if (want.case_index && row.case_index != *want.case_index) return false;
  if (!filter.state.empty() && rules::word(row.state) != filter.state) return false;
  return filter.rule.empty() || rules::rule_word(row.rule) == filter.rule;
}

void add_reminder(Fields& fields, const View& view, const rules::PromptRow& row) {
  const rules::ProposedReminder proposed =
      rules::proposed_reminder(view.state, view.rulebook, view.today, row);
  fields.set("reason", word(proposed.reason));
  fields.set("channel", word(proposed.channel));
  fields.set("answer_by", to_string(proposed.answer_by));
  List parts;
  for (std::string& part : rules::sms_parts(proposed.text)) parts.emplace_back(std::move(part));
  fields.set("sms", std::move(parts));
}

void add_talk(Fields& fields, const View& view, const rules::PromptRow& row) {
  const rules::ProposedTalk proposed =
      rules::proposed_talk(view.state, view.findings, view.today, row);
  fields.set("ground", word(proposed.ground));
  fields.set("convener", word(proposed.convener));
  fields.set("form", word(proposed.form));
  List targets;
  for (const OfficialIndex target : proposed.targets)
    targets.emplace_back(view.state.official(target).key);
  fields.set("targets", std::move(targets));
}

}  // namespace

DutyFilter with_kept_keys(DutyFilter filter, const State& state) {
  filter.unit = kept_key(Subject::Kind::Unit, filter.unit, state);
  filter.official = kept_key(Subject::Kind::Official, filter.official, state);
  filter.case_number = kept_key(Subject::Kind::Case, filter.case_number, state);
  return filter;
}

std::string problem_of(const DutyFilter& filter, const State& state) {
  if (!filter.unit.empty() && !state.find_unit(filter.unit).known())
    return fmt::format("没有单位“{}”", filter.unit);
  if (!filter.official.empty() && !state.find_official(filter.official).known())
    return fmt::format("没有领导“{}”", filter.official);
  if (!filter.case_number.empty() && !state.find_case(filter.case_number).known())
    return fmt::format("没有事项“{}”", filter.case_number);
  if (!filter.rule.empty() && !rules::find_rule(filter.rule))
    return fmt::format("没有规则“{}”", filter.rule);
  return {};
}

Picked pick(const View& view, const DutyFilter& filter) {
  Picked picked;
  const Wanted want = wanted(filter, view.state);
  for (const rules::DutyRow& row : view.findings.duties)
    if (passes(row, want, filter)) picked.duties.push_back(&row);
  for (const rules::PromptRow& row : view.findings.prompts)
    if (passes(row, want, filter)) picked.prompts.push_back(&row);
  return picked;
}

Value proposal_json(const View& view, const rules::PromptRow& row) {
  Fields fields = *rules::prompt_json(view.state, view.findings, row).fields();
  if (row.action == rules::Action::Remind) add_reminder(fields, view, row);
  if (row.action == rules::Action::Talk) add_talk(fields, view, row);
  return fields;
}

Value duties_json(const View& view, const DutyFilter& filter) {
  const Picked picked = pick(view, filter);
  List duties;
  for (const rules::DutyRow* row : picked.duties)
    duties.push_back(rules::duty_json(view.state, view.findings, *row, view.today));
  List prompts;
  for (const rules::PromptRow* row : picked.prompts) prompts.push_back(proposal_json(view, *row));
  return Fields{{"on", to_string(view.today)},
                {"duties", std::move(duties)},
                {"prompts", std::move(prompts)}};
}

}  // namespace core::app
