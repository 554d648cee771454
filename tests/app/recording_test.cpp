#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/app/demo_county.h"
#include "core/app/duty_list.h"
#include "core/app/rank_query.h"
#include "tests/app/sample_county.h"
#include "tests/rules/measure_inventor.h"
#include "tests/support/facts.h"

using namespace core;

namespace {

constexpr std::uint32_t kHistories = 6;
const std::string_view kDays[] = {"2026-05-20", "2026-11-23", "2027-01-20"};
const std::string_view kClockDay = "2028-03-01";

/// An empty ledger in memory whose facts get the same ids and the same time of recording as those
/// of any other.
class Office {
 public:
  Office() {
    auto ledger = store::Ledger::create(file_, "青山县", /*demo=*/true, occasion());
    REQUIRE(ledger.ok());
    desk_ = std::make_unique<app::Desk>(std::move(ledger).value(), clock_, "演示");
  }

  app::Desk& desk() { return *desk_; }

  bool record(const std::vector<Fact>& facts) {
    const auto refused = desk_->record(facts);
    REQUIRE(refused.ok());
    return refused.value().empty();
  }

  void append(const std::vector<Fact>& facts) {
    REQUIRE(desk_->ledger().begin(occasion()).ok());
    for (const Fact& each : facts) REQUIRE(desk_->ledger().append(each).ok());
    REQUIRE(desk_->ledger().commit().ok());
    reopen();
  }

  void reopen() {
    auto ledger = store::Ledger::open(file_);
    REQUIRE(ledger.ok());
    desk_ = std::make_unique<app::Desk>(std::move(ledger).value(), clock_, "演示");
  }

  /// The id of the fact that is recorded at this position, from 1.
  std::string id_at(std::size_t position) const {
    const std::string first = desk_->state().fact_id(FactRef{1});
    return first.substr(0, first.rfind('-') + 1) + std::to_string(position);
  }

  /// The chain, and all that follows on several days.
  std::vector<std::string> all() {
    std::vector<std::string> found{desk_->ledger().head_code()};
    for (const std::string_view on : kDays) {
      desk_->set_today(test::day(on));
      found.push_back(to_json(app::duties_json(app::view_of(*desk_), {})));
    }
    found.push_back(to_json(app::ranking_json(app::view_of(*desk_), *parse_period("2026-10"))));
    return found;
  }

 private:
  store::Occasion occasion() const { return {"演示", clock_.now(), clock_.today()}; }

  test::SetClock clock_{test::day(kClockDay)};
  store::MemoryFile file_;
  std::unique_ptr<app::Desk> desk_;
};

/// Facts that are taken one by one, with retractions and corrections among them.
std::vector<Fact> history_of(std::uint32_t seed) {
  test::Random random(5000 + seed);
  Office office;
  std::vector<Fact> kept;
  const auto keep = [&](Fact fact) {
    if (office.record({fact})) kept.push_back(std::move(fact));
  };
  for (const Fact& each : test::measure_history(random)) {
    keep(each);
    const std::size_t count = office.desk().state().fact_count();
    const std::string id =
        office.id_at(1 + static_cast<std::size_t>(random.below(static_cast<int>(count))));
    const std::string_view on = "2027-12-01";
    if (random.chance(8)) keep(test::fact("fact.retracted", on, {{"fact", id}, {"reason", "误"}}));
    if (random.chance(8)) {
      const Fields with{{"on", to_string(each.on + 1)}};
      keep(test::fact("fact.corrected", on, {{"fact", id}, {"with", with}, {"reason", "误"}}));
    }
  }
  return kept;
}

/// Every `size` facts in one batch.
template <typename Between>
void record_by(Office& office, const std::vector<Fact>& facts, std::size_t size, Between between) {
  for (std::size_t at = 0; at < facts.size(); at += size) {
    const std::size_t end = std::min(at + size, facts.size());
    const auto from = facts.begin() + static_cast<std::ptrdiff_t>(at);
    const auto to = facts.begin() + static_cast<std::ptrdiff_t>(end);
    REQUIRE(office.record(std::vector<Fact>(from, to)));
    between();
  }
}

void check_all_ways(const std::vector<Fact>& facts) {
  Office batch;
  REQUIRE(batch.record(facts));
  const std::vector<std::string> expected = batch.all();
  batch.reopen();
  CHECK(batch.all() == expected);

  Office watched;
  record_by(watched, facts, 1, [&] { watched.desk().findings(); });
  CHECK(watched.all() == expected);

  Office interrupted;
  record_by(interrupted, facts, 37, [&] { interrupted.reopen(); });
  CHECK(interrupted.all() == expected);

  Office imported;
  imported.append(facts);
  CHECK(imported.all() == expected);
}

using Indexes = std::vector<std::size_t>;

void expect_refused(const std::vector<Fact>& facts, const Indexes& expected) {
  Office by_ones;
  Indexes one_by_one;
  for (std::size_t i = 0; i < facts.size(); ++i)
    if (!by_ones.record({facts[i]})) one_by_one.push_back(i);
  CHECK(one_by_one == expected);
  Office batch;
  const auto refused = batch.desk().record(facts);
  REQUIRE(refused.ok());
  Indexes together;
  for (const store::Refusal& each : refused.value()) together.push_back(each.index);
  CHECK(together == expected);
}

}  // namespace

