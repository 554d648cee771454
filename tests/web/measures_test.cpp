// Measures of the notice as the screens show them: who owes what about them, in which case's
// history they stand, and what their facts say.

#include <doctest/doctest.h>

#include <algorithm>

#include "core/app/case_file.h"
#include "core/app/show.h"
#include "tests/web/dashboard_page.h"
#include "web/models/case_model.h"
#include "web/models/names.h"
#include "web/models/overview_model.h"
#include "web/models/today_model.h"
#include "web/models/units_model.h"
#include "web/screens/fact_shelf.h"
#include "web/screens/today_screen.h"

using core::rules::RuleId;

namespace {

constexpr std::string_view kA = "511720260800000127";

/// Two reminders on A, one of them answered, then its listing; a talk with the unit that is about
/// no case; a proposal to the county.
constexpr const char* kMeasures[] = {
    R"({"kind":"case.flagged","on":"2026-09-01","case":"511720260800000127","key":true})",
    R"({"kind":"reminder.issued","on":"2026-09-24","reminder":"提〔2026〕1号","unit":"T01","case":"511720260800000127","reason":"T5","channel":"letter"})",
    R"({"kind":"reminder.answered","on":"2026-09-28","reminder":"提〔2026〕1号","text":"正在办理"})",
    R"({"kind":"reminder.issued","on":"2026-10-16","reminder":"提〔2026〕2号","unit":"T01","case":"511720260800000127","reason":"T5","channel":"letter"})",
    R"({"kind":"supervision.opened","on":"2026-11-02","supervision":"督〔2026〕3号","case":"511720260800000127","unit":"T01","ground":"two_reminders","reminders":["提〔2026〕1号","提〔2026〕2号"],"approver":"L1","resolve_by":"2027-01-01"})",
    R"({"kind":"talk.opened","on":"2026-10-12","talk":"约〔2026〕3号","ground":"rectification_failed","units":["T01"],"reason":"整改不落实","form":"individual","convener":"convener"})",
    R"({"kind":"talk.group_formed","on":"2026-10-13","talk":"约〔2026〕3号","leader":"L1"})",
    R"({"kind":"talk.targets_set","on":"2026-10-14","talk":"约〔2026〕3号","targets":[{"official":"T01/李建国","unit":"T01"}]})",
    R"({"kind":"talk.notified","on":"2026-10-15","talk":"约〔2026〕3号"})",
    R"({"kind":"talk.held","on":"2026-10-19","talk":"约〔2026〕3号"})",
    R"({"kind":"proposal.issued","on":"2026-11-03","proposal":"建〔2026〕1号","type":"policy","to":"county"})",
};

struct County {
  test::DeskFixture fixture;

  County() {
    for (const char* fact : kMeasures) fixture.record(fact);
  }
  core::app::Desk& desk() { return fixture.desk(); }
  const core::State& state() { return desk().state(); }
  const core::rules::DutyRow& duty(RuleId rule) {
    const std::vector<core::rules::DutyRow>& rows = desk().findings().duties;
    const auto at = std::find_if(rows.begin(), rows.end(),
                                 [rule](const auto& row) { return row.rule == rule; });
    REQUIRE(at != rows.end());
    return *at;
  }
  web::DutyDetail detail(RuleId rule) {
    web::FactShelf shelf(desk());
    return web::duty_detail(shelf.sources(), duty(rule));
  }
  web::CaseModel case_a() {
    const std::vector<core::RecordedFact> facts =
        core::effective(core::app::case_history(desk().ledger(), kA));
    web::FactShelf shelf(desk());
    return web::case_model(shelf.sources(), state().find_case(kA), {facts.data(), facts.size()});
  }
  web::TodayModel today() { return web::TodayModel(state(), desk().findings(), desk().today()); }
  std::string words(std::string_view json) {
    return web::fact_details(state(), core::fact_from_json(core::parse_json(json).value()).value());
  }
};

web::TodayModel::Words line_of(web::TodayModel& model, RuleId rule) {
  web::TodayQuery query;
  query.rule = rule;
  model.select(query);
  REQUIRE_FALSE(model.lines().empty());
  return model.words(0);
}

}  // namespace

TEST_CASE("measures: filings are owed by the office, about the unit") {
  County county;
  const core::UnitIndex unit = county.state().find_unit("T01");
  REQUIRE(county.duty(RuleId::Filing).unit == unit);
  web::TodayModel today = county.today();
  const web::TodayModel::Words line = line_of(today, RuleId::Filing);
  CHECK(line.who == "县联席办");
  CHECK(line.title == "约〔2026〕3号");
  CHECK(line.second == "关于西山镇");
  const web::DutyDetail detail = county.detail(RuleId::Filing);
  CHECK(detail.who == "县联席办");
  CHECK(detail.measure == "约〔2026〕3号 · 关于西山镇");
  web::TodayQuery query;
  query.unit = unit;
  query.rule = RuleId::Filing;
  today.select(query);
  CHECK(today.lines().empty());
}

