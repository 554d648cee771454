#include "core/model/measure_order.h"

#include <doctest/doctest.h>

#include <iterator>

#include "core/model/memory_history.h"
#include "tests/model/history.h"

using namespace core;

namespace {

/// A measure told in short lines: kind, day, and the rest of the fields.
class Story {
 public:
  Story() { test::set_up(history_); }

  std::string tell(std::string_view kind, std::string_view on, std::string_view rest) {
    std::string json = R"({"kind":")";
    json.append(kind).append(R"(","on":")").append(on).append(R"(",)").append(rest).append("}");
    return test::add(history_, json);
  }
  const State& state() const { return history_.state(); }

 private:
  MemoryHistory history_;
};

bool says(const std::string& reason, std::string_view part) {
  return reason.find(part) != std::string::npos;
}

constexpr std::string_view kTalk = R"("talk":"Y1")";
constexpr std::string_view kOpened =
    R"("talk":"Y1","ground":"late_report","units":["T01"],"form":"individual")";
constexpr std::string_view kListed =
    R"("supervision":"G1","case":"A","unit":"T01","ground":"grave","reason":"聚集","approver":"赵国华")";

}  // namespace

TEST_CASE("measure order: no step of a talk is skipped or goes back") {
  Story story;
  const struct {
    std::string_view kind, rest;
  } steps[] = {{"talk.opened", kOpened},
               {"talk.group_formed", R"("talk":"Y1","leader":"L1")"},
               {"talk.targets_set", R"("talk":"Y1","targets":[{"official":"L1","unit":"T01"}])"},
               {"talk.notified", kTalk},
               {"talk.held", kTalk},
               {"talk.signed", R"("talk":"Y1","side":"office")"}};
  for (std::size_t i = 0; i < std::size(steps); ++i) {
    CAPTURE(std::string(steps[i].kind));
    for (std::size_t later = i + 1; later < std::size(steps); ++later)
      CHECK(says(story.tell(steps[later].kind, "2026-11-20", steps[later].rest), "此前没有"));
    const std::string on = "2026-11-0" + std::to_string(i + 1);
    if (i > 0) CHECK(says(story.tell(steps[i].kind, "2026-10-30", steps[i].rest), "早于"));
    CHECK(story.tell(steps[i].kind, on, steps[i].rest) == "");
  }
  CHECK(says(story.tell("talk.held", "2026-11-20", kTalk), "不能重复"));
}

TEST_CASE("measure order: an acceptance answers a request, and each request once") {
  Story story;
  constexpr std::string_view kKey = R"("supervision":"G1")";
  REQUIRE(story.tell("supervision.opened", "2026-11-02", kListed) == "");
  CHECK(says(story.tell("supervision.delisted", "2026-11-03", kKey), "此前没有“验收通过”"));
  REQUIRE(story.tell("supervision.notified", "2026-11-03", kKey) == "");
  CHECK(says(story.tell("supervision.accepted", "2026-11-04", kKey), "此前没有“申请验收”"));
  REQUIRE(story.tell("supervision.acceptance_requested", "2026-11-04", kKey) == "");
  REQUIRE(story.tell("supervision.returned", "2026-11-05", kKey) == "");
  CHECK(story.tell("supervision.accepted", "2026-11-06", kKey) == "没有待验收的申请");
  REQUIRE(story.tell("supervision.acceptance_requested", "2026-11-09", kKey) == "");
  CHECK(story.tell("supervision.accepted", "2026-11-06", kKey) == "没有待验收的申请");
  REQUIRE(story.tell("supervision.accepted", "2026-11-10", kKey) == "");
  CHECK(story.tell("supervision.extended", "2026-11-11",
                   R"("supervision":"G1","days":5,"approver":"赵国华")") == "已验收通过");
  CHECK(story.tell("supervision.delisted", "2026-11-12", kKey) == "");
}

TEST_CASE("measure order: a case is listed once at a time, and grave effect needs a reason") {
  Story story;
  CHECK(says(story.tell("supervision.opened", "2026-11-02",
                        R"("supervision":"G0","case":"A","unit":"T01","ground":"grave")"),
             "理由"));
  REQUIRE(story.tell("supervision.opened", "2026-11-02", kListed) == "");
  CHECK(says(story.tell("supervision.opened", "2026-11-03",
                        R"("supervision":"G2","case":"A","unit":"T01","ground":"two_reminders")"),
             "已挂牌督办（G1）"));
}

