// What an import must not mix up: the same list again, another case under the same number, the unit
// that hands a case out, an accusation told in some other column, days that are no period.
#include <doctest/doctest.h>

#include "core/base/text.h"
#include "core/intake/tables/cell_values.h"
#include "tests/intake/import_support.h"

using core::contains;
using core::intake::FileLog;

namespace {

struct Trial : test::ImportTrial {
  Trial() {
    units({{"T01", "柳林镇"}, {"D07", "县民政局"}, {"D08", "县信访局"}});
    csv("领导.csv",
        "单位,姓名,职务,级别,分管单位,任职日期\n"
        ",王建国,县委书记,县级主要领导,,2026-01-02\n"
        ",李强杰,副县长,县级领导,县民政局,2026-01-02\n");
    csv("件.csv",
        "信访件编号,信访人,诉求,责任单位,登记日期\n"
        "C1,罗大刚,反映低保,县民政局,2026-09-08\n"
        "C2,吴大山,反映工资,县民政局,2026-09-08\n");
  }

  std::size_t count(std::string_view part) const {
    const std::string all = json();
    std::size_t found = 0;
    for (std::size_t at = all.find(part); at != std::string::npos; at = all.find(part, at + 1))
      ++found;
    return found;
  }

  std::string unit_of(std::string_view number) const {
    return std::string(state().unit(state().case_row(state().find_case(number)).unit).code);
  }

  bool is_accusation(std::string_view number) const {
    return state().case_row(state().find_case(number)).purpose == core::Purpose::Accusation;
  }
};

}  // namespace

TEST_CASE("kept apart: a list of leads brings nothing the second time, and moves no case back") {
  Trial trial;
  constexpr std::string_view kList =
      "案件编号,包案依据,县级包案领导,包案日期\n"
      "C1,省级挂牌,王建国,2026-10-01\n"
      "C1,市交办,李强杰,2026-10-05\n";
  trial.csv("包案.csv", kList);
  CHECK(trial.count("lead.assigned") == 1);
  CHECK(trial.count("lead.handed_over") == 1);
  const std::size_t facts = trial.facts().size();
  CHECK(trial.csv("包案.csv", kList).unchanged == 2);
  CHECK(trial.facts().size() == facts);
  const FileLog undated =
      trial.csv("包案二.csv", "案件编号,包案依据,县级包案领导\nC1,省级挂牌,王建国\n");
  CHECK(trial.count("lead.handed_over") == 1);
  REQUIRE(undated.issues.size() == 1);
  CHECK(contains(undated.issues.front().reason, "此后已另有包案领导"));
}

TEST_CASE("kept apart: a row without a day says nothing of the days of the rows below it") {
  Trial trial;
  trial.csv("包案.csv",
            "案件编号,包案依据,县级包案领导,包案日期\n"
            "C1,省级挂牌,王建国,2026-10-01\nC1,市交办,李强杰,2026-10-05\n");
  trial.csv("包案二.csv",
            "案件编号,包案依据,县级包案领导,包案日期\n"
            "C2,省级挂牌,王建国,\nC1,省级挂牌,王建国,2026-11-02\n");
  CHECK(trial.count("lead.handed_over") == 2);  // back to the first, on a day of its own
}

TEST_CASE("kept apart: of two leaders in one list without days the one read first stays") {
  Trial trial;
  const FileLog log = trial.csv("包案.csv",
                                "案件编号,包案依据,县级包案领导\n"
                                "C1,省级挂牌,王建国\nC1,市交办,李强杰\n");
  CHECK(trial.count("lead.handed_over") == 0);
  REQUIRE(log.issues.size() == 1);
  CHECK(log.issues.front().row == 3);
}

TEST_CASE("kept apart: a report without a day keeps the day it first came in") {
  Trial trial;
  constexpr std::string_view kReports = "案件编号,报告周,本周工作\nC1,2027年第8周,走访\n";
  trial.csv("周报.csv", kReports);
  trial.set_today("2027-03-05");
  CHECK(trial.csv("周报.csv", kReports).unchanged == 1);
  CHECK(trial.count("fact.corrected") == 0);
}

TEST_CASE("kept apart: what is no number of a case is refused") {
  Trial trial;
  const FileLog log = trial.csv("件二.csv",
                                "信访件编号,信访人,诉求,责任单位,登记日期\n"
                                "无,孙兵,修路,县民政局,2026-09-08\n"
                                "--,孙兵,修路,县民政局,2026-09-08\n"
                                "13800138000,孙兵,修路,县民政局,2026-09-08\n"
                                "5.1172026E17,孙兵,修路,县民政局,2026-09-08\n"
                                "5117 2026 0100 0000 01,孙兵,修路,县民政局,2026-09-08\n"
                                "511720260100000001,孙兵,修路,县民政局,2026-09-08\n");
  CHECK(log.refused == 4);
  CHECK(log.added == 1);
  CHECK(log.unchanged == 1);
  for (const core::Issue& issue : log.issues) CHECK_FALSE(contains(issue.text, "13800138000"));
}

TEST_CASE("kept apart: numbers that begin anew do not write one case over another") {
  Trial trial;
  trial.csv("一月.csv", "编号,信访人,诉求,责任单位,登记日期\n1,罗刚,低保,县民政局,2026-01-08\n");
  const FileLog log =
      trial.csv("三月.csv", "编号,信访人,诉求,责任单位,登记日期\n1,孙兵,工资,柳林镇,2026-03-08\n");
  REQUIRE(log.refused == 1);
  CHECK(contains(log.issues.front().reason, "像是另一件"));
  CHECK(trial.unit_of("1") == "D07");
}