TEST_CASE("measures: what the office owes about a unit is not counted with the unit") {
  County county;
  const core::UnitIndex unit = county.state().find_unit("T01");
  std::size_t open = 0, late = 0;
  for (const core::rules::DutyRow& row : county.desk().findings().duties) {
    if (row.unit != unit || row.rule == RuleId::Filing) continue;
    if (row.state == core::rules::DutyState::Overdue) ++late;
    if (row.state == core::rules::DutyState::Overdue || row.state == core::rules::DutyState::Open)
      ++open;
  }
  const web::OverviewModel overview =
      web::overview_model(county.state(), county.desk().findings(), county.desk().today());
  const auto load = std::find_if(overview.units.begin(), overview.units.end(),
                                 [&](const auto& each) { return each.unit == unit; });
  REQUIRE(load != overview.units.end());
  CHECK(load->open == open);
  CHECK(load->late == late);
  const web::UnitsModel units =
      web::units_model(county.state(), county.desk().findings(), county.desk().today());
  CHECK(units.units.value(unit.value, static_cast<std::size_t>(web::UnitColumn::Late)) ==
        static_cast<std::int64_t>(late));
}

TEST_CASE("measures: a policy proposal is answered by the county, one to an organ by that") {
  County county;
  web::TodayModel today = county.today();
  CHECK(line_of(today, RuleId::ProposalAnswer).who == "县委、县政府");
  CHECK(county.detail(RuleId::ProposalAnswer).who == "县委、县政府");
  county.fixture.record(
      R"({"kind":"proposal.issued","on":"2026-11-04","proposal":"建〔2026〕2号","type":"accountability","to":"县纪委监委","unit":"T01"})");
  county.fixture.record(
      R"({"kind":"proposal.issued","on":"2026-11-05","proposal":"建〔2026〕3号","type":"accountability","to":"县纪委监委","unit":"T01"})");
  web::TodayModel later = county.today();
  web::TodayQuery query;
  query.rule = RuleId::ProposalAnswer;
  later.select(query);
  REQUIRE(later.lines().size() == 3);
  CHECK(later.words(1).who == "县纪委监委");
  constexpr auto kUnit = static_cast<std::size_t>(web::TodayColumn::Unit);
  const std::int64_t organ = later.value(later.row_at(1), kUnit);
  CHECK(later.word(kUnit, organ) == "县纪委监委");
  CHECK(later.value(later.row_at(2), kUnit) == organ);
  CHECK(later.value(later.row_at(0), kUnit) != organ);
}

TEST_CASE("measures: duties about two measures of one case have keys of their own") {
  County county;
  const web::CaseModel model = county.case_a();
  std::vector<std::uint64_t> keys;
  for (const web::CaseModel::Duty& duty : model.duties) keys.push_back(duty.key);
  std::sort(keys.begin(), keys.end());
  CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
}

TEST_CASE("measures: of two reminders' duties on the case screen one opens") {
  test::DashboardPage page;
  for (const char* fact : kMeasures) page.fixture.record(fact);
  page.dashboard.go("cases");
  page.ui.press("…00127");
  REQUIRE(page.dashboard.screen() == "case");
  std::vector<std::string> answers;
  for (const web::RegistryItem& item : page.ui.items())
    if (item.label.find("反馈") != std::string::npos && item.id.starts_with("duty_"))
      answers.push_back(item.id);
  REQUIRE(answers.size() >= 2);
  CHECK(answers[0] != answers[1]);
  page.ui.press(answers[0]);
  page.ui.frames();
  std::size_t open = 0;
  for (const web::RegistryItem& item : page.ui.items())
    if (item.id.starts_with("duty_") && item.value == "true") ++open;
  CHECK(open == 1);
}

TEST_CASE("measures: the history of a case holds reminders and its listing, its head says so") {
  County county;
  const web::CaseModel model = county.case_a();
  const auto line = [&](std::string_view title, std::string_view key) {
    return std::any_of(model.facts.begin(), model.facts.end(), [&](const web::FactLine& fact) {
      return fact.title == title && fact.details.starts_with(key);
    });
  };
  CHECK(line("提醒告知", "提〔2026〕1号"));
  CHECK(line("提醒反馈", "提〔2026〕1号"));
  CHECK(line("提醒告知", "提〔2026〕2号"));
  CHECK(line("挂牌立案", "督〔2026〕3号"));
  CHECK_FALSE(line("约谈立项", "约〔2026〕3号"));
  REQUIRE(model.marks.size() == 2);
  CHECK(model.marks[0].text == "挂牌督办");
  CHECK(model.marks[1].text == "重点案件");
  for (std::size_t at = 1; at < model.facts.size(); ++at)
    CHECK(model.facts[at].details.find(kA) == std::string::npos);
}

TEST_CASE("measures: a measure in the history of a case is corrected like any other fact") {
  test::DashboardPage page;
  for (const char* fact : kMeasures) page.fixture.record(fact);
  page.dashboard.go("cases");
  page.ui.press("…00127");
  page.ui.frames();
  CHECK(page.ui.shows("挂牌督办"));
  CHECK(page.ui.shows("重点案件"));
  std::string listing;
  for (const web::RegistryItem& item : page.ui.items())
    if (item.label.starts_with("11月2日 挂牌立案 督〔2026〕3号")) listing = item.id;
  REQUIRE_FALSE(listing.empty());
  page.ui.press(listing);
  page.ui.press("correct_fact");
  CHECK(page.ui.shows("close_form"));
  CHECK(page.ui.shows("更正：挂牌立案"));
}

