#include "web/models/data_model.h"

#include <algorithm>
#include <utility>

#include "web/models/import_cells.h"
#include "web/models/words.h"

namespace web {
namespace {

using core::intake::SheetKind;

/// One kind, or a list of them when the file had several sheets.
std::vector<SheetKind> kinds_of(const core::Fields& fields) {
  std::vector<SheetKind> kinds;
  const core::Value* as = fields.find("as");
  if (as == nullptr) return kinds;
  if (as->text()) kinds.push_back(core::intake::parse_sheet_kind(*as->text()));
  if (as->list())
    for (const core::Value& item : *as->list())
      if (item.text()) kinds.push_back(core::intake::parse_sheet_kind(*item.text()));
  return kinds;
}

std::vector<ListCell> import_cells(const core::Fact& fact, core::Date today,
                                   std::vector<std::string>& met) {
  const core::Fields& fields = fact.fields;
  ListCell day = text_cell(short_day(fact.on, today), Tone::Secondary);
  if (fact.on.known()) day.value = fact.on.days;
  return {std::move(day),
          text_cell(std::string(fields.text("file"))),
          sheets_cell(sheet_words(kinds_of(fields)), met),
          count_cell(fields.integer("rows")),
          count_cell(fields.integer("added")),
          count_cell(fields.integer("updated")),
          count_cell(fields.integer("unchanged")),
          count_cell(fields.integer("refused"), Tone::Late)};
}

ListTable imports_of(const core::State& state, core::Date today) {
  using enum ColumnKind;
  ListTable imports({Day, Text, Word, Number, Number, Number, Number, Number});
  std::vector<std::string> met;
  std::vector<const core::Fact*> facts;
  for (const core::OtherFact& other : state.other_facts())
    if (other.fact.fact.kind == "import.recorded") facts.push_back(&other.fact.fact);
  for (std::size_t at = facts.size(); at-- > 0;)
    imports.add(at + 1, import_cells(*facts[at], today, met));
  return imports;
}

template <typename Rows, typename Known>
std::string counted(const Rows& rows, Known known) {
  std::uint64_t count = 0;
  for (const auto& row : rows)
    if (known(row)) ++count;
  return grouped(count);
}

}  // namespace

DataModel data_model(const core::State& state, const LedgerAccount& account, core::Date today) {
  DataModel model;
  model.county = state.county_name();
  model.demo = account.demo;
  model.head = account.head;
  model.size = size_words(account.bytes);
  model.tiles = {
      {"facts", "事实", grouped(state.fact_count()), ""},
      {"cases", "信访事项",
       counted(state.cases(), [](const core::CaseRow& row) { return row.registered(); }), "cases"},
      {"units", "单位",
       counted(state.units(), [](const core::UnitRow& row) { return row.registered_on.known(); }),
       ""},
      {"officials", "领导和联络员",
       counted(state.officials(),
               [](const core::OfficialRow& row) { return row.appointed_on.known(); }),
       ""},
  };
  model.today = today;
  model.imports = imports_of(state, today);
  return model;
}

}  // namespace web
