// What the page may call. Each takes the application attach() handed out; bytes and text come
// through zelian_reserve first.

#include <emscripten/emscripten.h>

#include "web/browser/application.h"
#include "web/browser/page.h"
#include "web/widgets/registry.h"

namespace {

using web::Application;

web::Hand hand_of(int hand) { return static_cast<web::Hand>(hand); }

// Bits as shell/src/core.ts packs them.
web::Modifiers modifiers_of(int bits) {
  return {(bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0};
}

ImGuiKey chord_key(int chord) {
  constexpr ImGuiKey kKeys[] = {ImGuiKey_C, ImGuiKey_X, ImGuiKey_V, ImGuiKey_Z, ImGuiKey_Y};
  return kKeys[chord];
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE char* zelian_reserve(Application* app, std::size_t bytes) {
  return app->reserve(bytes);
}

EMSCRIPTEN_KEEPALIVE void zelian_make_room(Application* app, std::size_t bytes) {
  app->make_room(bytes);
}

EMSCRIPTEN_KEEPALIVE void zelian_fix_today(Application* app) { app->fix_today(app->take_staged()); }

EMSCRIPTEN_KEEPALIVE void zelian_fix_time_step(Application* app) { app->fix_time_step(); }

EMSCRIPTEN_KEEPALIVE int zelian_start(Application* app, int source, int apple) {
  return app->start(static_cast<web::Source>(source), apple != 0) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE double zelian_frame(Application* app, double now) { return app->frame(now); }

EMSCRIPTEN_KEEPALIVE double zelian_worked(Application* app) { return app->worked(); }

EMSCRIPTEN_KEEPALIVE void zelian_settle(Application* app, double now) { app->settle(now); }

EMSCRIPTEN_KEEPALIVE void zelian_resize(Application* app, float width, float height, float ratio,
                                        float text_size) {
  app->resize(width, height, ratio, text_size);
}

EMSCRIPTEN_KEEPALIVE void zelian_appearance(Application* app, int dark, int high_contrast) {
  app->set_appearance(dark != 0, high_contrast != 0);
}

EMSCRIPTEN_KEEPALIVE void zelian_check_graphics(Application* app) { app->check_graphics(); }

EMSCRIPTEN_KEEPALIVE void zelian_restore_graphics(Application* app) { app->restore_graphics(); }

EMSCRIPTEN_KEEPALIVE int zelian_refresh(Application* app) { return app->refresh() ? 1 : 0; }

EMSCRIPTEN_KEEPALIVE void zelian_inspect(Application* app) {
  web::page::answer(app->inspect_json());
}

EMSCRIPTEN_KEEPALIVE void zelian_ledger(Application* app) { web::page::answer(app->ledger_json()); }

EMSCRIPTEN_KEEPALIVE void zelian_backup(Application* app) { app->back_up(); }

EMSCRIPTEN_KEEPALIVE void zelian_show_file(Application* app) { app->show_file(); }

EMSCRIPTEN_KEEPALIVE int zelian_importing(Application* app) { return app->importing() ? 1 : 0; }

EMSCRIPTEN_KEEPALIVE int zelian_unrecorded(Application* app) {
  return app->has_unrecorded() ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE int zelian_work(Application* app, double milliseconds) {
  return app->work(milliseconds) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void zelian_go(Application* app) { app->go(app->take_staged()); }

EMSCRIPTEN_KEEPALIVE void zelian_views(Application* app) { app->restore_views(app->take_staged()); }

EMSCRIPTEN_KEEPALIVE void zelian_last_backup(Application* app, int keeping) {
  app->restore_backup(app->take_staged(), static_cast<web::Keeping>(keeping));
}

EMSCRIPTEN_KEEPALIVE void zelian_snapshots(Application* app) {
  app->show_snapshots(app->take_staged());
}

EMSCRIPTEN_KEEPALIVE void zelian_move(Application* app, float x, float y, int hand) {
  app->input().move(x, y, hand_of(hand));
  app->wake();
}

EMSCRIPTEN_KEEPALIVE void zelian_press(Application* app, int button, int down, int hand) {
  app->input().press(button, down != 0, hand_of(hand));
  app->wake();
}

EMSCRIPTEN_KEEPALIVE int zelian_grips(Application* app, float x, float y) {
  return app->grips(x, y) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void zelian_leave(Application* app) {
  app->input().leave();
  app->wake();
}

EMSCRIPTEN_KEEPALIVE int zelian_scroll(Application* app, float right, float down) {
  return app->scroll(right, down) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void zelian_key(Application* app, int down, int modifiers) {
  app->input().key(app->take_staged(), down != 0, modifiers_of(modifiers));
  app->wake();
}

EMSCRIPTEN_KEEPALIVE int zelian_tab_at_end(Application*, int backwards) {
  return web::tab_at_end(backwards != 0) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE int zelian_tab_round(Application*, int backwards) {
  return web::take_tab_round(backwards != 0) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void zelian_edit(Application* app, std::size_t start, std::size_t end,
                                      std::size_t caret) {
  app->edit_text({start, end, app->take_staged(), caret});
}

EMSCRIPTEN_KEEPALIVE void zelian_select(Application* app, std::size_t start, std::size_t end,
                                        std::size_t caret) {
  app->edit_text({start, end, {}, caret, /*only_select=*/true});
}

EMSCRIPTEN_KEEPALIVE void zelian_compose(Application* app, int composing) {
  app->compose(composing != 0);
}

EMSCRIPTEN_KEEPALIVE void zelian_chord(Application* app, int chord) {
  app->input().chord(chord_key(chord));
  app->wake();
}

EMSCRIPTEN_KEEPALIVE void zelian_clipboard(Application* app) {
  app->input().set_clipboard(app->take_staged());
}

EMSCRIPTEN_KEEPALIVE void zelian_focus(Application* app, int focused) {
  app->input().focus(focused != 0);
  app->wake();
}

EMSCRIPTEN_KEEPALIVE void zelian_file_bytes(Application* app) {
  app->hold_file(app->take_staged());
}

EMSCRIPTEN_KEEPALIVE void zelian_file_name(Application* app) { app->name_file(app->take_staged()); }

EMSCRIPTEN_KEEPALIVE void zelian_import(Application* app) { app->import_files(); }

EMSCRIPTEN_KEEPALIVE void zelian_paste(Application* app) { app->preview_table(); }

EMSCRIPTEN_KEEPALIVE void zelian_storage(Application* app, int state, int read_only) {
  app->report_storage(static_cast<web::SaveState>(state), read_only != 0, app->take_staged());
}

EMSCRIPTEN_KEEPALIVE int zelian_warm_up(Application* app, double milliseconds) {
  return app->warm_up(milliseconds) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void zelian_items(Application* app) { web::page::answer(app->items_json()); }

EMSCRIPTEN_KEEPALIVE void zelian_screen(Application* app) { web::page::answer(app->screen()); }

}  // extern "C"
