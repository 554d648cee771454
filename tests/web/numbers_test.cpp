// Every number of the screens opens what it counts: the sample county, each number pressed.

#include <doctest/doctest.h>

#include <functional>
#include <memory>
#include <string>

#include "tests/app/sample_county.h"
#include "tests/web/desk_fixture.h"
#include "tests/web/headless_ui.h"
#include "web/models/today_model.h"
#include "web/screens/dashboard.h"
#include "web/screens/leads_screen.h"
#include "web/screens/overview_screen.h"
#include "web/screens/units_screen.h"

using web::CaseColumn;
using web::CaseScope;
using web::Wishes;

namespace {

/// Built once: every test only looks.
core::app::Desk& county() {
  static const auto kCounty = std::make_unique<test::SampleCounty>();
  return kCounty->desk();
}

std::size_t opened(core::app::Desk& desk, const Wishes& wishes) {
  if (wishes.show_today) {
    web::TodayModel model(desk.state(), desk.findings(), desk.today());
    model.select(*wishes.show_today);
    return model.chosen();
  }
  if (!wishes.show_cases) return SIZE_MAX;
  web::CasesModel model(desk.state(), desk.findings(), desk.today());
  model.select(*wishes.show_cases, nullptr);
  return model.count();
}

struct Screen {
  core::app::Desk& desk;
  test::HeadlessUi ui{1440, 2400};  // all of it in sight
  Wishes wishes;

  Screen(core::app::Desk& at, std::function<void(const web::Look&, Wishes&)> content) : desk(at) {
    ui.show([this, content = std::move(content)](const web::Look& look) {
      Wishes out;
      content(look, out);
      if (!out.empty()) wishes = out;
    });
  }
  /// How many things there are behind it.
  std::size_t press(const std::string& id) {
    wishes = {};
    ui.press(id);
    return opened(desk, wishes);
  }
};

}  // namespace

TEST_CASE("numbers: the bars of the overview open what they count") {
  core::app::Desk& desk = county();
  const web::OverviewModel model = web::overview_model(desk.state(), desk.findings(), desk.today());
  web::OverviewMemory memory;
  memory.all_units = memory.all_officials = true;
  Screen screen(desk, [&](const web::Look& look, Wishes& out) {
    web::draw_overview(look, model, {}, memory, out);
  });
  REQUIRE(model.units.size() > 10);
  for (std::size_t at = 0; at < model.units.size(); ++at)
    CHECK_MESSAGE(screen.press("units_bar_" + std::to_string(at)) == model.units[at].open,
                  model.units[at].name);
  for (std::size_t at = 0; at < model.officials.size(); ++at)
    CHECK_MESSAGE(screen.press("officials_bar_" + std::to_string(at)) == model.officials[at].open,
                  model.officials[at].name);
  for (std::size_t at = 0; at < model.levels.size(); ++at)
    CHECK_MESSAGE(screen.press("level_bar_" + std::to_string(at)) == model.levels[at].cases,
                  model.levels[at].name);
  CHECK(screen.press("tile_open") == model.open);
  CHECK(screen.press("tile_late") == model.late);
  CHECK(screen.press("tile_today") == model.today);
  CHECK(screen.press("tile_led") == model.led);
  CHECK(screen.press("tile_pending") == model.pending);
}

TEST_CASE("numbers: units and leaders have as many open cases as they open") {
  core::app::Desk& desk = county();
  web::UnitsModel model = web::units_model(desk.state(), desk.findings(), desk.today());
  model.units.select({});
  model.officials.select({});
  web::CasesModel cases(desk.state(), desk.findings(), desk.today());
  const auto opens = [&](CaseScope scope, CaseColumn column, std::size_t code) {
    cases.select(web::cases_with(scope, column, static_cast<std::int64_t>(code)), nullptr);
    return static_cast<std::int64_t>(cases.count());
  };
  constexpr auto kOpen = static_cast<std::size_t>(web::UnitColumn::Open);
  constexpr auto kLed = static_cast<std::size_t>(web::OfficialColumn::Led);
  for (std::size_t at = 0; at < model.units.rows(); ++at)
    CHECK_MESSAGE(model.units.value(at, kOpen) == opens(CaseScope::Open, CaseColumn::Unit, at),
                  model.unit_keys[at]);
  for (std::size_t at = 0; at < model.officials.rows(); ++at)
    CHECK_MESSAGE(model.officials.value(at, kLed) == opens(CaseScope::Led, CaseColumn::Lead, at),
                  model.official_keys[at]);
}

TEST_CASE("numbers: how many officials a unit has leads to who they are") {
  core::app::Desk& desk = county();
  web::UnitsModel model = web::units_model(desk.state(), desk.findings(), desk.today());
  web::UnitsMemory memory;
  Screen screen(desk, [&](const web::Look& look, Wishes& out) {
    model.units.select(memory.units);
    model.officials.select(memory.people);
    web::draw_units(look, model, false, memory, out);
  });
  constexpr auto kPeople = static_cast<std::size_t>(web::UnitColumn::People);
  model.units.select(memory.units);
  REQUIRE(model.units.count() > 10);
  for (std::size_t row = 0; row < model.units.count(); ++row) {
    const auto people = model.units.value(model.units.source(row), kPeople);
    screen.press("cell_" + std::to_string(row) + "_" + std::to_string(kPeople));
    CHECK(memory.officials);
    CHECK(static_cast<std::int64_t>(model.officials.count()) == people);
    screen.press("tab_units");
  }
}

