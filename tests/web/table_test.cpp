#include "web/models/table.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "web/models/collation.h"
#include "web/models/column_view.h"
#include "web/models/list_table.h"
#include "web/models/typed_day.h"

using web::ColumnFilter;
using web::ColumnKind;
using web::ListTable;
using web::TableQuery;

namespace {

constexpr std::uint8_t kName = 0, kUnit = 1, kCount = 2;

/// Name, unit by code, number; the last row has nothing but a name.
ListTable people() {
  ListTable table({ColumnKind::Text, ColumnKind::Word, ColumnKind::Number});
  const auto add = [&](std::uint64_t key, const char* name, std::int64_t unit, const char* word,
                       std::int64_t count) {
    table.add(key, {web::text_cell(name), web::word_cell(unit, word), web::number_cell(count)});
  };
  add(1, "王二", 7, "西山镇", 3);
  add(2, "李一", 9, "东河镇", 12);
  add(3, "ＡＢ张", 7, "西山镇", 12);
  add(4, "陈四", web::kBlank, "", web::kBlank);
  return table;
}

std::vector<std::uint64_t> keys(ListTable& table, const TableQuery& query) {
  table.select(query);
  std::vector<std::uint64_t> out;
  for (std::size_t row = 0; row < table.count(); ++row) out.push_back(table.key(table.source(row)));
  return out;
}

using Keys = std::vector<std::uint64_t>;

}  // namespace

TEST_CASE("table: names are ordered by their sound, blanks last either way") {
  ListTable table = people();
  CHECK(keys(table, {{{kName, false}}, {}}) == Keys{3, 4, 2, 1});
  CHECK(keys(table, {{{kUnit, false}}, {}}) == Keys{2, 1, 3, 4});
  CHECK(keys(table, {{{kUnit, true}}, {}}) == Keys{1, 3, 2, 4});
}

TEST_CASE("table: the second column decides where the first is equal") {
  ListTable table = people();
  CHECK(keys(table, {{{kCount, true}, {kName, false}}, {}}) == Keys{3, 2, 1, 4});
  CHECK(keys(table, {{{kCount, true}, {kName, true}}, {}}) == Keys{2, 3, 1, 4});
}

TEST_CASE("table: rows that are equal stay as they were") {
  ListTable table = people();
  CHECK(keys(table, {}) == Keys{1, 2, 3, 4});
  CHECK(keys(table, {{{kCount, true}}, {}}) == Keys{2, 3, 1, 4});
}

TEST_CASE("table: filters by part, name, limits and blanks") {
  ListTable table = people();
  TableQuery query;
  ColumnFilter filter;
  filter.column = kName;
  filter.part = "ab";
  query.set_filter(filter);
  CHECK(keys(table, query) == Keys{3});
  filter = {};
  filter.column = kName;
  query.set_filter(filter);
  CHECK(query.filters.empty());
  filter.column = kUnit;
  filter.words = {7};
  query.set_filter(filter);
  CHECK(keys(table, query) == Keys{1, 3});
  ColumnFilter limits;
  limits.column = kCount;
  limits.from = 4;
  query.set_filter(limits);
  CHECK(keys(table, query) == Keys{3});
  query.filters.clear();
  ColumnFilter blanks;
  blanks.column = kUnit;
  blanks.blanks = web::Blanks::Only;
  query.set_filter(blanks);
  CHECK(keys(table, query) == Keys{4});
  blanks.blanks = web::Blanks::Hidden;
  query.set_filter(blanks);
  CHECK(keys(table, query) == Keys{1, 2, 3});
}

TEST_CASE("table: a press sorts by one column, with Shift by another as well") {
  TableQuery query;
  query.sort_by(kName, /*also=*/false, /*down_first=*/false);
  query.sort_by(kName, false, false);
  CHECK(query.sorts == std::vector<web::SortKey>{{kName, true}});
  query.sort_by(kCount, /*also=*/true, /*down_first=*/true);
  CHECK(query.sorts == std::vector<web::SortKey>{{kName, true}, {kCount, true}});
  CHECK(query.sort_place(kCount) == 2);
  query.sort_by(kCount, false, true);
  CHECK(query.sorts == std::vector<web::SortKey>{{kCount, false}});
}

