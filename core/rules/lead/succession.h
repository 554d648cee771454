#pragma once
// A leader who goes while the case is open has to be succeeded: one case, one leader, no gap (2.5).

#include <span>
#include <string>

#include "core/rules/rule.h"

namespace core::rules {

/// Of the leads of an episode, at least one, that in force at the end of the day; the first before.
const LeadTurn& lead_in_force(std::span<const LeadTurn> leads, Date day);

/// Who answers for a led case on the day: the unit's leader where one is named and still in place,
/// else the county's; unknown once both are gone.
OfficialIndex answering_official_on(const CaseFacts& facts, const Context& context,
                                    const LeadTurn& lead, Date day);

/// The same for many days of one lead: most leaders never go, which is seen once.
class Answering {
 public:
  Answering(const CaseFacts& facts, const Context& context, const LeadTurn& lead);

  bool is_of(const LeadTurn& lead) const { return &lead == &lead_; }
  OfficialIndex on(Date day) const {
    return stays_ ? named_ : answering_official_on(facts_, context_, lead_, day);
  }

 private:
  const CaseFacts& facts_;
  const Context& context_;
  const LeadTurn& lead_;
  OfficialIndex named_;
  bool stays_;
};

/// Appends a duty for every leader who left office, or on the unit's side the unit that has the
/// case, before it was closed, on the county's side and on the unit's.
void add_successions(const CaseFacts& facts, const Context& context, Findings& out);

/// Of a duty that assign_lead found for a leader who is gone.
bool is_succession(const DutyRow& row);
std::string succession_text(const DutyRow& row);

}  // namespace core::rules
