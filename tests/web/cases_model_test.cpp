#include "web/models/cases_model.h"

#include <doctest/doctest.h>

#include "core/app/search_index.h"
#include "tests/web/desk_fixture.h"

using web::CaseColumn;
using web::CasesModel;
using web::CasesQuery;
using web::CaseStage;

namespace {

struct Table {
  test::DeskFixture fixture;
  core::app::SearchIndex index;
  int searches = 0;
  CasesModel model;

  explicit Table(std::string_view one_more = {}) {
    if (!one_more.empty()) fixture.record(one_more);
    core::app::Desk& desk = fixture.desk();
    model = CasesModel(desk.state(), desk.findings(), desk.today());
    index.update(desk.state());
  }

  void select(const CasesQuery& query) {
    model.select(query, [this](std::string_view text) {
      ++searches;
      return index.find(text);
    });
  }

  std::vector<std::string> titles() const {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < model.count(); ++at) out.push_back(model.words(at).title);
    return out;
  }
};

using Titles = std::vector<std::string>;

}  // namespace

TEST_CASE("cases model: newest registration first, nothing hidden") {
  Table table;
  table.select({});
  CHECK(table.titles() == Titles{"检举控告事项", "拖欠工资", "物业服务", "征地补偿安置", "宅基地"});
}

TEST_CASE("cases model: a case without a title is not called one that is not registered") {
  Table table(
      R"({"kind":"case.registered","on":"2026-11-20","case":"N-1","received_on":"2026-11-19","unit":"T01"})");
  CasesQuery query;
  query.search = "N-1";
  table.select(query);
  CHECK(table.titles() == Titles{"未写标题的事项"});
}

TEST_CASE("cases model: words say what the ledger holds") {
  Table table;
  CasesQuery query;
  query.scope = web::CaseScope::Late;
  table.select(query);
  REQUIRE(table.model.count() == 1);
  const CasesModel::Words words = table.model.words(0);
  CHECK(words.number == "511720260800000127");
  CHECK(words.unit == "西山镇");
  CHECK(words.petitioner == "张某等12人");
  CHECK(words.form == "来访");
  CHECK(words.registered == "8月20日");
  CHECK(words.stage == "办理中");
  CHECK(words.deadline == "10月31日");
  CHECK(words.deadline_tone == web::Tone::Late);
  CHECK(words.lead == "—");
  CHECK(words.late == "1");
}

TEST_CASE("cases model: every column sorts both ways and blanks stay last") {
  Table table;
  for (std::size_t at = 0; at < web::kCaseColumns; ++at) {
    CasesQuery query;
    query.table.sorts = {{static_cast<std::uint8_t>(at), false}};
    table.select(query);
    REQUIRE(table.model.count() == 5);
    const auto is_blank = [&](std::size_t row) {
      const std::uint32_t which = table.model.case_at(row).value;
      return table.model.kind(at) == web::ColumnKind::Text
                 ? table.model.text(which, at).empty()
                 : table.model.value(which, at) == web::kBlank;
    };
    for (const bool down : {false, true}) {
      query.table.sorts = {{static_cast<std::uint8_t>(at), down}};
      table.select(query);
      for (std::size_t row = 1; row < 5; ++row) CHECK((!is_blank(row - 1) || is_blank(row)));
    }
  }
  CasesQuery query;
  query.table.sorts = {{static_cast<std::uint8_t>(CaseColumn::Late), true}};
  table.select(query);
  CHECK(table.titles().front() == "征地补偿安置");
}

TEST_CASE("cases model: titles are ordered by sound") {
  Table table;
  CasesQuery query;
  query.table.sorts = {{static_cast<std::uint8_t>(CaseColumn::Title), false}};
  table.select(query);
  CHECK(table.titles() == Titles{"检举控告事项", "拖欠工资", "物业服务", "宅基地", "征地补偿安置"});
}

