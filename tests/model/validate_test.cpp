#include "core/model/validate.h"

#include <doctest/doctest.h>

#include <string>

#include "core/model/fact_kind.h"
#include "core/model/memory_history.h"
#include "tests/model/history.h"

using namespace core;
using test::add;

TEST_CASE("validate: what is missing, unknown or out of range is named") {
  MemoryHistory history;
  test::set_up(history);
  const auto refused = [&](std::string_view json, std::string_view part) {
    const std::string reason = add(history, json);
    INFO(json << " -> " << reason);
    CHECK(reason.find(part) != std::string::npos);
  };
  refused(R"({"kind":"case.registered","on":"2026-03-03","case":"B"})", "责任单位（unit）缺失");
  refused(R"({"kind":"case.registered","on":"2026-03-03","unit":"T01"})", "缺少编号（case）");
  refused(R"({"kind":"case.registered","on":"2026-03-03","case":"B","unit":"X9"})",
          "单位“X9”未登记");
  refused(R"({"kind":"case.registered","on":"2026-03-03","case":"A","unit":"T01"})", "已登记");
  refused(R"({"kind":"case.registered","on":"2027-03-03","case":"B","unit":"T01"})", "在今天");
  refused(R"({"kind":"case.registered","on":"2026-03-03","case":"B","unit":"T01","form":"fax"})",
          "“fax”不在可选值内");
  refused(R"({"kind":"case.registered","on":"2026-03-03","case":"B","unit":"T01","people":0})",
          "0不在1至1000000之间");
  refused(R"({"kind":"case.registered","on":"2026-03-03","case":"B","unit":"T01","people":"三"})",
          "应为整数");
  refused(R"({"kind":"report.filed","on":"2026-03-06","case":"A","week":"2026-W60"})",
          "不是有效的周");
  refused(
      R"({"kind":"statistics.recorded","on":"2026-03-06","unit":"T01","period":"2026-13","indicator":"x","numerator":1,"denominator":1})",
      "不是有效期间");
  refused(R"({"kind":"case.extended","on":"2026-03-30","case":"A","days":31,"approver":"周明"})",
          "31不在1至30之间");
  refused(R"({"kind":"fact.retracted","on":"2026-03-30","fact":"f99","reason":"x"})",
          "没有编号为“f99”的事实");
  CHECK(history.facts().size() == 5);
}

TEST_CASE("validate: no effect before its cause") {
  MemoryHistory history;
  test::set_up(history);
  CHECK(add(history, R"({"kind":"case.forwarded","on":"2026-03-01","case":"A","unit":"T01"})")
            .find("早于收到之日") != std::string::npos);
  CHECK(add(history, R"({"kind":"case.review_decided","on":"2026-04-01","case":"A"})") ==
        "此前没有“请求复查”的记录");
  CHECK(add(history, R"({"kind":"case.reopened","on":"2026-04-01","case":"A"})") ==
        "此前没有“结案销号”的记录");
  REQUIRE(add(history, R"({"kind":"case.accepted","on":"2026-03-20","case":"A"})") == "");
  CHECK(add(history, R"({"kind":"case.answered","on":"2026-03-19","case":"A"})").find("早于受理") !=
        std::string::npos);
  REQUIRE(add(history,
              R"({"kind":"case.closed","on":"2026-05-06","case":"A","approver":"周明"})") == "");
  CHECK(add(history, R"({"kind":"case.closed","on":"2026-05-07","case":"A","approver":"周明"})") ==
        "该事项已结案销号");
  CHECK(add(history, R"({"kind":"case.reopened","on":"2026-06-01","case":"A"})") == "");
  CHECK(add(history, R"({"kind":"case.closed","on":"2026-07-01","case":"A","approver":"周明"})") ==
        "");
}

TEST_CASE("validate: one extension only, unless the first was retracted") {
  MemoryHistory history;
  test::set_up(history);
  const char* extension =
      R"({"kind":"case.extended","on":"2026-04-20","case":"A","days":30,"approver":"周明"})";
  REQUIRE(add(history, extension) == "");
  CHECK(add(history, extension) == "已经延期一次，不能再延");
  REQUIRE(add(history,
              R"({"kind":"fact.retracted","on":"2026-04-21","fact":"f6","reason":"未批准"})") ==
          "");
  CHECK(add(history, extension) == "");
}

TEST_CASE("validate: a leader who has left takes no new lead") {
  MemoryHistory history;
  test::set_up(history);
  REQUIRE(add(history, R"({"kind":"official.left","on":"2026-06-01","official":"L1"})") == "");
  CHECK(
      add(history,
          R"({"kind":"lead.assigned","on":"2026-06-02","case":"A","level":"county_leader","official":"L1"})") ==
      "周明已于2026-06-01离任");
}

TEST_CASE("validate: corrections are held to the types of what they correct") {
  MemoryHistory history;
  test::set_up(history);
  const auto correct = [&](std::string_view with) {
    return add(history,
               R"({"kind":"fact.corrected","on":"2026-03-04","fact":"f5","reason":"x","with":)" +
                   std::string(with) + "}");
  };
  CHECK(correct(R"({"people":"三"})") == "人数（people）应为整数");
  CHECK(correct(R"({"case":"B"})") == "编号不能更正，请撤回后重新记录");
  CHECK(correct(R"({"unit":null})") == "责任单位（unit）不能删除");
  CHECK(correct(R"({"on":"昨天"})") == "更正后的日期（on）无效");
  CHECK(correct(R"({"people":5})") == "");
  CHECK(history.state().case_row(history.state().find_case("A")).people == 5);
}

