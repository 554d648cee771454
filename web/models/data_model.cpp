#include "web/models/data_model.h"

#include <algorithm>
#include <utility>

#include "core/intake/tables/county_name.h"
#include "core/model/rows_in_use.h"
#include "web/models/import_cells.h"
#include "web/models/units_model.h"
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
          count_cell(fields.integer("refused"), Tone::Late),
          count_cell(fields.integer("skipped"))};
}

ListTable imports_of(const core::State& state, core::Date today) {
  using enum ColumnKind;
  ListTable imports({Day, Text, Word, Number, Number, Number, Number, Number, Number});
  std::vector<std::string> met;
  const auto& others = state.other_facts();
  for (std::size_t at = others.size(); at-- > 0;)
    if (const core::RecordedFact& recorded = others[at].fact;
        recorded.fact.kind == "import.recorded")
      imports.add(recorded.ref.position, import_cells(recorded.fact, today, met));
  return imports;
}

std::string counted(const std::vector<bool>& rows) {
  return grouped(static_cast<std::uint64_t>(std::count(rows.begin(), rows.end(), true)));
}

bool is_record_of(const core::Fact& fact, const core::intake::FileLog& file) {
  const core::Fields& fields = fact.fields;
  return fact.kind == "import.recorded" && fields.text("file") == file.file &&
         fields.integer("rows") == file.rows && fields.integer("added") == file.added &&
         fields.integer("updated") == file.updated &&
         fields.integer("unchanged") == file.unchanged && fields.integer("refused") == file.refused;
}

/// The county that stands before the names of several units.
std::string county_of_units(const core::State& state) {
  std::vector<std::string> seen;
  for (const core::UnitRow& unit : state.units()) {
    std::string county = core::intake::county_in(unit.name);
    if (county.empty()) continue;
    if (std::find(seen.begin(), seen.end(), county) != seen.end()) return county;
    seen.push_back(std::move(county));
  }
  return {};
}

/// A tablet's browser may not hold more.
constexpr std::uint64_t kMuchForTablets = 200 << 20;

}  // namespace

std::vector<std::uint64_t> records_of(const core::State& state,
                                      const core::intake::ImportLog& log) {
  std::vector<std::uint64_t> positions;
  const auto& others = state.other_facts();
  for (const core::intake::FileLog& file : log.files)
    for (std::size_t at = others.size(); at-- > 0;)
      if (const core::RecordedFact& recorded = others[at].fact; is_record_of(recorded.fact, file)) {
        positions.push_back(recorded.ref.position);
        break;
      }
  return positions;
}

CountyName county_name(const core::State& state, const core::intake::ImportLog& log) {
  CountyName name;
  name.given = state.county_name() != core::intake::kUnnamedCounty;
  if (name.given) return name;
  for (const core::intake::FileLog& file : log.files)
    for (const std::string& note : file.notes)
      if (name.proposed.empty()) name.proposed = core::intake::noted_county(note);
  if (name.proposed.empty()) name.proposed = county_of_units(state);
  return name;
}

DataModel data_model(const core::State& state, const LedgerAccount& account, core::Date today) {
  DataModel model;
  model.county = state.county_name();
  model.demo = account.demo;
  model.head = account.head;
  model.size = size_words(account.bytes);
  if (account.bytes > kMuchForTablets) model.size += "，平板上可能打不开";
  const auto add = [&](std::string_view id, std::string_view label, std::string number,
                       std::string_view screen) {
    model.tiles.push_back(
        {std::string(id), std::string(label), std::move(number), std::string(screen)});
  };
  add("facts", "事实", grouped(state.fact_count()), "");
  std::size_t cases = 0;
  for (std::uint32_t at = 0; at < state.cases().size(); ++at) cases += core::is_in_use(state, {at});
  add("cases", "信访事项", grouped(cases), "cases");
  const Listed listed = listed_units(state);
  add("units", "单位", counted(listed.units), "units");
  add("officials", "领导和联络员", counted(listed.officials), "officials");
  model.today = today;
  model.imports = imports_of(state, today);
  return model;
}

}  // namespace web
