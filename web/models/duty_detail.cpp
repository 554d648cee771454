#include "web/models/duty_detail.h"

#include <fmt/format.h>

#include "core/rules/clauses.h"
#include "core/rules/describe.h"
#include "core/rules/finding_id.h"
#include "core/rules/lead/weekly_report.h"
#include "web/models/case_duties.h"
#include "web/models/names.h"

namespace web {
namespace {

using core::calendar::DayKind;
using core::calendar::Deadline;
using core::calendar::ProofDay;
using core::rules::DutyRow;
using core::rules::DutyState;
using core::rules::PromptRow;

StripDay::Kind kind_of(const DetailSources& sources, const DutyRow& row, const ProofDay& proof) {
  if (proof.day == row.due_on) return StripDay::Kind::Due;
  if (proof.day == row.judged_on) return StripDay::Kind::Judged;
  if (!proof.counted) return StripDay::Kind::Skipped;
  return row.in_working_days && sources.calendar.kind(proof.day) == DayKind::MakeUpWorkday
             ? StripDay::Kind::MakeUp
             : StripDay::Kind::Counted;
}

// Not reached by counting: it is the last working day of the week, whose first one is one of them.
bool is_weekly(const DutyRow& row) { return row.rule == core::rules::RuleId::WeeklyReport; }

Deadline deadline_of(const DetailSources& sources, const DutyRow& row) {
  const core::rules::Settings& settings = sources.rulebook.on(row.opened_on);
  return {row.opened_on, row.due_on, row.judged_on, row.provisional,
          is_weekly(row) || (settings.count_start_day && !row.in_working_days)};
}

void add_strip(const DetailSources& sources, const DutyRow& row, DutyDetail& detail) {
  constexpr int kLongest = 400;  // a year and a bit; a longer term is said in words only
  if (!row.opened_on.known() || !row.due_on.known() || row.due_on - row.opened_on > kLongest)
    return;
  const std::vector<ProofDay> proof =
      core::calendar::proof_of(sources.calendar, deadline_of(sources, row), row.in_working_days);
  for (const ProofDay& day : proof)
    detail.strip.push_back({day.day, kind_of(sources, row, day), day.why});
}

std::string start_words(const DetailSources& sources, const DutyRow& row) {
  const std::string day = short_day(row.opened_on, sources.today);
  for (std::uint32_t at = 0; at < row.because.count; ++at) {
    const core::RecordedFact* fact =
        sources.fact(sources.findings.evidence[row.because.first + at]);
    if (fact != nullptr && fact->fact.on == row.opened_on) return day + fact_title(fact->fact);
  }
  return day + "起算";
}

std::string counting_words(const DetailSources& sources, const DutyRow& row) {
  if (is_weekly(row))
    return fmt::format("每周一报，当周最后一个工作日为{}", short_day(row.due_on, sources.today));
  std::string words = start_words(sources, row);
  if (row.term > 0)
    words += fmt::format("，{}起{}{}", deadline_of(sources, row).start_counted ? "当日" : "次日",
                         row.term, row.in_working_days ? "个工作日" : "日");
  else
    words += fmt::format("，{}{}", row.stated ? "明确限期" : "限期",
                         short_day(row.due_on, sources.today));
  if (row.judged_on != row.due_on)
    words += fmt::format("；末日不是工作日，顺延至{}", short_day(row.judged_on, sources.today));
  return words;
}

std::string sentence_of(const DutyRow& row) {
  const bool right = is_right(row);
  const std::string by = fmt::format("{}于{}前{}", right ? "可" : "应", full_day(row.due_on),
                                     right ? "提出异议" : "完成");
  switch (row.state) {
    case DutyState::Done:
    case DutyState::DoneLate:
      return fmt::format("{}，{}{}", by, full_day(row.done_on), right ? "提出" : "完成");
    case DutyState::Void:
      return right ? by + "，没有提出" : fmt::format("原{}，已不再需要", by);
    case DutyState::Open:
    case DutyState::Overdue:
      break;
  }
  return by;
}

void add_quotes(core::rules::Clauses clauses, DutyDetail& detail) {
  for (const std::string_view id : clauses) detail.quotes.push_back(quote_of(id));
}

void add_facts(const DetailSources& sources, core::rules::Evidence because, DutyDetail& detail) {
  for (std::uint32_t at = 0; at < because.count; ++at)
    if (const core::RecordedFact* fact =
            sources.fact(sources.findings.evidence[because.first + at]))
      detail.facts.push_back(fact_line(sources.state, *fact, sources.today));
}

/// Of an accusation number, days and organ are shown, and nothing else (条例30).
bool is_secret(const core::State& state, const core::Fact& fact) {
  const core::CaseIndex which = state.find_case(fact.fields.text("case"));
  return which.known() && state.case_row(which).purpose == core::Purpose::Accusation;
}

template <typename Row>
void add_common(const DetailSources& sources, const Row& row, core::UnitIndex unit,
                DutyDetail& detail) {
  detail.shown = true;
  detail.which = row.case_index;
  detail.who = who_owes(sources.state, unit, row.official);
  if (row.official.known() && !sources.state.official(row.official).post.empty())
    detail.who = fmt::format("{} · {} {}", unit_name(sources.state, unit),
                             sources.state.official(row.official).post,
                             official_name(sources.state, row.official));
  if (row.case_index.known()) detail.case_number = sources.state.case_text(row.case_index).number;
  if (row.case_index.known())
    detail.case_label = fmt::format("{} {}", case_title(sources.state, row.case_index),
                                    sources.state.case_text(row.case_index).number);
  if (row.measure.known()) detail.measure = sources.state.measure(row.measure).key;
  if (row.unit != unit) detail.measure += " · 关于" + unit_name(sources.state, row.unit);
  add_quotes(core::rules::clauses_of(sources.state, sources.findings, row), detail);
  add_facts(sources, row.because, detail);
}

}  // namespace

namespace {

using Step = DutyDetail::Step;

/// What settles a duty, likeliest first.
struct StepSpec {
  core::rules::RuleId rule;
  std::string_view kind;
  std::string_view words;
};
using core::rules::RuleId;
constexpr StepSpec kSteps[] = {
    {RuleId::Forward, "case.forwarded", "转送交办"},
    {RuleId::Notify, "case.notified", "已告知"},
    {RuleId::AcceptOrDecline, "case.accepted", "受理"},
    {RuleId::AcceptOrDecline, "case.declined", "不予受理"},
    {RuleId::Objection, "case.objected", "提出异议"},
    {RuleId::Answer, "case.answered", "已作出处理意见"},
    {RuleId::Answer, "case.extended", "延期"},
    {RuleId::Review, "case.review_decided", "复查意见"},
    {RuleId::FinalReview, "case.final_decided", "复核意见"},
    {RuleId::AssignLead, "lead.assigned", "明确包案领导"},
    {RuleId::Plan, "lead.assigned", "补充化解方案"},
    {RuleId::WeeklyReport, "report.filed", "填周报"},
    {RuleId::Resolve, "case.resolved", "已化解"},
};

void add_step(std::string_view kind, std::string_view words, core::Fields given,
              std::vector<Step>& steps) {
  Step& step = steps.emplace_back();
  step.kind = kind;
  step.words = words;
  step.given = std::move(given);
}

void add_official(const DetailSources& sources, core::OfficialIndex official, core::Fields& given) {
  if (official.known()) given.set("official", sources.state.official(official).key);
}

void add_steps_for(const DetailSources& sources, const DutyRow& row, std::vector<Step>& steps) {
  for (const StepSpec& spec : kSteps) {
    if (spec.rule != row.rule) continue;
    core::Fields given;
    if (row.rule == RuleId::AssignLead) add_official(sources, row.official, given);
    if (row.rule == RuleId::WeeklyReport)
      given.set("week", core::to_string(core::iso_week(core::Date{row.occurrence})));
    add_step(spec.kind, spec.words, std::move(given), steps);
  }
}

void add_steps_for(const DetailSources& sources, const PromptRow& row, std::vector<Step>& steps) {
  using core::rules::Action;
  core::Fields given;
  if (row.action == Action::AssignLead) {
    add_official(sources, row.official, given);
    add_step("lead.assigned", "明确包案领导", std::move(given), steps);
  } else if (row.action == Action::RaiseLead) {
    add_official(sources, row.official, given);
    if (row.code != 0) given.set("level", core::word(static_cast<core::LeadLevel>(row.code)));
    add_step("lead.assigned", "调整包案层级", std::move(given), steps);
  } else if (row.action == Action::Remind) {
    if (row.unit.known()) given.set("unit", sources.state.unit(row.unit).code);
    given.set("case", sources.state.case_text(row.case_index).number);
    add_step("reminder.issued", "发提醒", std::move(given), steps);
  }
}

/// A lead that is assigned anew keeps what the one before said.
void keep_lead(const DetailSources& sources, core::CaseIndex which, std::vector<Step>& steps) {
  const core::State& state = sources.state;
  const core::Event* last = nullptr;
  for (std::uint32_t at = state.case_row(which).first_event; at != core::kNoIndex;) {
    const core::Event& event = state.event(at);
    const bool lead = event.kind == core::EventKind::LeadAssigned ||
                      event.kind == core::EventKind::LeadHandedOver;
    if (lead && event.on <= sources.today) last = &event;
    at = event.next;
  }
  const core::RecordedFact* fact = last == nullptr ? nullptr : sources.fact(last->fact);
  if (fact == nullptr) return;
  for (Step& step : steps) {
    if (step.kind != "lead.assigned") continue;
    for (const auto& [name, value] : fact->fact.fields)
      if (step.given.find(name) == nullptr) step.given.set(name, value);
  }
}

template <typename Row>
void add_steps(const DetailSources& sources, const Row& row, DutyDetail& detail) {
  if (!row.case_index.known()) return;
  add_steps_for(sources, row, detail.steps);
  keep_lead(sources, row.case_index, detail.steps);
}

}  // namespace

DutyDetail duty_detail(const DetailSources& sources, const DutyRow& row) {
  DutyDetail detail;
  add_common(sources, row, debtor(row), detail);
  if (!debtor(row).known()) detail.who = duty_unit(sources.state, row);
  detail.heading = core::rules::duty_text(sources.state, row, sources.today);
  detail.state = state_words(row, sources.today);
  const bool never = row.remark == core::rules::Remark::Missed &&
                     row.state == DutyState::DoneLate &&
                     core::rules::is_never_filed(sources.state, row);
  detail.sentence =
      never ? fmt::format("应于{}前完成，至{}结案未报", full_day(row.due_on), full_day(row.done_on))
            : sentence_of(row);
  detail.late = row.state == DutyState::Overdue || row.state == DutyState::DoneLate;
  detail.provisional = row.provisional;
  add_strip(sources, row, detail);
  detail.counting = counting_words(sources, row);
  if (row.state == DutyState::Open || row.state == DutyState::Overdue)
    add_steps(sources, row, detail);
  return detail;
}

DutyDetail prompt_detail(const DetailSources& sources, const PromptRow& row) {
  DutyDetail detail;
  add_common(sources, row, row.unit, detail);
  detail.heading = core::rules::prompt_text(sources.state, sources.findings, row);
  detail.state = state_words(row);
  detail.sentence = row.opened_on.known()
                        ? fmt::format("{}起具备条件，由办公室决定", full_day(row.opened_on))
                        : "由办公室决定";
  if (row.state == core::rules::PromptState::Open) {
    detail.prompt = core::rules::finding_id(sources.state, row);
    add_steps(sources, row, detail);
  }
  return detail;
}

Quote quote_of(std::string_view clause) {
  std::string text(core::rules::clause_text(clause));
  if (text.ends_with(',') || text.ends_with(';')) text.replace(text.size() - 1, 1, "……");
  return {core::rules::clause_label(clause), std::move(text)};
}

FactLine fact_line(const core::State& state, const core::RecordedFact& fact, core::Date today) {
  const std::string_view kind = fact.fact.kind;
  const bool lead = kind.substr(0, 5) == "lead." || kind == "report.filed";
  const std::string& at = fact.recorded_at;
  const std::string when =
      short_day(core::parse_date(at.substr(0, 10)).value_or(core::Date{}), today) + " " +
      (at.size() > 16 ? at.substr(11, 5) : std::string());
  return {short_day(fact.fact.on, today),
          fact_title(fact.fact),
          is_secret(state, fact.fact) ? std::string() : fact_details(state, fact.fact),
          fact.id,
          fact.fact.by + " 记于 " + when,
          lead};
}

}  // namespace web
