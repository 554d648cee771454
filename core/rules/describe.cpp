#include "core/rules/describe.h"

#include <fmt/format.h>

#include "core/base/period.h"
#include "core/rules/catalog.h"
#include "core/rules/finding_id.h"

namespace core::rules {
namespace {

Value text_or_null(std::string_view text) { return text.empty() ? Value() : Value(text); }

Value day_or_null(Date day) { return text_or_null(to_string(day)); }

std::string_view unit_code(const State& state, UnitIndex unit) {
  return unit.known() ? std::string_view(state.unit(unit).code) : std::string_view();
}

std::string_view official_key(const State& state, OfficialIndex official) {
  return official.known() ? std::string_view(state.official(official).key) : std::string_view();
}

std::string_view measure_key(const State& state, MeasureIndex index) {
  return index.known() ? std::string_view(state.measure(index).key) : std::string_view();
}

List texts(std::span<const std::string_view> items) {
  List list;
  for (const std::string_view item : items) list.emplace_back(item);
  return list;
}

List ids(const State& state, const Findings& findings, Evidence because) {
  List list;
  for (std::string& id : because_ids(state, findings, because)) list.emplace_back(std::move(id));
  return list;
}

// What a duty and a prompt have in common.
template <typename Row>
Fields common_fields(const State& state, const Findings& findings, const Row& row) {
  return {
      {"id", finding_id(state, row)},
      {"rule", rule_word(row.rule)},
      {"clauses", texts(clauses_of(state, findings, row))},
      {"unit", text_or_null(unit_code(state, row.unit))},
      {"official", text_or_null(official_key(state, row.official))},
      {"case", text_or_null(case_number(state, row.case_index))},
      {"measure", text_or_null(measure_key(state, row.measure))},
      {"opened_on", day_or_null(row.opened_on)},
      {"state", word(row.state)},
      {"because", ids(state, findings, row.because)},
  };
}

// What the code of a prompt says, under the name the contract's reader would look for.
void set_code(Fields& fields, const PromptRow& row) {
  switch (row.rule) {
    case RuleId::LeadLevel:
    case RuleId::ReopenedToSameLeader:
      if (row.code != 0) fields.set("level", core::word(static_cast<LeadLevel>(row.code)));
      return;
    case RuleId::OverdueItem:
      return fields.set("overdue", rule_word(static_cast<RuleId>(row.code)));
    case RuleId::TalkGround:
      return fields.set("ground", core::word(static_cast<TalkGround>(row.code)));
    default:
      if (row.code != 0) fields.set("count", int{row.code});
  }
}

}  // namespace

std::string_view case_number(const State& state, CaseIndex index) {
  return index.known() ? std::string_view(state.case_text(index).number) : std::string_view();
}

std::string_view rule_word(RuleId id) { return rule(id).word; }

std::string_view rule_title(RuleId id) { return rule(id).title; }

std::string_view word(DutyState state) {
  switch (state) {
    case DutyState::Open:
      return "open";
    case DutyState::Overdue:
      return "overdue";
    case DutyState::Done:
      return "done";
    case DutyState::DoneLate:
      return "done_late";
    case DutyState::Void:
      return "void";
  }
  return {};
}

std::string_view word(PromptState state) {
  switch (state) {
    case PromptState::Open:
      return "open";
    case PromptState::Taken:
      return "taken";
    case PromptState::Declined:
      return "declined";
  }
  return {};
}

std::string_view label(DutyState state) {
  switch (state) {
    case DutyState::Open:
      return "未到期";
    case DutyState::Overdue:
      return "逾期";
    case DutyState::Done:
      return "已办";
    case DutyState::DoneLate:
      return "迟办";
    case DutyState::Void:
      return "免办";
  }
  return {};
}

std::string_view label(PromptState state) {
  switch (state) {
    case PromptState::Open:
      return "待定";
    case PromptState::Taken:
      return "已采纳";
    case PromptState::Declined:
      return "不处理";
  }
  return {};
}

std::string_view word(Action action) {
  switch (action) {
    case Action::AssignLead:
      return "assign_lead";
    case Action::RaiseLead:
      return "raise_lead";
    case Action::Remind:
      return "remind";
    case Action::Talk:
      return "talk";
    case Action::List:
      return "list";
    case Action::File:
      return "file";
    case Action::CloseOrder:
      return "close_order";
    case Action::IssueBulletin:
      return "issue_bulletin";
  }
  return {};
}

Clauses clauses_of(RuleId id) { return rule(id).clauses; }

Clauses clauses_of(const State& state, const Findings& findings, const DutyRow& row) {
  const Rule& from = rule(row.rule);
  return from.duty_clauses ? from.duty_clauses(state, findings, row) : from.clauses;
}

Clauses clauses_of(const State&, const Findings&, const PromptRow& row) {
  const Rule& from = rule(row.rule);
  return from.prompt_clauses ? from.prompt_clauses(row) : from.clauses;
}

std::string duty_text(const State& state, const DutyRow& row, Date today) {
  const Rule& from = rule(row.rule);
  std::string text =
      from.duty_text ? from.duty_text(state, row, today) : std::string(from.words.of(row.state));
  if (row.remark == Remark::ExtensionCut)
    text += fmt::format("（批准的延期超过规则允许的日数，只计到{}）", to_string(row.due_on));
  return text;
}

std::string prompt_text(const State& state, const Findings& findings, const PromptRow& row) {
  const auto text = rule(row.rule).prompt_text;
  return text ? text(state, findings, row) : std::string(rule(row.rule).title);
}

std::vector<std::string> because_ids(const State& state, const Findings& findings,
                                     Evidence because) {
  std::vector<std::string> found;
  found.reserve(because.count);
  for (std::uint32_t i = 0; i < because.count; ++i)
    found.push_back(state.fact_id(findings.evidence[because.first + i]));
  return found;
}

Value duty_json(const State& state, const Findings& findings, const DutyRow& row, Date today) {
  Fields fields = common_fields(state, findings, row);
  fields.set("text", duty_text(state, row, today));
  fields.set("due_on", day_or_null(row.due_on));
  fields.set("judged_on", day_or_null(row.judged_on));
  fields.set("provisional", row.provisional);
  fields.set("done_on", day_or_null(row.done_on));
  if (row.remark == Remark::ExtensionCut) fields.set("extension_cut", true);
  if (row.remark == Remark::Missed) fields.set("missed", true);
  if (rule(row.rule).occurrence == OccurrenceKind::Week)
    fields.set("week", to_string(iso_week(Date{row.occurrence})));
  if (rule(row.rule).occurrence == OccurrenceKind::Period)
    fields.set("period", to_string(period_of_code(row.occurrence)));
  if (rule(row.rule).occurrence == OccurrenceKind::FilingTo)
    fields.set("to", core::word(static_cast<FilingTo>(row.occurrence)));
  if (rule(row.rule).occurrence == OccurrenceKind::ReportedTo)
    fields.set("to", core::word(static_cast<ReportedTo>(row.occurrence)));
  return fields;
}

Value prompt_json(const State& state, const Findings& findings, const PromptRow& row) {
  Fields fields = common_fields(state, findings, row);
  fields.set("action", word(row.action));
  fields.set("text", prompt_text(state, findings, row));
  set_code(fields, row);
  if (row.basis_withdrawn) fields.set("basis_withdrawn", true);
  return fields;
}

}  // namespace core::rules
