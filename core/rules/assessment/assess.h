#pragma once
// The annual assessment (7.4): points of every unit for a year, each with the facts that made it.

#include <string>
#include <vector>

#include "core/base/period.h"
#include "core/rules/assessment/point_sheet.h"
#include "core/rules/duty.h"

namespace core::rules::assessment {

/// One thing that gave or cost points. All points are hundredths; what is deducted is negative.
struct Part {
  Date day;                 ///< When it happened; of a duty, the day after which it counts as late.
  std::int64_t points = 0;  ///< After the cap: what went beyond it counts nothing.
  CaseIndex case_index;
  MeasureIndex measure;
  std::vector<FactRef> facts;
  std::vector<const DutyRow*> duties;  ///< Into the findings.
};

struct ItemScore {
  std::string key;
  PointItem item;
  std::int64_t count = 0;     ///< Things counted; of a rate, those done in time …
  std::int64_t of = 0;        ///< … of so many; otherwise 0.
  std::int64_t uncapped = 0;  ///< Without the cap, without the base.
  std::int64_t points = 0;    ///< The base and the points of all parts, exactly.
  std::vector<Part> parts;    ///< By day.
};

struct UnitScore {
  UnitIndex unit;
  std::int64_t score = 0;  ///< The sum of the items, exactly.
  std::vector<ItemScore> items;
};

struct Assessment {
  Period year;
  bool over = false;             ///< The year has ended; before that figures still change.
  std::vector<UnitScore> units;  ///< By code.
};

/// Every unit that was registered by the year's end and not retired before it began. `findings` are
/// those of `today`; the point sheet is the one in force on the year's last day. A duty belongs to
/// the year of its judged_on and counts once that day is past; facts count on their own day.
Assessment assess(const State& state, const Findings& findings, const Rulebook& rulebook,
                  Date today, const Period& year);

}  // namespace core::rules::assessment
