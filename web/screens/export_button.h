#pragma once
// 导出 and 打印: what a list shows, as a file Excel opens, and for paper.

#include <string_view>

#include "web/screens/wishes.h"
#include "web/widgets/grid.h"
#include "web/widgets/look.h"

namespace web {

struct ExportList {
  std::string_view name;  ///< Of the file: 事项.
  const GridRows& rows;
  std::span<const GridColumn> columns;
  const GridMemory& memory;
  core::Date today;
  const Table* table = nullptr;  ///< Of the rows: days are then written with their year.
};

float export_button_width(const Look& look);

/// A button; pressed, it asks for the file with the shown rows and columns.
void export_button(const Look& look, const ExportList& list, Wishes& out);

float print_button_width(const Look& look);
/// A button; true when the screen is to be printed: it was pressed, or Ctrl P.
bool print_button(const Look& look, bool disabled = false);
/// The shown rows and columns for paper.
ReportTable report_of(std::string_view caption, const ExportList& list);

/// The words over a list, with the button at the right end of their line.
void list_heading(const Look& look, std::string_view words, const ExportList& list, Wishes& out);

}  // namespace web
