#include "core/rules/bulletin/completeness.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/model/fact_kind.h"

namespace core::rules {
namespace {

// A filing about a reminder stands under its bulletin, and rests on the reminder's own fact.
bool rests_on(const Findings& findings, const DutyRow& row, const MeasureRow& measure) {
  if (row.because.count == 0) return false;
  const FactRef first = findings.evidence[row.because.first];
  return std::any_of(measure.steps.begin(), measure.steps.end(),
                     [first](const MeasureStep& step) { return step.fact == first; });
}

}  // namespace

bool calls_for_filings(const State& state, MeasureIndex measure) {
  const MeasureRow& row = state.measure(measure);
  if (row.kind == Subject::Kind::Bulletin || row.kind == Subject::Kind::Talk) return true;
  const MeasureStep* issued = row.first(StepKind::ReminderIssued);
  return issued && issued->code == static_cast<std::uint8_t>(ReminderReason::T7);
}

Completeness completeness_of(const State& state, const Findings& findings, MeasureIndex measure) {
  Completeness found;
  for (const DutyRow& row : findings.duties) {
    if (row.rule != RuleId::Filing) continue;
    if (row.measure != measure && !rests_on(findings, row, state.measure(measure))) continue;
    ++found.owed;
    if (row.state == DutyState::Open || row.state == DutyState::Overdue)
      found.missing.push_back(&row);
  }
  return found;
}

std::string completeness_text(const State& state, const Completeness& filings) {
  if (filings.owed == 0) return "尚无须备案的措施";
  if (filings.complete()) return "三方备案齐全";
  std::string missing;
  for (const DutyRow* row : filings.missing) {
    if (!missing.empty()) missing += "、";
    if (row->unit.known()) missing += state.unit(row->unit).name + "→";
    missing += code_label(word(static_cast<FilingTo>(row->occurrence)));
  }
  return fmt::format("备案未齐，尚缺：{}", missing);
}

}  // namespace core::rules
