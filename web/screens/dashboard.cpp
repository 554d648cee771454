#include "web/screens/dashboard.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <utility>

#include "web/screens/dashboard_parts.h"
#include "web/screens/navigation.h"
#include "web/screens/top_bar.h"
#include "web/widgets/controls.h"
#include "web/widgets/focus_trail.h"
#include "web/widgets/pressable.h"
#include "web/widgets/text.h"

namespace web {
namespace {

constexpr float kWidest = 1680;  // content never gets wider, design pixels
constexpr float kFormWidth = 448;
constexpr ImGuiWindowFlags kRoot =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse;
constexpr ImGuiWindowFlags kFixed =
    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;

NavigationModel navigation_of(const DashboardParts& parts) {
  NavigationModel model;
  model.current = parts.current->name() == "case" ? parts.came_from : parts.current->name();
  for (const std::unique_ptr<Screen>& screen : parts.screens)
    if (!screen->words().empty() && screen->has_content())
      model.entries.push_back({screen->name(), screen->words(), screen->waiting(parts.waiting)});
  return model;
}

void draw_bar(const Look& look, DashboardParts& parts, const FrameInput& input, Wishes& wishes) {
  const TopBarModel model{parts.desk.state().county_name(),
                          parts.desk.ledger().is_demo(),
                          parts.desk.today(),
                          input.saving,
                          input.read_only,
                          parts.undo.undo.has_value(),
                          parts.undo.redo.has_value()};
  ImGui::BeginChild("top", {input.width, top_bar_height(look)}, kTabThrough, kFixed);
  draw_top_bar(look, model, parts.search, wishes);
  ImGui::EndChild();
}

void draw_messages(const Look& look, DashboardParts& parts, const FrameInput& input,
                   Wishes& wishes) {
  if (parts.desk.importing())
    draw_progress(look, {parts.desk.import_progress(), parts.desk.import_activity()}, wishes);
  if (!input.notice.empty()) draw_notice(look, {input.notice, Tone::Due, false, false}, wishes);
  if (!parts.notice.empty())
    draw_notice(look,
                {parts.notice, parts.notice_tone, /*dismissable=*/true,
                 parts.notice_undoes && parts.undo.undo.has_value()},
                wishes);
}

float edge_of(const Look& look) { return look.px(look.layout == Layout::Portrait ? 16 : 20); }

/// A window with the content's padding. Every screen keeps its own place when scrolled.
void draw_padded(const Look& look, const char* id, ImVec2 size, float aside,
                 const std::function<void()>& content) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{aside, edge_of(look)});
  ImGui::BeginChild(id, size, ImGuiChildFlags_AlwaysUseWindowPadding | kTabThrough);
  ImGui::PopStyleVar();
  content();
  ImGui::EndChild();
}

/// The card of the open form. Beside a screen it leaves no more room than between two cards.
void draw_form_window(const Look& look, DashboardParts& parts, ImVec2 size, bool beside,
                      Wishes& wishes) {
  const float right = edge_of(look);
  draw_padded(look, "form", size, beside ? 0 : right, [&] {
    const float room = ImGui::GetContentRegionAvail().x - (beside ? right : 0);
    const float width = std::min(room, look.px(720));
    if (!beside) ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::floor((room - width) / 2));
    const float below = ImGui::GetContentRegionAvail().y;
    FormMemory& form = parts.form;
    begin_card(look, "form_card", {width, form.height > 0 ? std::min(below, form.height) : below});
    const float around = ImGui::GetWindowHeight() - ImGui::GetContentRegionAvail().y;
    const float height = around + draw_form(look, form, wishes);
    end_card();
    form.resized = form.height != height;
    form.height = height;
  });
}

/// Beside the screen on a desktop; on a tablet it has the room for itself.
void draw_content(const Look& look, DashboardParts& parts, const FrameInput& input,
                  Wishes& wishes) {
  const ImVec2 room = ImGui::GetContentRegionAvail();
  ImVec2 size{std::min(room.x, look.px(kWidest)), room.y};
  const bool form = parts.form.form.open();
  const bool beside = form && look.layout == Layout::Desktop;
  const float form_width = beside ? look.px(kFormWidth) : size.x;
  const float overlap = edge_of(look) - look.px(16);
  if (!form || beside) {
    if (beside) size.x = std::min(size.x, room.x - form_width + overlap);
    draw_padded(look, parts.current->name().data(), size, edge_of(look), [&] {
      FrameInput shown = input;
      shown.preview = !parts.pasted.empty();
      shown.backup = backup_words(parts);
      shown.county = parts.county;
      if (!parts.desk.ledger().is_demo()) shown.snapshots = &parts.snapshots;
      parts.current->draw(look, shown, wishes);
    });
  }
  if (!form) return;
  if (beside) ImGui::SameLine(0, -overlap);
  draw_form_window(look, parts, {form_width, room.y}, beside, wishes);
}

/// Ctrl Z and Ctrl Y, unless they mean the text of a field.
void take_undo_keys(Wishes& wishes) {
  if (ImGui::GetIO().WantTextInput) return;
  if (ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Z)) wishes.undo = true;
  if (ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Y) ||
      ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z))
    wishes.redo = true;
}

