#pragma once
// One measure of the notice (bulletin, reminder, listed supervision, talk, inquiry, proposal …)
// with everything that happened to it, by day. Rows of State; built only by Folder.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/period.h"
#include "core/model/fact.h"
#include "core/model/indexes.h"
#include "core/model/measure_codes.h"

namespace core {

struct MeasureStep {
  Date on;
  StepKind kind = StepKind::ReminderIssued;
  std::uint8_t code = 0;  ///< What code, second and number mean depends on the kind: StepKind.
  std::uint8_t second = 0;
  std::int16_t number = 0;
  FactRef fact;
  UnitIndex unit;
  OfficialIndex official;
  Date until;
  std::vector<UnitIndex> units;          ///< Scope of a bulletin, units of a talk or campaign.
  std::vector<OfficialIndex> officials;  ///< Targets of a talk, in the places of their units.
};

/// How one unit stands in an issued bulletin.
struct Standing {
  UnitIndex unit;
  Mention mention = Mention::Unknown;
  std::string group;        ///< As ranked; empty when the bulletin does not say.
  std::int64_t score = -1;  ///< Hundredths; -1 = not stated.
  std::int32_t rank = 0;    ///< 0 = not ranked.
  std::int32_t of = 0;      ///< How many were ranked with it.
};

struct MeasureRow {
  Subject::Kind kind = Subject::Kind::Other;
  std::string key;       ///< The number the office gave it. Filings: the measure they are about.
  CaseIndex case_index;  ///< The case it is about, where it is about one.
  std::optional<Period> period;     ///< Of a bulletin or an assessment.
  std::vector<MeasureStep> steps;   ///< By day, then by kind; see order_rounds().
  std::vector<Standing> standings;  ///< Of the bulletin or assessment as issued.

  /// The first step of a kind; null when it has not happened.
  const MeasureStep* first(StepKind kind) const;
};

}  // namespace core