TEST_CASE("cases model: filters of several columns meet") {
  Table table;
  CasesQuery query = web::cases_with(web::CaseScope::All, CaseColumn::Unit,
                                     table.fixture.desk().state().find_unit("D01").value);
  table.select(query);
  CHECK(table.titles() == Titles{"检举控告事项", "物业服务", "宅基地"});
  web::ColumnFilter stage;
  stage.column = static_cast<std::uint8_t>(CaseColumn::Stage);
  stage.words = {static_cast<std::int64_t>(CaseStage::Answered)};
  query.table.set_filter(stage);
  table.select(query);
  CHECK(table.titles() == Titles{"宅基地"});
  stage.words.clear();
  query.table.set_filter(stage);
  CHECK(query.table.filters.size() == 1);
}

TEST_CASE("cases model: what reads — is blank, also where nothing is overdue") {
  Table table;
  CasesQuery query;
  web::ColumnFilter nothing_late;
  nothing_late.column = static_cast<std::uint8_t>(CaseColumn::Late);
  nothing_late.blanks = web::Blanks::Only;
  query.table.set_filter(nothing_late);
  table.select(query);
  REQUIRE(table.model.count() > 0);
  REQUIRE(table.model.count() < 5);
  for (std::size_t row = 0; row < table.model.count(); ++row)
    CHECK(table.model.words(row).late == "—");
}

TEST_CASE("cases model: scopes count what they hold") {
  Table table;
  for (const web::CaseScope scope :
       {web::CaseScope::All, web::CaseScope::Open, web::CaseScope::Late, web::CaseScope::Closed}) {
    CasesQuery query;
    query.scope = scope;
    table.select(query);
    CHECK(table.model.count() == table.model.count(scope));
  }
  CHECK(table.model.count(web::CaseScope::Open) + table.model.count(web::CaseScope::Closed) == 5);
  CHECK(table.model.count(web::CaseScope::Closed) == 1);
}

TEST_CASE("cases model: search looks at number, title, summary and unit") {
  Table table;
  const auto search = [&](const char* text) {
    CasesQuery query;
    query.search = text;
    table.select(query);
    return table.titles();
  };
  CHECK(search("00093") == Titles{"物业服务"});
  CHECK(search("欠工") == Titles{"拖欠工资"});
  CHECK(search("电梯") == Titles{"物业服务"});
  CHECK(search("西山镇") == Titles{"拖欠工资", "征地补偿安置"});
  CHECK(search("没有这个词").empty());
  CHECK(search("").size() == 5);
}

TEST_CASE("cases model: the same query asks nothing again") {
  Table table;
  CasesQuery query;
  query.search = "工资";
  table.select(query);
  table.select(query);
  query.table.sorts.clear();
  table.select(query);
  CHECK(table.searches == 1);
}

TEST_CASE("cases model: a short number finds the case that ends so before others") {
  Table table(
      R"({"kind":"case.registered","on":"2026-11-21","case":"511720261100093555","unit":"T01","title":"别的","received_on":"2026-11-21"})");
  CasesQuery query;
  query.search = "00093";
  table.select(query);
  REQUIRE(table.model.count() == 2);
  CHECK(table.model.words(0).number == "511720260900000093");
  query.table.sorts = {{static_cast<std::uint8_t>(CaseColumn::Registered), false}};
  table.select(query);
  CHECK(table.model.words(0).number == "511720260900000093");
  query.table.sorts = {{static_cast<std::uint8_t>(CaseColumn::Title), false}};
  table.select(query);
  CHECK(table.model.words(0).number == "511720261100093555");
}

TEST_CASE("cases model: a whole number is found before longer ones that hold it") {
  Table table(
      R"({"kind":"case.registered","on":"2026-11-21","case":"5117202609000000931","unit":"T01","title":"别的","received_on":"2026-11-21"})");
  CasesQuery query;
  query.search = "511720260900000093";
  table.select(query);
  REQUIRE(table.model.count() == 2);
  CHECK(table.model.words(0).number == "511720260900000093");
}

TEST_CASE("cases model: on a past day a case that was registered later is not there yet") {
  test::DeskFixture fixture;
  const core::State& state = fixture.desk().state();
  const core::CaseIndex which = state.find_case("511720261100000211");
  REQUIRE(which.known());
  const core::Date registered = state.case_row(which).registered_on;
  CHECK(web::is_open(web::case_progress(state, which, registered), false));
  const web::CaseProgress before = web::case_progress(state, which, registered - 1);
  CHECK(before.stage == CaseStage::Mentioned);
  CHECK_FALSE(web::is_open(before, false));
}
