// Units, officials, leads, weekly reports and statistics, each by small tables.
#include <doctest/doctest.h>

#include <algorithm>

#include "core/base/text.h"
#include "tests/intake/import_support.h"

using core::intake::FileLog;

namespace {

bool has_reason(const FileLog& log, std::string_view reason) {
  return std::any_of(log.issues.begin(), log.issues.end(), [reason](const core::Issue& issue) {
    return core::contains(issue.reason, reason);
  });
}

bool has_note(const FileLog& log, std::string_view text) {
  return std::any_of(log.notes.begin(), log.notes.end(),
                     [text](const std::string& note) { return core::contains(note, text); });
}

std::vector<core::Fact> facts_of_kind(const test::ImportTrial& trial, std::string_view kind) {
  std::vector<core::Fact> found;
  for (const core::RecordedFact& recorded : trial.facts())
    if (recorded.fact.kind == kind) found.push_back(recorded.fact);
  return found;
}

/// A county with units, leaders and two cases.
struct Trial : test::ImportTrial {
  Trial() {
    units({{"T01", "柳林镇"}, {"D07", "县民政局"}});
    csv("领导.csv", kOfficials);
    csv("件.csv",
        "信访件编号,姓名,登记日期,责任单位,信访目的\n"
        "A1,罗刚,2026-03-02,柳林镇,求决\nA2,李静桂,2026-03-02,县民政局,揭发控告\n");
  }
  static constexpr std::string_view kOfficials =
      "姓名,职务,级别,单位,分管单位\n"
      "马明,县长,县主要领导,,\n"
      "赵艳,副县长,县级领导,,柳林镇、县民政局\n"
      "张勇,党委书记,单位主要领导,柳林镇,\n"
      "刘军,副镇长,单位分管领导,柳林镇,\n";
};

}  // namespace

TEST_CASE("unit drafter: registers with type and group, renames, learns aliases") {
  test::ImportTrial trial;
  FileLog log = trial.csv("单位.csv",
                          "单位代码,单位名称,单位类别,简称\n"
                          "T01,柳林镇,乡镇,\nS01,新华街道,乡镇,\n"
                          "D07,县民政局,县直部门,民政\nV01,县税务局,垂管单位,\n"
                          "X01,,乡镇,\n,无代码镇,乡镇,\nZ01,怪单位,神秘类别,\n");
  CHECK(log.added == 5);
  CHECK(log.refused == 2);
  CHECK(has_reason(log, "不在已知的单位类别里，此格未取"));
  CHECK(has_note(log, "按导入当日登记"));
  const auto unit = [&trial](std::string_view code) {
    return trial.state().unit(trial.state().find_unit(code));
  };
  CHECK(unit("S01").type == core::UnitType::Subdistrict);
  CHECK(unit("S01").group == core::UnitGroup::Township);
  CHECK(unit("V01").type == core::UnitType::Vertical);
  CHECK(unit("V01").group == core::UnitGroup::Department);
  log = trial.csv("单位.csv",
                  "单位代码,单位名称,单位类别,简称\n"
                  "T01,柳林镇,,\nD07,县社会事务局,县直部门,社会局\n");
  CHECK(log.unchanged == 1);
  CHECK(log.updated == 1);
  CHECK(facts_of_kind(trial, "unit.renamed").size() == 1);
  CHECK(unit("D07").aliases.size() == 3);
}

TEST_CASE("official drafter: keys, ranks, several of one name, a changed post") {
  Trial trial;
  const core::State& state = trial.state();
  CHECK(state.find_official("county/马明").known());
  CHECK(state.official(state.find_official("county/赵艳")).oversees.size() == 2);
  CHECK(state.official(state.find_official("T01/张勇")).rank == core::OfficialRank::UnitMain);
  std::size_t facts = trial.facts().size();
  CHECK(trial.csv("领导.csv", Trial::kOfficials).unchanged == 4);
  CHECK(trial.facts().size() == facts);
  FileLog log = trial.csv("领导.csv",
                          "姓名,职务,级别,单位,分管单位\n"
                          "张勇,镇长,单位主要领导,柳林镇,\n"
                          "张勇,副镇长,单位分管领导,柳林镇,\n"
                          "赵艳,副县长,县级领导,,\n"
                          "孙平,科员,一般干部,柳林镇,\n"
                          "吴军,局长,单位主要领导,,\n");
  CHECK(log.updated == 1);
  CHECK(log.added == 1);
  CHECK(log.unchanged == 1);
  CHECK(log.refused == 2);
  CHECK(state.official(state.find_official("T01/张勇")).post == "镇长");
  CHECK(state.find_official("T01/张勇#2").known());
  CHECK(state.official(state.find_official("county/赵艳")).oversees.size() == 2);
}

