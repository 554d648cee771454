#include "core/app/show.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>

#include "core/app/case_file.h"
#include "core/app/duty_list.h"
#include "core/model/accusation.h"
#include "core/model/key.h"
#include "core/model/posting.h"
#include "core/rules/bulletin/completeness.h"
#include "core/rules/case_facts.h"
#include "core/rules/describe.h"

namespace core::app {
namespace {

Error unknown(std::string_view what, std::string_view key) {
  return Error{ErrorCode::InvalidInput, fmt::format("没有{}“{}”", what, key)};
}

Value day_or_null(Date day) { return day.known() ? Value(to_string(day)) : Value(); }

Value facts_json(const std::vector<RecordedFact>& facts) {
  List out;
  for (const RecordedFact& fact : facts) out.push_back(fact_to_json(fact));
  return out;
}

Value facts_json(const Desk& desk, Subject::Kind kind, std::string_view key) {
  return facts_json(desk.ledger().facts_of({kind, std::string(key)}));
}

/// Adds `on`, `duties` and `prompts` of the filter.
void add_duties(Fields& object, Desk& desk, const DutyFilter& filter) {
  const Value found = duties_json(view_of(desk), filter);
  for (const auto& [name, value] : *found.fields()) object.set(name, value);
}

std::string_view code_of(const State& state, UnitIndex unit) {
  return unit.known() ? std::string_view(state.unit(unit).code) : std::string_view();
}

/// Whose case it is on the day; of one that was not there yet, whom it is registered for.
UnitIndex unit_on(const State& state, CaseIndex index, Date day) {
  rules::CaseFacts facts;
  const bool read = rules::read_case(state, index, day, facts);
  return read ? facts.unit_now() : state.case_row(index).unit;
}

std::int64_t count_cases(const State& state, UnitIndex unit, Date day) {
  rules::CaseFacts facts;
  std::int64_t count = 0;
  for (std::uint32_t i = 0; i < state.cases().size(); ++i)
    if (rules::read_case(state, CaseIndex{i}, day, facts) && facts.unit_now() == unit) ++count;
  return count;
}

/// The last lead as of the day; null when the case has none.
const Event* lead_on(const State& state, CaseIndex index, Date day) {
  const Event* lead = nullptr;
  for (std::uint32_t at = state.case_row(index).first_event; at != kNoIndex;
       at = state.event(at).next) {
    const Event& event = state.event(at);
    if (event.on > day) break;
    if (event.kind == EventKind::LeadAssigned || event.kind == EventKind::LeadHandedOver)
      lead = &event;
  }
  return lead;
}

/// As of the day, and where no post is held on it, as recorded last.
Fields official_json(const State& state, const OfficialRow& official, Date day) {
  Posting shown{official.appointed_on, false,         official.rank,
                official.unit,         official.post, official.fact};
  Date left = official.left_on;
  if (const Posting* held = posting_on(official, day); held && held->fact != official.fact) {
    shown = *held;
    const Posting* next = held == &official.postings.back() ? nullptr : held + 1;
    left = next && next->left ? next->on : Date{};
  }
  return Fields{{"official", official.key},
                {"name", official.name},
                {"post", shown.post},
                {"rank", word(shown.rank)},
                {"unit", code_of(state, shown.unit)},
                {"appointed_on", day_or_null(shown.on)},
                {"left_on", day_or_null(left)}};
}

struct MeasureKind {
  std::string_view word;
  Subject::Kind kind;
  std::string_view label;
};

constexpr MeasureKind kMeasures[] = {
    {"bulletin", Subject::Kind::Bulletin, "通报"},
    {"reminder", Subject::Kind::Reminder, "提醒告知"},
    {"supervision", Subject::Kind::Supervision, "挂牌督办"},
    {"talk", Subject::Kind::Talk, "约谈"},
    {"inquiry", Subject::Kind::Inquiry, "责任倒查"},
    {"proposal", Subject::Kind::Proposal, "建议"},
    {"alert", Subject::Kind::Alert, "预警"},
    {"campaign", Subject::Kind::Campaign, "专项工作"},
    {"rectification", Subject::Kind::Rectification, "限期整改"},
    {"assessment", Subject::Kind::Assessment, "年度考核"},
};

// A measure is complete only with all three filings (3.5). A bulletin that called for no measure
// is neither complete nor not.
void add_completeness(Fields& object, const View& view, MeasureIndex index) {
  if (!rules::calls_for_filings(view.state, index)) return;
  const rules::Completeness filings = rules::completeness_of(view.state, view.findings, index);
  const bool bulletin = view.state.measure(index).kind == Subject::Kind::Bulletin;
  object.set("complete", bulletin && filings.owed == 0 ? Value() : Value(filings.complete()));
  object.set("complete_text", rules::completeness_text(view.state, filings));
}

}  // namespace

Result<Value> show_case(Desk& desk, std::string_view typed) {
  const State& state = desk.state();
  const std::string number = kept_key(Subject::Kind::Case, typed, state);
  const CaseIndex index = state.find_case(number);
  if (!index.known()) return unknown("事项", number);
  const CaseRow& row = state.case_row(index);
  CaseText text;
  const bool open = row.purpose != Purpose::Accusation;
  if (open) text = state.case_text(index);
  text.number = number;
  Fields object{{"case", text.number},
                {"title", text.title},
                {"unit", code_of(state, unit_on(state, index, desk.today()))},
                {"category", text.category},
                {"petitioner", text.petitioner},
                {"summary", text.summary},
                {"form", open ? word(row.form) : std::string_view()},
                {"purpose", word(row.purpose)},
                {"people", open ? Value(row.people) : Value()},
                {"collective", open ? Value(row.collective) : Value()},
                {"first_time", open ? Value(row.first_time) : Value()},
                {"received_on", day_or_null(row.received_on)},
                {"registered_on", day_or_null(row.registered_on)},
                {"imported_deadline", day_or_null(row.imported_deadline)}};
  object.set("facts", facts_json(case_history(desk.ledger(), number)));
  DutyFilter filter;
  filter.case_number = number;
  add_duties(object, desk, filter);
  return Value(std::move(object));
}

Result<Value> show_unit(Desk& desk, std::string_view typed) {
  const State& state = desk.state();
  const std::string code = kept_key(Subject::Kind::Unit, typed, state);
  const UnitIndex index = state.find_unit(code);
  if (!index.known()) return unknown("单位", code);
  const UnitRow& unit = state.unit(index);
  List officials;
  for (const OfficialRow& official : state.officials())
    if (const Posting* post = posting_on(official, desk.today()); post && post->unit == index)
      officials.push_back(official_json(state, official, desk.today()));
  List aliases(unit.aliases.begin(), unit.aliases.end());
  Fields object{{"unit", unit.code},
                {"name", unit.name},
                {"aliases", std::move(aliases)},
                {"type", word(unit.type)},
                {"group", word(unit.group)},
                {"retired_on", day_or_null(unit.retired_on)},
                {"successor", unit.successor},
                {"cases", count_cases(state, index, desk.today())},
                {"officials", std::move(officials)}};
  object.set("facts", facts_json(desk, Subject::Kind::Unit, code));
  DutyFilter filter;
  filter.unit = code;
  add_duties(object, desk, filter);
  return Value(std::move(object));
}

Result<Value> show_official(Desk& desk, std::string_view typed) {
  const State& state = desk.state();
  const std::string key = kept_key(Subject::Kind::Official, typed, state);
  const OfficialIndex index = state.find_official(key);
  if (!index.known()) return unknown("领导", key);
  Fields object = official_json(state, state.official(index), desk.today());
  List leads;
  for (std::uint32_t i = 0; i < state.cases().size(); ++i) {
    const Event* lead = lead_on(state, CaseIndex{i}, desk.today());
    if (lead && (lead->official == index || lead->unit_official == index))
      leads.push_back(state.case_text(CaseIndex{i}).number);
  }
  object.set("leads", std::move(leads));
  object.set("facts", facts_json(desk, Subject::Kind::Official, key));
  DutyFilter filter;
  filter.official = key;
  add_duties(object, desk, filter);
  return Value(std::move(object));
}

std::vector<std::string_view> shown_measures() {
  std::vector<std::string_view> words;
  for (const MeasureKind& each : kMeasures) words.push_back(each.word);
  return words;
}

/// A prompt that was answered by this measure rests on a bulletin that was withdrawn since.
bool rests_on_withdrawn(const View& view, MeasureIndex index) {
  const MeasureRow& measure = view.state.measure(index);
  const auto is_of_measure = [&measure](FactRef fact) {
    return std::any_of(measure.steps.begin(), measure.steps.end(),
                       [fact](const MeasureStep& step) { return step.fact == fact; });
  };
  const auto names_measure = [&](const rules::PromptRow& row) {
    const std::span because(view.findings.evidence.data() + row.because.first, row.because.count);
    return row.basis_withdrawn && std::any_of(because.begin(), because.end(), is_of_measure);
  };
  const auto& prompts = view.findings.prompts;
  return measure.kind != Subject::Kind::Bulletin &&
         std::any_of(prompts.begin(), prompts.end(), names_measure);
}

Result<Value> show_measure(Desk& desk, std::string_view kind, std::string_view typed) {
  const auto wanted = std::find_if(std::begin(kMeasures), std::end(kMeasures),
                                   [kind](const MeasureKind& each) { return each.word == kind; });
  if (wanted == std::end(kMeasures)) return unknown("种类", kind);
  const std::string key = kept_key(wanted->kind, typed, desk.state());
  const MeasureIndex index = desk.state().find_measure(wanted->kind, key);
  if (!index.known()) return unknown(wanted->label, key);
  const View view = view_of(desk);
  List duties;
  for (const rules::DutyRow& row : view.findings.duties)
    if (row.measure == index)
      duties.push_back(rules::duty_json(view.state, view.findings, row, view.today));
  std::vector<RecordedFact> facts = desk.ledger().facts_of({wanted->kind, key});
  const CaseIndex about = view.state.measure(index).case_index;
  if (about.known() && view.state.case_row(about).purpose == Purpose::Accusation)
    for (RecordedFact& recorded : facts) remove_content(recorded.fact, view.state);
  Fields object;
  object.set(kind, key);
  object.set("facts", facts_json(facts));
  object.set("on", to_string(view.today));
  object.set("duties", std::move(duties));
  add_completeness(object, view, index);
  if (rests_on_withdrawn(view, index)) object.set("basis_withdrawn", true);
  return Value(std::move(object));
}

}  // namespace core::app
