#pragma once
// Which reminder answers a prompt about something a unit owes on a measure (4.1, 4.2, 4.4, 6.5).

#include "core/rules/rule.h"

namespace core::rules {

/// The first reminder of the unit on or after `from` that answers what is late. One that names a
/// measure or a case answers only what is about that; one that names neither is read by its reason.
Moment answering_reminder(const Context& context, const DutyRow& late, Date from,
                          ReminderReason reason);

}  // namespace core::rules
