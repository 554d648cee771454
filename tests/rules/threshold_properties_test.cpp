#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

#include "core/rules/catalog.h"
#include "tests/rules/case_inventor.h"
#include "tests/rules/county.h"
#include "tests/rules/measure_inventor.h"

using namespace core;
using rules::RuleId;
using rules::Settings;
using test::Random;

namespace {

constexpr std::uint32_t kHistories = 24;
const std::string_view kDays[] = {"2026-03-20", "2026-07-01", "2026-11-23", "2027-01-20"};

using History = std::unique_ptr<MemoryHistory>;

void add_all(MemoryHistory& history, const std::vector<Fact>& facts) {
  for (const Fact& each : facts) history.add_trusted(each);
}

/// Counties with cases, and counties with measures.
std::vector<History> invent() {
  std::vector<History> all;
  for (std::uint32_t seed = 1; seed <= kHistories; ++seed) {
    Random random(6000 + seed);
    History cases = std::make_unique<MemoryHistory>();
    add_all(*cases, test::county_facts());
    add_all(*cases, test::case_history(random));
    all.push_back(std::move(cases));
    History measures = std::make_unique<MemoryHistory>();
    add_all(*measures, test::measure_history(random));
    all.push_back(std::move(measures));
  }
  return all;
}

const std::vector<History>& histories() {
  static const std::vector<History> kAll = invent();
  return kAll;
}

bool is_late(const rules::DutyRow& row) {
  return row.state == rules::DutyState::Overdue || row.state == rules::DutyState::DoneLate;
}

/// How many duties of the rule are or were late.
std::size_t late(const MemoryHistory& history, RuleId rule, std::string_view on,
                 const Settings& settings) {
  rules::Findings found;
  rules::derive(history.state(), test::official_calendar(), rules::Rulebook(settings),
                test::day(on), found);
  return static_cast<std::size_t>(std::count_if(
      found.duties.begin(), found.duties.end(),
      [rule](const rules::DutyRow& row) { return row.rule == rule && is_late(row); }));
}

struct Term {
  RuleId rule;
  int Settings::*days;
  std::initializer_list<int> shortest_first;
};

/// In every county and on every day a shorter term finds at least as many late.
void check_term(const Term& term) {
  CAPTURE(std::string(rules::rule(term.rule).word));
  std::size_t total_shortest = 0;
  std::size_t total_longest = 0;
  for (const History& history : histories()) {
    for (const std::string_view on : kDays) {
      std::size_t before = 0;
      bool first = true;
      for (const int days : term.shortest_first) {
        Settings settings;
        settings.*term.days = days;
        const std::size_t now = late(*history, term.rule, on, settings);
        if (!first) CHECK(now <= before);
        if (first) total_shortest += now;
        first = false;
        before = now;
      }
      total_longest += before;
    }
  }
  // Without a difference the counties would not have tried the term.
  CHECK(total_longest < total_shortest);
}

}  // namespace

TEST_CASE("thresholds: a shorter term of a case never finds fewer late") {
  check_term({RuleId::Forward, &Settings::forward_days, {1, 5, 15, 40}});
  check_term({RuleId::Notify, &Settings::notify_days, {1, 5, 15, 40}});
  check_term({RuleId::AcceptOrDecline, &Settings::notify_days, {1, 5, 15, 40}});
  check_term({RuleId::Objection, &Settings::objection_workdays, {1, 5, 20, 60}});
  check_term({RuleId::Answer, &Settings::answer_days, {10, 30, 60, 200}});
  check_term({RuleId::Review, &Settings::review_days, {2, 10, 30, 200}});
  check_term({RuleId::FinalReview, &Settings::final_review_days, {2, 10, 30, 200}});
  check_term({RuleId::AssignLead, &Settings::lead_assign_workdays, {0, 3, 10, 60}});
  check_term({RuleId::Plan, &Settings::plan_workdays, {0, 5, 20, 60}});
  check_term({RuleId::WeeklyReport, &Settings::report_grace_days, {0, 2, 6}});
}

TEST_CASE("thresholds: a shorter term of a measure never finds fewer late") {
  check_term({RuleId::BulletinReport, &Settings::bulletin_report_workdays, {1, 5, 20, 60}});
  check_term({RuleId::Filing, &Settings::filing_workdays, {1, 5, 20, 60}});
  check_term({RuleId::AnswerAlert, &Settings::alert_answer_days, {1, 7, 20, 90}});
  check_term({RuleId::AnswerReminder, &Settings::reminder_answer_days, {1, 7, 20, 90}});
  check_term({RuleId::JudgeReminder, &Settings::judge_workdays, {1, 5, 20, 60}});
  check_term({RuleId::SupervisionNotice, &Settings::supervision_notice_workdays, {1, 3, 10, 60}});
  check_term({RuleId::SupervisionResolve, &Settings::supervision_days, {1, 30, 60, 365}});
  check_term(
      {RuleId::SupervisionAcceptance, &Settings::supervision_acceptance_workdays, {1, 5, 10, 60}});
  check_term({RuleId::SupervisionDelist, &Settings::supervision_delist_workdays, {1, 5, 10, 60}});
  for (const RuleId step : {RuleId::TalkGroup, RuleId::TalkTargets, RuleId::TalkNotice,
                            RuleId::TalkHold, RuleId::TalkSign})
    check_term({step, &Settings::talk_step_workdays, {1, 5, 15, 60}});
  check_term({RuleId::RectifyReport, &Settings::talk_report_workdays, {1, 5, 15, 90}});
  check_term({RuleId::Inquiry, &Settings::inquiry_days, {2, 10, 30, 365}});
  check_term({RuleId::ProposalAnswer, &Settings::proposal_answer_days, {2, 10, 30, 365}});
}
