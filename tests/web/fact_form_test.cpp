#include "web/models/fact_form.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/model/fact_kind.h"
#include "tests/web/desk_fixture.h"

using web::FactForm;
using web::FormField;

namespace {

constexpr const char* kC = "511720261100000211";

struct Forms {
  test::DeskFixture fixture;
  core::Date today = fixture.desk().today();

  const core::State& state() { return fixture.desk().state(); }
  FactForm open(const char* kind, const char* key = kC, const core::Fields& given = {}) {
    return web::fact_form(state(), kind, key, given, today);
  }
  void fill(FactForm& form, std::string_view name, const char* text) {
    for (FormField& field : form.fields)
      if (field.spec->name == name) field.text = text;
    web::check(form, state(), today);
  }
  std::string problem(const FactForm& form, std::string_view name) {
    for (const FormField& field : form.fields)
      if (field.spec->name == name) return field.problem;
    return "no such field";
  }
  core::Fact fact(const FactForm& form) { return web::fact_of(form, state(), today); }
};

}  // namespace

TEST_CASE("fact form: what is missing stands beside its field until it is there") {
  Forms forms;
  FactForm form = forms.open("case.forwarded");
  CHECK(form.title == "转送交办");
  CHECK(form.about == "拖欠工资 511720261100000211");
  CHECK(form.quotes.front().label == "条例22");
  CHECK(forms.problem(form, "unit") == "必填");
  CHECK_FALSE(form.ready());
  forms.fill(form, "unit", "T01");
  CHECK(form.ready());
  const core::Fact fact = forms.fact(form);
  CHECK(fact.kind == "case.forwarded");
  CHECK(fact.on == forms.today);
  CHECK(fact.fields == core::Fields{{"case", kC}, {"unit", "T01"}});
}

TEST_CASE("fact form: days are read as people type them and checked against the case") {
  Forms forms;
  FactForm form = forms.open("case.accepted");
  CHECK(form.ready());
  form.day = "11月20日";
  web::check(form, forms.state(), forms.today);
  CHECK(form.ready());
  CHECK(forms.fact(form).on == *core::make_date(2026, 11, 20));
  form.day = "11月1日";
  web::check(form, forms.state(), forms.today);
  CHECK(form.day_problem == "日期2026年11月1日早于收到之日（2026年11月16日）");
  form.day = "下周";
  web::check(form, forms.state(), forms.today);
  CHECK(form.day_problem == "不是有效日期");
  form.day.clear();
  web::check(form, forms.state(), forms.today);
  CHECK(form.day_problem == "必填");
}

TEST_CASE("fact form: a deadline without a year lies ahead of what it follows") {
  Forms forms;
  FactForm lead = forms.open("lead.assigned");
  forms.fill(lead, "level", "county_portfolio");
  forms.fill(lead, "official", "L1");
  forms.fill(lead, "resolve_by", "12-31");
  REQUIRE(lead.ready());
  CHECK(forms.fact(lead).fields.text("resolve_by") == "2026-12-31");
  forms.fill(lead, "resolve_by", "2025-12-31");
  CHECK(forms.problem(lead, "resolve_by") == "早于起算之日（2026年11月23日）");
  forms.fill(lead, "resolve_by", "2026-11-23");
  CHECK(forms.problem(lead, "resolve_by").empty());
  lead.day = "11-25";  // which was last year
  forms.fill(lead, "resolve_by", "12-31");
  CHECK(forms.fact(lead).fields.text("resolve_by") == "2025-12-31");

  FactForm received = forms.open("case.registered", "");
  received.key = "N1";
  forms.fill(received, "unit", "T01");
  forms.fill(received, "received_on", "11.20");
  forms.fill(received, "imported_deadline", "1月20日");
  REQUIRE(received.ready());
  CHECK(forms.fact(received).fields.text("received_on") == "2026-11-20");
  CHECK(forms.fact(received).fields.text("imported_deadline") == "2027-01-20");
  forms.fill(received, "imported_deadline", "2026-11-19");
  CHECK(forms.problem(received, "imported_deadline") == "早于起算之日（2026年11月20日）");
  forms.fill(received, "imported_deadline", "2026-11-21");  // before it was registered: no matter
  CHECK(received.ready());
}

