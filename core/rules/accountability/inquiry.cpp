#include "core/rules/accountability/inquiry.h"

#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"7.1"};

void check(const MeasureFacts& facts, const Context& context, Findings& out) {
  const Moment opened = facts.at(StepKind::InquiryOpened);
  if (!opened.known()) return;
  add_term_duty(out, facts, context, RuleId::Inquiry,
                {opened, context.rulebook.on(opened.on).inquiry_days, {}},
                {facts.at(StepKind::InquiryConcluded), {}, {}});
}

// Which of the three phases nothing has been found about yet.
std::string missing_phases(const State& state, const DutyRow& row, Date today) {
  MeasureFacts facts;
  if (!row.measure.known() || !read_measure(state, row.measure, today, facts)) return {};
  std::string missing;
  for (const auto phase : {InquiryPhase::Before, InquiryPhase::During, InquiryPhase::After}) {
    bool found = false;
    for (const MeasureStep& step : facts.steps)
      found = found || (step.kind == StepKind::InquiryFound &&
                        step.code == static_cast<std::uint8_t>(phase));
    if (found) continue;
    if (!missing.empty()) missing += "、";
    missing += code_label(core::word(phase));
  }
  return missing;
}

std::string text(const State& state, const DutyRow& row, Date today) {
  if (row.state == DutyState::Done) return "责任倒查已结束";
  if (row.state == DutyState::DoneLate) return "责任倒查超期结束";
  const std::string missing = missing_phases(state, row, today);
  std::string said = row.state == DutyState::Overdue ? "责任倒查逾期未结束" : "应完成责任倒查";
  if (!missing.empty()) said += "（" + missing + "尚无结论）";
  return said;
}

}  // namespace

const Rule kInquiry = {
    .id = RuleId::Inquiry,
    .word = "inquiry",
    .clauses = kClauses,
    .title = "责任倒查",
    .source = "《关于建立健全信访工作有关机制的通知》七",
    .about = SubjectKind::Measure,
    .measure = Subject::Kind::Inquiry,
    .check_measure = check,
    .duty_text = text,
};

}  // namespace core::rules
