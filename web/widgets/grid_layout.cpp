#include "web/widgets/grid_layout.h"

#include <algorithm>
#include <cmath>

namespace web {
namespace {

constexpr float kHeaderHeight = 36;

void measure_columns(const Look& look, const GridOptions& options, GridLayout& layout) {
  float least = 0;
  float shares = 0;
  for (const GridColumn& column : options.columns) {
    layout.width.push_back(look.px(column.width));
    least += layout.width.back();
    shares += column.grow;
  }
  const float spare = layout.body_right - layout.start.x - least;
  for (std::size_t at = 0; at < options.columns.size(); ++at) {
    if (spare > 0 && shares > 0)
      layout.width[at] += std::floor(spare * options.columns[at].grow / shares);
    layout.columns_width += layout.width[at];
  }
}

void place_columns(const GridOptions& options, GridMemory& memory, GridLayout& layout) {
  const float room = layout.body_right - layout.start.x;
  memory.left = std::clamp(memory.left, 0.0f, std::max(0.0f, layout.columns_width - room));
  float x = layout.start.x;
  for (std::size_t at = 0; at < options.columns.size(); ++at) {
    layout.left.push_back(at < options.frozen ? x : x - memory.left);
    x += layout.width[at];
    if (at + 1 == options.frozen) layout.frozen_right = x;
  }
}

}  // namespace

std::size_t GridLayout::first_row(const GridMemory& memory) const {
  return static_cast<std::size_t>(memory.top / static_cast<double>(row_height));
}

float GridLayout::row_top(const GridMemory& memory, std::size_t row) const {
  const double place = static_cast<double>(row) * static_cast<double>(row_height) - memory.top;
  return header_bottom + static_cast<float>(std::round(place));
}

GridLayout grid_layout(const Look& look, const GridOptions& options, std::size_t rows,
                       GridMemory& memory, ImVec2 start, ImVec2 size) {
  GridLayout layout;
  layout.start = start;
  layout.end = {start.x + size.x, start.y + size.y};
  layout.row_height = options.row_height > 0 ? options.row_height : look.row;
  layout.header_bottom = start.y + look.px(kHeaderHeight);
  layout.content_height = static_cast<double>(rows) * static_cast<double>(layout.row_height);
  layout.body_bottom = layout.end.y;
  layout.body_right = layout.end.x - (layout.scrolls() ? ImGui::GetStyle().ScrollbarSize : 0);
  layout.frozen_right = start.x;
  measure_columns(look, options, layout);
  if (layout.scrolls_sideways()) layout.body_bottom -= ImGui::GetStyle().ScrollbarSize;
  place_columns(options, memory, layout);
  const double most = layout.content_height - static_cast<double>(layout.body_height());
  memory.top = std::clamp(memory.top, 0.0, std::max(0.0, most));
  return layout;
}

void reveal_row(const GridLayout& layout, GridMemory& memory, std::size_t row) {
  const double height = static_cast<double>(layout.row_height);
  const double top = static_cast<double>(row) * height;
  const double view = static_cast<double>(layout.body_height());
  if (top < memory.top) memory.top = top;
  if (top + height > memory.top + view) memory.top = std::max(0.0, top + height - view);
}

}  // namespace web
