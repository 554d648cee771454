#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "core/rules/catalog.h"
#include "tests/rules/county.h"

using namespace core;
using test::comparable;
using test::day;

namespace {

constexpr int kHistories = 60;
const std::string_view kDays[] = {"2026-02-20", "2026-04-15", "2026-07-01", "2026-11-23"};

class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}
  int below(int count) { return static_cast<int>(engine_() % static_cast<std::uint32_t>(count)); }
  bool chance(int percent) { return below(100) < percent; }
  template <typename T, std::size_t N>
  const T& one_of(const T (&items)[N]) {
    return items[static_cast<std::size_t>(below(static_cast<int>(N)))];
  }

 private:
  std::mt19937 engine_;
};

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
  if (kind == "case.extended") fields = {{"days", 1 + random.below(30)}, {"approver", "main"}};
  if (kind == "case.final_decided") fields.set("hearing_days", random.below(20));
  if (kind == "case.suspended")
    fields = {{"until", to_string(on + random.below(60))}, {"approver", "main"}};
  if (kind == "case.resolved") fields.set("result", random.chance(50) ? "full" : "partial");
  if (kind == "case.closed") fields.set("approver", "main");
  if (kind == "case.grounded") fields.set("ground", random.one_of(kGrounds));
  if (kind == "case.flagged") fields.set("key", random.chance(70));
  if (kind == "report.filed") fields.set("week", to_string(iso_week(on - random.below(10))));
  if (kind == "lead.assigned" || kind == "lead.handed_over") {
    const char* const levels[] = {"county_leader", "county_portfolio", "county_main"};
    fields = {{"level", random.one_of(levels)},
              {"official", random.chance(50) ? "main" : "leader"}};
    if (random.chance(40)) fields.set("unit_official", random.chance(50) ? "head" : "deputy");
    if (random.chance(40)) fields.set("plan", "方案");
    if (random.chance(40)) fields.set("resolve_by", to_string(on + 30));
  }
  return fields;
}

/// Valid facts on a few cases in the order of their days, no two on a case on one day.
std::vector<Fact> random_facts(Random& random) {
  std::vector<Fact> facts;
  const char* const purposes[] = {"appeal", "appeal", "advice", "accusation"};
  for (const char* number : {"A", "B", "C"}) {
    Date on = day("2026-01-05") + random.below(60);
    Fields first{{"case", number}, {"unit", "T01"}, {"purpose", random.one_of(purposes)}};
    first.set("received_on", to_string(on - random.below(5)));
    if (random.chance(30)) first.set("imported_deadline", to_string(on + 60));
    facts.push_back({"case.registered", on, {}, first});
    const int count = random.below(25);
    for (int i = 0; i < count; ++i) {
      on = on + 1 + random.below(12);
      const std::string_view kind = random.one_of(kKinds);
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
  std::stable_sort(facts.begin(), facts.end(),
                   [](const Fact& a, const Fact& b) { return a.on < b.on; });
  MemoryHistory history;
  for (const Fact& each : test::county_facts()) history.add_trusted(each);
  std::erase_if(
      facts, [&history](const Fact& each) { return !history.add(each, day("2999-01-01")).ok(); });
  return facts;
}

std::vector<Fact> with_county(const std::vector<Fact>& facts) {
  std::vector<Fact> all = test::county_facts();
  all.insert(all.end(), facts.begin(), facts.end());
  return all;
}

void add_all(MemoryHistory& history, const std::vector<Fact>& facts) {
  for (const Fact& each : facts) history.add_trusted(each);
}

}  // namespace

TEST_CASE("rules: the random histories reach every rule about cases, and every state") {
  std::string seen;
  for (std::uint32_t seed = 1; seed <= kHistories; ++seed) {
    Random random(seed);
    MemoryHistory history;
    add_all(history, with_county(random_facts(random)));
    for (const std::string_view on : kDays) {
      for (const std::string& line : comparable(history, day(on))) seen += line;
    }
  }
  for (const rules::Rule* each : rules::catalog()) {
    if (!each->check) continue;
    CAPTURE(std::string(each->word));
    CHECK(seen.find("\"rule\":\"" + std::string(each->word) + "\"") != std::string::npos);
  }
  for (const char* state : {"open", "overdue", "done", "done_late", "void", "taken", "declined"}) {
    CAPTURE(state);
    CHECK(seen.find("\"state\":\"" + std::string(state) + "\"") != std::string::npos);
  }
}

TEST_CASE("rules: the order of recording changes nothing") {
  for (std::uint32_t seed = 1; seed <= kHistories; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const std::vector<Fact> facts = random_facts(random);
    MemoryHistory in_order;
    add_all(in_order, with_county(facts));
    std::vector<Fact> shuffled = facts;
    for (std::size_t i = shuffled.size(); i > 1; --i)
      std::swap(shuffled[i - 1],
                shuffled[static_cast<std::size_t>(random.below(static_cast<int>(i)))]);
    MemoryHistory other;
    add_all(other, with_county(shuffled));
    for (const std::string_view on : kDays)
      CHECK(comparable(in_order, day(on)) == comparable(other, day(on)));
  }
}

TEST_CASE("rules: a retraction equals never having happened") {
  for (std::uint32_t seed = 1; seed <= kHistories; ++seed) {
    CAPTURE(seed);
    Random random(1000 + seed);
    const std::vector<Fact> facts = random_facts(random);
    MemoryHistory retracted;
    add_all(retracted, with_county(facts));
    std::vector<Fact> kept;
    const std::size_t offset = test::county_facts().size();
    for (std::size_t i = 0; i < facts.size(); ++i) {
      if (random.chance(80)) {
        kept.push_back(facts[i]);
        continue;
      }
      const std::string id = "f" + std::to_string(offset + i + 1);
      retracted.add_trusted(test::fact("fact.retracted", "2026-12-01", {{"fact", id}}));
    }
    MemoryHistory never;
    add_all(never, with_county(kept));
    for (const std::string_view on : kDays)
      CHECK(comparable(retracted, day(on)) == comparable(never, day(on)));
  }
}

TEST_CASE("rules: a past day is as if nothing had been recorded since") {
  for (std::uint32_t seed = 1; seed <= kHistories; ++seed) {
    CAPTURE(seed);
    Random random(2000 + seed);
    const std::vector<Fact> facts = random_facts(random);
    MemoryHistory full;
    add_all(full, with_county(facts));
    for (const std::string_view on : kDays) {
      std::vector<Fact> known = facts;
      std::erase_if(known, [on](const Fact& each) { return each.on > day(on); });
      MemoryHistory then;
      add_all(then, with_county(known));
      CHECK(comparable(full, day(on)) == comparable(then, day(on)));
    }
  }
}

TEST_CASE("rules: ids are unique") {
  for (std::uint32_t seed = 1; seed <= kHistories; ++seed) {
    CAPTURE(seed);
    Random random(4000 + seed);
    MemoryHistory history;
    add_all(history, with_county(random_facts(random)));
    std::vector<std::string> ids;
    for (const std::string& line : comparable(history, day("2026-11-23"))) {
      const Result<Value> json = parse_json(line);
      REQUIRE(json.ok());
      ids.emplace_back(json.value().fields()->text("id"));
    }
    std::sort(ids.begin(), ids.end());
    CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
  }
}
