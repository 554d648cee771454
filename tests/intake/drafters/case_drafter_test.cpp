#include "core/intake/drafters/case_drafter.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "core/base/text.h"
#include "tests/intake/import_support.h"

using core::intake::FileLog;

namespace {

constexpr std::string_view kHeader =
    "信访件编号,姓名,信访人数,信访日期,登记日期,转交责任单位日期,作出受理意见日期,作出处理意见日期,"
    "限办时间,信访目的,内容分类,信访形式,概况,责任单位,责任单位评价状态\n";

std::string table(std::string_view rows) { return std::string(kHeader) + std::string(rows); }

constexpr std::string_view kRow =
    "A1,罗刚,1,2026-03-01,2026-03-02,2026-03-10,,,2026-05-01,求决,城乡建设_物业服务,来信,"
    "信访人罗刚反映物业服务问题。,柳林镇,\n";

struct Trial : test::ImportTrial {
  Trial() { units({{"T01", "柳林镇"}, {"D07", "县民政局"}}); }

  core::CaseIndex a1() const { return state().find_case("A1"); }
  const core::RecordedFact& last() const { return facts()[facts().size() - 2]; }
};

std::size_t count(const core::State& state, core::CaseIndex index, core::EventKind kind) {
  std::size_t found = 0;
  for (std::uint32_t at = state.case_row(index).first_event; at != core::kNoIndex;
       at = state.event(at).next)
    if (state.event(at).kind == kind) ++found;
  return found;
}

bool has_reason(const FileLog& log, std::string_view reason) {
  return std::any_of(log.issues.begin(), log.issues.end(), [reason](const core::Issue& issue) {
    return core::contains(issue.reason, reason);
  });
}

}  // namespace

TEST_CASE("case drafter: a row becomes a registration and its dated events") {
  Trial trial;
  const FileLog log = trial.csv("a.csv", table(kRow));
  CHECK(log.added == 1);
  CHECK(log.issues.empty());
  const core::CaseRow& row = trial.state().case_row(trial.a1());
  CHECK(core::to_string(row.registered_on) == "2026-03-02");
  CHECK(core::to_string(row.received_on) == "2026-03-01");
  CHECK(core::to_string(row.imported_deadline) == "2026-05-01");
  CHECK(row.purpose == core::Purpose::Appeal);
  const core::CaseText& text = trial.state().case_text(trial.a1());
  CHECK(text.title == "物业服务问题");
  CHECK(text.category == "城乡建设/物业服务");
  CHECK(text.petitioner == "罗某");
  CHECK(text.summary == "信访人罗某反映物业服务问题。");
  CHECK(count(trial.state(), trial.a1(), core::EventKind::Forwarded) == 1);
  CHECK(trial.facts().back().fact.kind == "import.recorded");
  CHECK(trial.facts().back().fact.fields.integer("added") == 1);
}

TEST_CASE(
    "case drafter: changed cells become corrections, new dates events, blanks change nothing") {
  Trial trial;
  trial.csv("a.csv", table(kRow));
  FileLog log = trial.csv("b.csv", table("A1,,,,2026-03-02,2026-03-12,2026-03-20,,,,,,,柳林镇,\n"));
  CHECK(log.updated == 1);
  CHECK(count(trial.state(), trial.a1(), core::EventKind::Forwarded) == 1);
  CHECK(count(trial.state(), trial.a1(), core::EventKind::Accepted) == 1);
  CHECK(trial.state().case_text(trial.a1()).petitioner == "罗某");
  CHECK(trial.state().case_text(trial.a1()).summary == "信访人罗某反映物业服务问题。");

  log = trial.csv("c.csv", table("A1,罗刚,3,,2026-03-02,,,,2026-05-09,,,来访,,柳林镇,满意\n"));
  CHECK(log.updated == 1);
  const core::CaseRow& row = trial.state().case_row(trial.a1());
  CHECK(row.people == 3);
  CHECK(row.form == core::Form::Visit);
  CHECK(core::to_string(row.imported_deadline) == "2026-05-09");
  CHECK(trial.state().case_text(trial.a1()).petitioner == "罗某等3人");
  const std::string json = trial.json();
  CHECK(core::contains(json, "\"reason\":\"导入的台账有改动\""));
  const std::size_t facts = trial.facts().size();
  log = trial.csv("c.csv", table("A1,罗刚,3,,2026-03-02,,,,2026-05-09,,,来访,,柳林镇,满意\n"));
  CHECK(log.unchanged == 1);
  CHECK(trial.facts().size() == facts);
}

