#include "tests/rules/measure_inventor.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/base/period.h"
#include "core/model/memory_history.h"
#include "tests/rules/county.h"

namespace test {

using namespace core;

namespace {

/// Invents what happens to measures of every kind, valid and by day.
class Teller {
 public:
  Teller(Random& random, Pace pace) : random_(random), pace_(pace) {}

  std::vector<Fact> facts() {
    tell("county.named", day("2025-11-03"), {{"name", "青山县"}, {"code", "000000"}});
    for (const char* number : {"A", "B"}) invent_case(number);
    invent_bulletins();
    for (int i = 0; i < 8; ++i) invent_reminder(std::to_string(i));
    for (int i = 0; i < 4; ++i) invent_others(std::to_string(i));
    for (int i = 0; i < 3; ++i) invent_supervision(std::to_string(i));
    for (int i = 0; i < 3; ++i) invent_talk(std::to_string(i));
    invent_declined();
    return std::move(facts_);
  }

 private:
  int below(int count) { return random_.below(count); }
  bool chance(int percent) { return random_.chance(percent); }
  const char* unit() { return chance(60) ? "T01" : "T02"; }
  Date some_day() { return day("2026-02-02") + below(280); }
  // Facts of one case on one day keep the order of recording: for them no hurry.
  Date days_later(Date on) { return on + 1 + below(14); }
  Date later(Date on) {
    return pace_ == Pace::OneAtATime ? days_later(on) : on + below(3) * below(2);
  }

  void tell(std::string_view kind, Date on, Fields fields) {
    facts_.push_back({std::string(kind), on, {}, std::move(fields)});
  }

  void invent_case(const char* number) {
    Date on = day("2026-01-05") + below(30);
    tell("case.registered", on, {{"case", number}, {"unit", "T01"}, {"purpose", "appeal"}});
    if (chance(80)) tell("case.flagged", on = days_later(on), {{"case", number}, {"key", true}});
    if (chance(60))
      tell("case.grounded", on = days_later(on),
           {{"case", number}, {"ground", "province_individual"}});
    if (chance(70))
      tell("lead.assigned", on = days_later(on),
           {{"case", number}, {"level", "county_main"}, {"official", "main"}});
    for (int week = 0; week < 12 && chance(85); ++week) {
      on = days_later(on) + 5;
      tell("report.filed", on, {{"case", number}, {"week", to_string(iso_week(on))}});
    }
  }

  List places(bool special) {
    List rows;
    for (const char* code : {"T01", "T02"}) {
      Fields row{{"unit", code}};
      if (special) {
        row.set("mention", chance(75) ? "criticised" : "mentioned");
      } else if (chance(90)) {
        const int of = chance(70) ? 8 : 5;
        row.set("of", of);
        row.set("rank", of - below(4));
        row.set("score", chance(85) ? 70 : 97);
      }
      if (chance(90)) rows.emplace_back(std::move(row));
    }
    return rows;
  }

  void invent_bulletin(const std::string& key, std::string_view series, std::string_view period,
                       Date on) {
    if (chance(30)) tell("bulletin.drafted", on - 9, {{"bulletin", key}, {"series", series}});
    Fields fields{{"bulletin", key}, {"series", series}, {"units", places(series == "special")}};
    if (!period.empty()) fields.set("period", period);
    if (chance(30)) fields.set("grave", true);
    if (chance(50)) fields.set("scope", List{"T01", "T02"});
    tell("bulletin.issued", on, fields);
    if (chance(60))
      tell("bulletin.reported", on + 1 + below(9), {{"bulletin", key}, {"to", "conveners"}});
    if (chance(25)) {
      tell("bulletin.withdrawn", on + 10 + below(20), {{"bulletin", key}});
      if (period.size() == 7 && chance(60)) {
        Fields again{{"bulletin", key + "b"}, {"series", series}, {"units", places(false)}};
        again.set("period", period);
        tell("bulletin.issued", on + 10 + below(20), again);
      }
    }
  }

  void invent_bulletins() {
    Period month = period_of(Period::Kind::Month, day("2025-11-03"));
    for (int i = 0; i < 11; ++i, month = next(month)) {
      const std::string period = to_string(month);
      const Date on = first_day(next(month)) + below(16);
      if (chance(85)) invent_bulletin("M" + period, "monthly", period, on);
    }
    invent_bulletin("H1", "half_year", "2026-H1", day("2026-07-06") + below(20));
    for (int i = 0; i < 4; ++i) invent_bulletin("S" + std::to_string(i), "special", "", some_day());
    if (chance(70))
      tell("assessment.issued", day("2026-01-12") + below(40),
           {{"year", 2025}, {"units", List{Fields{{"unit", "T01"}, {"score", 90}}}}});
    const char* const keys[] = {"M2026-03", "M2026-04", "M2026-05", "Y0", "Y1", "R1", "R2", "2025"};
    for (const char* key : keys) {
      Date on = some_day();
      for (const char* to : {"performance", "personnel", "discipline"})
        if (chance(50)) tell("filing.sent", on = later(on), {{"measure", key}, {"to", to}});
    }
  }

  void invent_reminder(const std::string& number) {
    const char* const reasons[] = {"T2", "T3", "T4", "T6", "T7", "T7"};
    const std::string key = "R" + number;
    Date on = some_day();
    Fields fields{{"reminder", key}, {"unit", unit()}, {"reason", reasons[below(6)]}};
    fields.set("channel", chance(50) ? "sms" : "letter");
    if (chance(60)) fields.set("case", chance(70) ? "A" : "B");
    if (chance(30)) fields.set("answer_by", to_string(on + below(20)));
    tell("reminder.issued", on, fields);
    if (chance(60)) tell("reminder.answered", on = later(on), {{"reminder", key}});
    if (chance(50))
      tell("reminder.judged", later(on),
           {{"reminder", key}, {"result", chance(50) ? "fixed" : "not_fixed"}});
  }

