#include "core/app/forecast.h"

#include <set>
#include <string>

#include "core/rules/derive.h"
#include "core/rules/describe.h"
#include "core/rules/finding_id.h"

namespace core::app {
namespace {

using rules::DutyState;
using rules::Findings;
using rules::PromptState;

std::set<std::string> open_prompts(const State& state, const Findings& findings) {
  std::set<std::string> ids;
  for (const rules::PromptRow& row : findings.prompts)
    if (row.state == PromptState::Open) ids.insert(rules::finding_id(state, row));
  return ids;
}

List prompts_beyond(const State& state, const Findings& findings,
                    const std::set<std::string>& known) {
  List found;
  for (const rules::PromptRow& row : findings.prompts)
    if (row.state == PromptState::Open && known.count(rules::finding_id(state, row)) == 0)
      found.emplace_back(rules::prompt_json(state, findings, row));
  return found;
}

/// One less of everything that is counted until it calls for a measure.
rules::Settings one_step_less(rules::Settings settings) {
  settings.missed_reports_prompt -= 1;
  settings.reminders_to_list -= 1;
  settings.streak_length -= 1;
  return settings;
}

}  // namespace

Value forecast_json(const View& view, Date to) {
  const State& state = view.state;
  const Date today = view.today;
  Findings then;
  rules::derive(state, view.calendar, view.rulebook, to, then);
  List due;
  List late;
  for (const rules::DutyRow& row : then.duties) {
    const bool owed = row.state == DutyState::Open || row.state == DutyState::Overdue;
    if (owed && row.due_on > today && row.due_on <= to)
      due.emplace_back(rules::duty_json(state, then, row, to));
    if (row.state == DutyState::Overdue && row.judged_on >= today)
      late.emplace_back(rules::duty_json(state, then, row, to));
  }
  std::set<std::string> known = open_prompts(state, view.findings);
  List prompts = prompts_beyond(state, then, known);
  known.merge(open_prompts(state, then));
  Findings nearer;
  rules::derive(state, view.calendar, view.rulebook.changed(one_step_less), to, nearer);
  return Fields{{"from", to_string(today)},      {"to", to_string(to)},
                {"due", std::move(due)},         {"late", std::move(late)},
                {"prompts", std::move(prompts)}, {"near", prompts_beyond(state, nearer, known)}};
}

}  // namespace core::app