TEST_CASE("fact form: a deadline that was there before is not held against a form") {
  Forms forms;
  const FactForm given = forms.open("lead.assigned", kC, {{"resolve_by", "2026-10-31"}});
  CHECK(forms.problem(given, "resolve_by").empty());
}

TEST_CASE("fact form: a number that is taken is said beside it") {
  Forms forms;
  FactForm form = forms.open("case.registered", "");
  form.key = kC;
  forms.fill(form, "unit", "T01");
  CHECK(form.key_problem == "事项“511720261100000211”已登记");
  CHECK(form.problems.empty());
}

TEST_CASE("fact form: a number is taken however wide it is typed") {
  Forms forms;
  FactForm form = forms.open("case.registered", "");
  form.key = "　５１１７２０２６１１０００００２１１ ";
  forms.fill(form, "unit", "T01");
  CHECK(form.key_problem == "事项“511720261100000211”已登记");
  FactForm unit = forms.open("unit.registered", "");
  unit.key = " D01　";
  forms.fill(unit, "name", "县住建局");
  CHECK(unit.key_problem == "单位“D01”已登记，如需改动请更正原记录");
}

TEST_CASE("fact form: an ID number is no number of a case, and is not repeated") {
  Forms forms;
  FactForm form = forms.open("case.registered", "");
  form.key = "511121199001011238";
  forms.fill(form, "unit", "T01");
  CHECK(form.key_problem == "像身份证号，不能作编号");
  CHECK_FALSE(form.ready());
}

TEST_CASE("fact form: a unit that was imported is given an alias, its name left alone") {
  Forms forms;
  FactForm form = forms.open("unit.renamed", "D01");
  CHECK_FALSE(form.ready());  // nothing is said yet
  forms.fill(form, "name", "县社会局");
  CHECK(form.ready());
  forms.fill(form, "name", "县住建局");
  forms.fill(form, "aliases", "住建局，青山县住建局");
  REQUIRE(form.ready());
  const auto refused = forms.fixture.desk().record({forms.fact(form)});
  REQUIRE(refused.ok());
  CHECK(refused.value().empty());
  const core::UnitRow& unit = forms.state().unit(forms.state().find_unit("D01"));
  CHECK(unit.aliases == std::vector<std::string>{"住建局", "青山县住建局"});
}

TEST_CASE("fact form: days stand in it as everywhere on the page") {
  Forms forms;
  FactForm form = forms.open("lead.assigned", kC, {{"resolve_by", "2026-12-31"}});
  CHECK(form.day == "2026年11月23日");
  CHECK(forms.fact(form).on == forms.today);
  CHECK(forms.fact(form).fields.text("resolve_by") == "2026-12-31");
  form.day = "2026-11-24";
  web::check(form, forms.state(), forms.today);
  CHECK(form.day_problem == "日期2026年11月24日在今天（2026年11月23日）之后");
}

TEST_CASE("fact form: an effect without its cause is refused while it is filled in") {
  Forms forms;
  const FactForm form = forms.open("case.review_decided");
  CHECK(form.problems == std::vector<std::string>{"此前没有“请求复查”的记录"});
  CHECK_FALSE(form.ready());
}

TEST_CASE("fact form: numbers, choices, people and yes or no become what the ledger keeps") {
  Forms forms;
  FactForm form = forms.open("lead.assigned");
  forms.fill(form, "level", "county_portfolio");
  forms.fill(form, "official", "L1");
  forms.fill(form, "task_force", "李建国 组长\n赵敏");
  forms.fill(form, "resolve_by", "2026.12.31");
  REQUIRE(form.ready());
  const core::Fact fact = forms.fact(form);
  CHECK(fact.fields.text("resolve_by") == "2026-12-31");
  CHECK(core::to_json(*fact.fields.find("task_force")) ==
        R"([{"name":"李建国","role":"组长"},{"name":"赵敏"}])");
  forms.fill(form, "task_force", "王强　组长\n李敏，成员\n　赵敏 县委 副书记");
  CHECK(
      core::to_json(*forms.fact(form).fields.find("task_force")) ==
      R"([{"name":"王强","role":"组长"},{"name":"李敏","role":"成员"},{"name":"赵敏","role":"县委 副书记"}])");
  FactForm report = forms.open("report.filed", kC, {{"week", "2026-W47"}});
  forms.fill(report, "progress", "６５");
  forms.fill(report, "needs_county", "true");
  REQUIRE(report.ready());
  CHECK(forms.fact(report).fields.integer("progress") == 65);
  CHECK(forms.fact(report).fields.boolean("needs_county"));
  forms.fill(report, "progress", "130");
  CHECK(forms.problem(report, "progress") == "130不在0至100之间");
  forms.fill(report, "progress", "一半");
  CHECK(forms.problem(report, "progress") == "应为整数");
}

