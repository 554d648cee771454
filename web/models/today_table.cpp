// What the columns of 今日 are sorted and filtered by.

#include <vector>

#include "core/rules/clauses.h"
#include "core/rules/describe.h"
#include "web/models/names.h"
#include "web/models/today_model.h"

namespace web {
namespace {

using core::rules::Clauses;
using core::rules::RuleId;

/// Who owes where no unit of the county does; codes of units are not below zero. From the last on
/// down organs that proposals went to, by the first such proposal.
enum Organ : std::int64_t { kOffice = -1, kReviewer = -2, kFinalReviewer = -3, kProposedTo = -4 };

core::rules::DutyRow proposal_answer(std::uint32_t measure) {
  core::rules::DutyRow row;
  row.rule = RuleId::ProposalAnswer;
  row.measure = {measure};
  return row;
}

std::int64_t proposal_code(const core::State& state, core::MeasureIndex measure) {
  const std::string organ = duty_unit(state, proposal_answer(measure.value));
  std::uint32_t first = 0;
  while (first < measure.value && (state.measure({first}).kind != core::Subject::Kind::Proposal ||
                                   duty_unit(state, proposal_answer(first)) != organ))
    ++first;
  return kProposedTo - static_cast<std::int64_t>(first);
}

std::int64_t unit_code(const core::State& state, const core::rules::DutyRow& row) {
  if (const core::UnitIndex unit = debtor(row); unit.known()) return unit.value;
  if (row.rule == RuleId::ProposalAnswer) return proposal_code(state, row.measure);
  if (row.rule == RuleId::Review) return kReviewer;
  return row.rule == RuleId::FinalReview ? kFinalReviewer : kOffice;
}

std::string organ_word(const core::State& state, std::int64_t code) {
  if (code <= kProposedTo)
    return duty_unit(state, proposal_answer(static_cast<std::uint32_t>(kProposedTo - code)));
  core::rules::DutyRow row;
  row.rule = code == kReviewer        ? RuleId::Review
             : code == kFinalReviewer ? RuleId::FinalReview
                                      : RuleId::Answer;
  return duty_unit(state, row);
}

/// Lists of clauses that were shown so far: there are as many as rules name.
struct ShownClauses {
  Clauses clauses;
  std::int64_t code;  // of the first that reads the same
};

std::vector<ShownClauses>& shown_clauses() {
  static std::vector<ShownClauses> shown;
  return shown;
}

std::int64_t clause_code(Clauses clauses) {
  if (clauses.empty()) return kBlank;
  std::vector<ShownClauses>& shown = shown_clauses();
  for (const ShownClauses& each : shown)
    if (each.clauses.data() == clauses.data() && each.clauses.size() == clauses.size())
      return each.code;
  const std::string words = clause_words(clauses);
  std::size_t first = 0;
  while (first < shown.size() && clause_words(shown[first].clauses) != words) ++first;
  shown.push_back({clauses, static_cast<std::int64_t>(first)});
  return shown.back().code;
}

template <typename Index>
std::int64_t index_code(Index index) {
  return index.known() ? static_cast<std::int64_t>(index.value) : kBlank;
}

std::int64_t day_code(core::Date day) { return day.known() ? day.days : kBlank; }

}  // namespace

std::string clause_words(Clauses ids) {
  if (ids.empty()) return {};
  std::string out = core::rules::clause_label(ids.front());
  if (ids.size() == 2) out.append(" ").append(core::rules::clause_label(ids.back()));
  if (ids.size() > 2) out += "等";  // the panel beside quotes them all
  return out;
}

std::string_view urgency_word(Urgency urgency) {
  constexpr std::string_view kWords[kUrgencies] = {"逾期", "今天到期", "十天内", "待定", "十天后"};
  return kWords[static_cast<std::size_t>(urgency)];
}

ColumnKind TodayModel::kind(std::size_t column) const {
  switch (static_cast<TodayColumn>(column)) {
    case TodayColumn::State:
      return ColumnKind::Step;
    case TodayColumn::Case:
    case TodayColumn::Number:
      return ColumnKind::Text;
    case TodayColumn::Day:
      return ColumnKind::Day;
    default:
      return ColumnKind::Word;
  }
}

std::string_view TodayModel::text(std::size_t row, std::size_t column) const {
  const core::CaseIndex which = case_of(entries_[row]);
  if (!which.known()) {
    const core::MeasureIndex measure = measure_of(entries_[row]);
    return measure.known() ? std::string_view(state_->measure(measure).key) : std::string_view();
  }
  if (static_cast<TodayColumn>(column) == TodayColumn::Number)
    return state_->case_text(which).number;
  return case_title_view(*state_, which);
}

std::int64_t TodayModel::value(std::size_t row, std::size_t column) const {
  const Entry& entry = entries_[row];
  const auto what = static_cast<TodayColumn>(column);
  if (what == TodayColumn::State) return static_cast<std::int64_t>(entry.urgency);
  const auto read = [&](const auto& source) {
    if (what == TodayColumn::What) return static_cast<std::int64_t>(source.rule);
    if (what == TodayColumn::Clause)
      return clause_code(core::rules::clauses_of(*state_, *findings_, source));
    return index_code(source.official);
  };
  if (entry.is_prompt) {
    const core::rules::PromptRow& prompt = findings_->prompts[entry.row];
    if (what == TodayColumn::Unit) return index_code(prompt.unit);
    return what == TodayColumn::Day ? kBlank : read(prompt);
  }
  const core::rules::DutyRow& duty = findings_->duties[entry.row];
  if (what == TodayColumn::Unit) return unit_code(*state_, duty);
  return what == TodayColumn::Day ? day_code(duty.due_on) : read(duty);
}

std::string TodayModel::word(std::size_t column, std::int64_t code) const {
  switch (static_cast<TodayColumn>(column)) {
    case TodayColumn::State:
      return std::string(urgency_word(static_cast<Urgency>(code)));
    case TodayColumn::What:
      return std::string(core::rules::rule_title(static_cast<RuleId>(code)));
    case TodayColumn::Clause:
      return clause_words(shown_clauses()[static_cast<std::size_t>(code)].clauses);
    case TodayColumn::Person:
      return official_name(*state_, {static_cast<std::uint32_t>(code)});
    default:
      return code < 0 ? organ_word(*state_, code)
                      : unit_name(*state_, {static_cast<std::uint32_t>(code)});
  }
}

}  // namespace web
