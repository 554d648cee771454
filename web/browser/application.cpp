#include "web/browser/application.h"

#include <imgui_internal.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "core/base/value.h"
#include "web/browser/canvas_font.h"
#include "web/browser/layout_places.h"
#include "web/browser/page.h"
#include "web/widgets/registry.h"

namespace web {
namespace {

// Dear ImGui needs a frame to see an event, one to answer it and one to lay out the answer.
constexpr int kFramesToSettle = 3;
// … and a layout that depends on itself, as scroll bars do, some more; one that never comes to rest
// is left at that.
constexpr int kMostToLayOut = 8;
// Within an event: enough to take its parts in one by one and let a field get the focus.
constexpr int kMostAtOnce = 6;
// A page that slept does not jump through its animations.
constexpr double kLongestStep = 0.05;
constexpr double kShortestStep = 0.001;
constexpr double kProgressPause = 250;
constexpr double kLongRest = 1000;  // Milliseconds.
constexpr char kNoGraphics[] =
    "此浏览器未开启 WebGL2，无法显示。请换用新版浏览器，或在双核浏览器中切换到极速模式。";

core::Fields rect_fields(const ImVec4& rect, float scale) {
  core::Fields fields;
  fields.set("x", rect.x / scale);
  fields.set("y", rect.y / scale);
  fields.set("width", (rect.z - rect.x) / scale);
  fields.set("height", (rect.w - rect.y) / scale);
  return fields;
}

// The focus is on its way to another item: a field wants text only when it has arrived.
bool moves_focus() {
  const ImGuiContext& ui = *ImGui::GetCurrentContext();
  return ui.NavMoveSubmitted || ui.NavNextActivateId != 0;
}

}  // namespace

Application::~Application() {
  dashboard_.reset();
  graphics_.reset();
  if (ImGui::GetCurrentContext() != nullptr) ImGui::DestroyContext();
}

void Application::fix_today(std::string_view day) {
  if (const auto parsed = core::parse_date(day)) clock_.fix_today(*parsed);
}

bool Application::start(Source source, bool apple) {
  // In this order the graphics process gets ready while the ledger is read.
  if (!open_canvas() || !open_ledger(source)) return false;
  input_.connect(apple);
  attach_text_link(&text_);
  fonts_ = add_canvas_fonts();
  dashboard_ = std::make_unique<Dashboard>(*desk_, fonts_);
  wake();
  return true;
}

bool Application::open_canvas() {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  // What it draws over the page is for programmers and in English; tests look for such conflicts.
  io.ConfigDebugHighlightIdConflicts = false;
  graphics_ = std::make_unique<Graphics>();
  if (!graphics_->open()) {
    page::fail(kNoGraphics);
    return false;
  }
  return true;
}

void Application::resize(float width, float height, float ratio, float text_size) {
  look_.width = width;
  look_.height = height;
  look_.scale = ratio * text_size;
  ratio_ = ratio;
  graphics_->forget();
  wake();
}

void Application::set_appearance(bool dark, bool high_contrast) {
  look_.dark = dark;
  look_.high_contrast = high_contrast;
  wake();
}

void Application::restore_views(std::string_view json) { dashboard_->restore_views(json); }

void Application::restore_backup(std::string_view json, Keeping keeping) {
  dashboard_->restore_backup(json, keeping);
}

void Application::show_snapshots(std::string_view json) {
  dashboard_->show_snapshots(json);
  wake();
}

void Application::go(std::string_view screen) {
  dashboard_->go(screen);
  wake();
}

void Application::hold_file(std::string bytes) {
  files_.emplace_back();
  files_.back().bytes = std::move(bytes);
}

void Application::name_file(std::string name) {
  if (!files_.empty()) files_.back().name = std::move(name);
}

void Application::import_files() {
  dashboard_->import_files(std::exchange(files_, {}));
  wake();
}

void Application::preview_table() {
  dashboard_->preview_table(take_staged());
  wake();
}

void Application::report_storage(SaveState state, bool read_only, std::string sentence) {
  const bool may_write_now = storage_.read_only() && !read_only;
  storage_.report(state, read_only, std::move(sentence));
  // What opening an older schema has brought up to date while another window wrote.
  if (may_write_now && from_store_) storage_.mirror();
  wake();
}

void Application::check_graphics() const {
  if (!graphics_->usable()) page::fail(kNoGraphics);
}

void Application::restore_graphics() {
  graphics_->restore();
  wake();
}

bool Application::scroll(float right, float down) {
  const bool moved = places_ != places_then_;
  places_then_ = places_;
  input_.scroll(right, down);
  wake();
  return moved;
}

bool Application::grips(float x, float y) const {
  const std::span<const RegistryItem> items = dashboard_->items();
  return std::any_of(items.begin(), items.end(), [&](const RegistryItem& item) {
    return item.role == "grip" && x >= item.rect.x && x < item.rect.z && y >= item.rect.y &&
           y < item.rect.w;
  });
}

void Application::edit_text(TextEdit edit) {
  text_.push(std::move(edit));
  wake();
}

void Application::compose(bool composing) {
  text_.set_composing(composing);
  wake();
}

bool Application::work(double milliseconds) {
  if (!desk_->importing()) return false;
  const bool more = dashboard_->work(milliseconds);
  if (more) return more;
  // A hidden tab may have its next frame minutes later, and a person thinks it is done.
  if (dashboard_->take_changes()) storage_.mirror();
  wake();
  return more;
}

void Application::wake() {
  frames_left_ = std::max(frames_left_, kFramesToSettle);
  frames_more_ = kMostToLayOut;
  page::request_frame();
}

double Application::frame(double now) {
  // A page that was away may come back with an empty canvas.
  if (now - last_ > kLongRest) graphics_->forget();
  std::uint64_t before = places_;
  step(now);
  if (!shown_) before = lay_out();
  graphics_->draw(ImGui::GetStyleColorVec4(ImGuiCol_WindowBg));
  frames_left_ = std::max(0, frames_left_ - 1);
  if (frames_left_ == 0 && places_ != before && frames_more_ > 0) {
    --frames_more_;
    frames_left_ = 1;
  }
  finish_step();
  return next_frame_in();
}

// Nobody misses the frames in which a page lays itself out for the first time, and each would wait
// for the screen. Returns where things were in the last frame but one.
std::uint64_t Application::lay_out() {
  shown_ = true;
  std::uint64_t before = 0;
  for (frames_left_ = 1; before != places_ && frames_more_ > 0; --frames_more_) {
    before = places_;
    step(last_ + 1);
  }
  return before;
}

bool Application::warm_up(double milliseconds) {
  if (warmth_.step(look_of(frame_input(), fonts_), milliseconds)) return true;
  return dashboard_->prepare(milliseconds);
}

void Application::settle(double now) {
  bool more = true;
  for (int i = 0; i < kMostAtOnce && more; ++i) {
    step(std::max(now, last_ + 1));
    more = Input::pending() || moves_focus();
  }
  finish_step();
  wake();
}

void Application::step(double now) {
  follow_the_day();
  const double slept = std::max(0.0, (now - last_) / 1000);
  const double passed = std::clamp(slept, kShortestStep, kLongestStep);
  last_ = std::max(last_, now);  // A repaint has the time at which it was ordered.
  const double seconds = fixed_step_ ? 1.0 / 60 : passed;
  // Animations do not jump, but clocks go on: two clicks with a rest between are no double click.
  if (!fixed_step_) ImGui::GetCurrentContext()->Time += std::max(0.0, slept - passed);
  seconds_ += seconds;
  ImGuiIO& io = ImGui::GetIO();
  io.DeltaTime = static_cast<float>(seconds);
  io.DisplaySize = ImVec2(look_.width, look_.height);
  const auto begun = std::chrono::steady_clock::now();
  ImGui::NewFrame();
  dashboard_->frame(frame_input());
  ImGui::Render();
  places_ = places_of(dashboard_->items());
  worked_ +=
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
}

void Application::finish_step() {
  input_.show_cursor();
  show_text();
  if (dashboard_->take_file_request()) page::pick_files();
  if (dashboard_->take_settings_request()) page::show_settings();
  if (dashboard_->take_backup_request()) hand_over_backup();
  if (const auto file = dashboard_->take_download())
    page::download(file->name, file->content, file->report);
  if (const auto views = dashboard_->take_views()) page::keep_views(*views);
  if (const auto backup = dashboard_->take_backup_record()) page::keep_backup(*backup);
  if (const auto use = dashboard_->take_snapshot_use()) page::use_snapshot(use->key, use->restore);
  if (dashboard_->take_changes()) storage_.mirror();
}

void Application::show_text() {
  if (!ImGui::GetIO().WantTextInput) text_.clear();
  if (text_.state() == shown_text_) return;
  shown_text_ = text_.state();
  page::set_text_field(shown_text_);
}

// Midnight passes while the page stands open.
void Application::follow_the_day() {
  const core::Date today = clock_.today();
  if (desk_->importing() || day_ == today) return;
  day_ = today;
  desk_->set_today(today);
}

double Application::next_frame_in() const {
  if (frames_left_ > 0 || Input::pending() || dashboard_->wants_frame()) return 0;
  if (desk_->importing()) return kProgressPause;
  return clock_.until_tomorrow();
}

FrameInput Application::frame_input() const {
  FrameInput input = look_;
  input.touch = input_.touching();
  input.saving = storage_.state();
  input.read_only = storage_.read_only();
  input.notice = storage_.sentence();
  input.seconds = seconds_;
  return input;
}

std::string Application::items_json() const {
  core::List items;
  for (const RegistryItem& item : dashboard_->items()) {
    core::Fields fields;
    fields.set("id", item.id);
    fields.set("role", item.role);
    fields.set("label", item.label);
    fields.set("value", item.value);
    fields.set("description", item.description);
    fields.set("disabled", item.disabled);
    fields.set("focused", item.focused);
    fields.set("required", item.required);
    fields.set("invalid", item.invalid);
    fields.set("multi_line", item.multi_line);
    fields.set("opens", item.opens);
    fields.set("expanded", item.expanded);
    fields.set("over", item.over);
    fields.set("number", static_cast<std::int64_t>(item.imgui_id));
    fields.set("pane", static_cast<std::int64_t>(item.pane));
    fields.set("more_above", item.more_above);
    fields.set("more_below", item.more_below);
    fields.set("pressable", item.imgui_id != 0);
    fields.set("cut", item.cut);
    fields.set("rect", rect_fields(item.rect, ratio_));
    items.push_back(std::move(fields));
  }
  return core::to_json(core::Value(std::move(items)));
}

}  // namespace web
