#pragma once
// Duties and prompts picked by what a person asks for (command line `duties`, contract section 3).

#include <optional>
#include <string>

#include "core/app/question.h"
#include "core/base/value.h"

namespace core::app {

/// Empty = any. Keys are natural keys, `state` and `rule` the contract's words.
struct DutyFilter {
  std::string unit;
  std::string case_number;
  std::string official;
  std::string state;
  std::string rule;
};

/// The filter with its keys as they are kept (core/model/key.h), however they were typed.
DutyFilter with_kept_keys(DutyFilter filter, const State& state);

/// Which filter names something that does not exist, in Chinese; empty when all do.
std::string problem_of(const DutyFilter& filter, const State& state);

/// Rows of the view's findings that pass, in the order of the findings.
struct Picked {
  std::vector<const rules::DutyRow*> duties;
  std::vector<const rules::PromptRow*> prompts;
};
Picked pick(const View& view, const DutyFilter& filter);

/// A prompt of the contract with what the program proposes beside it: of a reminder `reason`,
/// `channel`, `answer_by`, `sms` (parts); of a talk `ground`, `convener`, `targets`.
Value proposal_json(const View& view, const rules::PromptRow& row);

/// `{"on","duties":[…],"prompts":[…]}`
Value duties_json(const View& view, const DutyFilter& filter);

}  // namespace core::app
