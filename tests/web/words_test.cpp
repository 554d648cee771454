#include "web/models/words.h"

#include <doctest/doctest.h>

using core::Date;
using core::rules::DutyRow;
using core::rules::DutyState;
using web::Tone;

namespace {

Date day(int year, int month, int day) { return *core::make_date(year, month, day); }

DutyRow duty(Date due, Date judged, DutyState state) {
  DutyRow row;
  row.due_on = due;
  row.judged_on = judged;
  row.state = state;
  return row;
}

}  // namespace

TEST_CASE("words: days carry their year only when it is another one") {
  CHECK(web::short_day(day(2026, 11, 20), day(2026, 11, 23)) == "11月20日");
  CHECK(web::short_day(day(2025, 11, 20), day(2026, 11, 23)) == "2025年11月20日");
  CHECK(web::short_day(Date{}, day(2026, 11, 23)) == "—");
  CHECK(web::full_day(day(2026, 1, 5)) == "2026年1月5日");
  CHECK(web::weekday_word(day(2026, 11, 23)) == "周一");
  CHECK(web::weekday_word(day(2026, 11, 22)) == "周日");
}

TEST_CASE("words: a sentence of the core is said as the page speaks, what it quotes as it was") {
  CHECK(web::plain_words("日期2026-11-24在今天（2026-11-23）之后") ==
        "日期2026年11月24日在今天（2026年11月23日）之后");
  CHECK(web::plain_words("“2026-11-24”不是有效日期，早于2026-01-05") ==
        "“2026-11-24”不是有效日期，早于2026年1月5日");
  CHECK(web::plain_words("文件 事项-2026-11-24.csv 与 2026-02-30") ==
        "文件 事项-2026-11-24.csv 与 2026-02-30");
  CHECK(web::plain_words("单位（unit）缺失（T5）（条例34）") == "单位缺失（T5）（条例34）");
  CHECK(web::plain_words("（unit") == "（unit");
  CHECK(web::plain_words("") == "");
}

TEST_CASE("words: long numbers are shortened from the left, short ones are whole") {
  CHECK(web::short_number("511720260100000127") == "…00127");
  CHECK(web::short_number("青信20260127") == "…60127");
  CHECK(web::short_number("A-12") == "A-12");
  CHECK(web::short_number("12345678") == "12345678");
  CHECK(web::short_number("") == "");
}

TEST_CASE("words: counts are grouped, sizes rounded") {
  CHECK(web::grouped(0) == "0");
  CHECK(web::grouped(999) == "999");
  CHECK(web::grouped(1000) == "1,000");
  CHECK(web::grouped(1234567) == "1,234,567");
  CHECK(web::size_words(0) == "0 KB");
  CHECK(web::size_words(1) == "1 KB");
  CHECK(web::size_words(1258291) == "1.2 MB");
}

TEST_CASE("words: a duty says how late it is, or how long there is left") {
  const Date today = day(2026, 11, 23);
  const Date friday = day(2026, 11, 20);
  CHECK(web::state_words(duty(friday, friday, DutyState::Overdue), today).text == "逾期 3天");
  CHECK(web::state_words(duty(friday, friday, DutyState::Overdue), today).tone == Tone::Late);
  CHECK(web::state_words(duty(today, today, DutyState::Open), today).text == "今天");
  CHECK(web::state_words(duty(today + 3, today + 3, DutyState::Open), today).text == "3天后");
  CHECK(web::state_words(duty(friday, friday, DutyState::DoneLate), today).text == "迟办");
}

TEST_CASE("words: between the strict and the judged day a duty is due, not late") {
  const Date sunday = day(2026, 11, 22);
  const DutyRow row = duty(sunday, sunday + 1, DutyState::Open);
  CHECK(web::state_words(row, sunday).text == "今天");
  CHECK(web::state_words(row, sunday + 1).text == "今天");
  CHECK(web::next_due(row, sunday) == sunday);
  CHECK(web::next_due(row, sunday + 1) == sunday + 1);
  const DutyRow late = duty(sunday, sunday + 1, DutyState::Overdue);
  CHECK(web::state_words(late, sunday + 2).text == "逾期 1天");
}
