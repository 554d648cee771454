#include "tests/rules/case_inventor.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "core/model/memory_history.h"
#include "tests/rules/county.h"

namespace test {

using namespace core;

namespace {

template <typename T, std::size_t N>
const T& one_of(Random& random, const T (&items)[N]) {
  return items[static_cast<std::size_t>(random.below(static_cast<int>(N)))];
}

const char* const kGrounds[] = {"central_assigned", "city_listed", "beijing_visit",
                                "county_screened"};
const char* const kKinds[] = {
    "case.forwarded",        "case.objected",       "case.notified",        "case.accepted",
    "case.declined",         "case.extended",       "case.answered",        "case.delivered",
    "case.review_requested", "case.review_decided", "case.final_requested", "case.final_decided",
    "case.suspended",        "case.resumed",        "case.resolved",        "case.closed",
    "case.reopened",         "case.grounded",       "case.flagged",         "lead.assigned",
    "lead.handed_over",      "report.filed",        "report.filed",         "report.filed",
    "lead.assigned",         "case.forwarded",      "case.accepted"};

Fields fields_for(std::string_view kind, Date on, Random& random) {
  Fields fields;
  if (kind == "case.forwarded") fields.set("unit", random.chance(50) ? "T01" : "T02");
  const bool receiver =
      kind == "case.objected" || kind == "case.notified" || kind == "case.declined";
  if (receiver && random.chance(50)) fields.set("unit", random.chance(50) ? "T01" : "T02");
  if (kind == "case.extended") fields = {{"days", 1 + random.below(30)}, {"approver", "main"}};
  if (kind == "case.final_decided") fields.set("hearing_days", random.below(20));
  if (kind == "case.suspended")
    fields = {{"until", to_string(on + random.below(60))}, {"approver", "main"}};
  if (kind == "case.resolved") fields.set("result", random.chance(50) ? "full" : "partial");
  if (kind == "case.closed") fields.set("approver", "main");
  if (kind == "case.grounded") fields.set("ground", one_of(random, kGrounds));
  if (kind == "case.flagged") fields.set("key", random.chance(70));
  if (kind == "report.filed") fields.set("week", to_string(iso_week(on - random.below(10))));
  if (kind == "lead.assigned" || kind == "lead.handed_over") {
    const char* const levels[] = {"county_leader", "county_portfolio", "county_main"};
    fields = {{"level", one_of(random, levels)},
              {"official", random.chance(50) ? "main" : "leader"}};
    if (random.chance(40)) fields.set("unit_official", random.chance(50) ? "head" : "deputy");
    if (random.chance(40)) fields.set("plan", "方案");
    if (random.chance(40)) fields.set("resolve_by", to_string(on + 30));
  }
  return fields;
}

// Some go, and some of them come back, perhaps to another unit.
void add_postings(Random& random, std::vector<Fact>& facts) {
  for (const char* key : {"main", "leader", "head", "deputy"}) {
    if (!random.chance(40)) continue;
    const Date left = day("2026-02-01") + random.below(200);
    facts.push_back({"official.left", left, {}, {{"official", key}}});
    if (!random.chance(50)) continue;
    Fields post{{"official", key}, {"name", key}};
    post.set("rank", *key == 'h' ? "unit_main" : *key == 'd' ? "unit_deputy" : "county_leader");
    if (*key == 'h' || *key == 'd') post.set("unit", random.chance(50) ? "T01" : "T02");
    facts.push_back({"official.appointed", left + random.below(30), {}, std::move(post)});
  }
}

// What a ledger of units and officials takes of these, told by day.
std::vector<Fact> valid(std::vector<Fact> facts) {
  std::stable_sort(facts.begin(), facts.end(),
                   [](const Fact& a, const Fact& b) { return a.on < b.on; });
  MemoryHistory history;
  for (const Fact& each : county_facts()) history.add_trusted(each);
  std::erase_if(
      facts, [&history](const Fact& each) { return !history.add(each, day("2999-01-01")).ok(); });
  return facts;
}

/// Tells the usual course of one case: every step is taken, most of them, early or late.
class Course {
 public:
  Course(Random& random, std::string number, std::vector<Fact>& facts)
      : random_(random), number_(std::move(number)), facts_(facts) {}

  void tell() {
    const Date registered = on_ = day("2026-01-05") + random_.below(60);
    say("case.registered", {{"unit", "T01"}, {"purpose", "appeal"}});
    tell_handling();
    on_ = registered;
    tell_lead();
  }

