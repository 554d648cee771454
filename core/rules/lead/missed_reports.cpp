#include "core/rules/lead/missed_reports.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/rules/lead/succession.h"
#include "core/rules/lead/weekly_schedule.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"2.7", "4.1"};
constexpr std::size_t kLargestCount = 255;

// Open while the run is the last word: nobody has reported since it was one, and the case was not
// closed then, whether or not it was taken up again. That its last week was missed shows in the
// next one that owes a report: who reports then ends the run, not what it calls for.
bool is_current(const CaseFacts& facts, std::size_t last) {
  if (facts.episodes[facts.owed_weeks[last].episode].closed.known()) return false;
  const Date since = facts.owed_weeks[last + 1].monday + 7;
  for (std::size_t i = last; i < facts.owed_weeks.size(); ++i) {
    const Moment& filed = facts.owed_weeks[i].filed;
    if (filed.known() && filed.on >= since) return false;
  }
  return true;
}

// A reminder of the case for whatever reason decides too; else the refusal of this prompt does.
Moment settle_run(PromptRow& row, const Context& context, Findings& out) {
  const Moment reminded = context.decisions.reminded(row.case_index, row.opened_on);
  return settle_prompt(row, context, out, reminded);
}

std::size_t missing_by(std::span<const OwedWeek> from, std::size_t count, Date day) {
  std::size_t missing = 0;
  while (missing < count && from[missing + 1].due_on < day) ++missing;
  return missing;
}

// Proposes what the run calls for; returns how many of its weeks are decided, none while it is open
// or calls for nothing.
std::size_t add_run(const CaseFacts& facts, std::size_t first, std::size_t count,
                    const Context& context, Findings& out) {
  const std::span<const OwedWeek> weeks = std::span(facts.owed_weeks).subspan(first);
  const int wanted = context.rulebook.on(weeks[0].monday).missed_reports_prompt;
  const auto threshold = static_cast<std::size_t>(std::max(wanted, 1));  // a forecast asks for less
  if (count < threshold) return 0;
  PromptRow row = prompt_about(facts, RuleId::MissedReports, Action::Remind,
                               facts.unit_on(context.today), weeks[0].monday.days);
  row.opened_on = weeks[threshold].due_on + 1;
  row.because = note(out, facts.leads[weeks[count - 1].lead].at.fact);
  const Moment decided = settle_run(row, context, out);
  if (!decided.known() && !is_current(facts, first + count - 1)) return 0;
  const std::size_t told = decided.known() ? missing_by(weeks, count, decided.on) : count;
  row.code = static_cast<std::uint8_t>(std::min(told, kLargestCount));
  const OwedWeek& last = weeks[told - 1];
  row.unit = facts.unit_on(last.due_on);  // who missed them, wherever the case is by now
  row.official = answering_official_on(facts, context, facts.leads[last.lead], last.due_on);
  out.prompts.push_back(row);
  return decided.known() ? told : 0;
}

// What was missing already when it was decided on is decided with it; what is missing since is a
// run of its own and calls for another decision.
void add_runs(const CaseFacts& facts, std::size_t first, std::size_t count, const Context& context,
              Findings& out) {
  while (const std::size_t decided = add_run(facts, first, count, context, out)) {
    first += decided;
    count -= decided;
    if (count == 0) return;
  }
}

void check(const CaseFacts& facts, const Context& context, Findings& out) {
  const std::span<const OwedWeek> weeks = facts.owed_weeks;
  std::size_t count = 0;
  for (std::size_t i = 0; i < weeks.size(); ++i) {
    if (is_missing(weeks, i, context.today)) {
      ++count;
      continue;
    }
    if (count > 0) add_runs(facts, i - count, count, context, out);
    count = 0;
  }
}

std::string text(const State&, const Findings&, const PromptRow& row) {
  return fmt::format("建议提醒：连续{}周未报进度", row.code);
}

}  // namespace

const Rule kMissedReports = {
    .id = RuleId::MissedReports,
    .word = "missed_reports",
    .clauses = kClauses,
    .title = "连续漏报",
    .source = "《关于建立健全信访工作有关机制的通知》二、四",
    .occurrence = OccurrenceKind::Week,
    .needs = bit(EventKind::LeadAssigned) | bit(EventKind::LeadHandedOver),
    .check = check,
    .prompt_text = text,
};

}  // namespace core::rules
