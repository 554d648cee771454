#include "core/rules/reminder/answering_reminder.h"

namespace core::rules {
namespace {

bool answers(const State& state, const MeasureTaken& taken, const DutyRow& late,
             ReminderReason reason) {
  const RecordedFact* fact = state.other_fact(taken.at.fact);
  const std::string_view measure = fact ? fact->fact.fields.text("measure") : std::string_view();
  if (!measure.empty()) return measure == state.measure(late.measure).key;
  if (taken.case_index.known()) return taken.case_index == late.case_index;
  return taken.code == static_cast<std::uint8_t>(reason);
}

}  // namespace

Moment answering_reminder(const Context& context, const DutyRow& late, Date from,
                          ReminderReason reason) {
  for (const MeasureTaken& taken : context.decisions.of_unit(late.unit))
    if (taken.kind == Subject::Kind::Reminder && taken.at.on >= from &&
        answers(context.state, taken, late, reason))
      return taken.at;
  return {};
}

}  // namespace core::rules
