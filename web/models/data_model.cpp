#include "web/models/data_model.h"

#include <algorithm>
#include <utility>

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

ListCell count_cell(const core::Fields& fields, std::string_view name, Tone tone = Tone::Plain) {
  const std::int64_t count = fields.integer(name);
  ListCell cell = number_cell(count, tone);
  cell.text = grouped(static_cast<std::uint64_t>(count));
  return cell;
}

/// What a file was read as, by the order in which the words were first met.
std::int64_t code_of(std::string word, std::vector<std::string>& words) {
  if (word.empty()) return kBlank;
  const auto at = std::find(words.begin(), words.end(), word);
  const std::int64_t code = at - words.begin();
  if (at == words.end()) words.push_back(std::move(word));
  return code;
}

std::vector<ListCell> import_cells(const core::Fact& fact, core::Date today,
                                   std::vector<std::string>& words) {
  const core::Fields& fields = fact.fields;
  ListCell day = text_cell(short_day(fact.on, today), Tone::Secondary);
  if (fact.on.known()) day.value = fact.on.days;
  const std::string sheets = sheets_of(fields);
  ListCell as = word_cell(code_of(sheets, words), sheets);
  as.tone = Tone::Secondary;
  return {std::move(day),
          text_cell(std::string(fields.text("file"))),
          std::move(as),
          count_cell(fields, "rows"),
          count_cell(fields, "added"),
          count_cell(fields, "updated"),
          count_cell(fields, "unchanged"),
          count_cell(fields, "refused", Tone::Late)};
}

ListTable imports_of(const core::State& state, core::Date today) {
  using enum ColumnKind;
  ListTable imports({Day, Text, Word, Number, Number, Number, Number, Number});
  std::vector<std::string> words;
  std::vector<const core::Fact*> facts;
  for (const core::OtherFact& other : state.other_facts())
    if (other.fact.fact.kind == "import.recorded") facts.push_back(&other.fact.fact);
  for (std::size_t at = facts.size(); at-- > 0;)
    imports.add(at + 1, import_cells(*facts[at], today, words));
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
