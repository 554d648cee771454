// JavaScript side of page.h: turns pointers into views and strings, and passes them on to the page
// object that shell/src/boot.ts put into the module. No other file calls out of the module.

mergeInto(LibraryManager.library, {
  page_attach: function (application) {
    Module['page'].attach(application, function () { return HEAPU8; });
  },
  page_measure_glyph: function (codepoint, pixels, bold, box, advance) {
    var glyph = Module['page'].measure_glyph(codepoint, pixels, bold !== 0);
    HEAP32[box >> 2] = glyph.left;
    HEAP32[(box >> 2) + 1] = glyph.top;
    HEAP32[(box >> 2) + 2] = glyph.width;
    HEAP32[(box >> 2) + 3] = glyph.height;
    HEAPF32[advance >> 2] = glyph.advance;
  },
  page_draw_glyph: function (codepoint, pixels, bold, left, top, width, height, coverage) {
    Module['page'].draw_glyph(codepoint, pixels, bold !== 0, left, top, width, height,
                              HEAPU8.subarray(coverage, coverage + width * height));
  },
  page_request_frame: function () {
    Module['page'].request_frame();
  },
  page_set_text_input: function (active, x, y, line_height) {
    Module['page'].set_text_input(active !== 0, x, y, line_height);
  },
  page_set_text_field: function (field, text, bytes, anchor, caret, multi_line, keypad) {
    Module['page'].set_text_field({
      field: field, text: UTF8ToString(text, bytes), anchor: anchor, caret: caret,
      multi_line: multi_line !== 0, keypad: keypad
    });
  },
  page_set_clipboard: function (text, bytes) {
    Module['page'].set_clipboard(UTF8ToString(text, bytes));
  },
  page_set_cursor: function (name) {
    Module['page'].set_cursor(UTF8ToString(name));
  },
  page_download: function (name, name_bytes, content, bytes, report) {
    Module['page'].download(UTF8ToString(name, name_bytes), HEAPU8.slice(content, content + bytes),
                            report !== 0);
  },
  page_keep_views: function (text, bytes) {
    Module['page'].keep_views(UTF8ToString(text, bytes));
  },
  page_keep_backup: function (text, bytes) {
    Module['page'].keep_backup(UTF8ToString(text, bytes));
  },
  page_use_snapshot: function (key, restore) {
    Module['page'].use_snapshot(key, restore !== 0);
  },
  page_pick_files: function () {
    Module['page'].pick_files();
  },
  page_show_settings: function () {
    Module['page'].show_settings();
  },
  page_save_pages: function (file, file_bytes, page_bytes, pages, count) {
    Module['page'].save_pages(HEAPU8.subarray(file, file + file_bytes), page_bytes,
                              HEAPU32.subarray(pages >> 2, (pages >> 2) + count));
  },
  page_give_file: function (county, county_bytes, content, bytes) {
    Module['page'].give_file(UTF8ToString(county, county_bytes),
                             HEAPU8.subarray(content, content + bytes));
  },
  page_show_file: function (content, bytes) {
    Module['page'].show_file(HEAPU8.subarray(content, content + bytes));
  },
  page_answer: function (text, bytes) {
    Module['page'].answer(UTF8ToString(text, bytes));
  },
  page_fail: function (text, bytes) {
    Module['page'].fail(UTF8ToString(text, bytes));
  }
});