TEST_CASE("kept apart: who handles a case goes before who hands it out or is complained of") {
  Trial trial;
  trial.csv("交办.csv",
            "信访件编号,登记时间,信访人,诉求,交办单位,承办单位\n"
            "F1,2026-9-8,孙兵,低保,县信访局,县民政局\n");
  trial.csv("涉事.csv",
            "信访件编号,登记时间,信访人,诉求,涉事单位,责任单位\n"
            "F2,2026-9-8,孙兵,低保,柳林镇,县民政局\n");
  CHECK(trial.unit_of("F1") == "D07");
  CHECK(trial.unit_of("F2") == "D07");
}

TEST_CASE("kept apart: an accusation is one whichever column says so, and stays one") {
  Trial trial;
  for (const std::string_view header : {"案件性质", "信访类型", "事项类型", "备注"}) {
    const std::string number = "E-" + std::string(header);
    trial.csv("件.csv", "信访件编号,姓名," + std::string(header) + ",概况,责任单位,登记日期\n" +
                            number + ",王五,检举控告,何丽收受贿赂,柳林镇,2026-10-08\n");
    CHECK(trial.is_accusation(number));
  }
  const FileLog log = trial.csv("后.csv",
                                "信访件编号,姓名,信访目的,概况,责任单位,登记日期\n"
                                "E-备注,王五,求决,何丽收受贿赂,柳林镇,2026-10-08\n");
  CHECK(trial.is_accusation("E-备注"));
  CHECK(log.notes.size() == 2);
  CHECK_FALSE(contains(trial.json(), "贿赂"));
}

TEST_CASE("kept apart: names stand in many columns, and in none of the texts") {
  Trial trial;
  for (const std::string_view header : {"投诉人姓名", "来电人姓名", "户主", "信访人姓名及电话"})
    trial.csv("件.csv", "信访件编号," + std::string(header) + ",诉求,责任单位,登记日期\nN-" +
                            std::string(header) +
                            ",孙大兵 13800138000,孙大兵反映噪音,柳林镇,2026-10-08\n");
  trial.csv("件二.csv",
            "信访件编号,信访人,联系人,诉求,责任单位,登记日期\n"
            "N2,孙大兵,钱小满,孙大兵、钱小满反映噪音,柳林镇,2026-10-08\n");
  trial.csv("周报.csv",
            "案件编号,报告周,本周工作,报送时间\n"
            "N2,2026年第46周,劝导孙大兵，孙大兵的诉求已答复,2026-11-13\n");
  for (const std::string_view name : {"孙大兵", "钱小满", "13800138000"})
    CHECK_FALSE(contains(trial.json(), name));
}

TEST_CASE("kept apart: a title that ends like a sum is a row, a row of data is no header") {
  Trial trial;
  CHECK(
      trial.csv("件二.csv", "标题,信访件编号,登记日期,责任单位\n分配不平均,S1,2026-9-8,县民政局\n")
          .added == 1);
  const FileLog log = trial.csv("热线2026年9月.csv",
                                "工单编号,来电时间,来电人,来电号码,诉求内容,承办单位,满意度\n"
                                "G1,2026-9-8,罗先生,13800138000,反映噪音,县民政局,满意\n"
                                "G2,2026-9-8,李先生,13800138001,反映噪音,县民政局,满意\n");
  CHECK_FALSE(log.error.empty());
  CHECK(log.unused_columns.empty());
}

TEST_CASE("kept apart: the day a sheet was drawn up is not the month it is about") {
  CHECK(core::intake::period_in("2026年9月30日制表").empty());
  CHECK(core::intake::period_in("截至2026年10月15日").empty());
  CHECK(core::intake::period_in("2026年第三季度").empty());
  CHECK(core::intake::period_in("2026年9月统计表") == "2026-09");
}

TEST_CASE("kept apart: grounds are not seen inside other words") {
  for (const std::string_view words :
       {"全省集中治理重复信访", "未挂牌（省级）", "县市场监管局交办"}) {
    Trial trial;
    const FileLog log = trial.csv(
        "包案.csv", "案件编号,包案依据,包案日期\nC1," + std::string(words) + ",2026-10-08\n");
    CHECK(log.refused == 1);
    CHECK(trial.count("case.grounded") == 0);
  }
}

TEST_CASE("kept apart: what offices write beside a name, a week or a unit does not hide it") {
  Trial trial;
  CHECK(trial
            .csv("件二.csv",
                 "信访件编号,信访人,诉求,责任单位,登记日期,集体访\n"
                 "U1,孙兵,修路,县民政局（牵头）,2026-09-08,集访\n"
                 "U2,孙兵,修路,柳林镇党委政府；,2026-09-08,个访\n"
                 ",,续上行：另反映道路,,,\n")
            .refused == 1);
  CHECK(trial.unit_of("U1") == "D07");
  CHECK(trial.unit_of("U2") == "T01");
  CHECK(trial
            .csv("包案.csv",
                 "案件编号,包案依据,县级包案领导,包案日期\n"
                 "U1,省级挂牌,李强杰同志,2026-10-01\nU2,省级挂牌,副县长 李强杰,2026-10-01\n")
            .issues.empty());
  const FileLog weeks = trial.csv("周报.csv",
                                  "案件编号,报告周,本周工作,报送时间\n"
                                  "U1,第46周（11.9-11.15）,走访,2026-11-13\n"
                                  "U2,11.9-11.15,走访,2026-11-13\n"
                                  "C1,2026.11.9-15,走访,2026-11-13\n"
                                  "C2,12月29日—1月4日,走访,2026-01-05\n");
  CHECK(weeks.added == 3);
  CHECK(trial.count("2026-W46") == 3);
  CHECK(weeks.refused == 1);  // its case was received later
}
