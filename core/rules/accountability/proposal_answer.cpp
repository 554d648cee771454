#include "core/rules/accountability/proposal_answer.h"

#include <algorithm>

#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"7.3", "条例40"};

// The unit it was addressed to, when it was one.
UnitIndex addressee(const State& state, const MeasureStep& issued) {
  const RecordedFact* fact = state.other_fact(issued.fact);
  const std::string_view to = fact ? fact->fact.fields.text("to") : std::string_view();
  for (std::uint32_t i = 0; i < state.units().size(); ++i) {
    const UnitRow& unit = state.units()[i];
    if (unit.code == to || unit.name == to ||
        std::find(unit.aliases.begin(), unit.aliases.end(), to) != unit.aliases.end())
      return UnitIndex{i};
  }
  return {};
}

void check(const MeasureFacts& facts, const Context& context, Findings& out) {
  const MeasureStep* issued = facts.first(StepKind::ProposalIssued);
  if (!issued) return;
  const int days = context.rulebook.on(issued->on).proposal_answer_days;
  add_term_duty(
      out, facts, context, RuleId::ProposalAnswer, {facts.moment(issued), days, issued->until},
      {facts.at(StepKind::ProposalAnswered), {}, {}}, 1, addressee(context.state, *issued));
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
    .words = {"应书面反馈建议采纳情况", "建议采纳情况逾期未反馈", "建议采纳情况已按期反馈",
              "建议采纳情况反馈超期", "建议无须反馈"},
};

}  // namespace core::rules
