#include "core/rules/bulletin/bulletin.h"

#include <fmt/format.h>
#include <algorithm>

#include "core/base/period.h"
#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"3.1", "3.3"};

struct Cadence {
  Period::Kind kind;
  Series series;
  int Settings::*day;
};

constexpr Cadence kCadences[] = {
    {Period::Kind::Month, Series::Monthly, &Settings::bulletin_monthly_day},
    {Period::Kind::HalfYear, Series::HalfYear, &Settings::bulletin_half_year_day},
    {Period::Kind::Year, Series::Annual, &Settings::bulletin_annual_day},
};

// By day of issue, then by number.
bool is_earlier(const MeasureRow& a, const MeasureRow& b) {
  const Date on = a.first(StepKind::BulletinIssued)->on;
  const Date other = b.first(StepKind::BulletinIssued)->on;
  return on < other || (on == other && a.key < b.key);
}

// The first bulletin of a series on a period that was issued and not withdrawn.
MeasureIndex issued_on(const Context& context, Series series, Period period) {
  MeasureIndex found;
  const std::span<const MeasureRow> rows = context.state.measures();
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    if (rows[i].kind != Subject::Kind::Bulletin || rows[i].period != period) continue;
    MeasureFacts facts;
    if (!read_measure(context.state, MeasureIndex{i}, context.today, facts)) continue;
    const MeasureStep* issued = facts.first(StepKind::BulletinIssued);
    if (issued && issued->code == static_cast<std::uint8_t>(series) &&
        !facts.first(StepKind::BulletinWithdrawn) &&
        (!found.known() || is_earlier(rows[i], context.state.measure(found))))
      found = MeasureIndex{i};
  }
  return found;
}

void add_period(const Cadence& cadence, Period period, const Context& context, Findings& out) {
  DutyRow& row = out.duties.emplace_back();
  row.rule = RuleId::Bulletin;
  row.occurrence = code_of(period);
  row.opened_on = first_day(next(period));
  const Settings& settings = context.rulebook.on(row.opened_on);
  const Date last = last_day(period_of(Period::Kind::Month, row.opened_on));
  row.due_on = std::min(row.opened_on + (settings.*cadence.day - 1), last);
  judge_by(row, context, settings.roll_to_workday);
  row.stated = true;
  row.measure = issued_on(context, cadence.series, period);
  Moment issued;
  if (row.measure.known()) {
    const MeasureStep* step = context.state.measure(row.measure).first(StepKind::BulletinIssued);
    issued = MeasureFacts::moment(step);
  }
  settle(row, context.today, {issued, {}, {}});
  row.because = note(out, context.state.county_fact(), issued.fact);
}

// The office owes its bulletins from the period its ledger began in.
void check(const Context& context, Findings& out) {
  const Date begun = context.state.county_named_on();
  if (!begun.known()) return;
  for (const Cadence& cadence : kCadences) {
    for (Period period = period_of(cadence.kind, begun); first_day(next(period)) <= context.today;
         period = next(period))
      add_period(cadence, period, context, out);
  }
}

std::string text(const State&, const DutyRow& row, Date) {
  const std::string period = label(period_of_code(row.occurrence));
  switch (row.state) {
    case DutyState::Open:
      return fmt::format("应印发{}通报", period);
    case DutyState::Overdue:
      return fmt::format("{}通报逾期未印发", period);
    case DutyState::Done:
      return fmt::format("{}通报已印发", period);
    case DutyState::DoneLate:
      return fmt::format("{}通报印发超期", period);
    case DutyState::Void:
      return fmt::format("{}无须通报", period);
  }
  return {};
}

}  // namespace

const Rule kBulletin = {
    .id = RuleId::Bulletin,
    .word = "bulletin",
    .clauses = kClauses,
    .title = "定期通报",
    .source = "《关于建立健全信访工作有关机制的通知》三",
    .about = SubjectKind::County,
    .occurrence = OccurrenceKind::Period,
    .check_county = check,
    .duty_text = text,
};

}  // namespace core::rules
