#include "core/intake/tables/layout.h"

#include <doctest/doctest.h>

using core::intake::Column;
using core::intake::Dropped;
using core::intake::find_layout;
using core::intake::HeaderBook;
using core::intake::LayoutHints;
using core::intake::Merge;
using core::intake::SheetKind;
using core::intake::TopRow;

namespace {

std::size_t place(const core::intake::SheetLayout& layout, Column column) {
  return static_cast<std::size_t>(layout.place[static_cast<std::size_t>(column)]);
}

const std::vector<TopRow> kCountyRows = {
    {1, {"青山县2026年信访事项办理台账"}},
    {2, {"序号", "信访事项编号", "信访人", "", "诉求", "责任单位", "登记时间"}},
    {3, {"", "", "姓名", "人数"}},
    {4, {"1", "511720260100000001", "郭桂建", "1", "反映", "县卫生健康局", "2026-03-26"}}};

const std::vector<Merge> kCountyMerges = {{1, 1, 0, 6}, {2, 2, 2, 3}, {2, 3, 0, 0}, {2, 3, 1, 1},
                                          {2, 3, 4, 4}, {2, 3, 5, 5}, {2, 3, 6, 6}};

void check_county(const core::intake::SheetLayout& layout) {
  CHECK(layout.kind == SheetKind::Cases);
  CHECK(layout.header_first == 2);
  CHECK(layout.header_last == 3);
  CHECK(place(layout, Column::Petitioner) == 2);
  CHECK(place(layout, Column::People) == 3);
  CHECK(place(layout, Column::CaseNumber) == 1);
  CHECK(layout.headers[2] == "信访人·姓名");
  CHECK(layout.titles == std::vector<std::string>{"青山县2026年信访事项办理台账"});
}

}  // namespace

TEST_CASE("layout: a header over two rows under a title, with and without merged ranges") {
  const auto merged = find_layout(kCountyRows, kCountyMerges, HeaderBook(), {});
  REQUIRE(merged);
  check_county(*merged);
  const auto plain = find_layout(kCountyRows, {}, HeaderBook(), {});
  REQUIRE(plain);
  check_county(*plain);
}

TEST_CASE("layout: a header over five rows") {
  const std::vector<TopRow> rows = {{1, {"台账"}},
                                    {2, {"编号", "办理", "办理"}},
                                    {3, {"", "经过"}},
                                    {4, {"", "日期"}},
                                    {5, {"", "由谁登记"}},
                                    {6, {"", "登记日期", "责任单位"}},
                                    {7, {"A1", "2026-01-02", "柳林镇"}}};
  const std::vector<Merge> merges = {
      {2, 6, 0, 0}, {2, 2, 1, 2}, {3, 3, 1, 2}, {4, 4, 1, 2}, {5, 5, 1, 2}};
  const auto layout = find_layout(rows, merges, HeaderBook(), {});
  REQUIRE(layout);
  CHECK(layout->kind == SheetKind::Cases);
  CHECK(layout->header_last == 6);
  CHECK(place(*layout, Column::RegisteredOn) == 1);
  CHECK(place(*layout, Column::Unit) == 2);
}

TEST_CASE("layout: headers are found whatever blanks, widths, marks and units they carry") {
  const std::vector<TopRow> rows = {{1,
                                     {"* 信访件 编号", "登记日期：", "信访人数（人）", "责任\n单位",
                                      "联系电话", "扬言内容", "是否有进京访风险", "随便一列"}}};
  const auto layout = find_layout(rows, {}, HeaderBook(), {});
  REQUIRE(layout);
  CHECK(place(*layout, Column::CaseNumber) == 0);
  CHECK(place(*layout, Column::People) == 2);
  CHECK(place(*layout, Column::Unit) == 3);
  CHECK(layout->dropped[4] == Dropped::Phone);
  CHECK(layout->dropped[5] == Dropped::Other);
  CHECK(layout->dropped[6] == Dropped::Other);
  CHECK(layout->dropped[7] == Dropped::No);
  CHECK(layout->columns[7] == Column::None);
}