TEST_CASE("measure order: an objection is decided before the bulletin goes out") {
  Story story;
  const std::string_view issued = R"("bulletin":"B1","series":"monthly","period":"2026-10")";
  REQUIRE(story.tell("bulletin.drafted", "2026-11-02", issued) == "");
  REQUIRE(story.tell("bulletin.objected", "2026-11-03",
                     R"("bulletin":"B1","unit":"T01","reason":"数据不符")") == "");
  CHECK(story.tell("bulletin.issued", "2026-11-04", issued) == "城关镇的异议尚未处理");
  CHECK(story.tell("bulletin.objection_decided", "2026-11-04",
                   R"("bulletin":"B1","unit":"D01","result":"upheld")") ==
        "该单位没有待处理的异议");
  REQUIRE(story.tell("bulletin.objection_decided", "2026-11-04",
                     R"("bulletin":"B1","unit":"T01","result":"rejected")") == "");
  REQUIRE(story.tell("bulletin.objected", "2026-11-05",
                     R"("bulletin":"B1","unit":"T01","reason":"仍有出入")") == "");
  CHECK(story.tell("bulletin.issued", "2026-11-05", issued) == "城关镇的异议尚未处理");
  REQUIRE(story.tell("bulletin.objection_decided", "2026-11-05",
                     R"("bulletin":"B1","unit":"T01","result":"upheld")") == "");
  CHECK(story.tell("bulletin.issued", "2026-11-05", issued) == "");
}

TEST_CASE("measure order: a day that is named does not lie before the fact that names it") {
  Story story;
  const auto remind = [&](std::string_view day) {
    return story.tell("reminder.issued", "2026-11-10",
                      R"("reminder":"R)" + std::string(day) +
                          R"(","unit":"T01","reason":"T3","channel":"sms","answer_by":")" +
                          std::string(day) + "\"");
  };
  CHECK(says(remind("2026-11-09"), "期限2026-11-09早于"));
  CHECK(remind("2026-11-10") == "");
  CHECK(says(story.tell("rectification.ordered", "2026-11-10",
                        R"("rectification":"Z1","unit":"T01","due":"2026-11-01")"),
             "期限2026-11-01早于"));
  CHECK(says(story.tell("supervision.opened", "2026-11-10",
                        std::string(kListed) + R"(,"resolve_by":"2026-11-01")"),
             "期限2026-11-01早于"));
}

TEST_CASE("measure order: each of the three proposals goes to whom the regulation names") {
  Story story;
  int number = 0;
  const auto propose = [&](std::string_view type, std::string_view to) {
    return story.tell("proposal.issued", "2026-11-10",
                      R"("proposal":"P)" + std::to_string(++number) + R"(","unit":"T01","type":")" +
                          std::string(type) + R"(","to":")" + std::string(to) + "\"");
  };
  CHECK(propose("improve", "T01") == "");
  CHECK(propose("improve", "城关镇") == "");
  CHECK(says(propose("improve", "某公司"), "登记在册"));
  CHECK(propose("policy", "县委、县政府") == "");
  CHECK(says(propose("policy", "D01"), "本级党委和政府"));
  CHECK(propose("accountability", "县纪委监委") == "");
  CHECK(says(propose("accountability", "城关镇"), "有管理权限的机关"));
}

TEST_CASE("measure order: a filing is about a measure that is there") {
  Story story;
  const std::string_view filing = R"("measure":"Y1","unit":"T01","to":"performance")";
  CHECK(story.tell("filing.sent", "2026-11-10", filing) == "没有编号为“Y1”的措施");
  REQUIRE(story.tell("talk.opened", "2026-11-05", kOpened) == "");
  CHECK(story.tell("filing.sent", "2026-11-04", filing) == "报送日期早于措施本身");
  CHECK(story.tell("filing.sent", "2026-11-10", filing) == "");
}

TEST_CASE("measure order: a refused fact leaves no trace") {
  Story story;
  const std::size_t measures = story.state().measures().size();
  const std::uint32_t facts = story.state().fact_count();
  CHECK_FALSE(story.tell("talk.held", "2026-11-10", kTalk).empty());
  CHECK(story.state().measures().size() == measures);
  CHECK(story.state().fact_count() == facts);
}

TEST_CASE("measure order: what an inquiry finds cites grounds the regulation has") {
  Story story;
  REQUIRE(story.tell("inquiry.opened", "2026-11-05",
                     R"("inquiry":"C1","ground":"引发到省聚集","unit":"T01")") == "");
  const auto find = [&](std::string_view articles) {
    return story.tell("inquiry.found", "2026-11-10",
                      R"("inquiry":"C1","phase":"before","finding":"x","articles":[")" +
                          std::string(articles) + R"("])");
  };
  CHECK(find("条例45(9)") == "追责情形（articles）“条例45(9)”不在可选值内");
  CHECK(find("条例36") == "追责情形（articles）“条例36”不在可选值内");
  CHECK(find("条例45(1)") == "");
}
