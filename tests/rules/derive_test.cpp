#include "core/rules/derive.h"

#include <doctest/doctest.h>

#include <set>

#include "core/rules/catalog.h"
#include "core/rules/clauses.h"
#include "core/rules/describe.h"
#include "tests/rules/county.h"

using namespace core;
using namespace core::rules;
using test::County;
using test::day;

TEST_CASE("catalog: every rule has its id, a word, known clauses and a source") {
  std::set<std::string_view> words;
  for (std::size_t i = 0; i < catalog().size(); ++i) {
    const Rule& each = *catalog()[i];
    CAPTURE(std::string(each.word));
    CHECK(static_cast<std::size_t>(each.id) == i);
    CHECK(words.insert(each.word).second);
    CHECK(find_rule(each.word) == &each);
    CHECK_FALSE(each.clauses.empty());
    for (const std::string_view clause : each.clauses) CHECK_FALSE(clause_text(clause).empty());
    CHECK_FALSE(each.title.empty());
    CHECK_FALSE(each.source.empty());
    const bool has_words = each.duty_text != nullptr || !each.words.open.empty();
    CHECK(has_words == each.finds_duties());
  }
  CHECK(find_rule("no_such_rule") == nullptr);
}

TEST_CASE("derive: an empty ledger owes nothing") {
  const State state;
  Findings findings;
  findings.duties.emplace_back();
  derive(state, test::official_calendar(), Rulebook(), day("2026-11-23"), findings);
  CHECK(findings.duties.empty());
  CHECK(findings.prompts.empty());
  CHECK(findings.evidence.empty());
}

TEST_CASE("derive: terms are those of the calendar") {
  for (const bool count_start : {false, true}) {
    for (const bool roll : {false, true}) {
      Settings settings;
      settings.count_start_day = count_start;
      settings.roll_to_workday = roll;
      for (int offset = 0; offset < 370; offset += 3) {
        const Date received = day("2026-01-05") + offset;
        County county;
        county.register_case(to_string(received));
        const Findings findings = county.derive(to_string(received), settings);
        REQUIRE(findings.duties.size() == 1);
        const calendar::Deadline expected = calendar::calendar_days(
            test::official_calendar(), received, settings.forward_days, count_start, roll);
        CHECK(findings.duties[0].due_on == expected.due);
        CHECK(findings.duties[0].judged_on == expected.judged);
        CHECK(findings.duties[0].provisional == expected.provisional);
      }
    }
  }
}

TEST_CASE("derive: a row carries its evidence") {
  County county;
  const FactRef registered = county.register_case("2026-03-02");
  const FactRef forwarded = county.about("case.forwarded", "2026-03-03", {{"unit", "T01"}});
  const Findings findings = county.derive("2026-03-04");
  for (const DutyRow& row : findings.duties) CHECK(row.because.count > 0);
  const DutyRow& forward = findings.duties.front();
  CHECK(because_ids(county.state(), findings, forward.because) ==
        std::vector<std::string>{county.state().fact_id(registered),
                                 county.state().fact_id(forwarded)});
}

TEST_CASE("describe: the JSON of a duty has every field of the contract") {
  County county;
  county.register_case("2026-03-02");
  const Findings findings = county.derive("2026-03-18");
  const Value json =
      duty_json(county.state(), findings, findings.duties.front(), day("2026-03-18"));
  for (const std::string_view name :
       {"id", "rule", "clauses", "text", "unit", "official", "case", "measure", "opened_on",
        "due_on", "judged_on", "provisional", "state", "done_on", "because"}) {
    CAPTURE(std::string(name));
    CHECK(json.fields()->find(name) != nullptr);
  }
  CHECK(json.fields()->text("id") == "forward/A/1");
  CHECK(json.fields()->text("text") == "超15日未转送、交办");
  CHECK(json.fields()->find("done_on")->is_null());
}

TEST_CASE("describe: the JSON of a prompt has every field of the contract") {
  County county;
  county.register_case("2026-03-02");
  county.about("case.grounded", "2026-03-02", {{"ground", "province_listed"}});
  const Findings findings = county.derive("2026-03-03");
  REQUIRE(findings.prompts.size() == 1);
  const Value json = prompt_json(county.state(), findings, findings.prompts.front());
  for (const std::string_view name :
       {"id", "rule", "clauses", "action", "text", "unit", "case", "state", "because"}) {
    CAPTURE(std::string(name));
    CHECK(json.fields()->find(name) != nullptr);
  }
  CHECK(json.fields()->text("text") == "建议由县委、县政府主要领导包案");
  CHECK(json.fields()->text("level") == "county_main");
}

namespace {

std::int32_t occurrence_of(const Rule& rule) {
  if (rule.occurrence == OccurrenceKind::Week) return day("2026-11-16").days;
  return rule.occurrence == OccurrenceKind::Period ? code_of(*parse_period("2026-10")) : 1;
}

}  // namespace

TEST_CASE("describe: every rule has words for every state") {
  County county;
  county.register_case("2026-03-02");
  for (const Rule* each : catalog()) {
    if (!each->finds_duties()) continue;
    CAPTURE(std::string(each->word));
    for (const DutyState state : {DutyState::Open, DutyState::Overdue, DutyState::Done,
                                  DutyState::DoneLate, DutyState::Void}) {
      DutyRow row;
      row.rule = each->id;
      row.state = state;
      row.case_index = county.index();
      row.occurrence = occurrence_of(*each);
      CHECK_FALSE(duty_text(county.state(), row, day("2026-11-20")).empty());
    }
  }
}

TEST_CASE("clauses: labels are as people cite them") {
  CHECK(clause_label("2.7") == "二·7");
  CHECK(clause_label("6.5") == "六·5");
  CHECK(clause_label("条例34") == "条例34");
  CHECK(clause_text("9.9").empty());
}