TEST_CASE("layout: kinds are told apart by what they cannot do without") {
  const auto kind = [](std::vector<std::string> header) {
    const std::vector<TopRow> rows = {{1, std::move(header)}};
    const auto layout = find_layout(rows, {}, HeaderBook(), {});
    return layout ? layout->kind : SheetKind::Unknown;
  };
  CHECK(kind({"单位代码", "单位名称", "单位类别"}) == SheetKind::Units);
  CHECK(kind({"姓名", "职务", "级别", "单位", "分管单位"}) == SheetKind::Officials);
  CHECK(kind({"信访件编号", "案件名称", "包案依据", "责任单位"}) == SheetKind::Leads);
  CHECK(kind({"信访件编号", "报告周", "责任单位", "进展"}) == SheetKind::Reports);
  CHECK(kind({"单位", "受理总数", "受理按期办结"}) == SheetKind::Statistics);
  CHECK(kind({"信访件编号", "来访人", "来访时间", "涉事单位"}) == SheetKind::Cases);
  CHECK(kind({"商品", "数量", "金额"}) == SheetKind::Unknown);
  CHECK(kind({"姓名", "电话"}) == SheetKind::Unknown);
}

TEST_CASE("layout: a person's hints settle kind, row and columns") {
  const std::vector<TopRow> rows = {{1, {"信访件编号", "登记日期"}},
                                    {3, {"甲", "登记日期", "丙"}},
                                    {4, {"A1", "2026-01-02", "柳林镇"}}};
  LayoutHints hints;
  hints.header_row = 3;
  hints.columns = {{"甲", Column::CaseNumber}, {"丙", Column::Unit}};
  const auto layout = find_layout(rows, {}, HeaderBook(), hints);
  REQUIRE(layout);
  CHECK(layout->header_first == 3);
  CHECK(place(*layout, Column::Unit) == 2);
  hints.kind = SheetKind::Leads;
  CHECK(!find_layout(rows, {}, HeaderBook(), hints));
  CHECK(core::intake::closest_kind(rows, {}, HeaderBook(), hints).missing == "包案依据");
}

TEST_CASE("layout: every column has a word of its own within its kind and can be asked for by it") {
  for (std::size_t i = 1; i < core::intake::kColumnCount; ++i) {
    const auto column = static_cast<Column>(i);
    CAPTURE(i);
    CHECK(!core::intake::word(column).empty());
    CHECK(core::intake::parse_column(core::intake::word(column)) != Column::None);
  }
  CHECK(core::intake::parse_column("nonsense") == Column::None);
}

TEST_CASE("layout: what must not get in is not taken for the group it stands under") {
  const std::vector<Merge> merges = {
      {1, 2, 0, 0}, {1, 1, 1, 4}, {1, 2, 5, 5}, {1, 2, 6, 6}, {1, 2, 7, 7}};
  const std::vector<std::string> groups = {"编号", "基本情况", "",         "",
                                           "",     "诉求",     "责任单位", "登记日期"};
  for (const auto& inner :
       std::vector<std::vector<std::string>>{{"", "姓名", "扬言内容", "住址", "性别"},
                                             {"", "姓名", "住址", "扬言内容", "手机号码"},
                                             {"", "姓名", "现实表现", "扬言内容", "住址"}}) {
    const std::vector<TopRow> rows = {
        {1, groups}, {2, inner}, {3, {"A1", "王小明", "要去", "柳林镇", "男", "反映"}}};
    for (const bool merged : {true, false}) {
      const auto layout = find_layout(rows, merged ? std::span(merges) : std::span<const Merge>(),
                                      HeaderBook(), {});
      REQUIRE(layout);
      CHECK(layout->header_last == 2);
      CHECK(place(*layout, Column::Petitioner) == 1);
      CHECK(place(*layout, Column::Summary) == 5);
      CHECK(layout->dropped[3] != Dropped::No);
      CHECK(layout->columns[2] == Column::None);
    }
  }
}