TEST_CASE("case drafter: a new unit with a day is a new forwarding, without one it is listed") {
  Trial trial;
  trial.csv("a.csv", table(kRow));
  trial.csv("b.csv", table("A1,,,,2026-03-02,2026-04-01,,,,,,,,县民政局,\n"));
  CHECK(count(trial.state(), trial.a1(), core::EventKind::Forwarded) == 2);
  // The old file again: its forwarding is known.
  const std::size_t facts = trial.facts().size();
  trial.csv("a.csv", table(kRow));
  CHECK(trial.facts().size() == facts);

  Trial other;
  other.csv("a.csv", table(kRow));
  const FileLog log = other.csv("b.csv", table("A1,,,,2026-03-02,,,,,,,,,县民政局,\n"));
  CHECK(log.unchanged == 1);
  CHECK(has_reason(log, "须有转交日期，此格未取"));
}

TEST_CASE(
    "case drafter: two files of one import that disagree: the first read holds, both are told") {
  Trial trial;
  core::intake::ImportFile first;
  first.name = "a.csv";
  first.bytes = table(kRow);
  core::intake::ImportFile second;
  second.name = "b.csv";
  second.bytes = table(
      "A1,罗刚,2,2026-03-01,2026-03-02,2026-03-11,,,2026-05-01,求决,城乡建设_物业服务,来信,"
      "另一种说法。,柳林镇,\n");
  const auto log = trial.run({second, first});
  const FileLog& later = log.files[0];
  CHECK(later.unchanged == 1);
  CHECK(later.issues.size() == 3);
  CHECK(has_reason(later, "与本次导入中先读到的内容不一致"));
  CHECK(trial.state().case_row(trial.a1()).people == 1);
  const std::size_t facts = trial.facts().size();
  trial.run({first, second});
  CHECK(trial.facts().size() == facts);
}

TEST_CASE("case drafter: a Latin name is hidden as one, in texts too") {
  Trial trial;
  trial.csv("a.csv",
            "信访件编号,信访人,信访人数,诉求,登记时间,责任单位\n"
            "A1,Zhang San,1,Zhang San 反映欠薪，请联系 Zhang。,2026-03-02,柳林镇\n");
  CHECK(trial.state().case_text(trial.a1()).petitioner == "Z某");
  CHECK(trial.state().case_text(trial.a1()).summary == "Z某 反映欠薪，请联系 Z某。");
}

TEST_CASE("case drafter: bad cells are left out with reasons, bad keys refuse the row") {
  Trial trial;
  const FileLog log =
      trial.csv("a.csv", table("A1,罗刚,abc,2026-03-09,2026-03-02,昨天,,,,不详目的,,飞鸽,,柳林镇,\n"
                               ",罗刚,1,,2026-03-02,,,,,,,,,柳林镇,\n"
                               "A3,罗刚,1,,,,,,,,,,,柳林镇,\n"
                               "A4,罗刚,1,,2027-09-02,,,,,,,,,柳林镇,\n"
                               "11010519491231002X,罗刚,1,,2026-03-02,,,,,,,,,柳林镇,\n"
                               "A5,罗刚,1,,2026-03-02,,,,,,,,,,\n"));
  CHECK(log.added == 1);
  CHECK(log.refused == 5);
  CHECK(has_reason(log, "不是整数，此格未取"));
  CHECK(has_reason(log, "晚于登记日期，此格未取"));
  CHECK(has_reason(log, "不是有效日期，此格未取"));
  CHECK(has_reason(log, "缺少编号"));
  CHECK(has_reason(log, "缺少登记日期"));
  CHECK(has_reason(log, "日期在今天（2027-03-01）之后"));
  CHECK(has_reason(log, "像身份证号，不能作编号"));
  CHECK(has_reason(log, "缺少责任单位"));
  const std::string json = core::to_json(core::intake::log_json({{log}}));
  CHECK(!core::contains(json, "罗刚"));
  CHECK(!core::contains(json, "11010519491231002X"));
  CHECK(!core::contains(trial.json(), "11010519491231002X"));
}

TEST_CASE("case drafter: what turns out to be an accusation loses its content") {
  Trial trial;
  trial.csv("a.csv",
            "信访件编号,信访人,诉求,登记时间,责任单位\n"
            "A1,罗刚,信访人罗刚反映村务公开问题。,2026-03-02,柳林镇\n");
  CHECK(trial.state().case_text(trial.a1()).title == "村务公开问题");
  const FileLog log = trial.csv(
      "b.csv",
      table("A1,罗刚,1,,2026-03-02,,,,,揭发控告,农村农业_村务公开,来信,某某,柳林镇,满意\n"));
  CHECK(log.updated == 1);
  const core::CaseText& text = trial.state().case_text(trial.a1());
  CHECK(text.title.empty());
  CHECK(text.summary.empty());
  CHECK(text.petitioner.empty());
  CHECK(text.category.empty());
  CHECK(count(trial.state(), trial.a1(), core::EventKind::Rated) == 0);
  // A ledger that does not tell the purpose brings nothing back.
  const std::size_t facts = trial.facts().size();
  trial.csv("a.csv",
            "信访件编号,信访人,诉求,登记时间,责任单位\n"
            "A1,罗刚,信访人罗刚反映村务公开问题。,2026-03-02,柳林镇\n");
  CHECK(trial.facts().size() == facts);
}

