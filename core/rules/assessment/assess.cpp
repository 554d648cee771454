#include "core/rules/assessment/assess.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/base/decimal.h"
#include "core/rules/assessment/counted.h"

namespace core::rules::assessment {
namespace {

std::int64_t sign_of(const PointItem& item) { return item.direction == Direction::Add ? 1 : -1; }

std::int64_t capped(const PointItem& item, std::int64_t points) {
  return item.cap >= 0 ? std::min(points, item.cap) : points;
}

// Each part takes its points as long as the cap leaves any: the parts add up to the item.
void score_each(ItemScore& score) {
  std::int64_t left = capped(score.item, score.uncapped);
  for (Part& part : score.parts) {
    const std::int64_t points = std::min(score.item.points, left);
    part.points = sign_of(score.item) * points;
    left -= points;
  }
}

void score_counted(ItemScore& score, std::vector<Part> parts) {
  score.parts = std::move(parts);
  score.count = static_cast<std::int64_t>(score.parts.size());
  score.uncapped = score.count * score.item.points;
  score_each(score);
}

// A rate is one figure: one part that opens every duty behind it.
void score_rate(ItemScore& score, std::vector<Part> done, const std::vector<Part>& late) {
  score.count = static_cast<std::int64_t>(done.size());
  score.of = score.count + static_cast<std::int64_t>(late.size());
  if (score.of == 0) return;
  done.insert(done.end(), late.begin(), late.end());
  Part all;
  for (const Part& part : done) {
    all.day = std::max(all.day, part.day);
    all.facts.insert(all.facts.end(), part.facts.begin(), part.facts.end());
    all.duties.insert(all.duties.end(), part.duties.begin(), part.duties.end());
  }
  score.uncapped = divide_half_up(score.count, score.of, score.item.points);
  all.points = sign_of(score.item) * capped(score.item, score.uncapped);
  score.parts.push_back(std::move(all));
}

ItemScore score_item(const SheetItem& sheet_item, const Source& source, UnitIndex unit) {
  ItemScore score{sheet_item.key, sheet_item.item, 0, 0, 0, sheet_item.item.base, {}};
  const Formula formula = find_formula(sheet_item.item.formula).value_or(Formula{});
  if (formula.counted == Counted::OnTimeRate) {
    score_rate(score, source.duties(unit, formula.rule, DutyState::Done),
               source.late_duties(unit, formula.rule));
  } else if (formula.counted != Counted::Fixed) {
    score_counted(score, source.counted(unit, formula));
  }
  for (const Part& part : score.parts) score.points += part.points;
  return score;
}

bool belongs(const UnitRow& unit, const Period& year) {
  return unit.registered_on.known() && unit.registered_on <= last_day(year) &&
         !(unit.retired_on.known() && unit.retired_on < first_day(year));
}

}  // namespace

Assessment assess(const State& state, const Findings& findings, const Rulebook& rulebook,
                  Date today, const Period& year) {
  Assessment assessment{year, today > last_day(year), {}};
  const std::vector<SheetItem> sheet = sheet_of(rulebook.on(last_day(year)));
  const Source source(state, findings, today, year);
  for (std::uint32_t i = 0; i < state.units().size(); ++i) {
    if (!belongs(state.units()[i], year)) continue;
    UnitScore unit{UnitIndex{i}, 0, {}};
    for (const SheetItem& item : sheet) {
      unit.items.push_back(score_item(item, source, unit.unit));
      unit.score += unit.items.back().points;
    }
    assessment.units.push_back(std::move(unit));
  }
  std::sort(assessment.units.begin(), assessment.units.end(),
            [&state](const UnitScore& a, const UnitScore& b) {
              return state.unit(a.unit).code < state.unit(b.unit).code;
            });
  return assessment;
}

}  // namespace core::rules::assessment