TEST_CASE("table: choices are counted and ordered by name") {
  const ListTable table = people();
  const std::vector<web::TableChoice> choices = web::choices_of(table, kUnit);
  REQUIRE(choices.size() == 2);
  CHECK(choices[0].word == "东河镇");
  CHECK(choices[1].word == "西山镇");
  CHECK(choices[1].count == 2);
}

TEST_CASE("collation: digits, letters, then characters by pinyin, width and case aside") {
  const std::vector<std::string> sorted = {"1号",  "2号", "Ab",   "ac",   "安置", "拆迁",
                                           "东河", "李",  "西山", "征地", "周明", "亍道"};
  for (std::size_t at = 1; at < sorted.size(); ++at)
    CHECK_MESSAGE(web::collation_key(sorted[at - 1]) < web::collation_key(sorted[at]), sorted[at]);
  CHECK(web::collation_key("Ａｂ１") == web::collation_key("AB1"));
}

TEST_CASE("typed day: the ways people write days") {
  const core::Date today = *core::make_date(2026, 11, 23);
  const core::Date day = *core::make_date(2026, 11, 20);
  for (const char* text : {"2026-11-20", "2026.11.20", "2026/11/20", "20261120", "2026年11月20日",
                           "11-20", "11月20日", "11.20", " 2026-11-20 ", "２０２６-11-20"})
    CHECK_MESSAGE(web::typed_day(text, today) == day, text);
  CHECK(web::typed_day("昨天", today) == today - 1);
  CHECK(web::typed_day("12-01", today) == *core::make_date(2025, 12, 1));
  CHECK(web::typed_day("12-01", {}) == std::nullopt);
  CHECK(web::typed_day("11-23", today) == today);
  CHECK(web::typed_day("2-29", today) == *core::make_date(2024, 2, 29));
  for (const char* text :
       {"", "2026-13-01", "abc", "11", "2026-02-30", "-", "11-20 下午", "99999999999999999999"})
    CHECK_MESSAGE(web::typed_day(text, today) == std::nullopt, text);
}

TEST_CASE("typed day: what lies ahead is the next such day") {
  const core::Date today = *core::make_date(2026, 11, 23);
  const core::Date from = *core::make_date(2026, 11, 20);
  CHECK(web::typed_day("12-31", today, from) == *core::make_date(2026, 12, 31));
  CHECK(web::typed_day("1月20日", today, from) == *core::make_date(2027, 1, 20));
  CHECK(web::typed_day("11-20", today, from) == from);
  CHECK(web::typed_day("11-19", today, from) == *core::make_date(2027, 11, 19));
  CHECK(web::typed_day("2-29", today, from) == *core::make_date(2028, 2, 29));
  CHECK(web::typed_day("2-30", today, from) == std::nullopt);
  CHECK(web::typed_day("2025-12-31", today, from) == *core::make_date(2025, 12, 31));
}

TEST_CASE("column view: what a person arranged comes back as it was") {
  web::ColumnView view;
  view.order = {"b", "a"};
  view.hide("c");
  view.widths["a"] = 240;
  view.frozen = 2;
  view.wrap = true;
  CHECK(web::view_of(web::view_json(view)) == view);
  CHECK(web::view_of(core::Value("damaged")) == web::ColumnView{});
}

TEST_CASE("column view: columns move, and new ones stand behind") {
  const std::vector<std::string_view> ids = {"a", "b", "c", "d"};
  web::ColumnView view;
  web::move_column(view, ids, 0, 3);
  CHECK(web::shown_columns(view, ids) == std::vector<std::size_t>{1, 2, 0, 3});
  web::move_column(view, ids, 3, 0);
  CHECK(web::shown_columns(view, ids) == std::vector<std::size_t>{3, 1, 2, 0});
  view.hide("b");
  CHECK(web::shown_columns(view, ids) == std::vector<std::size_t>{3, 2, 0});
  view.hide("a");
  view.hide("c");
  view.hide("d");
  CHECK(web::shown_columns(view, ids) == std::vector<std::size_t>{0});
}