TEST_CASE("recording: one by one, in batches, interrupted or imported, the same follows") {
  for (std::uint32_t seed = 1; seed <= kHistories; ++seed) {
    CAPTURE(seed);
    const std::vector<Fact> facts = history_of(seed);
    const auto amended = std::count_if(facts.begin(), facts.end(), is_amendment);
    CHECK(amended > 5);
    check_all_ways(facts);
  }
}

TEST_CASE("recording: of the demo county too") {
  std::vector<Fact> facts;
  app::invent_county({60, 3, 1, test::day("2026-11-23")},
                     [&](const Fact& fact) { facts.push_back(fact); });
  check_all_ways(facts);
}

TEST_CASE(
    "recording: what one by one is refused by the rules is refused in a batch, and only that") {
  const auto unit = test::fact("unit.registered", "2026-01-05",
                               {{"unit", "T01"}, {"name", "西山镇"}, {"type", "township"}});
  const auto setting = [](std::string_view key, Value value) {
    return test::fact("rulebook.activated", "2026-03-01",
                      {{"settings", Fields{{std::string(key), std::move(value)}}},
                       {"from", "2026-03-01"},
                       {"approver", "赵国华"}});
  };
  const auto listed = [&](int longest, int days) {
    return std::vector<Fact>{
        unit,
        setting("supervision_extension_days_max", longest),
        test::fact("case.registered", "2026-03-02",
                   {{"case", "A"}, {"unit", "T01"}, {"received_on", "2026-03-02"}}),
        test::fact("supervision.opened", "2026-03-10",
                   {{"supervision", "G1"},
                    {"case", "A"},
                    {"unit", "T01"},
                    {"ground", "grave"},
                    {"reason", "影响大"},
                    {"approver", "周明"}}),
        test::fact("supervision.notified", "2026-03-10", {{"supervision", "G1"}}),
        test::fact("supervision.extended", "2026-03-20",
                   {{"supervision", "G1"}, {"days", days}, {"approver", "周明"}})};
  };
  const auto issued = test::fact(
      "bulletin.issued", kClockDay,
      {{"bulletin", "1"}, {"series", "special"}, {"topic", "积案"}, {"approver", "周明"}});
  const auto drafted = test::fact("bulletin.drafted", kClockDay,
                                  {{"bulletin", "1"}, {"series", "special"}, {"topic", "积案"}});
  const auto declined = [](std::string_view prompt) {
    return test::fact("prompt.declined", "2026-03-04", {{"prompt", prompt}, {"reason", "无须"}});
  };
  const std::vector<Fact> grounded{
      unit,
      test::fact("case.registered", "2026-03-02",
                 {{"case", "A"}, {"unit", "T01"}, {"received_on", "2026-03-02"}}),
      test::fact("case.grounded", "2026-03-04", {{"case", "A"}, {"ground", "county_screened"}})};
  const auto after = [](std::vector<Fact> facts, Fact last) {
    facts.push_back(std::move(last));
    return facts;
  };
  expect_refused(listed(10, 25), {5});
  expect_refused(listed(60, 45), {});
  expect_refused({setting("bulletin_draft_required", true), issued}, {1});
  expect_refused({setting("bulletin_objection_workdays", 0), drafted, issued}, {});
  expect_refused({drafted, issued}, {1});
  expect_refused(after(grounded, declined("lead_level/A/1")), {});
  expect_refused(after(grounded, declined("nonsense/1")), {3});
  // All that is wrong is said at once, whoever finds it.
  expect_refused({drafted, issued, test::fact("unit.retired", "2026-12-01", {{"unit", "X9"}})},
                 {1, 2});
}
