#include "web/models/list_table.h"

#include <iterator>

namespace web {

void ListTable::add(std::uint64_t key, std::vector<ListCell> cells) {
  for (std::size_t column = 0; column < cells.size(); ++column) {
    const bool named = kinds_[column] == ColumnKind::Word || kinds_[column] == ColumnKind::Step;
    if (named && cells[column].value != kBlank)
      words_.emplace(std::pair(column, cells[column].value), cells[column].text);
  }
  keys_.push_back(key);
  cells_.insert(cells_.end(), std::make_move_iterator(cells.begin()),
                std::make_move_iterator(cells.end()));
}

bool ListTable::select(const TableQuery& query, const std::function<bool(std::size_t)>& keep) {
  if (selected_ && query == query_) return false;
  selected_ = true;
  query_ = query;
  found_.reset();
  order_.select(*this, query, [&](std::size_t row) { return !keep || keep(row); });
  return true;
}

std::optional<std::size_t> ListTable::row_of(std::uint64_t wanted) const {
  if (found_ && found_->key == wanted) return found_->row;
  found_ = Found{wanted, std::nullopt};
  for (std::size_t shown = 0; shown < count() && !found_->row; ++shown)
    if (key(source(shown)) == wanted) found_->row = shown;
  return found_->row;
}

std::string ListTable::word(std::size_t column, std::int64_t code) const {
  const auto at = words_.find({column, code});
  return at == words_.end() ? std::string() : at->second;
}

ListCell text_cell(std::string text, Tone tone) {
  ListCell cell;
  cell.text = std::move(text);
  cell.tone = tone;
  return cell;
}

ListCell number_cell(std::int64_t value, Tone tone) {
  ListCell cell;
  cell.text = value == kBlank ? std::string() : std::to_string(value);
  cell.value = value;
  cell.tone = value == 0 ? Tone::Secondary : tone;
  return cell;
}

ListCell word_cell(std::int64_t code, std::string text) {
  ListCell cell;
  cell.value = code;
  if (code != kBlank) cell.text = std::move(text);
  return cell;
}

}  // namespace web
