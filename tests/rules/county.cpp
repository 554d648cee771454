#include "tests/rules/county.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/model/memory_history.h"
#include "core/rules/describe.h"

namespace test {

using namespace core;

const calendar::Calendar& official_calendar() {
  static const calendar::Calendar kCalendar = calendar::Calendar::official();
  return kCalendar;
}

std::vector<Fact> county_facts() {
  const auto official = [](std::string_view key, std::string_view rank, std::string_view unit) {
    Fields fields{{"official", key}, {"name", key}, {"rank", rank}};
    if (!unit.empty()) fields.set("unit", unit);
    return fact("official.appointed", "2022-01-01", std::move(fields));
  };
  return {
      fact("unit.registered", "2022-01-01", {{"unit", "T01"}, {"name", "西山镇"}}),
      fact("unit.registered", "2022-01-01", {{"unit", "T02"}, {"name", "东河镇"}}),
      official("main", "county_main", ""),
      official("leader", "county_leader", ""),
      official("head", "unit_main", "T01"),
      official("deputy", "unit_deputy", "T01"),
      official("liaison", "liaison", "T01"),
  };
}

County::County() {
  for (const Fact& each : county_facts()) history_->add_trusted(each);
}

FactRef County::add(std::string_view kind, std::string_view on, Fields fields) {
  const Status added = history_->add(fact(kind, on, std::move(fields)), day("2999-01-01"));
  if (!added.ok()) FAIL_CHECK(added.error().message);
  return FactRef{state().fact_count()};
}

FactRef County::about(std::string_view kind, std::string_view on, Fields fields) {
  fields.set("case", "A");
  return add(kind, on, std::move(fields));
}

FactRef County::register_case(std::string_view on) {
  return about("case.registered", on,
               {{"unit", "T01"}, {"received_on", on}, {"purpose", "appeal"}});
}

rules::Findings County::derive(std::string_view on, const rules::Settings& settings) const {
  rules::Findings findings;
  rules::derive(state(), official_calendar(), rules::Rulebook(settings), day(on), findings);
  return findings;
}

namespace {

/// The facts of a history as JSON, each written once however much rests on it.
class FactTexts {
 public:
  explicit FactTexts(const MemoryHistory& history)
      : history_(&history), texts_(history.facts().size()) {}

  const std::string& text(std::string_view id) {
    const std::size_t at = history_->state().find_fact(id).position - 1;
    if (texts_[at].empty()) texts_[at] = to_json(fact_to_json(history_->facts()[at].fact));
    return texts_[at];
  }

 private:
  const MemoryHistory* history_;
  std::vector<std::string> texts_;
};

std::string line_of(FactTexts& texts, const Value& json) {
  Fields fields = *json.fields();
  std::vector<std::string> facts;
  for (const Value& id : *fields.find("because")->list()) facts.push_back(texts.text(*id.text()));
  std::sort(facts.begin(), facts.end());
  fields.set("because", {});
  std::string line = to_json(std::move(fields));
  for (const std::string& each : facts) line += each;
  return line;
}

}  // namespace

County listed_county() {
  County county;
  county.register_case("2026-03-02");
  county.about("supervision.opened", "2026-03-10",
               {{"supervision", "督1"},
                {"unit", "T01"},
                {"ground", "grave"},
                {"reason", "严重不良影响"},
                {"approver", "赵国华"}});
  county.add("supervision.notified", "2026-03-11", {{"supervision", "督1"}});
  return county;
}

std::vector<std::string> comparable(const MemoryHistory& history, Date on) {
  const State& state = history.state();
  rules::Findings findings;
  rules::derive(state, official_calendar(), rules::Rulebook::of(state), on, findings);
  FactTexts texts(history);
  std::vector<std::string> lines;
  for (const rules::DutyRow& row : findings.duties)
    lines.push_back(line_of(texts, rules::duty_json(state, findings, row, on)));
  for (const rules::PromptRow& row : findings.prompts)
    lines.push_back(line_of(texts, rules::prompt_json(state, findings, row)));
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::vector<std::string> sorted_ids(const MemoryHistory& history, Date on) {
  const State& state = history.state();
  rules::Findings findings;
  rules::derive(state, official_calendar(), rules::Rulebook::of(state), on, findings);
  std::vector<std::string> ids;
  for (const rules::DutyRow& row : findings.duties)
    ids.emplace_back(rules::duty_json(state, findings, row, on).fields()->text("id"));
  for (const rules::PromptRow& row : findings.prompts)
    ids.emplace_back(rules::prompt_json(state, findings, row).fields()->text("id"));
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace test
