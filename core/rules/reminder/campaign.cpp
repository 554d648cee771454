#include "core/rules/reminder/campaign.h"

#include <algorithm>

#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"4.4"};

bool is_about(const MeasureStep& step, UnitIndex unit) {
  if (!step.unit.known() && step.units.empty()) return true;
  return step.unit == unit ||
         std::find(step.units.begin(), step.units.end(), unit) != step.units.end();
}

// A report of progress that states less than all of it does not end the work.
Moment finished(const MeasureFacts& facts, UnitIndex unit) {
  constexpr int kAll = 100;
  for (const MeasureStep& step : facts.steps) {
    if (step.kind != StepKind::CampaignProgressed || !is_about(step, unit)) continue;
    if (step.number < 0 || step.number >= kAll) return {step.on, step.fact};
  }
  return {};
}

void check(const MeasureFacts& facts, const Context& context, Findings& out) {
  const MeasureStep* started = facts.first(StepKind::CampaignStarted);
  if (!started || !started->until.known()) return;
  for (const UnitIndex unit : started->units)
    add_term_duty(out, facts, context, RuleId::Campaign, {facts.moment(started), 0, started->until},
                  {finished(facts, unit), {}, {}}, 1, unit);
}

}  // namespace

const Rule kCampaign = {
    .id = RuleId::Campaign,
    .word = "campaign",
    .clauses = kClauses,
    .title = "专项工作",
    .source = "《关于建立健全信访工作有关机制的通知》四",
    .about = SubjectKind::MeasureUnit,
    .measure = Subject::Kind::Campaign,
    .check_measure = check,
    .words = {"应按期完成专项工作", "专项工作推进滞后", "专项工作已按期完成", "专项工作完成超期",
              "专项工作无须完成"},
};

}  // namespace core::rules