TEST_CASE("layout: a group over several columns names none of them but the one that says so") {
  const auto of = [](std::vector<std::string> inner, Column column) {
    const std::vector<TopRow> rows = {{1, {"编号", "信访人", "", "", "责任单位", "", "登记日期"}},
                                      {2, std::move(inner)},
                                      {3, {"A1", "一", "二", "三", "四", "五", "2026-01-02"}}};
    const std::vector<Merge> merges = {{1, 2, 0, 0}, {1, 1, 1, 3}, {1, 1, 4, 5}, {1, 2, 6, 6}};
    const auto layout = find_layout(rows, merges, HeaderBook(), {});
    REQUIRE(layout);
    return layout->place[static_cast<std::size_t>(column)];
  };
  CHECK(of({"", "证件号码", "姓名", "住址", "名称", "负责人"}, Column::Petitioner) == 2);
  CHECK(of({"", "证件号码", "称呼", "住址", "名称", "负责人"}, Column::Petitioner) == -1);
  CHECK(of({"", "证件号码", "姓名", "住址", "负责人", "名称"}, Column::Unit) == 5);
  CHECK(of({"", "证件号码", "姓名", "住址", "负责人", "电话"}, Column::Unit) == -1);
}

TEST_CASE("layout: content under a heading of what must not get in is not content") {
  const std::vector<TopRow> rows = {{1, {"编号", "登记日期", "责任单位", "扬言情况", "诉求情况"}},
                                    {2, {"", "", "", "内容", "内容"}},
                                    {3, {"A1", "2026-01-02", "柳林镇", "要去", "反映"}}};
  const auto layout = find_layout(rows, {}, HeaderBook(), {});
  REQUIRE(layout);
  CHECK(place(*layout, Column::Summary) == 4);
  CHECK(layout->dropped[3] == Dropped::Other);
}

TEST_CASE("layout: a header goes on where a merged cell reaches or the row holds but headers") {
  const std::vector<TopRow> rows = {
      {1, {"编号", "姓名", "诉求", "责任单位", "登记日期", "联系方式"}},
      {2, {"", "", "", "", "", "手机号码", "家庭住址"}},
      {3, {"B1", "王小明", "反映", "柳林镇", "2026-09-09", "1", "2"}}};
  const std::vector<Merge> merges = {{1, 2, 0, 0}, {1, 2, 1, 1}, {1, 2, 2, 2},
                                     {1, 2, 3, 3}, {1, 2, 4, 4}, {1, 1, 5, 6}};
  for (const bool merged : {true, false}) {
    const auto layout =
        find_layout(rows, merged ? std::span(merges) : std::span<const Merge>(), HeaderBook(), {});
    REQUIRE(layout);
    CHECK(layout->header_last == 2);
    CHECK(layout->headers[5] == "联系方式·手机号码");
    CHECK(layout->dropped[5] == Dropped::Phone);
    CHECK(layout->dropped[6] == Dropped::Address);
  }
  // Merged ranges are asked for when the row below has no number.
  std::vector<TopRow> odd = rows;
  odd[1].cells[5] = "甲";
  odd[1].cells[6] = "乙";
  const auto plain = find_layout(odd, {}, HeaderBook(), {});
  REQUIRE(plain);
  CHECK(plain->header_last == 1);
  CHECK(core::intake::needs_merges(*plain, odd));
  CHECK(find_layout(odd, merges, HeaderBook(), {})->header_last == 2);
  // Also where only the group is merged.
  CHECK(find_layout(odd, std::span(merges).last(1), HeaderBook(), {})->header_last == 2);
  // A remark that is merged with rows of data is no header over them.
  const std::vector<TopRow> data = {
      {1, {"编号", "登记日期", "备注"}}, {2, {"B1", "2026-09-09"}}, {3, {"B2", "2026-09-09"}}};
  const std::vector<Merge> remark = {{1, 3, 2, 2}};
  CHECK(find_layout(data, remark, HeaderBook(), {})->header_last == 1);
}

TEST_CASE("layout: rows of a header say together what none of them says alone") {
  const std::vector<TopRow> rows = {
      {2, {"编号", "责任单位", "登记日期", "办理时间"}},
      {3, {"", "", "", "受理", "答复"}},
      {4, {"", "", "", "日期", "日期"}},
      {5, {"K2", "柳林镇", "2026-09-09", "2026-09-12", "2026-10-12"}}};
  const std::vector<Merge> merges = {{2, 4, 0, 0}, {2, 4, 1, 1}, {2, 4, 2, 2}, {2, 2, 3, 4}};
  const auto layout = find_layout(rows, merges, HeaderBook(), {});
  REQUIRE(layout);
  CHECK(layout->header_last == 4);
  CHECK(place(*layout, Column::AcceptedOn) == 3);
  CHECK(place(*layout, Column::AnsweredOn) == 4);
}