 private:
  void say(std::string_view kind, Fields fields = {}) {
    fields.set("case", number_);
    facts_.push_back({std::string(kind), on_, {}, std::move(fields)});
  }
  void later(int most_days) { on_ = on_ + 1 + random_.below(most_days); }
  // Most often about when the days are over, so that a day more or less matters.
  void around(int days) {
    on_ = on_ + (random_.chance(70) ? days - 3 + random_.below(8) : 1 + random_.below(2 * days));
  }

  void tell_handling() {
    around(15);
    say("case.forwarded", {{"unit", "T01"}});
    if (random_.chance(50)) {
      later(16);
      say("case.objected", {{"unit", "T01"}});
      later(10);
      say("case.forwarded", {{"unit", "T02"}});
    }
    around(15);
    say("case.accepted");
    const Date accepted = on_;
    if (random_.chance(40)) {
      later(50);
      say("case.extended", {{"days", 1 + random_.below(30)}, {"approver", "main"}});
    }
    on_ = accepted;
    around(60);
    if (random_.chance(80)) say("case.answered");
    later(20);
    say("case.review_requested");
    around(30);
    if (random_.chance(90)) say("case.review_decided");
    later(20);
    say("case.final_requested");
    around(30);
    if (random_.chance(90)) say("case.final_decided", {{"hearing_days", random_.below(9)}});
  }

  void tell_lead() {
    later(20);
    say("case.grounded", {{"ground", "central_assigned"}});
    later(15);
    const Date assigned = on_;
    Fields lead{{"level", "county_leader"}, {"official", "leader"}};
    if (random_.chance(60)) lead.set("resolve_by", to_string(on_ + 40));
    say("lead.assigned", std::move(lead));
    tell_reports();
    later(20);
    say("lead.handed_over", {{"official", "leader"}, {"plan", "方案"}});
    on_ = assigned;
    around(40);
    say("case.resolved", {{"result", "full"}});
    later(10);
    if (random_.chance(60)) say("case.closed", {{"approver", "main"}});
    later(random_.chance(50) ? 20 : 150);
    if (random_.chance(80)) say("case.reopened");
  }

  void tell_reports() {
    const Date assigned = on_;
    for (int week = 0; week < 20; ++week) {
      on_ = assigned + 7 * week + random_.below(12);
      if (random_.chance(60))
        say("report.filed", {{"week", to_string(iso_week(assigned + 7 * week))}});
    }
    on_ = assigned;
  }

  Random& random_;
  std::string number_;
  Date on_;
  std::vector<Fact>& facts_;
};

}  // namespace

std::vector<Fact> case_courses(Random& random) {
  std::vector<Fact> facts;
  for (const char* number : {"A", "B", "C", "D"}) Course(random, number, facts).tell();
  return valid(std::move(facts));
}

std::vector<Fact> case_history(Random& random) {
  std::vector<Fact> facts;
  add_postings(random, facts);
  const char* const purposes[] = {"appeal", "appeal", "advice", "accusation"};
  for (const char* number : {"A", "B", "C"}) {
    Date on = day("2026-01-05") + random.below(60);
    Fields first{{"case", number}, {"unit", "T01"}, {"purpose", one_of(random, purposes)}};
    first.set("received_on", to_string(on - random.below(5)));
    if (random.chance(30)) first.set("imported_deadline", to_string(on + 60));
    facts.push_back({"case.registered", on, {}, first});
    const int count = random.below(25);
    for (int i = 0; i < count; ++i) {
      on = on + 1 + random.below(12);
      const std::string_view kind = one_of(random, kKinds);
      Fields fields = fields_for(kind, on, random);
      fields.set("case", number);
      facts.push_back({std::string(kind), on, {}, std::move(fields)});
    }
    if (random.chance(40))
      facts.push_back({"reminder.issued",
                       on,
                       {},
                       {{"reminder", std::string("R") + number},
                        {"case", number},
                        {"unit", "T01"},
                        {"reason", "T3"},
                        {"channel", "sms"}}});
    if (random.chance(40))
      facts.push_back({"prompt.declined",
                       on,
                       {},
                       {{"prompt", std::string("lead_level/") + number + "/1"}, {"reason", "无"}}});
  }
  return valid(std::move(facts));
}

}  // namespace test
