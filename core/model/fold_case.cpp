// The part of Folder that turns facts on a case into its row and its dated events.
#include <algorithm>
#include <iterator>
#include <optional>

#include "core/base/text.h"
#include "core/model/extension.h"
#include "core/model/fold.h"

namespace core {
namespace {

Date day_field(const FieldsView& fields, std::string_view name) {
  return parse_date(fields.text(name)).value_or(Date{});
}

void set_flag(Event& event, std::uint8_t bit, bool on) {
  if (on) {
    event.code = static_cast<std::uint8_t>(event.code | bit);
  } else {
    event.number = static_cast<std::int16_t>(event.number | bit);
  }
}

// `["area"]` switches on; `{"area": false}` says which way.
void read_fourfold(Event& event, const ValueView& value) {
  for (std::size_t i = 0; i < std::size(kFourfoldWords); ++i) {
    const std::string_view name = kFourfoldWords[i];
    const std::uint8_t bit = kFourfoldFlags[i];
    if (const List* list = value.list()) {
      if (std::find(list->begin(), list->end(), Value(name)) != list->end())
        set_flag(event, bit, true);
    } else if (const Fields* fields = value.fields()) {
      const Value* flag = fields->find(name);
      if (flag && flag->boolean()) set_flag(event, bit, *flag->boolean());
    }
  }
}

void read_flags(Event& event, const FieldsView& fields) {
  if (const ValueView* key = fields.find("key"); key && key->boolean())
    set_flag(event, kFlagKey, *key->boolean());
  if (const ValueView* grave = fields.find("grave"); grave && grave->boolean())
    set_flag(event, kFlagGrave, *grave->boolean());
  if (const ValueView* fourfold = fields.find("fourfold")) read_fourfold(event, *fourfold);
}

void read_lead(Event& event, const FieldsView& fields) {
  event.code = static_cast<std::uint8_t>(parse_code<LeadLevel>(fields.text("level")));
  event.until = day_field(fields, "resolve_by");
  int bits = 0;
  if (!fields.text("plan").empty()) bits |= kLeadHasPlan;
  const ValueView* force = fields.find("task_force");
  if (force && force->list() && !force->list()->empty()) bits |= kLeadHasTaskForce;
  event.number = static_cast<std::int16_t>(bits);
}

void read_rating(Event& event, const FieldsView& fields) {
  event.code = static_cast<std::uint8_t>(parse_code<Rating>(fields.text("rating")));
  event.number = static_cast<std::int16_t>(parse_code<RatingParty>(fields.text("party")));
}

void read_report(Event& event, const FieldsView& fields) {
  event.number = static_cast<std::int16_t>(fields.integer("progress", -1));
  const std::optional<IsoWeek> week = parse_iso_week(fields.text("week"));
  event.until = week ? monday(*week) : Date{};
}

void read_details(Event& event, const FieldsView& fields) {
  const auto number = [&](std::string_view name) {
    event.number = static_cast<std::int16_t>(fields.integer(name));
  };
  switch (event.kind) {
    case EventKind::Grounded:
      event.code = static_cast<std::uint8_t>(parse_code<Ground>(fields.text("ground")));
      return;
    case EventKind::Resolved:
      event.code = static_cast<std::uint8_t>(parse_code<ResolveResult>(fields.text("result")));
      return;
    case EventKind::Flagged:
      return read_flags(event, fields);
    case EventKind::Extended:
      event.code = fields.boolean("told", true) ? std::uint8_t{} : kExtensionUntold;
      return number("days");
    case EventKind::FinalDecided:
      return number("hearing_days");
    case EventKind::Rated:
      return read_rating(event, fields);
    case EventKind::Suspended:
      event.until = day_field(fields, "until");
      return;
    case EventKind::LeadAssigned:
    case EventKind::LeadHandedOver:
      return read_lead(event, fields);
    case EventKind::ReportFiled:
      return read_report(event, fields);
    default:
      return;
  }
}

/// Everything of an event but the indexes, which only the folder can look up.
Event event_of(EventKind kind, const RecordedView& recorded) {
  Event event;
  event.on = recorded.fact.on;
  event.kind = kind;
  event.fact = recorded.ref;
  read_details(event, recorded.fact.fields);
  return event;
}

}  // namespace

void Folder::apply_case(const RecordedView& recorded, CaseIndex index) {
  const FieldsView& fields = recorded.fact.fields;
  if (recorded.fact.kind == "case.registered") return register_case(recorded, index);
  const KindSpec* spec = recorded.fact.spec;
  const std::optional<EventKind> kind = spec ? event_of(*spec) : std::nullopt;
  if (!kind) return;  // the catalogue has no other kind with a case as its subject (tested)
  Event event = event_of(*kind, recorded);
  event.unit = mention_unit(fields.text("unit"));
  event.official = mention_official(fields.text("official"));
  event.unit_official = mention_official(fields.text("unit_official"));
  add_event(index, event);
}

void Folder::register_case(const RecordedView& recorded, CaseIndex index) {
  const FieldsView& fields = recorded.fact.fields;
  const UnitIndex unit = mention_unit(fields.text("unit"));
  CaseRow& row = state_.cases_[index.value];
  row.registered_on = recorded.fact.on;
  // Corrected to an earlier day the registration takes the day of receipt along.
  const Date on = recorded.fact.on;
  row.received_on = std::min(parse_date(fields.text("received_on")).value_or(on), on);
  row.imported_deadline = day_field(fields, "imported_deadline");
  row.unit = unit;
  row.form = parse_code<Form>(fields.text("form"));
  row.purpose = parse_code<Purpose>(fields.text("purpose"));
  row.collective = fields.boolean("collective");
  row.first_time = fields.boolean("first_time");
  row.people = static_cast<std::int32_t>(fields.integer("people"));
  row.fact = recorded.ref;

  CaseText& text = state_.texts_[index.value];
  text.title = fields.text("title");
  text.category = fields.text("category");
  text.petitioner = fields.text("petitioner");
  text.summary = fields.text("summary");
}

void Folder::add_event(CaseIndex index, Event event) {
  std::uint32_t slot = static_cast<std::uint32_t>(state_.events_.size());
  if (state_.free_events_.empty()) {
    state_.events_.push_back(event);
  } else {
    slot = state_.free_events_.back();
    state_.free_events_.pop_back();
    state_.events_[slot] = event;
  }
  const auto comes_before = [this, &event](std::uint32_t other) {
    const Event& there = state_.events_[other];
    return there.on != event.on ? there.on < event.on : there.fact < event.fact;
  };
  // Facts mostly come in order of their day, but may be recorded late.
  std::uint32_t& last = state_.last_events_[index.value];
  std::uint32_t* link = &state_.cases_[index.value].first_event;
  if (last != kNoIndex && comes_before(last)) {
    link = &state_.events_[last].next;
  } else {
    while (*link != kNoIndex && comes_before(*link)) link = &state_.events_[*link].next;
  }
  state_.events_[slot].next = *link;
  *link = slot;
  if (state_.events_[slot].next == kNoIndex) last = slot;
}

void Folder::free_events(CaseIndex index) {
  std::uint32_t& first = state_.cases_[index.value].first_event;
  for (std::uint32_t at = first; at != kNoIndex; at = state_.events_[at].next)
    state_.free_events_.push_back(at);
  first = kNoIndex;
  state_.last_events_[index.value] = kNoIndex;
}

}  // namespace core