TEST_CASE("lead drafter: grounds and a named leader with plan, day and task force") {
  Trial trial;
  const std::string list =
      "信访件编号,包案依据,交办文号,县级包案领导,单位包案领导,工作专班,化解方案,化解时限\n"
      "A1,到省个访、县级排查,交〔2026〕1号,赵艳（副县长）,刘军,高强（组长）、何丽,一案一策,2027-05-"
      "01\n";
  FileLog log = trial.csv("清单.csv", list);
  CHECK(log.added == 1);
  CHECK(log.issues.empty());
  CHECK(facts_of_kind(trial, "case.grounded").size() == 2);
  const auto leads = facts_of_kind(trial, "lead.assigned");
  REQUIRE(leads.size() == 1);
  CHECK(leads[0].fields.text("official") == "county/赵艳");
  CHECK(leads[0].fields.text("unit_official") == "T01/刘军");
  CHECK(leads[0].fields.text("level") == "county_portfolio");
  CHECK(leads[0].fields.find("task_force")->list()->size() == 2);
  CHECK(core::to_json(*leads[0].fields.find("task_force")) ==
        R"([{"name":"高强","role":"组长"},{"name":"何丽"}])");
  CHECK(trial.csv("清单.csv", list).unchanged == 1);
  log = trial.csv("清单.csv", "信访件编号,包案依据,县级包案领导\nA1,到省个访,马明\n");
  CHECK(log.updated == 1);
  const auto handed = facts_of_kind(trial, "lead.handed_over");
  REQUIRE(handed.size() == 1);
  CHECK(handed[0].fields.text("level") == "county_main");
}

TEST_CASE(
    "lead drafter: without a leader plan and day stay with the ground, the task force waits") {
  Trial trial;
  FileLog log = trial.csv("清单.csv",
                          "信访件编号,包案依据,县级包案领导,工作专班,化解方案,化解时限\n"
                          "A1,上级交办,,何丽,一案一策,2027-05-01\n");
  CHECK(log.added == 1);
  CHECK(has_note(log, "专班随包案登记"));
  const auto grounds = facts_of_kind(trial, "case.grounded");
  CHECK(grounds.at(0).fields.text("ground") == "superior_assigned");
  CHECK(grounds[0].fields.text("plan") == "一案一策");
  CHECK(grounds[0].fields.text("resolve_by") == "2027-05-01");
  CHECK(!core::contains(trial.json(), "何丽"));
  log = trial.csv("清单.csv",
                  "信访件编号,包案依据,县级包案领导\n"
                  "A9,县级排查,\nA1,天上掉的,\nA2,县级排查,王麻子\n");
  CHECK(log.refused == 2);
  CHECK(log.added == 1);
  CHECK(has_reason(log, "没有登记这件信访事项"));
  CHECK(has_reason(log, "不在已知的包案依据里"));
  CHECK(has_reason(log, "没有登记这位县级领导，此格未取"));
}

TEST_CASE("report drafter: reports, the same again, changed ones, two in one week") {
  Trial trial;
  const std::string header = "信访件编号,报告周,本周工作,进展,报送时间,填报人\n";
  const std::string row = "A1,2026-W36,接谈罗刚3次，电话13800138000,80%,2026-09-03,胡建强\n";
  FileLog log = trial.csv("周报.csv", header + row);
  CHECK(log.added == 1);
  const auto reports = facts_of_kind(trial, "report.filed");
  CHECK(reports.at(0).by == "胡建强");
  CHECK(reports[0].fields.integer("progress") == 80);
  CHECK(reports[0].fields.text("work") == "接谈罗某3次，电话〔已隐去〕");
  CHECK(core::to_string(reports[0].on) == "2026-09-03");
  CHECK(trial.csv("周报.csv", header + row).unchanged == 1);
  const std::string two = header + row + "A1,第36周,补报,90%,2026-09-04,胡建强\n";
  log = trial.csv("周报.csv", two);
  CHECK(log.unchanged == 1);
  CHECK(log.added == 1);
  CHECK(trial.csv("周报.csv", two).unchanged == 2);
  log = trial.csv("周报.csv", header +
                                  "A1,2026-W36,补报,95%,2026-09-04,胡建强\n"
                                  "A1,2026-W99,补报,95%,2026-09-04,胡建强\n"
                                  "A1,2026-W37,补报,95%,,胡建强\n"
                                  "A8,2026-W37,补报,95%,2026-09-04,胡建强\n");
  CHECK(log.updated == 1);
  CHECK(log.refused == 3);
}

TEST_CASE("report drafter: reports on accusations tell no content") {
  Trial trial;
  const FileLog log = trial.csv("周报.csv",
                                "信访件编号,报告周,本周工作,进展,报送时间,填报人\n"
                                "A2,2026-W36,查了某人的账,80%,2026-09-03,胡建强\n");
  CHECK(log.added == 1);
  CHECK(!core::contains(trial.json(), "查了某人的账"));
}

