#include "core/model/accusation.h"

#include <string>

#include "core/model/memory_history.h"
#include "tests/model/history.h"

using namespace core;
using test::add;

namespace {

/// The county of test::set_up with an accusation B, known as f6.
struct Accused {
  Accused() {
    test::set_up(history);
    REQUIRE(
        add(history,
            R"({"kind":"case.registered","on":"2026-03-03","case":"B","unit":"T01","received_on":"2026-03-02","purpose":"accusation"})") ==
        "");
  }

  void taken(std::string_view json) {
    CAPTURE(json);
    CHECK(add(history, json) == "");
  }

  void refused(std::string_view json, std::string_view field) {
    CAPTURE(json);
    const std::string reason = add(history, json);
    CAPTURE(reason);
    CHECK(reason.find(std::string("（").append(field).append("）不予登记")) != std::string::npos);
  }

  MemoryHistory history;
};

}  // namespace

TEST_CASE("accusation: the number of a document is no content") {
  for (const std::string_view number :
       {"青信〔2026〕3号", "青信联办交[2026]12号", "信访处理意见书1号", "条例46(5)", "2026-15",
        "青信（２０２６）第3号"}) {
    CAPTURE(number);
    CHECK(is_reference_number(number));
  }
  for (const std::string_view words :
       {"", "关于张三丰贪污的交办函", "核查张三丰贪污问题", "关于3号文的说明",
        "青信〔2026〕3号张三丰贪污", "张三丰收受某某公司贿赂五次共计20万"}) {
    CAPTURE(words);
    CHECK_FALSE(is_reference_number(words));
  }
}

TEST_CASE("accusation: words about one are refused in every fact that is about it") {
  Accused trial;
  trial.refused(
      R"({"kind":"case.grounded","on":"2026-03-08","case":"B","ground":"county_screened","document":"关于张三丰贪污的交办函"})",
      "document");
  trial.taken(
      R"({"kind":"case.grounded","on":"2026-03-08","case":"B","ground":"county_screened","document":"青信〔2026〕3号"})");
  trial.refused(
      R"({"kind":"lead.assigned","on":"2026-03-09","case":"B","level":"county_leader","official":"L1","plan":"核查张三丰贪污问题"})",
      "plan");
  trial.taken(
      R"({"kind":"lead.assigned","on":"2026-03-09","case":"B","level":"county_leader","official":"L1","plan":"青信〔2026〕4号","task_force":[{"name":"何丽","role":"组长"}]})");
  trial.refused(
      R"({"kind":"reminder.issued","on":"2026-03-16","reminder":"TX1","unit":"T01","case":"B","reason":"T5","channel":"letter","text":"请就张三丰贪污一事抓紧办理"})",
      "text");
  trial.refused(
      R"({"kind":"supervision.opened","on":"2026-03-16","supervision":"G1","unit":"T01","case":"B","ground":"grave","reason":"张三丰贪污"})",
      "reason");
  trial.refused(
      R"({"kind":"talk.opened","on":"2026-03-16","talk":"Y1","units":["T01"],"case":"B","ground":"late_report","reason":"张三丰贪污"})",
      "reason");
  trial.refused(
      R"({"kind":"inquiry.opened","on":"2026-03-16","inquiry":"Q1","unit":"T01","case":"B","ground":"张三丰贪污"})",
      "ground");
  trial.refused(
      R"({"kind":"case.flagged","on":"2026-03-16","case":"B","key":true,"note":"张三丰贪污"})",
      "note");
  trial.refused(R"({"kind":"case.danced","on":"2026-03-16","case":"B","foo":["张三丰贪污"]})",
                "foo");
  trial.taken(R"({"kind":"case.danced","on":"2026-03-16","case":"B","step":"two","unit":"T01"})");
  trial.taken(
      R"({"kind":"case.flagged","on":"2026-03-16","case":"A","key":true,"note":"张三丰贪污"})");
}

