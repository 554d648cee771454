#include "core/store/projection_rows.h"

#include <cassert>
#include <utility>

namespace core::store {
namespace {

constexpr std::int64_t kEventsPerCase = 1 << 20;

constexpr std::pair<std::uint8_t, std::string_view> kFlags[] = {
    {kFlagKey, "key"},     {kFlagGrave, "grave"},   {kFlagArea, "area"},
    {kFlagIssue, "issue"}, {kFlagPerson, "person"}, {kFlagGroup, "group"}};

/// `key,-grave`: on, and off again.
std::string flags_of(const Event& event) {
  std::string text;
  const auto add = [&text](std::string_view sign, std::string_view name) {
    if (!text.empty()) text += ',';
    text += sign;
    text += name;
  };
  for (const auto& [bit, name] : kFlags) {
    if (event.code & bit) add("", name);
    if (event.number & bit) add("-", name);
  }
  return text;
}

/// A report need not state progress.
void write_number(RowSink& out, int number) {
  if (number < 0) return out.null();
  out.integer(number);
}

/// Columns code, number, party: what they mean depends on the kind.
void write_details(RowSink& out, const Event& event) {
  switch (event.kind) {
    case EventKind::Grounded:
      out.word(word(static_cast<Ground>(event.code)));
      break;
    case EventKind::Rated:
      out.word(word(static_cast<Rating>(event.code)));
      out.null();
      return out.word(word(static_cast<RatingParty>(event.number)));
    case EventKind::Resolved:
      out.word(word(static_cast<ResolveResult>(event.code)));
      break;
    case EventKind::Flagged:
      out.text_of_row(flags_of(event));
      break;
    case EventKind::LeadAssigned:
    case EventKind::LeadHandedOver:
      out.word(word(static_cast<LeadLevel>(event.code)));
      out.integer(event.number);
      return out.null();
    case EventKind::Extended:
    case EventKind::FinalDecided:
    case EventKind::ReportFiled:
      out.null();
      write_number(out, event.number);
      return out.null();
    default:
      out.null();
  }
  out.null();
  out.null();
}

bool write_event(RowSink& out, CaseIndex index, std::int64_t place, const Event& event) {
  out.integer(first_event_key(index) + place);
  out.key(index);
  out.day(event.on);
  out.text(word(event.kind));
  write_details(out, event);
  out.key(event.unit);
  out.key(event.official);
  out.key(event.unit_official);
  out.day(event.until);
  out.fact(event.fact);
  return out.end_row();
}

}  // namespace

bool RowSink::end_row() {
  const bool more = finish_row();
  text_count_ = 0;
  return more;
}

void RowSink::text_of_row(std::string value) {
  assert(text_count_ < texts_.size());
  std::string& kept = texts_[text_count_++];
  kept = std::move(value);
  text(kept);
}

void RowSink::word(std::string_view value) {
  if (value.empty()) return null();
  text(value);
}

void RowSink::day(Date value) {
  if (!value.known()) return null();
  text_of_row(to_string(value));
}

void RowSink::fact(FactRef ref) {
  if (!ref.known()) return null();
  integer(ref.position);
}

void RowSink::key_of(std::uint32_t index) {
  if (index == kNoIndex) return null();
  integer(std::int64_t{index} + 1);
}

std::int64_t first_event_key(CaseIndex index) {
  return (std::int64_t{index.value} + 1) * kEventsPerCase;
}

std::int64_t last_event_key(CaseIndex index) { return first_event_key(index) + kEventsPerCase - 1; }

bool write_county(RowSink& out, const State& state) {
  out.integer(1);
  out.text(state.county_name());
  out.text(state.county_code());
  return out.end_row();
}

bool write_unit(RowSink& out, const State& state, UnitIndex index) {
  const UnitRow& unit = state.unit(index);
  out.key(index);
  out.text(unit.code);
  out.text(unit.name);
  out.word(word(unit.type));
  out.word(word(unit.group));
  out.text(unit.successor);
  out.day(unit.registered_on);
  out.day(unit.retired_on);
  out.fact(unit.fact);
  return out.end_row();
}

bool write_aliases(RowSink& out, const State& state, UnitIndex index) {
  std::int64_t place = 0;
  for (const std::string& alias : state.unit(index).aliases) {
    out.key(index);
    out.integer(place++);
    out.text(alias);
    if (!out.end_row()) return false;
  }
  return true;
}

bool write_official(RowSink& out, const State& state, OfficialIndex index) {
  const OfficialRow& official = state.official(index);
  out.key(index);
  out.text(official.key);
  out.text(official.name);
  out.text(official.post);
  out.word(word(official.rank));
  out.key(official.unit);
  out.day(official.appointed_on);
  out.day(official.left_on);
  out.fact(official.fact);
  return out.end_row();
}

bool write_oversees(RowSink& out, const State& state, OfficialIndex index) {
  std::int64_t place = 0;
  for (const UnitIndex unit : state.official(index).oversees) {
    if (!unit.known()) continue;
    out.key(index);
    out.integer(place++);
    out.key(unit);
    if (!out.end_row()) return false;
  }
  return true;
}

bool write_case(RowSink& out, const State& state, CaseIndex index) {
  const CaseRow& row = state.case_row(index);
  const CaseText& text = state.case_text(index);
  out.key(index);
  out.text(text.number);
  out.text(text.title);
  out.text(text.category);
  out.text(text.petitioner);
  out.day(row.received_on);
  out.day(row.registered_on);
  out.day(row.imported_deadline);
  out.key(row.unit);
  out.word(word(row.form));
  out.word(word(row.purpose));
  out.integer(row.collective ? 1 : 0);
  out.integer(row.first_time ? 1 : 0);
  out.integer(row.people);
  out.fact(row.fact);
  return out.end_row();
}

bool write_events(RowSink& out, const State& state, CaseIndex index) {
  std::int64_t place = 0;
  for (std::uint32_t at = state.case_row(index).first_event; at != kNoIndex;
       at = state.event(at).next)
    if (!write_event(out, index, place++, state.event(at))) return false;
  return true;
}

bool write_statistic(RowSink& out, const State& state, std::size_t at) {
  const StatisticRow& row = state.statistics()[at];
  out.integer(static_cast<std::int64_t>(at) + 1);
  out.key(row.unit);
  out.text(row.period);
  out.text(row.indicator);
  out.integer(row.numerator);
  out.integer(row.denominator);
  out.fact(row.fact);
  return out.end_row();
}

}  // namespace core::store
