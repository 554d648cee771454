#include "core/model/key.h"

#include <doctest/doctest.h>

#include <string>

#include "core/model/memory_history.h"
#include "tests/model/history.h"

using namespace core;

TEST_CASE("key: a number of a case is kept the same however it was typed") {
  for (const char* typed : {"TX-001", " TX-001 ", "ＴＸ－００１", "　TX-001\u200b"})
    CHECK(plain_case_number(typed) == "TX-001");
}

TEST_CASE("key: what nobody could find again is no key") {
  for (const std::string& key :
       {std::string(" "), std::string("\u200b"), std::string("A\u200bB"), std::string("A\nB"),
        std::string("A\0B", 3), std::string("A\u202eB"), std::string(5000, 'x')}) {
    CAPTURE(key);
    CHECK(key_problem(key) != "");
  }
  for (const char* key : {"511720260100000001", "提〔2026〕1号", "T01/李建国", "甲", "A B"})
    CHECK(key_problem(key) == "");
}

TEST_CASE("key: blanks around a key are dropped, unless it is known with them") {
  MemoryHistory history;
  test::set_up(history);
  Fact typed = test::fact(
      R"({"kind":"reminder.issued","on":"2026-03-04","reminder":" 提（2026）1号 ","case":"Ａ"})");
  fold_keys(typed, history.state());
  CHECK(typed.fields.text("reminder") == "提（2026）1号");
  CHECK(typed.fields.text("case") == "A");
  history.add_trusted(
      test::fact(R"({"kind":"case.registered","on":"2026-03-03","case":"Ｂ","unit":"T01"})"));
  typed = test::fact(R"({"kind":"case.accepted","on":"2026-03-04","case":"Ｂ"})");
  fold_keys(typed, history.state());
  CHECK(typed.fields.text("case") == "Ｂ");
}

TEST_CASE("key: it is looked up as it is kept") {
  MemoryHistory history;
  test::set_up(history);
  history.add_trusted(
      test::fact(R"({"kind":"case.registered","on":"2026-03-03","case":"Ｂ","unit":"T01"})"));
  const auto kept = [&history](Subject::Kind kind, std::string_view typed) {
    return kept_key(kind, typed, history.state());
  };
  CHECK(kept(Subject::Kind::Case, "　Ａ ") == "A");
  CHECK(kept(Subject::Kind::Case, "Ｂ") == "Ｂ");
  CHECK(kept(Subject::Kind::Unit, " T01　") == "T01");
  CHECK(kept(Subject::Kind::Bulletin, "通〔2026〕１号") == "通〔2026〕１号");
}

TEST_CASE("key: a new one must be readable, one that is known may be named further") {
  MemoryHistory history;
  test::set_up(history);
  CHECK(test::add(history,
                  R"({"kind":"case.registered","on":"2026-03-03","case":"A\n1","unit":"T01"})") ==
        "编号中有看不见的字符（换行、控制符或零宽字符）");
  history.add_trusted(
      test::fact(R"({"kind":"case.registered","on":"2026-03-03","case":"A\n1","unit":"T01"})"));
  CHECK(test::add(history, R"({"kind":"case.accepted","on":"2026-03-04","case":"A\n1"})") == "");
}

TEST_CASE("key: what looks like an ID number or a mobile is no number of a case") {
  const char* const id = "511121199001011238";
  const Date today = *parse_date("2026-11-23");
  CHECK(personal_number_problem(id, today) == "像身份证号，不能作编号");
  CHECK(personal_number_problem("信13812345678", today) == "像手机号，不能作编号");
  CHECK(personal_number_problem("511720260100000001", today).empty());
  MemoryHistory history;
  test::set_up(history);
  const auto add = [&history](std::string_view kind, std::string_view number) {
    return test::add(history, std::string(R"({"kind":")")
                                      .append(kind)
                                      .append(R"(","on":"2026-03-03","unit":"T01","case":")") +
                                  std::string(number) + R"("})");
  };
  CHECK(add("case.registered", id) == "像身份证号，不能作编号");
  CHECK(add("case.registered", "13812345678") == "像手机号，不能作编号");
  // An old ledger may hold one: it can be named further, or taken back.
  history.add_trusted(test::fact(
      R"({"kind":"case.registered","on":"2026-03-03","case":"13812345678","unit":"T01"})"));
  CHECK(add("case.forwarded", "13812345678").empty());
}