TEST_CASE("statistics drafter: counts become figures, rates are only checked") {
  Trial trial;
  FileLog log = trial.csv("2026年7月.csv",
                          "单位,受理总数,受理按期办结,受理办结率,答复总数,答复按期办结\n"
                          "柳林镇,10,9,90.00%,10,11\n县民政局,20,10,55.00%,0,0\n"
                          "合计,30,19,63.33%,10,11\n某局,1,1,100%,1,1\n");
  CHECK(log.added == 2);
  CHECK(log.skipped == 1);
  CHECK(log.refused == 1);
  CHECK(has_reason(log, "大于总数10，此格未取"));
  CHECK(has_reason(log, "与件数不符：10/20＝50.00%，以件数为准"));
  REQUIRE(trial.state().statistics().size() == 3);
  CHECK(trial.state().statistics()[0].period == "2026-07");
  log = trial.csv("2026年7月.csv", "单位,受理总数,受理按期办结\n柳林镇,10,8\n县民政局,20,10\n");
  CHECK(log.updated == 1);
  CHECK(log.unchanged == 1);
  CHECK(trial.state().statistics().size() == 3);
}

TEST_CASE("statistics drafter: a rate may be rounded to the digits it shows") {
  const auto issues = [](std::string_view rate) {
    Trial trial;
    return trial
        .csv("2026年7月.csv",
             "单位,受理总数,受理按期办结,受理办结率\n柳林镇,32,25," + std::string(rate) + "\n")
        .issues;
  };
  for (const char* rate : {"78.13%", "78.12%", "78.1%", "78%", "78.13", "0.7813", "0.78"})
    CHECK(issues(rate).empty());
  for (const char* rate : {"78.2%", "78.14%", "79%", "0.79"}) {
    CAPTURE(rate);
    REQUIRE(issues(rate).size() == 1);
    CHECK(core::contains(issues(rate)[0].reason, "25/32＝78.13%"));
  }
}

TEST_CASE("importer: a file of which nothing could be taken is recorded once") {
  Trial trial;
  const std::string file = "信访件编号,登记日期,责任单位\nZ1,2026-03-02,某局\n";
  for (int i = 0; i < 2; ++i) {
    CHECK(trial.csv("坏.csv", file).refused == 1);
    const std::vector<core::Fact> imports = facts_of_kind(trial, "import.recorded");
    CHECK(std::count_if(imports.begin(), imports.end(), [](const core::Fact& each) {
            return each.fields.text("file") == "坏.csv" && each.fields.integer("refused") == 1;
          }) == 1);
  }
}

TEST_CASE("statistics drafter: a period nobody tells is asked for, a mapping tells it") {
  Trial trial;
  const std::string table = "单位,受理总数,受理按期办结\n民政口,10,8\n";
  FileLog log = trial.csv("统计.csv", table);
  CHECK(core::contains(log.error, "看不出是哪个月"));
  CHECK(log.rows == 0);
  log =
      trial.csv("统计.csv", table, R"({"sheets":[{"period":"2026-08","units":{"民政口":"D07"}}]})");
  CHECK(log.added == 1);
  CHECK(trial.state().statistics()[0].period == "2026-08");
}

TEST_CASE("importer: files that are no tables are told and change nothing") {
  Trial trial;
  const std::size_t facts = trial.facts().size();
  FileLog log = trial.csv("商品.csv", "商品,数量\n白菜,3\n");
  CHECK(core::contains(log.error, "认不出这张表"));
  log = trial.csv("空.csv", "");
  CHECK(!log.error.empty());
  core::intake::ImportFile file;
  file.name = "单位.csv";
  file.bytes = "单位代码,单位名称\nT02,石桥镇\n";
  file.as = core::intake::SheetKind::Cases;
  log = trial.run({file}).files.front();
  CHECK(log.error == "不能作为“信访事项”导入：缺少信访件编号、登记日期");
  CHECK(trial.facts().size() == facts);
}

TEST_CASE("importer: repeated headers, sums, signatures and blank rows are no data") {
  Trial trial;
  const FileLog log = trial.csv("件.csv",
                                "信访件编号,登记日期,责任单位,备注\n"
                                "B1,2026-03-02,柳林镇,\n,,,\n"
                                "信访件编号,登记日期,责任单位,备注\n"
                                "B2,2026-03-02,柳林镇,\n"
                                "二、县直部门,,,\n合计,2,,\n填表人：高强,,,\n");
  CHECK(log.added == 2);
  CHECK(log.skipped == 4);
  CHECK(log.refused == 0);
  CHECK(has_note(log, "跳过4行"));
  CHECK(!core::contains(core::to_json(core::intake::log_json({{log}})), "高强"));
}

