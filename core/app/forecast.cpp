#include "core/app/forecast.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/rules/bulletin/streaks.h"
#include "core/rules/derive.h"
#include "core/rules/describe.h"
#include "core/rules/finding_id.h"
#include "core/rules/talk/talk_ground.h"

namespace core::app {
namespace {

using rules::DutyState;
using rules::Findings;
using rules::PromptState;
using rules::RuleId;

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

/// One less of what is counted case by case until it calls for a measure.
rules::Settings one_step_less(rules::Settings settings) {
  settings.missed_reports_prompt -= 1;
  settings.reminders_to_list -= 1;
  return settings;
}

// Whether another reminder would still count together with the last one `row` stands on: not when
// that was judged fixed, nor when it is too long ago.
bool goes_on(const View& view, const Findings& findings, const rules::PromptRow& row, Date to) {
  const rules::Settings& settings = view.rulebook.on(to);
  const FactRef last = findings.evidence[row.because.first + row.because.count - 1];
  const RecordedFact* reminder = view.state.other_fact(last);
  if (!reminder) return false;
  if (to - reminder->fact.on > settings.reminder_window_days) return false;
  const MeasureIndex index =
      view.state.find_measure(Subject::Kind::Reminder, reminder->fact.fields.text("reminder"));
  if (!settings.reminder_reset_on_accept || !index.known()) return true;
  const std::vector<MeasureStep>& steps = view.state.measure(index).steps;
  return std::none_of(steps.begin(), steps.end(), [to](const MeasureStep& step) {
    return step.kind == StepKind::ReminderJudged && step.on <= to &&
           step.code == static_cast<std::uint8_t>(Judged::Fixed);
  });
}

using Bulletins = std::set<std::pair<std::uint32_t, std::uint32_t>>;

// Bulletins and units about which the office has a streak to decide on.
Bulletins undecided(const Findings& findings, RuleId rule) {
  Bulletins found;
  for (const rules::PromptRow& row : findings.prompts)
    if (row.rule == rule && row.state == PromptState::Open)
      found.emplace(row.measure.value, row.unit.value);
  return found;
}

/// What one more missed report, reminder, bulletin or rectification report that will not do after
/// `then` would bring.
List near_prompts(const View& view, Date to, const Findings& then, std::set<std::string> known) {
  const State& state = view.state;
  known.merge(open_prompts(state, then));
  Findings nearer;
  rules::derive(state, view.calendar, view.rulebook.changed(one_step_less), to, nearer);
  std::erase_if(nearer.prompts, [&](const rules::PromptRow& row) {
    return row.rule == RuleId::TwoReminders && row.state == PromptState::Open &&
           !goes_on(view, nearer, row, to);
  });
  const rules::Decisions decisions = rules::decisions_of(state, to);
  const rules::Context context{state, view.calendar, view.rulebook, decisions, to};
  const auto add = [&](RuleId rule, const std::vector<rules::StreakHit>& ahead) {
    const Bulletins open = undecided(then, rule);
    for (const rules::StreakHit& hit : ahead)
      if (open.count({hit.bulletin.value, hit.unit.value}) == 0)
        nearer.prompts.push_back(rules::prompt_of(hit, rule, context, nearer));
  };
  add(RuleId::BottomStreak, rules::bottom_hits_ahead(context));
  add(RuleId::SpecialStreak, rules::special_hits_ahead(context));
  rules::add_talks_ahead(context, nearer);
  return prompts_beyond(state, nearer, known);
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
    if (owed && row.due_on >= today && row.due_on <= to)
      due.emplace_back(rules::duty_json(state, then, row, to));
    if (row.state == DutyState::Overdue && row.judged_on >= today)
      late.emplace_back(rules::duty_json(state, then, row, to));
  }
  const std::set<std::string> known = open_prompts(state, view.findings);
  List prompts = prompts_beyond(state, then, known);
  return Fields{{"from", to_string(today)},      {"to", to_string(to)},
                {"due", std::move(due)},         {"late", std::move(late)},
                {"prompts", std::move(prompts)}, {"near", near_prompts(view, to, then, known)}};
}

}  // namespace core::app
