#include "core/rules/finding_id.h"

#include <fmt/format.h>

#include "core/base/period.h"
#include "core/model/measure_step.h"
#include "core/rules/catalog.h"

namespace core::rules {
namespace {

// What a person's going brings is told apart by the day: so it keeps its id when an earlier one is
// recorded later. Below zero it is the unit's side.
std::string number_text(std::int32_t occurrence) {
  constexpr std::int32_t kFirstDay = 10'000;
  if (occurrence < 0) return to_string(Date{-occurrence}) + "-unit";
  return occurrence > kFirstDay ? to_string(Date{occurrence}) : std::to_string(occurrence);
}

std::string occurrence_text(OccurrenceKind kind, std::int32_t occurrence) {
  switch (kind) {
    case OccurrenceKind::Week:
      return to_string(iso_week(Date{occurrence}));
    case OccurrenceKind::Period:
      return to_string(period_of_code(occurrence));
    case OccurrenceKind::Day:
      return to_string(Date{occurrence});
    case OccurrenceKind::FilingTo:
      return std::string(core::word(static_cast<FilingTo>(occurrence)));
    case OccurrenceKind::ReportedTo:
      return std::string(core::word(static_cast<ReportedTo>(occurrence)));
    case OccurrenceKind::Number:
      break;
  }
  return number_text(occurrence);
}

std::string_view unit_of(const State& state, UnitIndex unit) {
  return unit.known() ? std::string_view(state.unit(unit).code) : std::string_view("-");
}

template <typename Row>
std::string subject_text(const State& state, SubjectKind about, const Row& row) {
  const auto measure = [&] { return std::string_view(state.measure(row.measure).key); };
  switch (about) {
    case SubjectKind::Case:
      // A rule about cases may also find something about a measure: then that is its subject.
      return row.measure.known() ? fmt::format("{}/{}", measure(), unit_of(state, row.unit))
                                 : state.case_text(row.case_index).number;
    case SubjectKind::Measure:
      return std::string(measure());
    case SubjectKind::MeasureUnit:
      return fmt::format("{}/{}", measure(), unit_of(state, row.unit));
    case SubjectKind::MeasureOfficial:
      if (row.official.known())
        return fmt::format("{}/{}", measure(), state.official(row.official).key);
      return fmt::format("{}/{}", measure(), unit_of(state, row.unit));
    case SubjectKind::Unit:
      return std::string(unit_of(state, row.unit));
    case SubjectKind::County:
      break;
  }
  return "county";
}

// Each kind of measure that is filed, or calls for a talk, has numbers of its own.
std::string kind_before(const State& state, const Rule& from, MeasureIndex measure) {
  if (!measure.known()) return {};
  const Subject::Kind kind = state.measure(measure).kind;
  if (from.id == RuleId::TalkGround)
    return kind == Subject::Kind::Rectification ? "rectification/"
           : kind == Subject::Kind::Talk        ? "talk/"
                                                : std::string();
  if (from.occurrence != OccurrenceKind::FilingTo) return {};
  return kind == Subject::Kind::Bulletin ? std::string() : fmt::format("{}/", filed_word(kind));
}

// Which duty a prompt on an overdue one is about: as that duty's id ends, whatever day it was due.
std::string late_duty_text(const State& state, const PromptRow& row) {
  const Rule& late = rule(static_cast<RuleId>(row.code));
  if (late.id == RuleId::Campaign) return to_string(Date{row.occurrence});
  const bool of_one = row.measure.known() && row.official.known();
  return fmt::format("{}/{}{}{}", late.word,
                     of_one ? std::string_view(state.official(row.official).key) : "",
                     of_one ? "/" : "", occurrence_text(late.occurrence, row.occurrence));
}

template <typename Row>
std::string id_of(const State& state, const Row& row) {
  const Rule& from = rule(row.rule);
  std::string occurrence;
  if constexpr (std::is_same_v<Row, PromptRow>)
    if (row.rule == RuleId::OverdueItem) occurrence = late_duty_text(state, row);
  if (occurrence.empty()) occurrence = occurrence_text(from.occurrence, row.occurrence);
  return fmt::format("{}/{}{}/{}", from.word, kind_before(state, from, row.measure),
                     subject_text(state, from.about, row), occurrence);
}

}  // namespace

std::string finding_id(const State& state, const DutyRow& row) { return id_of(state, row); }
std::string finding_id(const State& state, const PromptRow& row) { return id_of(state, row); }

}  // namespace core::rules