void draw_body(const Look& look, DashboardParts& parts, const FrameInput& input, Wishes& wishes) {
  const NavigationModel navigation = navigation_of(parts);
  const float height = ImGui::GetContentRegionAvail().y - bottom_height(look);
  if (look.layout != Layout::Portrait) {
    ImGui::BeginChild("rail", {rail_width(look), height}, kTabThrough,
                      ImGuiWindowFlags_NoScrollbar);
    draw_navigation(look, navigation, wishes);
    ImGui::EndChild();
    ImGui::SameLine(0, 0);
  }
  ImGui::BeginChild("main", {0, height}, kTabThrough, kFixed);
  draw_messages(look, parts, input, wishes);
  draw_content(look, parts, input, wishes);
  ImGui::EndChild();
  if (look.layout != Layout::Portrait) return;
  ImGui::BeginChild("bottom", {0, bottom_height(look)}, kTabThrough, kFixed);
  draw_navigation(look, navigation, wishes);
  ImGui::EndChild();
}

void draw_all(const Look& look, DashboardParts& parts, const FrameInput& input, Wishes& wishes) {
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({input.width, input.height});
  ImGui::PushFont(look.regular, look.body);
  if (ImGui::Begin("责链###root", nullptr, kRoot)) {
    draw_bar(look, parts, input, wishes);
    draw_body(look, parts, input, wishes);
  }
  take_undo_keys(wishes);
  draw_focus_ring(look);
  ImGui::End();
  ImGui::PopFont();
}

bool take_view_changes(DashboardParts& parts) {
  bool changed = false;
  parts.current->visit_grids([&](std::string_view, GridMemory& memory) {
    changed = std::exchange(memory.view_changed, false) || changed;
  });
  return changed;
}

}  // namespace

Look look_of(const FrameInput& input, Fonts fonts) {
  return make_look(
      {input.width, input.height, input.scale, input.touch, input.dark, input.high_contrast},
      fonts);
}

struct Dashboard::Parts : DashboardParts {
  using DashboardParts::DashboardParts;
  FocusTrail trail;
};

Dashboard::Dashboard(core::app::Desk& desk, Fonts fonts)
    : parts_(std::make_unique<Parts>(desk, fonts)) {}

Dashboard::~Dashboard() = default;

void Dashboard::frame(const FrameInput& input) {
  DashboardParts& parts = *parts_;
  parts.read_only = input.read_only;
  parts.beside = side_by_side(look_of(input, parts.fonts), input.width);
  refresh(parts);
  note_change(parts);
  const Look look = look_of(input, parts.fonts);
  apply(look);
  parts.registry.begin();
  parts.current->visit_grids(
      [&](std::string_view, GridMemory& memory) { memory.revision = parts.desk.revision(); });
  Wishes wishes;
  const bool opened = parts_->trail.restore(screen());
  draw_all(look, parts, input, wishes);
  const RegistryItem* way_back = opened ? parts.registry.find("back") : nullptr;
  if (way_back != nullptr) focus_on(way_back->imgui_id, way_back->rect);
  parts_->trail.note(screen());
  parts.views_changed = take_view_changes(parts) || parts.views_changed;
  parts.again = !wishes.empty() || parts.current->busy() || parts.form.edited || parts.form.resized;
  carry_out(parts, wishes);
}

std::span<const RegistryItem> Dashboard::items() const { return parts_->registry.items(); }

std::string_view Dashboard::screen() const { return parts_->current->name(); }

void Dashboard::go(std::string_view screen) { go_to(*parts_, screen); }

bool Dashboard::work(double milliseconds) {
  step_import(*parts_, milliseconds);
  return parts_->desk.importing();
}

bool Dashboard::prepare(double milliseconds) {
  for (const std::unique_ptr<Screen>& screen : parts_->screens)
    if (screen->prepare(parts_->desk, milliseconds)) return true;
  return false;
}

bool Dashboard::wants_frame() const { return parts_->again; }

bool Dashboard::take_file_request() { return std::exchange(parts_->file_request, false); }

bool Dashboard::take_settings_request() { return std::exchange(parts_->settings_request, false); }

void Dashboard::request_backup() { web::request_backup(*parts_); }

bool Dashboard::take_backup_request() {
  return !parts_->desk.importing() && std::exchange(parts_->backup_request, false);
}

void Dashboard::import_files(std::vector<core::intake::ImportFile> files) {
  begin_import(*parts_, std::move(files));
}

void Dashboard::preview_table(std::string cells) { begin_preview(*parts_, std::move(cells)); }

std::optional<Download> Dashboard::take_download() {
  return std::exchange(parts_->download, std::nullopt);
}

std::optional<std::string> Dashboard::take_views() {
  if (!std::exchange(parts_->views_changed, false)) return std::nullopt;
  return views_json(*parts_);
}

void Dashboard::restore_views(std::string_view json) { web::restore_views(*parts_, json); }

std::optional<std::string> Dashboard::take_backup_record() {
  if (!std::exchange(parts_->backup_changed, false)) return std::nullopt;
  return core::to_json(backup_json(parts_->backup));
}

void Dashboard::restore_backup(std::string_view json, Keeping keeping) {
  parts_->keeping = keeping;
  const core::Result<core::Value> read = core::parse_json(json);
  if (read.ok()) parts_->backup = backup_of(read.value());
  if (!parts_->backup.on.known()) note_backup(*parts_, /*made=*/false);
}

void Dashboard::backed_up() {
  note_backup(*parts_, /*made=*/true);
  parts_->again = true;
}

void Dashboard::show_snapshots(std::string_view json) {
  const core::Result<core::Value> read = core::parse_json(json);
  if (read.ok()) parts_->snapshots = snapshots_model(read.value());
  parts_->again = true;
}

std::optional<SnapshotUse> Dashboard::take_snapshot_use() {
  return std::exchange(parts_->snapshot_use, std::nullopt);
}

bool Dashboard::has_unrecorded() const {
  return is_filled_in(parts_->form) || !parts_->drafts.empty() || !parts_->pasted.empty();
}

bool Dashboard::take_changes() { return std::exchange(parts_->changes, false); }

}  // namespace web