  void invent_others(const std::string& number) {
    Date on = some_day();
    tell("alert.assigned", on, {{"alert", "L" + number}, {"unit", unit()}});
    if (chance(60)) tell("alert.answered", later(on), {{"alert", "L" + number}});
    tell("campaign.started", on,
         {{"campaign", "K" + number}, {"units", List{"T01", "T02"}}, {"due", to_string(on + 30)}});
    if (chance(50))
      tell("campaign.named", later(on), {{"campaign", "K" + number}, {"unit", unit()}});
    if (chance(50))
      tell("campaign.progressed", later(on) + 20,
           {{"campaign", "K" + number}, {"unit", unit()}, {"progress", 100}});
    tell("inquiry.opened", on, {{"inquiry", "I" + number}, {"ground", "处置不力"}});
    const bool concluded = chance(60);
    for (const char* phase : {"before", "during", "after"})
      if (concluded || chance(30))
        tell("inquiry.found", later(on),
             {{"inquiry", "I" + number}, {"phase", phase}, {"finding", "未排查"}});
    if (concluded) tell("inquiry.concluded", later(on) + 15, {{"inquiry", "I" + number}});
    tell("rectification.ordered", on,
         {{"rectification", "Z" + number}, {"unit", unit()}, {"due", to_string(on + 10)}});
    if (chance(60)) tell("rectification.reported", later(on), {{"rectification", "Z" + number}});
    tell("proposal.issued", on, {{"proposal", "P" + number}, {"type", "improve"}, {"to", unit()}});
    if (chance(60))
      tell("proposal.answered", later(on) + below(30),
           {{"proposal", "P" + number}, {"adopted", "yes"}});
  }

  void invent_supervision(const std::string& number) {
    const std::string key = "G" + number;
    Date on = some_day();
    Fields opened{{"supervision", key}, {"case", chance(70) ? "A" : "B"}, {"unit", "T01"}};
    opened.set("ground", "grave");
    opened.set("reason", "已造成严重不良影响");
    opened.set("approver", "赵国华");
    if (chance(50)) opened.set("resolve_by", to_string(on + 20));
    tell("supervision.opened", on, opened);
    const char* const steps[] = {"notified", "inspected",
                                 "extended", "acceptance_requested",
                                 "returned", "acceptance_requested",
                                 "accepted", "delisted"};
    for (const char* step : steps) {
      if (!chance(85)) return;
      on = later(on);
      if (chance(25) && std::string_view(step) != "notified") continue;
      tell(std::string("supervision.") + step, on,
           {{"supervision", key}, {"how", "site"}, {"approver", "赵国华"}});
    }
  }

  void invent_talk(const std::string& number) {
    const char* const grounds[] = {"late_report", "irregular_visit", "bottom_streak",
                                   "special_streak", "rectification_failed"};
    const Value key("Y" + number);
    Date on = some_day();
    tell("talk.opened", on,
         {{"talk", key}, {"ground", grounds[below(5)]}, {"units", List{"T01", "T02"}}});
    tell("talk.group_formed", on = later(on), {{"talk", key}, {"leader", "副县长"}});
    List targets{Fields{{"official", "head"}, {"unit", "T01"}},
                 Fields{{"official", "deputy"}, {"unit", "T01"}}};
    tell("talk.targets_set", on = later(on), {{"talk", key}, {"targets", targets}});
    tell("talk.notified", on = later(on), {{"talk", key}});
    if (!chance(80)) return;
    tell("talk.held", on = later(on), {{"talk", key}});
    tell("talk.signed", on = later(on), {{"talk", key}, {"side", "office"}});
    if (chance(80))
      tell("talk.signed", on = later(on),
           {{"talk", key}, {"side", "target"}, {"refused", chance(30)}});
    if (chance(60)) tell("talk.reported", on = later(on), {{"talk", key}, {"to", "county_heads"}});
    for (int round = 0; round < 3 && chance(70); ++round) {
      tell("talk.rectified", on = later(on), {{"talk", key}, {"unit", "T01"}});
      if (chance(80))
        tell("talk.rectification_judged", on = later(on),
             {{"talk", key}, {"unit", "T01"}, {"result", chance(30) ? "fixed" : "not_fixed"}});
    }
  }

  void invent_declined() {
    const char* const prompts[] = {"two_reminders/A/1", "bottom_streak/M2026-03/T01/1",
                                   "special_streak/S1/T02/1", "late_alert/L1/1",
                                   "yearly_assessment/county/2025"};
    for (const char* prompt : prompts)
      if (chance(30)) tell("prompt.declined", some_day(), {{"prompt", prompt}, {"reason", "无"}});
  }

  Random& random_;
  Pace pace_;
  std::vector<Fact> facts_;
};

}  // namespace

std::vector<Fact> measure_history(Random& random, Pace pace) {
  std::vector<Fact> facts = Teller(random, pace).facts();
  std::stable_sort(facts.begin(), facts.end(),
                   [](const Fact& a, const Fact& b) { return a.on < b.on; });
  MemoryHistory history;
  std::vector<Fact> kept = county_facts();
  for (const Fact& each : kept) history.add_trusted(each);
  for (const Fact& each : facts)
    if (history.add(each, day("2999-01-01")).ok()) kept.push_back(each);
  return kept;
}

}  // namespace test
