#pragma once
// Workbooks people edit in Excel or WPS: sheets of styled cells, frozen headers, lists to choose
// from. Same content, same bytes.

#include <cstdint>
#include <string>
#include <vector>

namespace core::papers {

enum class CellStyle : std::uint8_t {
  Plain,   ///< Wrapped text to be read or changed.
  Header,  ///< Bold on a tint.
  Told,    ///< Grey: for information.
  Title,   ///< Large and bold, not wrapped.
};

struct WorkbookCell {
  std::string text;     ///< UTF-8; a number's digits where `number`.
  bool number = false;  ///< Otherwise the cell is text, whatever it looks like.
  CellStyle style = CellStyle::Plain;
};

struct WorkbookColumn {
  int width = 12;                    ///< Characters.
  std::vector<std::string> choices;  ///< Offered below the header; others may be typed all the
                                     ///< same. Together at most 255 characters.
};

struct WorkbookSheet {
  std::string name;
  std::vector<WorkbookColumn> columns;
  std::vector<std::vector<WorkbookCell>> rows;
  int frozen_rows = 0;
};

/// The .xlsx file.
std::string workbook_bytes(const std::vector<WorkbookSheet>& sheets);

}  // namespace core::papers
