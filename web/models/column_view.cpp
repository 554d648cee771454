#include "web/models/column_view.h"

#include <algorithm>
#include <cstdint>

namespace web {
namespace {

core::List texts(const std::vector<std::string>& words) {
  core::List list;
  for (const std::string& word : words) list.emplace_back(word);
  return list;
}

std::vector<std::string> words_of(const core::Value* value) {
  std::vector<std::string> words;
  if (value == nullptr || value->list() == nullptr) return words;
  for (const core::Value& entry : *value->list())
    if (entry.text() != nullptr) words.push_back(*entry.text());
  return words;
}

std::size_t place_of(const std::vector<std::string>& words, std::string_view word) {
  return static_cast<std::size_t>(std::find(words.begin(), words.end(), word) - words.begin());
}

}  // namespace

bool ColumnView::is_hidden(std::string_view id) const {
  return place_of(hidden, id) < hidden.size();
}

void ColumnView::hide(std::string_view id) {
  if (!is_hidden(id)) hidden.emplace_back(id);
}

void ColumnView::show(std::string_view id) {
  hidden.erase(std::remove(hidden.begin(), hidden.end(), id), hidden.end());
}

core::Value view_json(const ColumnView& view) {
  core::Fields widths;
  for (const auto& [id, width] : view.widths) widths.set(id, static_cast<std::int64_t>(width));
  return core::Fields{{"order", texts(view.order)},
                      {"hidden", texts(view.hidden)},
                      {"widths", std::move(widths)},
                      {"frozen", std::int64_t{view.frozen}},
                      {"wrap", view.wrap}};
}

ColumnView view_of(const core::Value& json) {
  ColumnView view;
  const core::Fields* fields = json.fields();
  if (fields == nullptr) return view;
  view.order = words_of(fields->find("order"));
  view.hidden = words_of(fields->find("hidden"));
  if (const core::Value* widths = fields->find("widths"); widths != nullptr && widths->fields())
    for (const auto& [id, width] : *widths->fields())
      if (width.integer() != nullptr)
        view.widths[id] = static_cast<float>(std::clamp<std::int64_t>(*width.integer(), 32, 2000));
  view.frozen = static_cast<int>(std::clamp<std::int64_t>(fields->integer("frozen", -1), -1, 64));
  view.wrap = fields->boolean("wrap");
  return view;
}

std::vector<std::size_t> shown_columns(const ColumnView& view,
                                       const std::vector<std::string_view>& ids) {
  std::vector<std::size_t> columns;
  for (std::size_t at = 0; at < ids.size(); ++at)
    if (!view.is_hidden(ids[at])) columns.push_back(at);
  if (columns.empty() && !ids.empty()) columns.push_back(0);
  std::stable_sort(columns.begin(), columns.end(), [&](std::size_t a, std::size_t b) {
    return place_of(view.order, ids[a]) < place_of(view.order, ids[b]);
  });
  return columns;
}

void use_order(ColumnView& view, const std::vector<std::string>& order, bool wanted) {
  if (wanted && view.order.empty()) view.order = order;
  if (!wanted && view.order == order) view.order.clear();
}

void move_column(ColumnView& view, const std::vector<std::string_view>& ids, std::size_t from,
                 std::size_t before) {
  std::vector<std::size_t> columns = shown_columns(view, ids);
  if (from >= columns.size()) return;
  const std::size_t moved = columns[from];
  columns.insert(columns.begin() + static_cast<std::ptrdiff_t>(std::min(before, columns.size())),
                 moved);
  columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(before <= from ? from + 1 : from));
  view.order.clear();
  for (const std::size_t column : columns) view.order.emplace_back(ids[column]);
}

}  // namespace web
