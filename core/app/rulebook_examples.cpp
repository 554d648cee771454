#include "core/app/rulebook_examples.h"

namespace core::app {
namespace {

constexpr std::string_view kScenarios = R"([
{"name": "满60日未答复即为逾期", "clauses": ["条例34"],
 "facts": [
  {"kind": "unit.registered", "on": "2026-01-04", "unit": "T01", "name": "西山镇", "type": "township", "group": "township"},
  {"kind": "case.registered", "on": "2026-03-02", "case": "甲", "unit": "T01", "purpose": "appeal", "received_on": "2026-03-02"},
  {"kind": "case.forwarded", "on": "2026-03-03", "case": "甲", "unit": "T01"},
  {"kind": "case.accepted", "on": "2026-03-05", "case": "甲", "unit": "T01"}],
 "expect": [
  {"on": "2026-05-04", "duties": [{"rule": "answer", "case": "甲", "due_on": "2026-05-04", "state": "open"}]},
  {"on": "2026-05-09", "duties": [{"rule": "answer", "case": "甲", "state": "overdue"}]}]},
{"name": "被提醒后7日内反馈整改", "clauses": ["4.8"],
 "facts": [
  {"kind": "unit.registered", "on": "2026-01-04", "unit": "T01", "name": "西山镇", "type": "township", "group": "township"},
  {"kind": "reminder.issued", "on": "2026-03-02", "reminder": "TX-1", "unit": "T01", "reason": "T2", "channel": "letter"},
  {"kind": "reminder.answered", "on": "2026-03-11", "reminder": "TX-1", "text": "已整改"}],
 "expect": [
  {"on": "2026-03-09", "duties": [{"rule": "answer_reminder", "measure": "TX-1", "due_on": "2026-03-09", "state": "open"}]},
  {"on": "2026-03-11", "duties": [{"rule": "answer_reminder", "measure": "TX-1", "state": "done_late"}]}]},
{"name": "责令限期整改到期未报即为逾期", "clauses": ["7.2"],
 "facts": [
  {"kind": "unit.registered", "on": "2026-01-04", "unit": "D01", "name": "自然资源局", "type": "department", "group": "department"},
  {"kind": "rectification.ordered", "on": "2026-03-02", "rectification": "ZG-1", "unit": "D01", "due": "2026-03-31", "reason": "推诿"}],
 "expect": [
  {"on": "2026-03-31", "duties": [{"rule": "rectification", "measure": "ZG-1", "state": "open"}]},
  {"on": "2026-04-01", "counts": [{"rule": "rectification", "state": "overdue", "n": 1}]}]}
])";

/// As rows of a sheet: what JSON and a workbook have in common.
std::string rows_text(const RulebookExample& example) {
  std::string text;
  for (const RulebookRow& row : example_rows({example})) text += to_json(row.cells) + "\n";
  return text;
}

}  // namespace

List example_scenarios() {
  const Result<Value> parsed = parse_json(kScenarios);
  return parsed.ok() && parsed.value().list() ? *parsed.value().list() : List{};
}

bool is_built_in(const RulebookExample& example) {
  const std::string wanted = rows_text(example);
  for (const Value& scenario : example_scenarios())
    if (rows_text({1, scenario, {}, {}}) == wanted) return true;
  return false;
}

}  // namespace core::app