TEST_CASE("fact kinds: every kind with a case as its subject is a registration or an event") {
  for (const KindSpec& kind : fact_kinds()) {
    CAPTURE(kind.kind);
    CHECK(find_kind(kind.kind) == &kind);
    CHECK_FALSE(kind.label.empty());
    if (kind.subject == Subject::Kind::Case && kind.kind != "case.registered")
      CHECK(event_kind(kind.kind).has_value());
  }
}

TEST_CASE(
    "fact kinds: the three proposals answer to the names of the regulation and of the notice") {
  const KindSpec* kind = find_kind("proposal.issued");
  REQUIRE(kind);
  const FieldSpec& type = kind->fields.front();
  CHECK(code_called(type.codes, "追究责任建议") == "accountability");
  CHECK(code_called(type.codes, "给予行政处分建议") == "accountability");
  CHECK(code_called(type.codes, "完善政策解决问题建议") == "policy");
  CHECK(code_called(type.codes, "改进工作建议") == "improve");
  CHECK(code_called(type.codes, "完善政策") == "policy");
  CHECK(code_called(type.codes, "行政处分建议") == "accountability");
  CHECK(code_called(type.codes, "批评建议").empty());
  CHECK(code_called(type.codes, "建议").empty());
  CHECK(code_called(type.codes, "").empty());
}

TEST_CASE("fact kinds: a code is said by its word in the field it stands in") {
  const auto code = [](std::string_view json, std::string_view field) {
    return std::string(fact_from_json(parse_json(json).value()).value().fields.text(field));
  };
  constexpr auto kReminder = R"({"kind":"reminder.issued","on":"2026-11-20","channel":"提醒函"})";
  CHECK(code(kReminder, "channel") == "letter");
  constexpr auto kOffice = R"({"kind":"talk.signed","on":"2026-11-20","side":"约谈方"})";
  CHECK(code(kOffice, "side") == "office");
  constexpr auto kTarget = R"({"kind":"talk.signed","on":"2026-11-20","side":"被约谈方"})";
  CHECK(code(kTarget, "side") == "target");
  constexpr auto kRate =
      R"({"kind":"statistics.recorded","on":"2026-11-20","indicator":"按期答复率"})";
  CHECK(code(kRate, "indicator") == "answer_on_time");
  constexpr auto kForm = R"({"kind":"case.registered","on":"2026-11-20","form":"提醒函"})";
  CHECK(code(kForm, "form") == "提醒函");
}

TEST_CASE("validate: the envelope of a fact holds texts") {
  const auto problem = [](std::string_view json) {
    return fact_from_json(parse_json(json).value()).error().message;
  };
  CHECK(problem(R"({"on":"2026-03-01"})") == "字段“kind”缺失");
  CHECK(problem(R"({"kind":7,"on":"2026-03-01"})") == "字段“kind”应为文字");
  CHECK(problem(R"({"kind":"case.closed"})") == "字段“on”缺失");
  CHECK(problem(R"({"kind":"case.closed","on":20260301})") == "字段“on”应为文字");
  CHECK(problem(R"({"kind":"case.closed","on":"2026-02-30"})") ==
        "字段“on”“2026-02-30”不是有效日期（YYYY-MM-DD）");
  CHECK(problem(R"({"kind":"case.closed","on":"2026-03-01","by":5})") == "字段“by”应为文字");
}

TEST_CASE("facts from JSON: a code may be said by its name, and the contract's word is kept") {
  const auto type_of = [](std::string_view type) {
    return test::fact(
               R"({"kind":"proposal.issued","on":"2026-10-12","proposal":"P1","to":"县委","type":")" +
               std::string(type) + "\"}")
               .fields.text("type") == "policy";
  };
  CHECK(type_of("policy"));
  CHECK(type_of("完善政策解决问题建议"));
  CHECK_FALSE(type_of("改进工作建议"));
}

TEST_CASE("validate: a registration that states no other day of receipt moves with its own day") {
  MemoryHistory history;
  test::set_up(history);
  const char* stated =
      R"({"kind":"fact.corrected","on":"2026-04-01","fact":"f5","with":{"on":"2026-03-01"},"reason":"误"})";
  CHECK(add(history, stated) == "收到日期晚于登记日期");
  REQUIRE(add(history, R"({"kind":"case.registered","on":"2026-03-03","case":"B","unit":"T01"})") ==
          "");
  REQUIRE(add(history, R"({"kind":"case.accepted","on":"2026-03-05","case":"B"})") == "");
  const auto moved = [&](std::string_view day) {
    return add(history, std::string(R"({"kind":"fact.corrected","on":"2026-04-01","fact":"f6",)") +
                            R"("reason":"误","with":{"on":")" + std::string(day) + R"("}})");
  };
  CHECK(moved("2026-03-06").find("早于收到之日") != std::string::npos);
  REQUIRE(moved("2026-03-01") == "");
  CHECK(history.state().case_row(history.state().find_case("B")).received_on ==
        test::day("2026-03-01"));
}
