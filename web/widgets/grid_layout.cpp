#include "web/widgets/grid_layout.h"

#include <algorithm>
#include <cmath>

#include "web/widgets/grid_range.h"

namespace web {
namespace {

constexpr float kHeaderHeight = 36;

float own_width(const GridColumn& column, const ColumnView& view) {
  const auto at = view.widths.find(column.id);
  return at == view.widths.end() ? 0 : at->second;
}

/// How many columns fit side by side, and how much room they leave.
std::size_t fitting(const GridLayout& layout, float& spare) {
  std::size_t count = 0;
  while (count < layout.width.size() && layout.width[count] <= spare)
    spare -= layout.width[count++];
  return count;
}

/// Columns a person made wider or narrower keep their width; the others share what is left. Where
/// not all of them fit, those that do end at the edge, and none is cut through.
void measure_columns(const Look& look, const GridOptions& options, const ColumnView& view,
                     GridLayout& layout) {
  const auto share = [&](std::size_t place) {
    const GridColumn& column = options.columns[layout.columns[place]];
    return own_width(column, view) > 0 ? 0 : column.grow;
  };
  for (const std::size_t at : layout.columns) {
    const float own = own_width(options.columns[at], view);
    layout.width.push_back(look.px(own > 0 ? own : options.columns[at].width));
  }
  float spare = layout.body_right - layout.start.x;
  const std::size_t count = fitting(layout, spare);
  float shares = 0;
  for (std::size_t place = 0; place < count; ++place) shares += share(place);
  for (std::size_t place = 0; place < layout.columns.size(); ++place) {
    if (place < count && shares > 0)
      layout.width[place] += std::floor(spare * share(place) / shares);
    layout.columns_width += layout.width[place];
  }
}

/// Columns that stay must leave room for those that move.
void freeze(const GridOptions& options, const ColumnView& view, GridLayout& layout) {
  const std::size_t wanted =
      view.frozen >= 0 ? static_cast<std::size_t>(view.frozen) : options.frozen;
  const float most = (layout.body_right - layout.start.x) * 0.7f;
  float width = 0;
  while (layout.frozen < std::min(wanted, layout.columns.size()) &&
         width + layout.width[layout.frozen] <= most)
    width += layout.width[layout.frozen++];
}

void place_columns(GridMemory& memory, GridLayout& layout) {
  const float room = layout.body_right - layout.start.x;
  memory.left = std::clamp(memory.left, 0.0f, std::max(0.0f, layout.columns_width - room));
  float x = layout.start.x;
  for (std::size_t place = 0; place < layout.columns.size(); ++place) {
    layout.left.push_back(place < layout.frozen ? x : x - memory.left);
    x += layout.width[place];
    if (place + 1 == layout.frozen) layout.frozen_right = x;
  }
}

/// memory.top with which `row` stands at the bottom of the body.
double top_with_last(const GridLayout& layout, std::size_t row, const RowHeight& height) {
  double room = static_cast<double>(layout.body_height() - height(row));
  while (row > 0 && room > 0) {
    const double above = static_cast<double>(height(row - 1));
    if (above > room) return static_cast<double>(row) - room / above;
    room -= above;
    --row;
  }
  return static_cast<double>(row);
}

}  // namespace

std::size_t GridLayout::place_of(std::size_t column) const {
  return static_cast<std::size_t>(std::find(columns.begin(), columns.end(), column) -
                                  columns.begin());
}

std::size_t GridLayout::place_at(float x) const {
  for (std::size_t place = 0; place < left.size(); ++place) {
    if (place >= frozen && x < frozen_right) continue;
    if (x >= left[place] && x < left[place] + width[place]) return place;
  }
  return SIZE_MAX;
}

GridLayout grid_layout(const Look& look, const GridOptions& options, std::size_t rows,
                       GridMemory& memory, ImVec2 start, ImVec2 size) {
  GridLayout layout;
  layout.start = start;
  layout.end = {start.x + size.x, start.y + size.y};
  layout.row_height = options.row_height > 0 ? options.row_height : look.row;
  layout.header_bottom = start.y + look.px(look.touch ? 44 : kHeaderHeight);
  layout.body_bottom = layout.end.y;
  if (has_totals(memory)) layout.body_bottom -= totals_height(look);
  const double content = static_cast<double>(rows) * static_cast<double>(layout.row_height);
  const bool tall = memory.view.wrap || content > static_cast<double>(layout.body_height());
  layout.body_right = layout.end.x - (tall ? ImGui::GetStyle().ScrollbarSize : 0);
  layout.frozen_right = start.x;
  std::vector<std::string_view> ids;
  for (const GridColumn& column : options.columns) ids.push_back(column.id);
  layout.columns = shown_columns(memory.view, ids);
  measure_columns(look, options, memory.view, layout);
  freeze(options, memory.view, layout);
  if (layout.scrolls_sideways()) layout.body_bottom -= ImGui::GetStyle().ScrollbarSize;
  place_columns(memory, layout);
  return layout;
}

void bound_rows(GridLayout& layout, GridMemory& memory, std::size_t rows, const RowHeight& height) {
  layout.last_top = rows == 0 ? 0 : std::max(0.0, top_with_last(layout, rows - 1, height));
  memory.top = std::clamp(memory.top, 0.0, layout.last_top);
}

std::vector<GridRowPlace> place_rows(const GridLayout& layout, const GridMemory& memory,
                                     std::size_t rows, const RowHeight& height) {
  std::vector<GridRowPlace> places;
  auto row = static_cast<std::size_t>(memory.top);
  if (row >= rows) return places;
  const double part = memory.top - static_cast<double>(row);
  float y = layout.header_bottom - static_cast<float>(std::round(part * double{height(row)}));
  for (; row < rows && y < layout.body_bottom; ++row) {
    places.push_back({row, y, height(row)});
    y += places.back().height;
  }
  return places;
}

void move_rows(GridMemory& memory, double pixels, std::size_t rows, const RowHeight& height) {
  while (pixels != 0 && rows > 0) {
    const double whole = std::floor(memory.top);
    const double part = memory.top - whole;
    const bool up = pixels < 0;
    const double from = up && part <= 0 ? whole - 1 : whole;
    if (from < 0 || from >= static_cast<double>(rows)) break;
    const double tall = double{height(static_cast<std::size_t>(from))};
    const double room = (up ? memory.top - from : 1 - part) * tall;
    if (std::abs(pixels) < room) {
      memory.top += pixels / tall;
      break;
    }
    memory.top = up ? from : from + 1;
    pixels += up ? room : -room;
  }
  memory.top = std::clamp(memory.top, 0.0, static_cast<double>(rows));
}

void reveal_row(const GridLayout& layout, GridMemory& memory, std::size_t row,
                const RowHeight& height) {
  if (static_cast<double>(row) < memory.top) memory.top = static_cast<double>(row);
  memory.top = std::max(memory.top, top_with_last(layout, row, height));
}

void reveal_place(const GridLayout& layout, GridMemory& memory, std::size_t place) {
  if (place < layout.frozen || place >= layout.left.size()) return;
  const float left = layout.left[place];
  const float right = left + layout.width[place];
  if (right > layout.body_right) memory.left += right - layout.body_right;
  if (left < layout.frozen_right) memory.left -= layout.frozen_right - left;
}

}  // namespace web
