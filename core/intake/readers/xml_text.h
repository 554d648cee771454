#pragma once
// From the raw text of an XML part to the text a person sees in the cell.

#include <cstddef>
#include <string>
#include <string_view>

namespace core::intake {

/// Appends with entities and character references replaced. False when one is unknown; a mere `&`
/// stands for itself.
bool append_xml_text(std::string& out, std::string_view raw);

/// An attribute's value.
std::string xml_value(std::string_view raw);

/// True when the text needs neither `append_xml_text` nor `finish_cell_text`.
bool is_plain(std::string_view raw);

/// CR LF and CR become LF.
std::string with_line_feeds(std::string_view text);

/// Replaces Excel's `_xHHHH_` escapes, turns CR LF and CR into LF and NUL into U+FFFD.
void finish_cell_text(std::string& text);

/// How many leading bytes are whole, well-formed UTF-8 characters other than NUL.
std::size_t valid_text_prefix(std::string_view bytes);

}  // namespace core::intake
