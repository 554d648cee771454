#include "web/browser/page.h"

extern "C" {
// Defined in page.js.
void page_attach(web::Application* application);
void page_measure_glyph(std::uint32_t codepoint, int pixels, int bold, std::int32_t* box,
                        float* advance);
void page_draw_glyph(std::uint32_t codepoint, int pixels, int bold, int left, int top, int width,
                     int height, unsigned char* coverage);
void page_request_frame();
void page_set_text_input(int active, float x, float y, float line_height);
void page_set_text_field(std::uint32_t field, const char* text, std::size_t bytes,
                         std::size_t anchor, std::size_t caret, int multi_line, int keypad);
void page_set_clipboard(const char* text, std::size_t bytes);
void page_set_cursor(const char* name);
void page_pick_files();
void page_show_settings();
void page_download(const char* name, std::size_t name_bytes, const char* content, std::size_t bytes,
                   int report);
void page_keep_views(const char* text, std::size_t bytes);
void page_keep_backup(const char* text, std::size_t bytes);
void page_use_snapshot(double key, int restore);
void page_save_pages(const char* file, std::size_t file_bytes, std::size_t page_bytes,
                     const std::uint32_t* pages, std::size_t count);
void page_show_file(const char* content, std::size_t bytes);
void page_give_file(const char* county, std::size_t county_bytes, const char* content,
                    std::size_t bytes);
void page_answer(const char* text, std::size_t bytes);
void page_fail(const char* text, std::size_t bytes);
}

namespace web::page {

void attach(Application* application) { page_attach(application); }

Glyph measure_glyph(std::uint32_t codepoint, int pixels, bool bold) {
  std::int32_t box[4] = {};
  Glyph glyph;
  page_measure_glyph(codepoint, pixels, bold ? 1 : 0, box, &glyph.advance);
  glyph.left = box[0];
  glyph.top = box[1];
  glyph.width = box[2];
  glyph.height = box[3];
  return glyph;
}

void draw_glyph(std::uint32_t codepoint, int pixels, bool bold, const Glyph& glyph,
                unsigned char* coverage) {
  page_draw_glyph(codepoint, pixels, bold ? 1 : 0, glyph.left, glyph.top, glyph.width, glyph.height,
                  coverage);
}

void request_frame() { page_request_frame(); }

void set_text_input(bool active, float x, float y, float line_height) {
  page_set_text_input(active ? 1 : 0, x, y, line_height);
}

void set_text_field(const FieldState& field) {
  page_set_text_field(field.field, field.text.data(), field.text.size(), field.anchor, field.caret,
                      field.multi_line ? 1 : 0, static_cast<int>(field.keypad));
}

void set_clipboard(std::string_view text) { page_set_clipboard(text.data(), text.size()); }

void set_cursor(const char* name) { page_set_cursor(name); }

void pick_files() { page_pick_files(); }

void show_settings() { page_show_settings(); }

void download(std::string_view name, std::string_view content, bool report) {
  page_download(name.data(), name.size(), content.data(), content.size(), report ? 1 : 0);
}

void keep_views(std::string_view json) { page_keep_views(json.data(), json.size()); }

void keep_backup(std::string_view json) { page_keep_backup(json.data(), json.size()); }

void use_snapshot(std::uint64_t key, bool restore) {
  page_use_snapshot(static_cast<double>(key), restore ? 1 : 0);
}

void save_pages(std::string_view file, std::size_t page_bytes,
                std::span<const std::uint32_t> pages) {
  page_save_pages(file.data(), file.size(), page_bytes, pages.data(), pages.size());
}

void give_file(std::string_view county, std::string_view bytes) {
  page_give_file(county.data(), county.size(), bytes.data(), bytes.size());
}

void show_file(std::string_view bytes) { page_show_file(bytes.data(), bytes.size()); }

void answer(std::string_view text) { page_answer(text.data(), text.size()); }

void fail(std::string_view sentence) { page_fail(sentence.data(), sentence.size()); }

}  // namespace web::page
