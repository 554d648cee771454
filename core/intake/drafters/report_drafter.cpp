#include "core/intake/drafters/report_drafter.h"

#include <fmt/format.h>

#include "core/intake/tables/cell_values.h"

namespace core::intake {
namespace {

constexpr std::size_t kTextLimit = 1000;

bool has_report(const State& state, CaseIndex index, IsoWeek week) {
  for (std::uint32_t at = state.case_row(index).first_event; at != kNoIndex;
       at = state.event(at).next)
    if (state.event(at).kind == EventKind::ReportFiled && state.event(at).until == monday(week))
      return true;
  return false;
}

/// What the row says differently; what it does not say is no difference.
Fields changes(const Fact& said, const Fact& known) {
  Fields with;
  for (const auto& [name, value] : said.fields) {
    const Value* old = known.fields.find(name);
    if (!old || !(*old == value)) with.set(name, value);
  }
  if (said.on != known.on) with.set("on", to_string(said.on));
  return with;
}

}  // namespace

Status ReportDrafter::draft_row(const RowView&) {
  const std::string number = known_case();
  if (refused()) return Done{};
  Fact fact = read(number);
  if (refused()) return Done{};
  return compare(std::move(fact), number);
}

Fact ReportDrafter::read(const std::string& number) {
  Fact fact;
  fact.kind = "report.filed";
  fact.by = session().scrubber().scrub_label(row().text(Column::FiledBy), log().scrubbed);
  const Parsed<Date> filed = read_day(row().cell(Column::FiledOn), place().year);
  if (!place().layout->has(Column::FiledOn)) {
    fact.on = session().today();
    undated_ = true;
  } else if (!filed.value) {
    refuse(Column::FiledOn, filed.failed() ? filed.reason : "缺少报送时间");
  } else {
    fact.on = *filed.value;
  }
  const Parsed<IsoWeek> week =
      read_week(row().cell(Column::Week), undated_ ? Date{} : fact.on, place().year);
  if (!week.value) {
    refuse(Column::Week, week.failed() ? week.reason : "缺少报告周");
    return fact;
  }
  fact.fields = Fields{{"case", number}, {"week", to_string(*week.value)}};
  const Parsed<std::int64_t> progress = read_progress(row().cell(Column::Progress));
  if (progress.failed()) leave_out(Column::Progress, progress.reason);
  if (progress.value) fact.fields.set("progress", *progress.value);
  const Parsed<bool> needs = read_yes_no(row().cell(Column::NeedsCounty));
  if (needs.failed()) leave_out(Column::NeedsCounty, needs.reason);
  if (needs.value) fact.fields.set("needs_county", *needs.value);
  read_texts(number, fact.fields);
  return fact;
}

void ReportDrafter::read_texts(const std::string& number, Fields& fields) {
  const CaseIndex index = state().find_case(number);
  if (state().case_row(index).purpose == Purpose::Accusation) {
    note("检举控告事项的周报告只取报告周、进展和报送时间");
    return;
  }
  const std::string surname(surname_in(state().case_text(index).petitioner));
  const std::vector<PersonName> names = names_of(number);
  const auto set = [&](std::string_view field, Column column) {
    std::string said = text(column, names, surname, kTextLimit);
    if (!said.empty()) fields.set(field, std::move(said));
  };
  set("work", Column::Work);
  set("problems", Column::Problems);
  set("next", Column::NextWeek);
}

Status ReportDrafter::compare(Fact fact, const std::string& number) {
  const std::optional<IsoWeek> week = parse_iso_week(fact.fields.text("week"));
  std::optional<RecordedFact> other;
  if (week && has_report(state(), state().find_case(number), *week)) {
    for (RecordedFact& known : session().facts_of_case(number)) {
      const bool same_week = known.fact.kind == "report.filed" &&
                             known.fact.fields.text("week") == fact.fields.text("week");
      if (!same_week || session().compared().count(known.ref.position) != 0) continue;
      // Lists without days say nothing of when it was filed: what is known stays.
      if (undated_) fact.on = known.fact.on;
      if (changes(fact, known.fact).empty()) {
        session().compared().insert(known.ref.position);
        return Done{};
      }
      if (!other || known.fact.on == fact.on) other = std::move(known);
    }
  }
  if (other) {
    session().compared().insert(other->ref.position);
    CORE_ASSIGN([[maybe_unused]] const bool taken,
                correct(other->ref, changes(fact, other->fact), Column::Week));
    return Done{};
  }
  CORE_ASSIGN(const bool taken, record_or_refuse(fact, Column::FiledOn));
  if (!taken) return Done{};
  mark_added();
  session().compared().insert(state().fact_count());
  return Done{};
}

void ReportDrafter::finish() {
  if (undated_) note("周报告没有报送时间，按导入当日登记");
}

}  // namespace core::intake
