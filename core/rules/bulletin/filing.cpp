#include "core/rules/bulletin/filing.h"

#include <fmt/format.h>

#include "core/model/measure_step.h"
#include "core/rules/bulletin/standing.h"
#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"3.5", "6.4", "7.4"};

bool is_about_streak(const MeasureStep& talk) {
  const auto ground = static_cast<TalkGround>(talk.code);
  return ground == TalkGround::BottomStreak || ground == TalkGround::SpecialStreak;
}

// What follows from rankings is filed under 3.5, a talk under 6.4, an assessment under 7.4.
Clauses clauses_of_duty(const State& state, const Findings&, const DutyRow& row) {
  const Clauses all(kClauses);
  if (!row.measure.known()) return all;
  const MeasureRow& measure = state.measure(row.measure);
  if (measure.kind == Subject::Kind::Assessment) return all.last(1);
  const MeasureStep* talk = measure.first(StepKind::TalkOpened);
  if (!talk) return all.first(1);
  return is_about_streak(*talk) ? all.first(2) : all.subspan(1, 1);
}

constexpr FilingTo kAll[] = {FilingTo::Performance, FilingTo::Personnel, FilingTo::Discipline};

// Keys of measures under which a filing may have been recorded: the bulletin behind a reminder, or
// the reminder itself.
Moment sent(const Context& context, const DutyRow& row, MeasureIndex also) {
  Moment found;
  for (const MeasureIndex measure : {row.measure, also}) {
    if (!measure.known()) continue;
    const MeasureRow& filed = context.state.measure(measure);
    MeasureFacts filings;
    const MeasureIndex index = context.state.find_measure(Subject::Kind::Filing, filed.key);
    if (!index.known() || !read_measure(context.state, index, context.today, filings)) continue;
    for (const MeasureStep& step : filings.steps) {
      const bool same_unit = !step.unit.known() || !row.unit.known() || step.unit == row.unit;
      if (step.code == row.occurrence && same_unit && step.on >= row.opened_on &&
          is_filing_of(step, filed.kind))
        found = earlier(found, {step.on, step.fact});
    }
  }
  return found;
}

void add_filing(MeasureIndex measure, MeasureIndex also, UnitIndex unit, Moment from, FilingTo to,
                const Context& context, Findings& out) {
  DutyRow& row = out.duties.emplace_back();
  row.rule = RuleId::Filing;
  row.measure = measure;
  row.case_index = context.state.measure(also.known() ? also : measure).case_index;
  row.unit = unit;
  row.occurrence = static_cast<std::int32_t>(to);
  count_workdays(row, context, from.on, context.rulebook.on(from.on).filing_workdays);
  const Moment done = sent(context, row, also);
  settle(row, context.today, {done, {}, {}});
  row.because = note(out, from.fact, done.fact);
}

void add_three(MeasureIndex measure, MeasureIndex also, UnitIndex unit, Moment from,
               const Context& context, Findings& out) {
  for (const FilingTo to : kAll) add_filing(measure, also, unit, from, to, context, out);
}

// A talk about a streak is filed as soon as it is decided on, any other once it was held.
void check_talk(const MeasureFacts& facts, const Context& context, Findings& out) {
  const MeasureStep* opened = facts.first(StepKind::TalkOpened);
  if (!opened) return;
  const Moment from =
      is_about_streak(*opened) ? facts.moment(opened) : facts.at(StepKind::TalkHeld);
  if (!from.known()) return;
  for (const UnitIndex unit : opened->units) add_three(facts.index, {}, unit, from, context, out);
}

bool names(const Context& context, const MeasureStep& reminder, const MeasureRow& bulletin) {
  const RecordedFact* fact = context.state.other_fact(reminder.fact);
  return fact && fact->fact.fields.text("measure") == bulletin.key;
}

// By day of issue, then by number; anything is later than none.
bool is_later(const MeasureRow& row, const MeasureRow* than) {
  if (!than) return true;
  const Date on = row.first(StepKind::BulletinIssued)->on;
  const Date other = than->first(StepKind::BulletinIssued)->on;
  return other < on || (other == on && than->key < row.key);
}

