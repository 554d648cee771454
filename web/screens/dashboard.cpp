#include "web/screens/dashboard.h"

#include <imgui.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

#include "web/screens/dashboard_parts.h"
#include "web/screens/navigation.h"
#include "web/screens/top_bar.h"
#include "web/widgets/text.h"

namespace web {
namespace {

constexpr float kWidest = 1680;  // content never gets wider, design pixels
constexpr ImGuiWindowFlags kRoot =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse;
constexpr ImGuiWindowFlags kFixed =
    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;

Look look_of(const FrameInput& input, Fonts fonts) {
  return make_look(
      {input.width, input.height, input.scale, input.touch, input.dark, input.high_contrast},
      fonts);
}

NavigationModel navigation_of(const DashboardParts& parts) {
  NavigationModel model;
  model.current = parts.screen == kCase ? parts.came_from : parts.screen;
  model.entries = {
      {kToday, "今日", parts.today.count(Urgency::Late)}, {kCases, "事项", 0}, {kData, "数据", 0}};
  if (!parts.import.empty()) model.entries.push_back({kImport, "导入结果", 0});
  return model;
}

void draw_bar(const Look& look, DashboardParts& parts, const FrameInput& input) {
  const TopBarModel model{parts.desk.state().county_name(), parts.desk.ledger().is_demo(),
                          parts.desk.today(), input.saving, input.read_only};
  ImGui::BeginChild("top", {input.width, top_bar_height(look)}, ImGuiChildFlags_None, kFixed);
  if (draw_top_bar(look, model, parts.cases_memory.query.search)) {
    parts.cases_memory.grid.top = 0;
    parts.screen = kCases;
  }
  ImGui::EndChild();
}

void draw_messages(const Look& look, DashboardParts& parts, const FrameInput& input,
                   Wishes& wishes) {
  if (parts.desk.importing())
    draw_progress(look, {parts.desk.import_progress(), parts.desk.import_activity()}, wishes);
  if (!input.notice.empty()) draw_notice(look, input.notice, Tone::Due, false, wishes);
  if (!parts.notice.empty()) draw_notice(look, parts.notice, parts.notice_tone, true, wishes);
}

void draw_screen(const Look& look, DashboardParts& parts, const FrameInput& input, Wishes& wishes) {
  const bool fixed = input.read_only;
  if (parts.screen == kToday)
    draw_today(look, parts.today, parts.detail, fixed, parts.today_memory, wishes);
  else if (parts.screen == kCases)
    draw_cases(look, parts.cases, fixed, parts.cases_memory, wishes);
  else if (parts.screen == kCase)
    draw_case(look, parts.one, fixed, parts.case_memory, wishes);
  else if (parts.screen == kData)
    draw_data(look, parts.data, input.saving, fixed, parts.data_memory, wishes);
  else if (parts.screen == kImport)
    draw_import(look, parts.import, parts.import_memory, wishes);
}

void draw_content(const Look& look, DashboardParts& parts, const FrameInput& input,
                  Wishes& wishes) {
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const ImVec2 size{std::min(room.x, look.px(kWidest)), room.y};
  const float edge = look.px(look.layout == Layout::Portrait ? 16 : 20);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{edge, edge});
  ImGui::PushID(parts.screen.data());  // every screen keeps its own place when scrolled
  ImGui::BeginChild("content", size, ImGuiChildFlags_AlwaysUseWindowPadding);
  ImGui::PopStyleVar();
  draw_screen(look, parts, input, wishes);
  ImGui::EndChild();
  ImGui::PopID();
}

void draw_body(const Look& look, DashboardParts& parts, const FrameInput& input, Wishes& wishes) {
  const NavigationModel navigation = navigation_of(parts);
  const float height = ImGui::GetContentRegionAvail().y - bottom_height(look);
  if (look.layout != Layout::Portrait) {
    ImGui::BeginChild("rail", {rail_width(look), height}, ImGuiChildFlags_None, kFixed);
    draw_navigation(look, navigation, wishes);
    ImGui::EndChild();
    ImGui::SameLine(0, 0);
  }
  ImGui::BeginChild("main", {0, height}, ImGuiChildFlags_None, kFixed);
  draw_messages(look, parts, input, wishes);
  draw_content(look, parts, input, wishes);
  ImGui::EndChild();
  if (look.layout != Layout::Portrait) return;
  ImGui::BeginChild("bottom", {0, bottom_height(look)}, ImGuiChildFlags_None, kFixed);
  draw_navigation(look, navigation, wishes);
  ImGui::EndChild();
}

void draw_all(const Look& look, DashboardParts& parts, const FrameInput& input, Wishes& wishes) {
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({input.width, input.height});
  ImGui::PushFont(look.regular, look.body);
  if (ImGui::Begin("责链###root", nullptr, kRoot)) {
    draw_bar(look, parts, input);
    draw_body(look, parts, input, wishes);
  }
  ImGui::End();
  ImGui::PopFont();
}

}  // namespace

struct Dashboard::Parts : DashboardParts {
  using DashboardParts::DashboardParts;
};

Dashboard::Dashboard(core::app::Desk& desk, Fonts fonts)
    : parts_(std::make_unique<Parts>(desk, fonts)) {}

Dashboard::~Dashboard() = default;

void Dashboard::set_fonts(Fonts fonts) { parts_->fonts = fonts; }

void Dashboard::frame(const FrameInput& input) {
  DashboardParts& parts = *parts_;
  parts.read_only = input.read_only;
  parts.portrait = look_of(input, parts.fonts).layout == Layout::Portrait;
  step_import(parts);
  refresh(parts);
  const Look look = look_of(input, parts.fonts);
  apply(look);
  parts.registry.begin();
  const Remembered before = remembered(parts);
  Wishes wishes;
  draw_all(look, parts, input, wishes);
  carry_out(parts, wishes);
  parts.again = !wishes.empty() || remembered(parts) != before;
}

std::span<const RegistryItem> Dashboard::items() const { return parts_->registry.items(); }

std::string_view Dashboard::screen() const { return parts_->screen; }

void Dashboard::go(std::string_view screen) { go_to(*parts_, screen); }

bool Dashboard::wants_frame() const { return parts_->again || parts_->desk.importing(); }

bool Dashboard::take_file_request() { return std::exchange(parts_->file_request, false); }

void Dashboard::import_files(std::vector<core::intake::ImportFile> files) {
  begin_import(*parts_, std::move(files));
}

bool Dashboard::take_changes() { return std::exchange(parts_->changes, false); }

}  // namespace web
