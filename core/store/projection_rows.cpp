#include "core/store/projection_rows.h"

#include <fmt/format.h>

#include <cassert>
#include <iterator>
#include <utility>

#include "core/base/value.h"

namespace core::store {
namespace {

/// `key,-grave`: on, and off again.
std::string flags_of(const Event& event) {
  std::string text;
  const auto add = [&](std::uint8_t bit, std::string_view name) {
    for (const bool off : {false, true}) {
      if (((off ? event.number : event.code) & bit) == 0) continue;
      if (!text.empty()) text += ',';
      if (off) text += '-';
      text += name;
    }
  };
  add(kFlagKey, "key");
  add(kFlagGrave, "grave");
  for (std::size_t i = 0; i < std::size(kFourfoldWords); ++i)
    add(kFourfoldFlags[i], kFourfoldWords[i]);
  return text;
}

/// The columns of an event whose meaning depends on its kind. Empty and negative: not stated.
struct Details {
  std::string_view code;
  int number = -1;
  std::string_view party;
};

Details details_of(const Event& event) {
  switch (event.kind) {
    case EventKind::Grounded:
      return {word(static_cast<Ground>(event.code)), -1, {}};
    case EventKind::Rated:
      return {word(static_cast<Rating>(event.code)), -1,
              word(static_cast<RatingParty>(event.number))};
    case EventKind::Resolved:
      return {word(static_cast<ResolveResult>(event.code)), -1, {}};
    case EventKind::LeadAssigned:
    case EventKind::LeadHandedOver:
      return {word(static_cast<LeadLevel>(event.code)), event.number, {}};
    case EventKind::Extended:
    case EventKind::FinalDecided:
    case EventKind::ReportFiled:
      return {{}, event.number, {}};
    default:
      return {};
  }
}

/// One JSON list, without the nulls at its end.
class EventList {
 public:
  explicit EventList(JsonWriter& out) : out_(out), end_(out.size()) {}

  void text(std::string_view value) {
    if (value.empty()) return null();
    separate();
    out_.text(value);
    end_ = out_.size();
  }
  void day(Date value) {
    if (!value.known()) return null();
    separate();
    out_.day(value);
    end_ = out_.size();
  }
  void number(std::int64_t value, bool known) {
    if (!known) return null();
    separate();
    out_.number(value);
    end_ = out_.size();
  }
  template <typename Index>
  void key(Index index) {
    number(std::int64_t{index.value} + 1, index.known());
  }
  void close() {
    out_.shorten(end_);
    out_.character(']');
  }

 private:
  void separate() { out_.character(std::exchange(separator_, ',')); }
  void null() {
    separate();
    out_.plain("null");
  }

  JsonWriter& out_;
  std::size_t end_;
  char separator_ = '[';
};

void append_event(JsonWriter& out, const Event& event) {
  EventList list(out);
  list.day(event.on);
  list.text(word(event.kind));
  list.number(event.fact.position, event.fact.known());
  list.key(event.unit);
  const Details details = details_of(event);
  list.text(event.kind == EventKind::Flagged ? flags_of(event) : details.code);
  list.number(details.number, details.number >= 0);
  list.text(details.party);
  list.key(event.official);
  list.key(event.unit_official);
  list.day(event.until);
  list.close();
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

JsonWriter& RowSink::json_of_row() {
  json_.clear();
  return json_;
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

void append_events(JsonWriter& out, const State& state, CaseIndex index) {
  char separator = '[';
  for (std::uint32_t at = state.case_row(index).first_event; at != kNoIndex;
       at = state.event(at).next) {
    out.character(std::exchange(separator, ','));
    append_event(out, state.event(at));
  }
  out.plain(separator == '[' ? "[]" : "]");
}

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
  append_events(out.json_of_row(), state, index);
  out.end_json();
  return out.end_row();
}

bool write_statistic(RowSink& out, const StatisticRow& row, std::size_t at) {
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
