// Ledgers as other offices keep them: their own running numbers, headers within the rows, tables
// side by side, numbers Excel rounded, accusations told by the category.
#include <doctest/doctest.h>

#include "core/base/text.h"
#include "tests/intake/import_support.h"

using core::intake::FileLog;

namespace {

struct Trial : test::ImportTrial {
  Trial() { units({{"T01", "柳林镇"}, {"D07", "县民政局"}}); }

  bool has_case(std::string_view number) const { return state().find_case(number).known(); }
};

}  // namespace

TEST_CASE("other offices: a running number called 编号 gives way to the number of the case") {
  Trial trial;
  trial.csv("一.csv",
            "编号,信访件编号,信访人,诉求,责任单位,登记日期\n"
            "1,511720260100000001,罗刚,修路,县民政局,2026-09-08\n");
  trial.csv("二.csv",
            "编号,信访件编号,信访人,诉求,责任单位,登记日期\n"
            "1,511720260100000002,孙兵,噪音,县民政局,2026-10-08\n");
  CHECK(trial.has_case("511720260100000001"));
  CHECK(trial.has_case("511720260100000002"));
  CHECK_FALSE(trial.has_case("1"));
  trial.csv("三.csv", "编号,诉求,责任单位,登记日期\nB1,噪音,县民政局,2026-10-08\n");
  CHECK(trial.has_case("B1"));
}

TEST_CASE("other offices: rows under a second header in another order are refused, not misread") {
  Trial trial;
  const FileLog log = trial.csv("a.csv",
                                "信访编号,信访人,主要诉求,责任单位,登记日期\n"
                                "F1,罗刚,反映低保,县民政局,2026-08-08\n"
                                "信访编号,信访人,主要诉求,责任单位,登记日期\n"
                                "F2,罗刚,反映低保,县民政局,2026-08-08\n"
                                "信访编号,主要诉求,信访人,责任单位,登记日期\n"
                                "F3,反映工资,李小龙,县民政局,2026-08-09\n");
  CHECK(trial.has_case("F1"));
  CHECK(trial.has_case("F2"));  // the same header again changes nothing
  CHECK_FALSE(trial.has_case("F3"));
  CHECK_FALSE(core::contains(trial.json(), "李小龙"));
  CHECK(log.refused == 2);
  REQUIRE(log.issues.size() == 1);
  CHECK(log.issues.front().row == 5);
  CHECK(core::contains(log.issues.front().reason, "又是一行表头"));
}

TEST_CASE("other offices: two tables side by side are refused") {
  Trial trial;
  const FileLog log = trial.csv("a.csv",
                                "信访编号,诉求,责任单位,登记日期,,信访编号,诉求,责任单位,登记日期\n"
                                "C1,修路,县民政局,2026-08-08,,C2,噪音,县民政局,2026-08-08\n");
  CHECK_FALSE(trial.has_case("C1"));
  CHECK(core::contains(log.error, "两张表"));
}

TEST_CASE("other offices: numbers that Excel rounded in a CSV file are refused") {
  Trial trial;
  const FileLog log = trial.csv("a.csv",
                                "信访编号,诉求,责任单位,登记日期\n"
                                "5.1172E+17,修路,县民政局,2026-08-08\n"
                                "1.2E队,修路,县民政局,2026-08-08\n");
  CHECK(log.refused == 1);
  CHECK_FALSE(trial.has_case("5.1172E+17"));
  REQUIRE(log.issues.size() == 1);
  CHECK(core::contains(log.issues.front().reason, "末几位已丢失"));
}

TEST_CASE("other offices: lists of leads and reports that name the petitioner keep him out") {
  Trial trial;
  trial.csv("一.csv",
            "信访件编号,姓名,概况,责任单位,登记日期\nL1,李小龙,修路,县民政局,2026-10-08\n");
  const FileLog leads = trial.csv("二.csv",
                                  "信访件编号,信访人,包案依据,化解方案,包案日期\n"
                                  "L1,李小龙,上级交办,约谈李小龙,2026-10-09\n");
  CHECK(leads.added == 1);
  const FileLog reports = trial.csv("三.csv",
                                    "信访件编号,信访人,报告周,本周工作,报送时间\n"
                                    "L1,李小龙,2026-W42,到李小龙家走访,2026-10-16\n");
  CHECK(reports.added == 1);
  CHECK(core::contains(trial.json(), "约谈李某"));
  CHECK_FALSE(core::contains(trial.json(), "李小龙"));
}

TEST_CASE("other offices: who is listed beside the petitioner is hidden like him") {
  Trial trial;
  trial.csv(
      "一.csv",
      "信访件编号,姓名,信访人数,概况,责任单位,登记日期\n"
      "P1,孙八等12人,12,\"孙八、周九、吴小十等12人反映小区物业、停车问题\",县民政局,2026-10-08\n");
  CHECK(trial.state().case_text(trial.state().find_case("P1")).summary ==
        "孙某、周某、吴某等12人反映小区物业、停车问题");
  for (const char* secret : {"周九", "吴小十"}) CHECK_FALSE(core::contains(trial.json(), secret));
}

TEST_CASE("other offices: a category that speaks of an accusation keeps its content out") {
  Trial trial;
  trial.csv("a.csv",
            "信访件编号,姓名,信访类别,信访目的,概况,责任单位,登记日期\n"
            "H1,王五,检举控告类,,王五举报局长受贿,县民政局,2026-10-08\n"
            "H2,赵六,揭发控告,求决,赵六举报局长受贿,县民政局,2026-10-08\n");
  for (const char* number : {"H1", "H2"}) {
    CAPTURE(number);
    REQUIRE(trial.has_case(number));
    CHECK(trial.state().case_row(trial.state().find_case(number)).purpose ==
          core::Purpose::Accusation);
  }
  CHECK_FALSE(core::contains(trial.json(), "受贿"));
}

TEST_CASE("other offices: a register without numbers is told what it lacks") {
  Trial trial;
  const FileLog log = trial.csv("来访登记.csv",
                                "序号,来访人,人数,来访诉求,责任单位,来访时间\n"
                                "1,罗刚,1,修路,县民政局,2026-09-08\n");
  CHECK(core::contains(log.error, "像是“"));
  CHECK(core::contains(log.error, "缺少信访件编号"));
  CHECK(core::contains(trial.csv("菜单.csv", "菜名,价格,份\n豆腐,8,1\n").error,
                       "没有找到已知的表头"));
}

TEST_CASE("other offices: a sum beside how many there are is no case") {
  Trial trial;
  const FileLog log = trial.csv("a.csv",
                                "序号,信访编号,诉求,责任单位,登记日期,人数\n"
                                "1,F1,修路,县民政局,2026-08-08,3\n"
                                "合计,1,,,,3\n");
  CHECK(log.added == 1);
  CHECK(log.skipped == 1);
  CHECK(log.refused == 0);
}
