#pragma once
// The annual assessment (通知 7.4): computed with every point opened, and issued with everything
// frozen.

#include <string>

#include "core/app/question.h"
#include "core/base/period.h"
#include "core/rules/assessment/assess.h"

namespace core::app {

/// Why the words name no year that has begun or no registered unit, in Chinese; empty when they do.
/// An empty unit means all.
std::string assessment_problem(const View& view, std::string_view year, std::string_view unit);

rules::assessment::Assessment assess(const View& view, const Period& year);

/// `{"year","over","example","units":[{"unit","name","score","items":[{"key","name","clause",
/// "formula","label","direction","base","count","points","each","cap","parts":[{"day","points",
/// "case","measure","duties":[ids],"facts":[ids]}]}],"objection"}]}`; `of` where a rate was
/// counted, `unit` picks one.
Value assessment_json(const View& view, const rules::assessment::Assessment& assessment,
                      std::string_view unit);

struct AssessmentReceipt {
  std::string head;    ///< Of the ledger after recording.
  std::string digest;  ///< BLAKE2b of the recorded fields in canonical JSON.
  std::int64_t units = 0;
};

/// Records assessment.issued with the scores, the points of each item, the ledger's position and
/// head code and the hash of the rulebook. Refused while the year runs; the ledger refuses it while
/// an objection is undecided. Issued again after a decided objection, the later one holds.
Result<AssessmentReceipt> issue_assessment(Desk& desk, const Period& year);

}  // namespace core::app