TEST_CASE("importer: what stands below a table is skipped, however many cells it has") {
  Trial trial;
  FileLog log = trial.csv("件.csv",
                          "信访件编号,姓名,登记日期,责任单位,概况\n"
                          "B1,罗刚,2026-03-02,柳林镇,备注：急\n"
                          "填表人：张三,,,审核人：李四,\n"
                          "填表人：张三,,,,2026年11月23日\n"
                          "填表人：张三,审核人：李四,填表日期：2026-11-23,,\n"
                          "制表：张三,,,审核：李四,\n"
                          "单位负责人：张三,,联系电话：2345678,,\n"
                          "备注,本表由信访局填写,,,\n（盖章）,,,,\n");
  CHECK(log.added == 1);
  CHECK(log.skipped == 7);
  CHECK(log.issues.empty());
  log = trial.csv("2026年7月.csv",
                  "单位,受理总数,受理按期办结\n柳林镇,10,9\n填表人：张三,,审核人：李四\n");
  CHECK(log.added == 1);
  CHECK(log.skipped == 1);
  // Whatever looks like data is taken or listed, never passed over.
  log = trial.csv("件.csv",
                  "备注,信访件编号,登记日期,责任单位\n说明：急,B2,2026-03-02,柳林镇\n"
                  "说明：急,B3,,柳林镇\n说明：急,,2026-03-02,柳林镇\n,备注,2026-03-02,柳林镇\n");
  CHECK(log.skipped == 0);
  CHECK(log.refused == 2);
  CHECK(log.added == 2);
}

TEST_CASE("statistics drafter: a row none of whose figures can be taken is refused") {
  Trial trial;
  FileLog log = trial.csv("2026年7月.csv",
                          "单位,受理总数,受理按期办结,答复总数,答复按期办结\n"
                          "柳林镇,-3,-3,abc,8\n县民政局,10,9,abc,8\n");
  CHECK(log.refused == 1);
  CHECK(log.added == 1);
  CHECK(has_reason(log, "没有一项数字可取"));
  log = trial.csv("2026年7月.csv", "单位,受理总数,受理按期办结\n柳林镇,,\n");
  CHECK(log.unchanged == 1);
  CHECK(log.issues.empty());
}

TEST_CASE(
    "statistics drafter: a period that begins after today is refused, the running one is not") {
  Trial trial;
  trial.set_today("2026-11-23");
  const std::string table = "单位,受理总数,受理按期办结\n柳林镇,10,9\n";
  FileLog log = trial.csv("2026年12月.csv", table);
  CHECK(log.refused == 1);
  CHECK(has_reason(log, "统计期间2026-12在今天（2026-11-23）之后"));
  CHECK(trial.csv("2026年11月.csv", table).added == 1);
}

TEST_CASE("lists: names of officials stay, numbers beside them do not get in") {
  Trial trial;
  const FileLog leads = trial.csv("清单.csv",
                                  "信访件编号,包案依据,县级包案领导,工作专班\n"
                                  "A1,到省个访,赵艳,何丽13933334444（组长 13944445555）、李四 "
                                  "13955556666\n");
  CHECK(leads.scrubbed.phone == 3);
  const auto assigned = facts_of_kind(trial, "lead.assigned");
  REQUIRE(assigned.size() == 1);
  CHECK(core::to_json(*assigned[0].fields.find("task_force")) ==
        R"([{"name":"何丽","role":"组长"},{"name":"李四"}])");
  CHECK(trial.csv("领导.csv", "姓名,职务,级别,单位\n李四光 13900001111,镇长,单位主要领导,柳林镇\n")
            .scrubbed.phone == 1);
  CHECK(trial.state().find_official("T01/李四光").known());
  trial.csv("周报.csv",
            "信访件编号,报告周,本周工作,报送时间,填报人\n"
            "A1,2026-W46,接谈,2026-11-13,何强13822223333\n");
  const auto filed = facts_of_kind(trial, "report.filed");
  REQUIRE(filed.size() == 1);
  CHECK(filed[0].by == "何强");
}

TEST_CASE("lead drafter: of an accusation only the number of a document is taken") {
  Trial trial;
  const FileLog log = trial.csv("清单.csv",
                                "信访件编号,包案依据,县级包案领导,交办文号\n"
                                "A2,到省个访,赵艳,关于张三丰贪污的交办函\n");
  CHECK(log.added == 1);
  CHECK(has_reason(log, "检举控告事项只登记文号"));
  CHECK(!core::contains(trial.json(), "张三丰"));
  CHECK(!core::contains(core::to_json(core::intake::log_json({{log}})), "张三丰"));
  trial.csv("清单.csv",
            "信访件编号,包案依据,县级包案领导,交办文号\nA2,到省个访,赵艳,青信〔2026〕3号\n");
  CHECK(core::contains(trial.json(), "青信〔2026〕3号"));
}
