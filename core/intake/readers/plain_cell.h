#pragma once
// The shape nearly all cells have, recognised in one look: `<c r="B7" s="1" t="s"><v>12</v></c>`.

#include <cstddef>
#include <string_view>

namespace core::intake {

/// The parts of a cell as they stand in the file.
struct PlainCell {
  std::string_view reference;
  std::string_view style;
  std::string_view type;
  std::string_view value;
  std::size_t size = 0;  ///< Of the whole element.
};

/// True when `bytes` start with a whole cell of that shape, or with an empty one (`<c r="B7"/>`).
/// Whatever looks different in the least (other attributes, formulas, entities) is left to the XML
/// scanner.
bool read_plain_cell(std::string_view bytes, PlainCell& cell);

}  // namespace core::intake
