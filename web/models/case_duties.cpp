#include "web/models/case_duties.h"

namespace web {

bool is_open(const core::rules::DutyRow& duty) {
  return duty.state == core::rules::DutyState::Open ||
         duty.state == core::rules::DutyState::Overdue;
}

bool is_right(const core::rules::DutyRow& duty) {
  return duty.rule == core::rules::RuleId::Objection;
}

bool lacks_lead(const core::rules::DutyRow& duty) {
  return duty.rule == core::rules::RuleId::AssignLead && is_open(duty);
}

std::vector<bool> cases_lacking_lead(const core::State& state,
                                     const core::rules::Findings& findings) {
  std::vector<bool> lacking(state.cases().size());
  for (const core::rules::DutyRow& duty : findings.duties)
    if (duty.case_index.value < lacking.size() && lacks_lead(duty))
      lacking[duty.case_index.value] = true;
  return lacking;
}

}  // namespace web
