#pragma once
// The parts of a column's menu: its lines, and the filter for each kind of column.

#include <string_view>

#include "web/widgets/grid.h"
#include "web/widgets/grid_layout.h"

namespace web {

struct GridMenu {
  const Look& look;
  const GridRows& rows;
  const GridOptions& options;
  const GridLayout& layout;
  GridMemory& memory;
  bool done = false;  ///< Close it.

  std::size_t column() const { return memory.menu.column; }
  ColumnKind kind() const {
    return options.table == nullptr ? ColumnKind::Text : options.table->kind(column());
  }
  /// Makes the query follow what was filled in.
  void apply() {
    options.query->set_filter(memory.menu.filter);
    memory.top = 0;
  }
};

/// Fills the menu for the column it was asked for.
void begin_filter(GridMenu& menu, std::size_t column);

/// What may be filtered by in this column, and how to clear it.
void draw_column_filter(GridMenu& menu);

/// One line of the menu; true when pressed. Role checkbox shows whether `value` is `true`.
bool menu_entry(const Look& look, std::string_view words, const char* id, std::string_view role,
                std::string_view value = {}, std::string_view tail = {});

/// A hairline between groups of lines.
void menu_line(const Look& look);

}  // namespace web
