#pragma once
// What a reminder that a prompt asks for would say (4.1–4.7); a person decides.

#include <string>
#include <vector>

#include "core/rules/rule.h"

namespace core::rules {

struct ProposedReminder {
  ReminderReason reason = ReminderReason::Unknown;
  Channel channel = Channel::Sms;  ///< Key cases by letter, the rest by text message (4.7).
  Date answer_by;
  /// Without a title, a summary or any word about a petitioner: unit, number, what is late, by
  /// when.
  std::string text;
};

ProposedReminder proposed_reminder(const State& state, const Rulebook& rulebook, Date today,
                                   const PromptRow& prompt);

/// A text message as it is sent: one part of up to 70 characters, or parts of up to 67 that say
/// which they are. Characters are counted as messages count them, in UTF-16.
std::vector<std::string> sms_parts(std::string_view text);

}  // namespace core::rules