TEST_CASE("measures: an accusation's head has no marks, and its history no words") {
  County county;
  county.fixture.record(
      R"({"kind":"reminder.issued","on":"2026-11-20","reminder":"提〔2026〕9号","unit":"D01","case":"511720261100000300","reason":"T5","channel":"letter"})");
  const std::vector<core::RecordedFact> facts =
      core::effective(core::app::case_history(county.desk().ledger(), "511720261100000300"));
  web::FactShelf shelf(county.desk());
  const web::CaseModel model =
      web::case_model(shelf.sources(), county.state().find_case("511720261100000300"),
                      {facts.data(), facts.size()});
  CHECK(model.marks.empty());
  REQUIRE(model.facts.size() == 2);
  CHECK(model.facts[0].details == "提〔2026〕9号");
}

TEST_CASE("measures: on a past day a case's history ends there") {
  County county;
  const std::vector<core::RecordedFact> facts =
      core::effective(core::app::case_history(county.desk().ledger(), kA));
  web::FactShelf shelf(county.desk());
  web::DetailSources sources = shelf.sources();
  sources.today = *core::make_date(2026, 9, 28);
  const web::CaseModel model =
      web::case_model(sources, county.state().find_case(kA), {facts.data(), facts.size()});
  REQUIRE_FALSE(model.facts.empty());
  CHECK(model.facts.front().title == "提醒反馈");
  CHECK(model.facts.size() < facts.size());
}

TEST_CASE("measures: show case tells what was done about it") {
  County county;
  const core::Value shown = core::app::show_case(county.desk(), kA).value();
  const core::List& facts = *shown.fields()->find("facts")->list();
  const auto has = [&](std::string_view kind) {
    return std::any_of(facts.begin(), facts.end(), [kind](const core::Value& fact) {
      return fact.fields()->text("kind") == kind;
    });
  };
  CHECK(has("reminder.issued"));
  CHECK(has("reminder.answered"));
  CHECK(has("supervision.opened"));
  CHECK_FALSE(has("talk.opened"));
}

TEST_CASE("measures: what is owed about a case stands by urgency, what is settled newest first") {
  County county;
  const web::CaseModel model = county.case_a();
  using Rank = web::CaseModel::Duty::Rank;
  REQUIRE(model.duties.size() > 4);
  CHECK(model.duties.front().rank == Rank::Late);
  for (std::size_t at = 1; at < model.duties.size(); ++at) {
    const web::CaseModel::Duty& before = model.duties[at - 1];
    const web::CaseModel::Duty& here = model.duties[at];
    CHECK(before.rank <= here.rank);
    if (before.rank != here.rank || !before.due.known() || !here.due.known()) continue;
    CHECK((here.rank == Rank::Settled ? here.due <= before.due : before.due <= here.due));
  }
}

TEST_CASE("measures: facts say codes by the field they stand in, and lists in words") {
  County county;
  const auto says = [&](std::string_view json, std::string_view words) {
    const std::string all = county.words(json);
    CHECK_MESSAGE(all.find(words) != std::string::npos, all);
  };
  says(
      R"({"kind":"reminder.issued","on":"2026-11-20","unit":"T01","reason":"T5","channel":"letter"})",
      "方式 提醒函");
  says(R"({"kind":"case.registered","on":"2026-11-20","form":"letter"})", "来信");
  says(R"({"kind":"talk.signed","on":"2026-11-20","side":"office"})", "一方 约谈方");
  says(R"({"kind":"talk.signed","on":"2026-11-20","side":"target"})", "一方 被约谈方");
  says(R"({"kind":"proposal.issued","on":"2026-11-20","type":"policy","to":"county"})",
       "主送 县委、县政府");
  says(R"({"kind":"proposal.issued","on":"2026-11-20","type":"improve","to":"T01"})",
       "主送 西山镇");
  says(
      R"({"kind":"bulletin.issued","on":"2026-11-20","series":"monthly","units":[{"unit":"T01","group":"township","mention":"criticised","of":8,"rank":1,"score":"89.77"},{"unit":"D01","mention":"praised","rank":null}]})",
      "单位 西山镇 乡镇 点名批评 89.77分 第1名 共8个、县住建局 表扬");
  says(
      R"({"kind":"lead.assigned","on":"2026-11-20","case":"1","task_force":[{"name":"王强","role":"组长"}]})",
      "王强 组长");
}

TEST_CASE("measures: a part of a sentence of the notice does not end in a comma") {
  CHECK(web::quote_of("2.6").text == "建立领导包案责任清单……");
  CHECK(web::quote_of("2.7").text == "每周报告一次工作进度,直到最终化解结案销号。");
  CHECK(web::quote_of("4.2").text.ends_with("脱管漏控的……"));
}