// The bulletin a reminder under T7 answers: the one it names, else the last before it, not
// withdrawn by then, in which the unit stood at the bottom or was criticised.
MeasureIndex bulletin_behind(const MeasureStep& reminder, const Context& context) {
  MeasureIndex found;
  const std::span<const MeasureRow> rows = context.state.measures();
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    if (rows[i].kind != Subject::Kind::Bulletin) continue;
    const MeasureStep* issued = rows[i].first(StepKind::BulletinIssued);
    if (!issued || issued->on > reminder.on) continue;
    if (names(context, reminder, rows[i])) return MeasureIndex{i};
    const MeasureStep* withdrawn = rows[i].first(StepKind::BulletinWithdrawn);
    if (withdrawn && withdrawn->on <= reminder.on) continue;
    const Settings& settings = context.rulebook.on(issued->on);
    if (is_later(rows[i], found.known() ? &context.state.measure(found) : nullptr) &&
        Board(context.state, rows[i], settings).stands_out(reminder.unit))
      found = MeasureIndex{i};
  }
  return found;
}

// Several reminders may follow one bulletin, and each is filed: the first under the bulletin, the
// others under their own numbers.
bool is_first_after(MeasureIndex bulletin, const MeasureFacts& reminder, UnitIndex unit,
                    const Context& context) {
  for (const MeasureTaken& taken : context.decisions.of_unit(unit)) {
    if (taken.measure == reminder.index) return true;
    if (taken.kind != Subject::Kind::Reminder ||
        taken.code != static_cast<std::uint8_t>(ReminderReason::T7))
      continue;
    const MeasureStep* other = context.state.measure(taken.measure).first(StepKind::ReminderIssued);
    if (bulletin_behind(*other, context) == bulletin) return false;
  }
  return true;
}

void check_reminder(const MeasureFacts& facts, const Context& context, Findings& out) {
  const MeasureStep* issued = facts.first(StepKind::ReminderIssued);
  if (!issued || issued->code != static_cast<std::uint8_t>(ReminderReason::T7)) return;
  const MeasureIndex bulletin = bulletin_behind(*issued, context);
  const bool found = bulletin.known() && is_first_after(bulletin, facts, issued->unit, context);
  add_three(found ? bulletin : facts.index, found ? facts.index : MeasureIndex{}, issued->unit,
            facts.moment(issued), context, out);
}

// What was issued anew after an objection is reported anew: the organ is to have what holds.
void check_assessment(const MeasureFacts& facts, const Context& context, Findings& out) {
  const Moment issued = facts.moment(facts.last(StepKind::AssessmentIssued));
  if (issued.known()) add_filing(facts.index, {}, {}, issued, FilingTo::Performance, context, out);
}

void check(const Context& context, Findings& out) {
  const std::span<const MeasureRow> rows = context.state.measures();
  MeasureFacts facts;
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    if (!read_measure(context.state, MeasureIndex{i}, context.today, facts)) continue;
    if (rows[i].kind == Subject::Kind::Talk) check_talk(facts, context, out);
    if (rows[i].kind == Subject::Kind::Reminder) check_reminder(facts, context, out);
    if (rows[i].kind == Subject::Kind::Assessment) check_assessment(facts, context, out);
  }
}

std::string text(const State&, const DutyRow& row, Date) {
  const std::string_view to = code_label(core::word(static_cast<FilingTo>(row.occurrence)));
  switch (row.state) {
    case DutyState::Open:
      return fmt::format("应报{}部门备案", to);
    case DutyState::Overdue:
      return fmt::format("逾期未报{}部门备案", to);
    case DutyState::Done:
      return fmt::format("已报{}部门备案", to);
    case DutyState::DoneLate:
      return fmt::format("报{}部门备案超期", to);
    case DutyState::Void:
      return fmt::format("无须报{}部门备案", to);
  }
  return {};
}

}  // namespace

const Rule kFiling = {
    .id = RuleId::Filing,
    .word = "filing",
    .clauses = kClauses,
    .title = "报送备案",
    .source = "《关于建立健全信访工作有关机制的通知》三、六、七",
    .about = SubjectKind::MeasureUnit,
    .occurrence = OccurrenceKind::FilingTo,
    .owed_by_office = true,
    .check_county = check,
    .duty_text = text,
    .duty_clauses = clauses_of_duty,
};

}  // namespace core::rules
