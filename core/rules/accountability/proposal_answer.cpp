#include "core/rules/accountability/proposal_answer.h"

#include <fmt/format.h>

#include "core/model/unit_name.h"
#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"7.3", "条例40"};

constexpr std::string_view kCounty = "county";  // as proposals about policy may call it

std::string_view addressee(const State& state, const MeasureStep& issued) {
  const RecordedFact* fact = state.other_fact(issued.fact);
  return fact ? fact->fact.fields.text("to") : std::string_view();
}

void check(const MeasureFacts& facts, const Context& context, Findings& out) {
  const MeasureStep* issued = facts.first(StepKind::ProposalIssued);
  if (!issued) return;
  const int days = context.rulebook.on(issued->on).proposal_answer_days;
  add_term_duty(out, facts, context, RuleId::ProposalAnswer,
                {facts.moment(issued), days, issued->until},
                {facts.at(StepKind::ProposalAnswered), {}, {}}, 1,
                named_unit(context.state, addressee(context.state, *issued), issued->on));
}

constexpr DutyWords kWords = {"应书面反馈建议采纳情况", "建议采纳情况逾期未反馈",
                              "建议采纳情况已按期反馈", "建议采纳情况反馈超期", "建议无须反馈"};

// An organ above the county is no unit of it, and would be named nowhere else.
std::string text(const State& state, const DutyRow& row, Date) {
  std::string words(kWords.of(row.state));
  if (!row.measure.known()) return words;
  const MeasureStep* issued = state.measure(row.measure).first(StepKind::ProposalIssued);
  if (row.unit.known() || !issued) return words;
  const std::string_view to = addressee(state, *issued);
  return words + fmt::format("（{}）", to == kCounty ? "本级党委和政府" : to);
}

}  // namespace

const Rule kProposalAnswer = {
    .id = RuleId::ProposalAnswer,
    .word = "proposal_answer",
    .clauses = kClauses,
    .title = "反馈建议采纳情况",
    .source = "《关于建立健全信访工作有关机制的通知》七",
    .about = SubjectKind::Measure,
    .measure = Subject::Kind::Proposal,
    .check_measure = check,
    .duty_text = text,
};

}  // namespace core::rules