TEST_CASE("numbers: the bars of leaders' work keep as many cases as they count") {
  core::app::Desk& desk = county();
  web::LeadsModel model = web::leads_model(desk.state(), desk.findings(), desk.today());
  web::LeadsMemory memory;
  Screen screen(desk, [&](const web::Look& look, Wishes& out) {
    web::draw_leads(look, model, desk.today(), false, memory, out);
  });
  REQUIRE_FALSE(model.loads.empty());
  for (std::size_t at = 0; at < model.loads.size(); ++at) {
    screen.press("load_" + std::to_string(at));
    CHECK(memory.leader == model.loads[at].leader);
    std::size_t kept = 0;
    for (std::size_t row = 0; row < model.rows.size(); ++row)
      if (model.keeps(row, memory.scope, memory.leader)) ++kept;
    CHECK_MESSAGE(kept == model.loads[at].cases, model.loads[at].name);
  }
}

TEST_CASE("numbers: what the rail counts is found on its screen") {
  core::app::Desk& desk = county();
  web::Dashboard dashboard(desk);
  test::HeadlessUi ui;
  web::FrameInput input;
  input.width = 1440;
  input.height = 900;
  ui.draw = [&] { dashboard.frame(input); };
  const auto rail = [&](const char* screen) { return ui.find(std::string("nav_") + screen).value; };
  dashboard.go("overview");
  const std::string late = rail("today");
  const std::string unled = rail("leads");
  const std::string reports = rail("reports");
  dashboard.go("today");
  CHECK(ui.find("filter_late").label == "逾期 " + late);
  dashboard.go("leads");
  CHECK(ui.find("filter_unled").label == "待明确领导 " + unled);
  dashboard.go("reports");
  CHECK(ui.find("late_reports").label == "逾期未报 " + reports + " 份");
  ui.press("late_reports");
  CHECK(dashboard.screen() == "today");
  CHECK(ui.shows("clear_narrowed"));
  web::TodayModel today(desk.state(), desk.findings(), desk.today());
  web::TodayQuery query;
  query.urgency = web::Urgency::Late;
  query.rule = core::rules::RuleId::WeeklyReport;
  today.select(query);
  CHECK(std::to_string(today.chosen()) == reports);
  ui.draw = [] {};
}

namespace {

/// E is answered and asks for a leader; A has one of too low a level, B another's deputy.
void complicate(test::DeskFixture& fixture) {
  for (
      const char* line :
      {R"({"kind":"official.appointed","on":"2026-01-04","official":"L2","name":"安平","rank":"county_leader"})",
       R"({"kind":"case.grounded","on":"2026-11-10","case":"511720260300000001","ground":"city_listed"})",
       R"({"kind":"case.grounded","on":"2026-11-10","case":"511720260800000127","ground":"beijing_visit"})",
       R"({"kind":"lead.assigned","on":"2026-11-12","case":"511720260800000127","level":"county_leader","official":"L2","unit_official":"T01/李建国"})",
       R"({"kind":"lead.assigned","on":"2026-11-12","case":"511720260900000093","level":"county_main","official":"L1","unit_official":"L2"})"})
    fixture.record(line);
}

}  // namespace

TEST_CASE("numbers: a case that lacks a leader is open on every screen, whatever was answered") {
  test::DeskFixture fixture;
  complicate(fixture);
  core::app::Desk& desk = fixture.desk();
  const core::State& state = desk.state();
  const web::CasesModel cases(state, desk.findings(), desk.today());
  const web::UnitsModel units = web::units_model(state, desk.findings(), desk.today());
  std::int64_t open = 0;
  for (std::size_t at = 0; at < units.units.rows(); ++at)
    open += units.units.value(at, static_cast<std::size_t>(web::UnitColumn::Open));
  CHECK(cases.count(CaseScope::Open) == 5);
  CHECK(open == 5);
  CHECK(web::overview_model(state, desk.findings(), desk.today()).open == 5);
  CHECK(web::leads_model(state, desk.findings(), desk.today()).rows.size() == 4);
}

TEST_CASE("numbers: a level without leaders opens the cases that have none") {
  test::DeskFixture fixture;
  complicate(fixture);
  core::app::Desk& desk = fixture.desk();
  const web::OverviewModel model = web::overview_model(desk.state(), desk.findings(), desk.today());
  CHECK(model.unled == 3);
  REQUIRE(model.levels.back().cases == 2);
  web::OverviewMemory memory;
  Screen screen(desk, [&](const web::Look& look, Wishes& out) {
    web::draw_overview(look, model, {}, memory, out);
  });
  for (std::size_t at = 0; at < model.levels.size(); ++at)
    CHECK(screen.press("level_bar_" + std::to_string(at)) == model.levels[at].cases);
}

TEST_CASE("numbers: a leader's work counts and opens what is led on the county's side") {
  test::DeskFixture fixture;
  complicate(fixture);
  core::app::Desk& desk = fixture.desk();
  const web::LeadsModel model = web::leads_model(desk.state(), desk.findings(), desk.today());
  REQUIRE(model.loads.size() == 2);
  for (const web::LeadsModel::Load& load : model.loads) {
    std::size_t kept = 0;
    for (std::size_t row = 0; row < model.rows.size(); ++row)
      if (model.keeps(row, web::LeadScope::All, load.leader)) ++kept;
    CHECK_MESSAGE(kept == load.cases, load.name);
  }
}
