#pragma once
// The only way out of the module: what the page around it does for us. JavaScript side in page.js.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "web/widgets/text_link.h"

namespace web {
class Application;
}

namespace web::page {

/// Hands the page our memory and the object every export wants first.
void attach(Application* application);

/// A glyph as the browser draws it, in device pixels relative to the pen on the baseline.
struct Glyph {
  std::int32_t left = 0;
  std::int32_t top = 0;  ///< Negative above the baseline.
  std::int32_t width = 0;
  std::int32_t height = 0;
  float advance = 0;  ///< Not rounded.
};

/// Box and advance of one character at `pixels` per em.
Glyph measure_glyph(std::uint32_t codepoint, int pixels, bool bold);
/// Writes the coverage of a measured glyph: `width` × `height` bytes, row by row.
void draw_glyph(std::uint32_t codepoint, int pixels, bool bold, const Glyph& glyph,
                unsigned char* coverage);

/// Asks for a call of zelian_frame at the next repaint.
void request_frame();
/// Where text is being typed, in device pixels; inactive: nowhere.
void set_text_input(bool active, float x, float y, float line_height);
/// The text of the field that is typed into, and its selection.
void set_text_field(const FieldState& field);
void set_clipboard(std::string_view text);
/// A CSS cursor name.
void set_cursor(const char* name);
/// Hands the person a file; a `report` is shown as plain HTML and printed instead.
void download(std::string_view name, std::string_view content, bool report);
/// Keeps how columns are arranged, for this ledger in this browser.
void keep_views(std::string_view json);
/// Keeps when this ledger was last backed up, in this browser.
void keep_backup(std::string_view json);
/// A person chose one of the snapshots the page has listed.
void use_snapshot(std::uint64_t key, bool restore);
/// Opens the file picker; must run inside the user's gesture or soon after.
void pick_files();

/// Opens the dialog in which a person chooses how the page looks.
void show_settings();

/// Keeps these pages, of `page_bytes` bytes each, of a file. Copies before it returns.
void save_pages(std::string_view file, std::size_t page_bytes,
                std::span<const std::uint32_t> pages);

/// Offers bytes to the person as a file to keep; the page names it after `county` and the day.
void give_file(std::string_view county, std::string_view bytes);

/// Lets the page look at the ledger's file; it copies what it keeps before this returns.
void show_file(std::string_view bytes);

/// The answer to a question an export was asked.
void answer(std::string_view text);
/// Ends the program with a sentence in plain HTML.
void fail(std::string_view sentence);

}  // namespace web::page
