#include "web/models/today_model.h"

#include <doctest/doctest.h>

#include <set>

#include "core/app/demo_county.h"
#include "core/model/memory_history.h"
#include "core/rules/derive.h"
#include "tests/web/desk_fixture.h"
#include "web/models/overview_model.h"

using core::rules::RuleId;
using web::TodayModel;
using web::TodayQuery;
using web::Urgency;

namespace {

struct Invented {
  core::MemoryHistory history;
  core::rules::Findings findings;
  core::Date today = *core::make_date(2026, 11, 23);

  explicit Invented(int cases) {
    core::app::invent_county({cases, 3, 1, today},
                             [&](const core::Fact& fact) { history.add_trusted(fact); });
    core::rules::derive(history.state(), core::calendar::Calendar::official(),
                        core::rules::Rulebook{}, today, findings);
  }
  TodayModel model() const { return TodayModel(history.state(), findings, today); }
};

std::size_t entries_in(const TodayModel& model) {
  std::size_t count = 0;
  for (const TodayModel::Line& line : model.lines()) count += line.is_week ? line.count : 1;
  return count;
}

}  // namespace

TEST_CASE("today model: counts add up and every open duty and prompt is among them") {
  const Invented county(300);
  std::size_t open = 0;
  for (const auto& row : county.findings.duties)
    open +=
        row.state == core::rules::DutyState::Open || row.state == core::rules::DutyState::Overdue;
  for (const auto& row : county.findings.prompts)
    open += row.state == core::rules::PromptState::Open;
  TodayModel model = county.model();
  CHECK(model.total() == open);
  std::size_t sum = 0;
  for (std::size_t at = 0; at < web::kUrgencies; ++at) sum += model.count(static_cast<Urgency>(at));
  CHECK(sum == open);
  model.select({});
  CHECK(entries_in(model) == open);
}

TEST_CASE("today model: the most pressing stands first") {
  const Invented county(300);
  TodayModel model = county.model();
  model.select({});
  REQUIRE(model.lines().size() > 10);
  for (std::size_t at = 1; at < model.lines().size(); ++at) {
    const TodayModel::Entry& before = model.entry(at - 1);
    const TodayModel::Entry& here = model.entry(at);
    CHECK(before.urgency <= here.urgency);
    if (before.urgency == here.urgency) CHECK(before.days <= here.days);
  }
}

TEST_CASE("today model: a filter shows what its number says") {
  const Invented county(300);
  TodayModel model = county.model();
  for (std::size_t at = 0; at < web::kUrgencies; ++at) {
    TodayQuery query;
    query.urgency = static_cast<Urgency>(at);
    model.select(query);
    CHECK(entries_in(model) == model.count(*query.urgency));
  }
}

TEST_CASE("today model: one unit's lines are its own, and by unit they stand together") {
  const Invented county(300);
  TodayModel model = county.model();
  REQUIRE_FALSE(model.units().empty());
  TodayQuery query;
  query.unit = model.units().front();
  model.select(query);
  REQUIRE_FALSE(model.lines().empty());
  for (std::size_t at = 0; at < model.lines().size(); ++at)
    CHECK(model.entry(at).unit == query.unit);

  query = {};
  query.by_unit = true;
  model.select(query);
  CHECK(model.lines().size() == model.total());
  for (std::size_t at = 1; at < model.lines().size(); ++at)
    CHECK(model.entry(at - 1).unit <= model.entry(at).unit);
}

TEST_CASE("today model: weekly reports not yet due are one line a week and open into all") {
  const Invented county(300);
  TodayModel model = county.model();
  model.select({});
  std::optional<std::size_t> week;
  for (std::size_t at = 0; at < model.lines().size() && !week; ++at)
    if (model.lines()[at].is_week) week = at;
  REQUIRE(week.has_value());
  const TodayModel::Words words = model.words(*week);
  CHECK(words.what.find("周进度报告") != std::string::npos);
  CHECK(words.who.find("个单位") != std::string::npos);
  CHECK(words.title == "展开");
  const std::size_t before = model.lines().size();
  TodayQuery query;
  query.open_weeks = {model.week(*week)};
  model.select(query);
  CHECK(model.lines().size() == before + model.lines()[*week].count);
  CHECK(model.words(*week).title == "收起");
  CHECK(entries_in(model) == model.total() + model.lines()[*week].count);
}

TEST_CASE("today model: keys tell lines apart and survive filters") {
  const Invented county(300);
  TodayModel model = county.model();
  model.select({});
  std::set<std::uint64_t> keys;
  for (std::size_t at = 0; at < model.lines().size(); ++at) keys.insert(model.key(at));
  CHECK(keys.size() == model.lines().size());
  const std::uint64_t late = model.key(0);
  TodayQuery query;
  query.urgency = Urgency::Late;
  model.select(query);
  CHECK(model.line_of(late) == 0);
  query.urgency = Urgency::Later;
  model.select(query);
  CHECK_FALSE(model.line_of(late).has_value());
}

TEST_CASE("today model: a right that ends today is not due today") {
  test::DeskFixture fixture;
  core::app::Desk& desk = fixture.desk();
  const auto due_today = [&desk] {
    const TodayModel model(desk.state(), desk.findings(), desk.today());
    const std::size_t due = model.count(Urgency::Today);
    CHECK(web::overview_model(desk.state(), desk.findings(), desk.today()).today == due);
    return due;
  };
  const std::size_t before = due_today();
  fixture.record(
      R"({"kind":"case.forwarded","on":"2026-11-16","case":"511720261100000211","unit":"T01"})");
  CHECK(due_today() == before);
  TodayModel model(desk.state(), desk.findings(), desk.today());
  TodayQuery query;
  query.rule = RuleId::Objection;
  model.select(query);
  REQUIRE(model.lines().size() == 1);
  CHECK(model.entry(0).urgency == Urgency::Soon);
  CHECK(model.words(0).state.text == "今天止");
}

TEST_CASE("today model: an accusation shows neither title nor petitioner") {
  test::DeskFixture fixture;
  core::app::Desk& desk = fixture.desk();
  TodayModel model(desk.state(), desk.findings(), desk.today());
  model.select({});
  bool seen = false;
  for (std::size_t at = 0; at < model.lines().size(); ++at) {
    const TodayModel::Words words = model.words(at);
    if (words.number != "…00300") continue;
    seen = true;
    CHECK(words.title == "检举控告事项");
  }
  CHECK(seen);
}
