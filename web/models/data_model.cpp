#include "web/models/data_model.h"

#include "core/base/text.h"
#include "web/models/words.h"

namespace web {
namespace {

std::string_view sheet_word(std::string_view as) {
  if (as == "cases") return "事项";
  if (as == "units") return "单位";
  if (as == "officials") return "人员";
  if (as == "leads") return "包案";
  if (as == "reports") return "周报";
  if (as == "statistics") return "统计";
  return as;
}

std::string sheets_of(const core::Fields& fields) {
  const core::Value* as = fields.find("as");
  if (as == nullptr) return {};
  if (as->text()) return std::string(sheet_word(*as->text()));
  std::string out;
  if (as->list())
    for (const core::Value& item : *as->list()) {
      const std::string_view word = item.text() ? sheet_word(*item.text()) : std::string_view();
      if (word.empty() || core::contains(out, word)) continue;  // two sheets of one sort
      if (!out.empty()) out += "、";
      out += word;
    }
  return out;
}

std::string count_of(const core::Fields& fields, std::string_view name) {
  return grouped(static_cast<std::uint64_t>(fields.integer(name)));
}

DataModel::Import import_of(const core::RecordedFact& recorded, core::Date today) {
  const core::Fields& fields = recorded.fact.fields;
  DataModel::Import entry;
  entry.key = recorded.id;
  entry.day = short_day(recorded.fact.on, today);
  entry.file = fields.text("file");
  entry.as = sheets_of(fields);
  entry.rows = count_of(fields, "rows");
  entry.added = count_of(fields, "added");
  entry.updated = count_of(fields, "updated");
  entry.unchanged = count_of(fields, "unchanged");
  entry.refused = count_of(fields, "refused");
  entry.any_refused = fields.integer("refused") > 0;
  return entry;
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
  const auto others = state.other_facts();
  for (std::size_t at = others.size(); at-- > 0;)
    if (others[at].fact.fact.kind == "import.recorded")
      model.imports.push_back(import_of(others[at].fact, today));
  return model;
}

}  // namespace web