TEST_CASE("case drafter: a purpose that speaks of an accusation in any words is one") {
  for (const std::string_view purpose : {"揭发控告类", "检举控告（举报）", "检举、控告", "控告类",
                                         "举报投诉", "检举控告类事项", "检 举", "accusation"}) {
    CAPTURE(purpose);
    Trial trial;
    trial.csv("a.csv", fmt::format("信访件编号,信访人,概况,信访目的,登记时间,责任单位\n"
                                   "A1,罗刚,罗刚举报镇长受贿,{},2026-03-02,柳林镇\n",
                                   purpose));
    const core::State& state = trial.state();
    REQUIRE(trial.a1().known());
    CHECK(state.case_row(trial.a1()).purpose == core::Purpose::Accusation);
    CHECK(state.case_text(trial.a1()).summary.empty());
    CHECK(!core::contains(trial.json(), "受贿"));
  }
}

TEST_CASE("case drafter: categories and file names are scrubbed too") {
  Trial trial;
  const FileLog log = trial.csv("孙小兵13766667777信访件.csv",
                                "信访件编号,信访人,内容分类,登记时间,责任单位\n"
                                "A1,王小明,城乡建设_拆迁_王小明13700001111,2026-03-02,柳林镇\n"
                                "A2,孙小兵,城乡建设_拆迁,2026-03-02,柳林镇\n"
                                "A3,王小明,城乡建设_拆迁,2026-03-02,柳林镇\n");
  CHECK(log.scrubbed.phone == 1);
  CHECK(log.file == "孙某〔已隐去〕信访件.csv");
  CHECK(trial.state().case_text(trial.a1()).category == "城乡建设/拆迁/王某〔已隐去〕");
  for (const char* secret : {"13700001111", "13766667777", "王小明", "孙小兵"})
    CHECK(!core::contains(trial.json(), secret));
}

TEST_CASE("case drafter: long summaries are cut visibly, names in file names are masked") {
  Trial trial;
  std::string summary;
  for (int i = 0; i < 150; ++i) summary += "问题";
  const FileLog log =
      trial.csv("罗刚信访台账.csv",
                table(fmt::format("A1,罗刚,1,,2026-03-02,,,,,,,,{},柳林镇,也许\n", summary)));
  const std::string& kept = trial.state().case_text(trial.a1()).summary;
  CHECK(core::count_code_points(kept) == 200);
  CHECK(core::ends_with(kept, "…"));
  CHECK(log.file == "罗某信访台账.csv");
  CHECK(log.issues.front().file == "罗某信访台账.csv");
  CHECK(!core::contains(trial.json(), "罗刚"));
  CHECK(std::any_of(log.notes.begin(), log.notes.end(),
                    [](const std::string& note) { return core::contains(note, "截去"); }));
}

TEST_CASE("case drafter: numbers that Excel keeps from rounding are read, marks around them go") {
  Trial trial;
  const FileLog log = trial.csv("a.csv",
                                "信访编号,登记日期,责任单位\n"
                                "'511720260100000001,2026-03-02,柳林镇\n"
                                "　５１１７20260100000002 ,2026-03-02,柳林镇\n");
  CHECK(log.added == 2);
  CHECK(trial.state().find_case("511720260100000001").known());
  CHECK(trial.state().find_case("511720260100000002").known());
}

namespace {

constexpr std::string_view kShort = "信访编号,责任单位,信访人,登记日期,概况\n";

std::string short_row(std::string_view rest) { return std::string(kShort) + std::string(rest); }

}  // namespace

TEST_CASE("case drafter: a registration without a day of receipt moves with all of its row") {
  Trial trial;
  trial.csv("a.csv", short_row("A1,县民政局,赵六,2026-11-02,改过的\n"));
  const FileLog log = trial.csv("b.csv", short_row("A1,柳林镇,赵六,2026-11-01,好的\n"));
  CHECK(log.issues.empty());
  CHECK(log.updated == 1);
  const core::CaseRow& row = trial.state().case_row(trial.a1());
  CHECK(core::to_string(row.registered_on) == "2026-11-01");
  CHECK(core::to_string(row.received_on) == "2026-11-01");
  CHECK(trial.state().case_text(trial.a1()).summary == "好的");
}

TEST_CASE("case drafter: a refused cell of a changed row is listed, the others are taken") {
  Trial trial;
  trial.csv("a.csv", table(kRow));
  const FileLog log = trial.csv("b.csv", short_row("A1,柳林镇,罗刚,2026-02-20,另一段话。\n"));
  REQUIRE(log.issues.size() == 1);
  CHECK(log.issues[0].column == "登记日期");
  CHECK(log.issues[0].text == "2026-02-20");
  CHECK(core::contains(log.issues[0].reason, "收到日期晚于登记日期"));
  CHECK(log.updated == 1);
  CHECK(trial.state().case_text(trial.a1()).summary == "另一段话。");
  CHECK(core::to_string(trial.state().case_row(trial.a1()).registered_on) == "2026-03-02");
}
