#include "core/rules/lead/missed_reports.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/rules/lead/succession.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"2.7", "4.1"};
constexpr std::size_t kLargestCount = 255;

// Late is after its own day and before the next; missing is none by the next day (domain 7.3).
bool is_missing(std::span<const OwedWeek> weeks, std::size_t at, Date today) {
  if (at + 1 >= weeks.size() || weeks[at].episode != weeks[at + 1].episode) return false;
  const Date next = weeks[at + 1].due_on;
  return today > next && !(weeks[at].filed.known() && weeks[at].filed.on <= next);
}

// Open while the run is the last word: nobody has reported since, and the case was not closed then,
// whether or not it was taken up again.
bool is_current(const CaseFacts& facts, std::size_t last) {
  if (facts.episodes[facts.owed_weeks[last].episode].closed.known()) return false;
  for (std::size_t i = last; i < facts.owed_weeks.size(); ++i) {
    if (facts.owed_weeks[i].filed.known()) return false;
  }
  return true;
}

void add_run(const CaseFacts& facts, std::size_t first, std::size_t count, const Context& context,
             Findings& out) {
  const OwedWeek& begin = facts.owed_weeks[first];
  const auto threshold =
      static_cast<std::size_t>(context.rulebook.on(begin.monday).missed_reports_prompt);
  if (count < threshold) return;
  const OwedWeek& last = facts.owed_weeks[first + count - 1];
  const LeadTurn& lead = facts.leads[last.lead];
  PromptRow row = prompt_about(facts, RuleId::MissedReports, Action::Remind,
                               facts.unit_on(context.today), begin.monday.days);
  row.code = static_cast<std::uint8_t>(std::min(count, kLargestCount));
  row.official = answering_official_on(facts, context, lead, last.due_on);
  row.opened_on = facts.owed_weeks[first + threshold].due_on + 1;
  row.because = note(out, lead.at.fact);
  const Moment reminded = context.decisions.reminded(facts.index, row.opened_on);
  if (reminded.known()) {
    row.state = PromptState::Taken;
    note_more(out, row.because, reminded.fact);
  } else {
    settle_prompt(row, context, out);
    if (row.state == PromptState::Open && !is_current(facts, first + count - 1)) return;
  }
  out.prompts.push_back(row);
}

void check(const CaseFacts& facts, const Context& context, Findings& out) {
  const std::span<const OwedWeek> weeks = facts.owed_weeks;
  std::size_t count = 0;
  for (std::size_t i = 0; i < weeks.size(); ++i) {
    if (is_missing(weeks, i, context.today)) {
      ++count;
      continue;
    }
    if (count > 0) add_run(facts, i - count, count, context, out);
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