TEST_CASE("fact form: a report is about the week it is written in unless another is given") {
  Forms forms;
  const auto week_of = [&](const FactForm& form) {
    return std::string(forms.fact(form).fields.text("week"));
  };
  CHECK(week_of(forms.open("report.filed")) == core::to_string(core::iso_week(forms.today)));
  CHECK(week_of(forms.open("report.filed", kC, {{"week", "2026-W40"}})) == "2026-W40");
}

TEST_CASE("fact form: petitioners are masked and free text is scrubbed as at an import") {
  Forms forms;
  FactForm form = forms.open("case.registered", "");
  CHECK(form.asks_key);
  CHECK(form.key_problem == "必填");
  form.key = "N1";
  forms.fill(form, "unit", "T01");
  forms.fill(form, "petitioner", "张三丰");
  forms.fill(form, "summary", "张三丰电话13812345678反映道路问题");
  REQUIRE(form.ready());
  const std::string json = core::to_json(core::fact_to_json(forms.fact(form)));
  CHECK(json.find("张某") != std::string::npos);
  CHECK(json.find("张三丰") == std::string::npos);
  CHECK(json.find("13812345678") == std::string::npos);
  CHECK(json.find("道路问题") != std::string::npos);
}

TEST_CASE("fact form: a correction says only what has changed") {
  Forms forms;
  forms.fixture.record(
      R"({"kind":"report.filed","on":"2026-11-20","case":"511720261100000211","week":"2026-W47","progress":20,"work":"接谈"})");
  const core::State& state = forms.state();
  const auto fact = forms.fixture.desk().ledger().fact(core::FactRef{state.fact_count()});
  REQUIRE(fact.ok());
  FactForm form = web::correction_form(state, fact.value(), forms.today);
  CHECK(form.title == "更正：周报告");
  REQUIRE(form.problems.size() == 1);
  CHECK(form.problems.front() == "还没有改动");
  CHECK(form.reason_problem == "必填");
  forms.fill(form, "progress", "30");
  forms.fill(form, "work", "");
  form.reason = "填错";
  web::check(form, forms.state(), forms.today);
  REQUIRE(form.ready());
  const core::Fact amendment = forms.fact(form);
  CHECK(amendment.kind == "fact.corrected");
  CHECK(core::to_json(*amendment.fields.find("with")) == R"({"progress":30,"work":null})");
  CHECK(amendment.fields.text("reason") == "填错");
  REQUIRE(forms.fixture.desk().carry_out(core::app::RecordFacts{{amendment}}).ok());
}

TEST_CASE("fact form: a correction keeps what has another shape than the form shows") {
  Forms forms;
  forms.fixture.record(
      R"({"kind":"case.flagged","on":"2026-11-20","case":"511720261100000211","key":true,"fourfold":{"area":true,"group":false}})");
  const auto fact = forms.fixture.desk().ledger().fact(core::FactRef{forms.state().fact_count()});
  FactForm form = web::correction_form(forms.state(), fact.value(), forms.today);
  form.reason = "补充";
  const auto shown = [&](std::string_view name) {
    for (const FormField& field : form.fields)
      if (field.spec->name == name) return field.text;
    return std::string("no such field");
  };
  CHECK(shown("fourfold") == "area");
  CHECK(form.problems == std::vector<std::string>{"还没有改动"});
  forms.fill(form, "grave", "true");
  REQUIRE(form.ready());
  CHECK(core::to_json(*forms.fact(form).fields.find("with")) == R"({"grave":true})");
  forms.fill(form, "fourfold", "area、issue");
  CHECK(core::to_json(*forms.fact(form).fields.find("with")) ==
        R"({"fourfold":["area","issue"],"grave":true})");
}

