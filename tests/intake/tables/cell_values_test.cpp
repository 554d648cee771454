#include "core/intake/tables/cell_values.h"

#include <doctest/doctest.h>

using core::intake::Cell;
using core::intake::CellKind;
using core::intake::period_in;

namespace {

Cell text_cell(std::string_view text) {
  Cell cell;
  cell.kind = CellKind::Text;
  cell.text = text;
  return cell;
}

Cell number_cell(std::string_view text, double number) {
  Cell cell;
  cell.kind = CellKind::Number;
  cell.text = text;
  cell.number = number;
  return cell;
}

std::string day(std::string_view text, int year = 0) {
  const auto parsed = core::intake::read_day(text_cell(text), year);
  return parsed.value ? core::to_string(*parsed.value) : std::string(parsed.reason);
}

std::string week(std::string_view text, std::string_view near = "", int year = 0) {
  const auto parsed =
      core::intake::read_week(text_cell(text), core::parse_date(near).value_or(core::Date{}), year);
  return parsed.value ? core::to_string(*parsed.value) : std::string(parsed.reason);
}

}  // namespace

TEST_CASE("cell values: days are read in every notation") {
  for (const std::string_view text :
       {"2026-03-26", "2026/3/26", "2026.3.26", "2026年3月26日", "2026年03月26日", "20260326",
        "2026-3-26 10:20:30", "2026-03-26T10:20", "2026/3/26 上午", "　2026.03.26 ",
        "２０２６年３月２６日", "2026 年 3 月 26 日", "2026年3月26号", "46107"}) {
    CAPTURE(text);
    CHECK(day(text) == "2026-03-26");
  }
  CHECK(core::intake::read_day(number_cell("46107", 46107)).value ==
        core::parse_date("2026-03-26"));
  CHECK(day("3月26日", 2026) == "2026-03-26");
}

TEST_CASE("cell values: what is no day is refused with the reason, blanks are nothing") {
  for (const std::string_view text : {"2026.13.45", "2026年2月30日", "2026年3月", "26.3.4", "昨天",
                                      "2026-03-26abc", "2026", "三月", "20261345"}) {
    CAPTURE(text);
    CHECK(day(text) == "不是有效日期");
  }
  CHECK(day("3月26日") == "缺少年份，可在对应表（.json）里写明年份");
  CHECK(!core::intake::read_day(text_cell("")).failed());
  CHECK(!core::intake::read_day(text_cell("—")).value);
  CHECK(day("").empty());
  CHECK(day("无").empty());
}

TEST_CASE("cell values: counts, yes and no, per cent") {
  using core::intake::read_count;
  CHECK(read_count(text_cell("12")).value == 12);
  CHECK(read_count(text_cell("１２人")).value == 12);
  CHECK(read_count(text_cell("1,234")).value == 1234);
  CHECK(read_count(number_cell("12", 12)).value == 12);
  CHECK(read_count(text_cell("12.0")).value == 12);
  CHECK(read_count(text_cell("abc")).failed());
  CHECK(read_count(text_cell("12.5")).failed());
  CHECK(read_count(text_cell("约30人")).failed());
  CHECK(!read_count(text_cell(" ")).failed());

  using core::intake::read_yes_no;
  for (const std::string_view yes : {"是", "√", "1", "初件", "集体访", "TRUE"})
    CHECK(read_yes_no(text_cell(yes)).value == true);
  for (const std::string_view no : {"否", "×", "0", "重复件", "个体访", "-"})
    CHECK(read_yes_no(text_cell(no)).value == false);
  CHECK(read_yes_no(text_cell("也许")).failed());

  using core::intake::read_progress;
  CHECK(read_progress(text_cell("80%")).value == 80);
  CHECK(read_progress(number_cell("0.8", 0.8)).value == 80);
  CHECK(read_progress(text_cell("100")).value == 100);
  CHECK(read_progress(text_cell("0")).value == 0);
  CHECK(read_progress(text_cell("1%")).value == 1);
  CHECK(read_progress(number_cell("1", 1)).failed());
  CHECK(read_progress(text_cell("120%")).failed());
  const auto percent = [](std::string_view text, double number) {
    Cell cell = number_cell(text, number);
    cell.percent = true;
    return cell;
  };
  CHECK(read_progress(percent("1", 1)).value == 100);
  CHECK(read_progress(percent("0.8", 0.8)).value == 80);
  CHECK(read_progress(percent("0.57", 0.57)).value == 57);
  CHECK(read_progress(percent("0.01", 0.01)).value == 1);
  CHECK(read_progress(percent("80", 80)).failed());
  CHECK(*core::intake::read_rate(percent("1.2", 1.2)).value == doctest::Approx(1.2));
  CHECK(read_progress(text_cell("过半")).failed());
  CHECK(*core::intake::read_rate(text_cell("86.67%")).value == doctest::Approx(0.8667));
  CHECK(*core::intake::read_rate(number_cell("0.8667", 0.8667)).value == doctest::Approx(0.8667));
}

TEST_CASE("cell values: weeks are read, a year that is not said is the nearest") {
  CHECK(week("2026-W36") == "2026-W36");
  CHECK(week("2026年第36周") == "2026-W36");
  CHECK(week("2026年36周") == "2026-W36");
  CHECK(week("第36周", "2026-09-05") == "2026-W36");
  CHECK(week("36", "2026-09-05") == "2026-W36");
  CHECK(week("第52周", "2027-01-05") == "2026-W52");
  CHECK(week("第1周", "2026-12-30") == "2027-W01");
  CHECK(week("第36周", "", 2026) == "2026-W36");
  CHECK(week("2026.8.31-2026.9.6") == "2026-W36");
  CHECK(week("8月31日至9月6日", "2026-09-05") == "2026-W36");
  CHECK(week("2026-08-31至2026-09-06") == "2026-W36");
  CHECK(week("2026-09-03") == "2026-W36");
  CHECK(week("2026.8.30-2026.9.6") == "起止日期不在同一周（周一至周日）");
  CHECK(week("第36周") == "缺少年份，可在对应表（.json）里写明年份");
  CHECK(week("2026-W54") == "没有这一周");
  CHECK(week("本周") == "不是有效的周");
}

TEST_CASE("cell values: periods come out of titles and file names, spans do not") {
  CHECK(period_in("2026年7月办结率统计结果") == "2026-07");
  CHECK(period_in("statistics-2026-07.xlsx") == "2026-07");
  CHECK(period_in("统计202607.xlsx") == "2026-07");
  CHECK(period_in("2026 年 10 月满意率") == "2026-10");
  CHECK(period_in("2026年上半年满意率") == "2026-H1");
  CHECK(period_in("2026年度考核") == "2026");
  CHECK(period_in("2026年1-7月满意率").empty());
  CHECK(period_in("2026年第三季度").empty());
  CHECK(period_in("办结率统计结果").empty());
  CHECK(period_in("2026年13月").empty());
}
