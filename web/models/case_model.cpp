#include "web/models/case_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <tuple>

#include "core/model/fact_kind.h"
#include "core/rules/case_facts.h"
#include "core/rules/lead/lead_facts.h"
#include "core/rules/measure_facts.h"
#include "web/models/case_duties.h"
#include "web/models/case_stage.h"
#include "web/models/finding_key.h"
#include "web/models/names.h"

namespace web {
namespace {

using core::rules::DutyRow;
using core::rules::DutyState;
using core::rules::PromptRow;
using core::rules::PromptState;

void add(std::vector<CaseModel::Entry>& entries, std::string_view label, std::string text) {
  if (!text.empty()) entries.push_back({std::string(label), std::move(text)});
}

std::string people_words(const core::CaseRow& row) {
  if (row.people <= 0) return {};
  return fmt::format("{}人{}", row.people, row.collective ? "（集体访）" : "");
}

std::string lead_words(const core::State& state, const CaseProgress& progress) {
  if (!progress.lead.known()) return "未明确";
  const core::OfficialRow& row = state.official(progress.lead);
  std::string words = official_name(state, progress.lead);
  if (!row.post.empty()) words = row.post + " " + words;
  if (progress.level != core::LeadLevel::None)
    words += fmt::format("（{}）", core::code_label(core::word(progress.level)));
  return words;
}

void add_entries(const DetailSources& sources, const CaseProgress& progress, CaseModel& model) {
  const core::State& state = sources.state;
  const core::CaseRow& row = state.case_row(model.which);
  const core::CaseText& text = state.case_text(model.which);
  add(model.entries, "责任单位", unit_name(state, progress.unit));
  if (row.purpose != core::Purpose::Accusation) {
    add(model.entries, "信访人", text.petitioner);
    add(model.entries, "人数", people_words(row));
    add(model.entries, "内容分类", text.category);
    if (row.form != core::Form::Unknown)
      add(model.entries, "信访形式", std::string(core::code_label(core::word(row.form))));
  }
  if (row.purpose != core::Purpose::Unknown)
    add(model.entries, "信访目的", std::string(core::code_label(core::word(row.purpose))));
  if (row.registered()) {
    add(model.entries, "收到日期", full_day(row.received_on));
    add(model.entries, "登记日期", full_day(row.registered_on));
  }
  if (row.imported_deadline.known())
    add(model.entries, "台账限办时间", full_day(row.imported_deadline));
  add(model.entries, "包案领导", lead_words(state, progress));
}

void add_grounds(const DetailSources& sources, CaseModel& model) {
  const core::State& state = sources.state;
  for (std::uint32_t at = state.case_row(model.which).first_event; at != core::kNoIndex;) {
    const core::Event& event = state.event(at);
    if (event.kind == core::EventKind::Grounded && event.on <= sources.today)
      add(model.grounds, short_day(event.on, sources.today),
          std::string(core::code_label(core::word(static_cast<core::Ground>(event.code)))));
    at = event.next;
  }
}

CaseModel::Duty duty_entry(DutyDetail detail, std::uint64_t key, core::Date due, core::Date today) {
  CaseModel::Duty duty;
  duty.key = key;
  duty.due = due;
  duty.day = short_day(due, today);
  for (const Quote& quote : detail.quotes) {
    if (!duty.clause.empty()) duty.clause += ' ';
    duty.clause += quote.label;
  }
  duty.detail = std::move(detail);
  return duty;
}

/// Of what is owed the next comes first, what has no day last; of what is settled the newest.
auto order_of(const CaseModel::Duty& duty) {
  const bool settled = duty.rank == CaseModel::Duty::Rank::Settled;
  // The complement turns the order round, also that of a day nobody knows.
  return std::tuple(duty.rank, !duty.due.known(), settled ? ~duty.due.days : duty.due.days);
}

void add_duties(const DetailSources& sources, CaseModel& model) {
  each_duty_of(sources.findings, model.which, [&](const DutyRow& row) {
    CaseModel::Duty& duty = model.duties.emplace_back(
        duty_entry(duty_detail(sources, row), finding_key(row), row.due_on, sources.today));
    if (row.state == DutyState::Open) duty.rank = CaseModel::Duty::Rank::Open;
    if (row.state != DutyState::Overdue) return;
    duty.rank = CaseModel::Duty::Rank::Late;
    ++model.late;
  });
  for (const PromptRow& row : sources.findings.prompts) {
    if (row.case_index != model.which) continue;
    CaseModel::Duty& duty = model.duties.emplace_back(
        duty_entry(prompt_detail(sources, row), finding_key(row), {}, sources.today));
    if (row.state == PromptState::Open) duty.rank = CaseModel::Duty::Rank::Open;
  }
  std::stable_sort(model.duties.begin(), model.duties.end(),
                   [](const auto& a, const auto& b) { return order_of(a) < order_of(b); });
}

/// Whether the case is under listed supervision.
bool is_listed(const DetailSources& sources, core::CaseIndex which) {
  core::rules::MeasureFacts facts;
  const std::span<const core::MeasureRow> rows = sources.state.measures();
  for (std::uint32_t at = 0; at < rows.size(); ++at)
    if (rows[at].kind == core::Subject::Kind::Supervision && rows[at].case_index == which &&
        core::rules::read_measure(sources.state, {at}, sources.today, facts) &&
        facts.first(core::StepKind::SupervisionOpened) != nullptr &&
        facts.first(core::StepKind::SupervisionDelisted) == nullptr)
      return true;
  return false;
}

void add_marks(const DetailSources& sources, CaseModel& model) {
  if (sources.state.case_row(model.which).purpose == core::Purpose::Accusation) return;
  if (is_listed(sources, model.which)) model.marks.push_back({"挂牌督办", Tone::Late});
  core::rules::CaseFacts facts;
  if (core::rules::read_case(sources.state, model.which, sources.today, facts) &&
      core::rules::is_key_case(facts))
    model.marks.push_back({"重点案件", Tone::Due});
}

std::string person_words(const core::State& state, std::string_view key) {
  const core::OfficialIndex official = state.find_official(key);
  if (!official.known()) return std::string(key);
  const std::string& post = state.official(official).post;
  return post.empty() ? official_name(state, official)
                      : post + " " + official_name(state, official);
}

void add_lead(const DetailSources& sources, const core::Fact& fact, CaseModel& model) {
  CaseModel::Lead lead;
  lead.since = short_day(fact.on, sources.today);
  lead.level = core::code_label(fact.fields.text("level"));
  for (const std::string_view side : {"official", "unit_official"}) {
    const std::string_view key = fact.fields.text(side);
    if (key.empty()) continue;
    if (!lead.leaders.empty()) lead.leaders += " · ";
    lead.leaders += person_words(sources.state, key);
  }
  core::Fact rest = fact;
  for (const char* name : {"level", "official", "unit_official", "case"}) rest.fields.erase(name);
  lead.more = fact_details(sources.state, rest);
  model.leads.insert(model.leads.begin(), std::move(lead));
}

void add_report(const DetailSources& sources, const core::Fact& fact, CaseModel& model) {
  CaseModel::Report report;
  const std::optional<core::IsoWeek> week = core::parse_iso_week(fact.fields.text("week"));
  report.week = week ? fmt::format("第{}周", week->week) : std::string(fact.fields.text("week"));
  report.day = short_day(fact.on, sources.today);
  report.progress = static_cast<int>(fact.fields.integer("progress", -1));
  core::Fact rest = fact;
  for (const char* name : {"week", "progress"}) rest.fields.erase(name);
  report.words = fact_details(sources.state, rest);
  model.reports.insert(model.reports.begin(), std::move(report));
}

/// Leads and reports of an accusation are nobody's to read here.
void add_leads(const DetailSources& sources, const core::Fact& fact, CaseModel& model) {
  if (sources.state.case_row(model.which).purpose == core::Purpose::Accusation) return;
  if (fact.kind == "lead.assigned" || fact.kind == "lead.handed_over")
    add_lead(sources, fact, model);
  if (fact.kind == "report.filed") add_report(sources, fact, model);
}

CaseModel::Step step_of(std::string_view kind) {
  const core::KindSpec* spec = core::find_kind(kind);
  return {std::string(kind), spec == nullptr ? std::string(kind) : std::string(spec->label)};
}

/// What usually comes after a stage, likeliest first.
struct NextKind {
  CaseStage stage;
  std::string_view kind;
};
constexpr NextKind kNextKinds[] = {
    {CaseStage::Mentioned, "case.registered"},
    {CaseStage::Registered, "case.forwarded"},
    {CaseStage::Registered, "case.grounded"},
    {CaseStage::Reopened, "case.forwarded"},
    {CaseStage::Reopened, "case.grounded"},
    {CaseStage::Forwarded, "case.accepted"},
    {CaseStage::Forwarded, "case.declined"},
    {CaseStage::Forwarded, "case.notified"},
    {CaseStage::Forwarded, "case.objected"},
    {CaseStage::Accepted, "case.answered"},
    {CaseStage::Accepted, "case.extended"},
    {CaseStage::Suspended, "case.resumed"},
    {CaseStage::Answered, "case.delivered"},
    {CaseStage::Answered, "case.rated"},
    {CaseStage::Answered, "case.review_requested"},
    {CaseStage::Answered, "case.closed"},
    {CaseStage::Reviewing, "case.review_decided"},
    {CaseStage::FinalReviewing, "case.final_decided"},
    {CaseStage::Resolved, "case.closed"},
    {CaseStage::Resolved, "case.rated"},
    {CaseStage::Declined, "case.reopened"},
    {CaseStage::Closed, "case.reopened"},
};

void add_steps(const CaseProgress& progress, bool open, CaseModel& model) {
  for (const NextKind& next : kNextKinds)
    if (next.stage == progress.stage) model.steps.push_back(step_of(next.kind));
  if (progress.lead.known() && open) {
    model.steps.push_back(step_of("report.filed"));
    model.steps.push_back(step_of("lead.engaged"));
  } else if (!model.grounds.empty() && open) {
    model.steps.push_back(step_of("lead.assigned"));
  }
  for (const core::KindSpec& kind : core::fact_kinds())
    if (kind.subject == core::Subject::Kind::Case && kind.kind != "case.registered")
      model.others.push_back(step_of(kind.kind));
}

/// A fact on a measure says which; the case is the one that is shown. Of an accusation no more.
FactLine timeline_line(const DetailSources& sources, core::CaseIndex which,
                       const core::RecordedFact& fact) {
  const core::KindSpec* kind = core::find_kind(fact.fact.kind);
  if (kind == nullptr || kind->subject == core::Subject::Kind::Case)
    return fact_line(sources.state, fact, sources.today);
  core::RecordedFact rest = fact;
  rest.fact.fields.erase("case");
  FactLine line = fact_line(sources.state, rest, sources.today);
  if (sources.state.case_row(which).purpose == core::Purpose::Accusation) line.details.clear();
  line.details = core::subject_key(fact.fact, *kind) +
                 (line.details.empty() ? std::string() : " · " + line.details);
  return line;
}

/// On a past day nothing that came later.
void add_facts(const DetailSources& sources, std::span<const core::RecordedFact> held,
               CaseModel& model) {
  std::vector<core::RecordedFact> facts;
  std::copy_if(held.begin(), held.end(), std::back_inserter(facts),
               [&](const core::RecordedFact& fact) { return fact.fact.on <= sources.today; });
  std::stable_sort(facts.begin(), facts.end(),
                   [](const auto& a, const auto& b) { return a.fact.on < b.fact.on; });
  for (const core::RecordedFact& fact : facts) add_leads(sources, fact.fact, model);
  for (auto at = facts.rbegin(); at != facts.rend(); ++at)
    model.facts.push_back(timeline_line(sources, model.which, *at));
}

}  // namespace

CaseModel case_model(const DetailSources& sources, core::CaseIndex which,
                     std::span<const core::RecordedFact> facts) {
  CaseModel model;
  if (!which.known()) return model;
  const CaseProgress progress = case_progress(sources.state, which, sources.today);
  model.shown = true;
  model.which = which;
  model.title = case_title(sources.state, which);
  model.number = sources.state.case_text(which).number;
  model.state = {std::string(stage_word(progress.stage)), stage_tone(progress.stage)};
  if (sources.state.case_row(which).purpose != core::Purpose::Accusation)
    model.summary = sources.state.case_text(which).summary;
  add_entries(sources, progress, model);
  add_grounds(sources, model);
  add_duties(sources, model);
  add_marks(sources, model);
  add_facts(sources, facts, model);
  bool lacking = false;
  each_duty_of(sources.findings, which,
               [&](const DutyRow& row) { lacking = lacking || lacks_lead(row); });
  add_steps(progress, is_open(progress, lacking), model);
  return model;
}

}  // namespace web