TEST_CASE("fact form: every fact of a case, a lead and a report has a form") {
  Forms forms;
  for (const core::KindSpec& kind : core::fact_kinds()) {
    if (kind.subject != core::Subject::Kind::Case) continue;
    const FactForm form = forms.open(kind.kind.data());
    CHECK_MESSAGE(form.open(), kind.kind);
    CHECK_MESSAGE(form.fields.size() == kind.fields.size(), kind.kind);
    CHECK_MESSAGE((form.quotes.empty() || !form.quotes.front().text.empty()), kind.kind);
  }
  CHECK_FALSE(forms.open("no.such_kind").open());
}

TEST_CASE("fact form: choices put the likeliest first and nobody who has left") {
  Forms forms;
  forms.fixture.record(
      R"({"kind":"official.appointed","on":"2026-01-04","official":"L2","name":"安平","rank":"county_leader"})");
  forms.fixture.record(R"({"kind":"official.left","on":"2026-06-01","official":"L2"})");
  FactForm form = forms.open("lead.assigned");
  const core::UnitIndex unit = forms.state().find_unit("T01");
  const auto first = [&](std::string_view name) {
    for (const FormField& field : form.fields)
      if (field.spec->name == name)
        return web::choices_of(forms.state(), *field.spec, unit, forms.today);
    return std::vector<web::FormChoice>{};
  };
  REQUIRE(first("official").size() == 2);
  CHECK(first("official")[0].words == "周明");
  CHECK(first("official")[0].more == "县委副书记");
  CHECK(first("unit_official")[0].words == "李建国");
  CHECK(first("level").size() == 3);
}

TEST_CASE("fact form: what would say nothing, or settle what was never done, is not written down") {
  test::DeskFixture fixture;
  const core::State& state = fixture.desk().state();
  const core::Date today = fixture.desk().today();
  const auto problems = [&](std::string_view kind, core::Fields given = {}) {
    const web::FactForm form = web::fact_form(state, kind, "511720260900000093", given, today);
    std::vector<std::string> found = form.problems;
    for (const FormField& field : form.fields) found.push_back(field.problem);
    return found;
  };
  const auto says = [](const std::vector<std::string>& found, std::string_view words) {
    return std::find(found.begin(), found.end(), words) != found.end();
  };
  CHECK(says(problems("report.filed"), "应填写进展或本周工作"));
  CHECK_FALSE(says(problems("report.filed", {{"work", "面谈"}}), "应填写进展或本周工作"));
  CHECK(says(problems("report.filed", {{"work", " \u3000"}}), "应填写进展或本周工作"));
  CHECK(says(problems("case.objected", {{"reason", "　"}}), "必填"));
  CHECK_FALSE(says(problems("case.objected", {{"reason", "不属本单位职责"}}), "必填"));
  CHECK(says(problems("case.declined"), "必填"));
  CHECK(says(problems("case.flagged"), "应至少标记一项"));
  CHECK(says(problems("case.delivered"), "尚未登记处理意见，请先登记"));
  CHECK(says(problems("case.review_requested"), "尚未登记处理意见，请先登记"));
  CHECK(says(problems("case.final_requested"), "尚未登记复查意见，请先登记"));
}

TEST_CASE("fact form: a number may have its unit") {
  test::DeskFixture fixture;
  web::FactForm form = web::fact_form(fixture.desk().state(), "report.filed", "511720260900000093",
                                      {}, fixture.desk().today());
  const auto progress = std::find_if(form.fields.begin(), form.fields.end(), [](const auto& field) {
    return field.spec->name == "progress";
  });
  REQUIRE(progress != form.fields.end());
  progress->text = "５０％";
  web::check(form, fixture.desk().state(), fixture.desk().today());
  CHECK(progress->problem.empty());
  const core::Fact fact = web::fact_of(form, fixture.desk().state(), fixture.desk().today());
  REQUIRE(fact.fields.find("progress") != nullptr);
  CHECK(*fact.fields.find("progress") == core::Value(50));
}
