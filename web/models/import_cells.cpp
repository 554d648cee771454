#include "web/models/import_cells.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/base/text.h"
#include "core/model/code_labels.h"
#include "web/models/words.h"

namespace web {
namespace {

using core::intake::SheetKind;

std::string_view sheet_word(SheetKind kind) {
  return core::code_label_in("as", core::intake::word(kind));
}

}  // namespace

std::string sheet_words(std::span<const SheetKind> kinds) {
  std::string out;
  for (const SheetKind kind : kinds) {
    if (core::contains(out, sheet_word(kind))) continue;  // two sheets of one sort
    if (!out.empty()) out += "、";
    out += sheet_word(kind);
  }
  return out;
}

ListCell sheets_cell(std::string words, std::vector<std::string>& met) {
  const auto at = std::find(met.begin(), met.end(), words);
  ListCell cell = word_cell(words.empty() ? kBlank : at - met.begin(), words);
  cell.tone = Tone::Secondary;
  if (at == met.end()) met.push_back(std::move(words));
  return cell;
}

ListCell count_cell(std::int64_t count, Tone tone) {
  ListCell cell = number_cell(count, tone);
  cell.text = grouped(static_cast<std::uint64_t>(count));
  return cell;
}

}  // namespace web