TEST_CASE("accusation: a measure about one is told in numbers too") {
  Accused trial;
  trial.taken(
      R"({"kind":"reminder.issued","on":"2026-03-16","reminder":"TX1","unit":"T01","case":"B","reason":"T5","channel":"letter"})");
  trial.refused(
      R"({"kind":"reminder.answered","on":"2026-03-17","reminder":"TX1","text":"张三丰已退赃"})",
      "text");
  trial.taken(
      R"({"kind":"reminder.answered","on":"2026-03-17","reminder":"TX1","text":"青信复〔2026〕2号"})");
  trial.taken(
      R"({"kind":"inquiry.opened","on":"2026-03-16","inquiry":"Q1","unit":"T01","case":"B","ground":"条例第45条"})");
  trial.refused(
      R"({"kind":"inquiry.found","on":"2026-03-17","inquiry":"Q1","phase":"during","finding":"张三丰贪污属实"})",
      "finding");
  trial.taken(
      R"({"kind":"reminder.issued","on":"2026-03-16","reminder":"TX2","unit":"T01","case":"A","reason":"T5","channel":"letter","text":"请抓紧办理"})");
}

TEST_CASE("accusation: a correction brings no words in, and takes no case out of sight") {
  Accused trial;
  trial.refused(
      R"({"kind":"fact.corrected","on":"2026-03-20","fact":"f6","with":{"summary":"举报张三丰贪污"},"reason":"补录"})",
      "summary");
  trial.taken(
      R"({"kind":"fact.corrected","on":"2026-03-20","fact":"f6","with":{"received_on":"2026-03-01"},"reason":"笔误"})");
  trial.refused(
      R"({"kind":"fact.corrected","on":"2026-03-20","fact":"f5","with":{"purpose":"accusation","title":"举报张三丰贪污"},"reason":"实为检举"})",
      "title");
  trial.taken(
      R"({"kind":"reminder.issued","on":"2026-03-16","reminder":"TX1","unit":"T01","case":"B","reason":"T5","channel":"letter"})");
  trial.refused(
      R"({"kind":"fact.corrected","on":"2026-03-20","fact":"f8","with":{"text":"张三丰贪污"},"reason":"补录"})",
      "text");
}

TEST_CASE("accusation: what was told before anybody said what it is, is taken out when shown") {
  Accused trial;
  for (
      const char* json :
      {R"({"kind":"case.grounded","on":"2026-03-08","case":"A","ground":"county_screened","document":"关于张三丰贪污的交办函","unknown":"张三丰"})",
       R"({"kind":"case.grounded","on":"2026-03-08","case":"A","ground":"county_screened","document":"青信〔2026〕3号","by":"何丽"})",
       R"({"kind":"lead.assigned","on":"2026-03-09","case":"A","level":"county_leader","official":"L1","plan":"核查张三丰贪污问题"})",
       R"({"kind":"reminder.issued","on":"2026-03-16","reminder":"TX1","unit":"T01","case":"A","reason":"T5","channel":"letter","text":"请就张三丰贪污一事抓紧办理"})",
       R"({"kind":"fact.corrected","on":"2026-03-16","fact":"f5","with":{"summary":"张三丰贪污","people":2},"reason":"张三丰贪污"})",
       R"({"kind":"case.danced","on":"2026-03-16","case":"A","foo":"张三丰贪污"})"}) {
    Fact fact = test::fact(json);
    remove_content(fact, trial.history.state());
    const std::string left = to_json(fact.fields);
    CAPTURE(left);
    CHECK(left.find("张三丰") == std::string::npos);
    if (fact.by == "何丽") CHECK(left.find("青信〔2026〕3号") != std::string::npos);
  }
}

TEST_CASE("accusation: how many accuse, whether together, again and in which way is not kept") {
  Accused accused;
  for (const std::string_view field : {"form", "people", "collective", "first_time"}) {
    const std::string value = field == "form" ? R"("visit")" : field == "people" ? "7" : "true";
    accused.refused(
        R"({"kind":"case.registered","on":"2026-03-03","case":"C","unit":"T01","purpose":"accusation",")" +
            std::string(field) + "\":" + value + "}",
        field);
  }
  accused.taken(
      R"({"kind":"case.registered","on":"2026-03-03","case":"C","unit":"T01","purpose":"accusation"})");
}
