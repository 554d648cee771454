#include "tests/web/headless_ui.h"

#include <doctest/doctest.h>
#include <imgui_internal.h>

#include <unordered_map>

namespace test {

namespace {

/// Two controls with one id would be pressed together.
void check_ids(std::span<const web::RegistryItem> items) {
  std::unordered_map<ImGuiID, const web::RegistryItem*> seen;
  for (const web::RegistryItem& item : items) {
    if (item.imgui_id == 0) continue;
    const auto added = seen.emplace(item.imgui_id, &item);
    const web::RegistryItem& before = *added.first->second;
    REQUIRE_MESSAGE(added.second,
                    "'" << before.label << "' and '" << item.label << "' share an id: " << item.id);
  }
}

}  // namespace

HeadlessUi::HeadlessUi(float width, float height) : size_{width, height} {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.DisplaySize = size_;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
}

HeadlessUi::~HeadlessUi() {
  draw = nullptr;
  ImGui::DestroyContext();
}

void HeadlessUi::show(std::function<void(const web::Look&)> content) {
  draw = [this, content = std::move(content)] {
    const web::Look look = web::make_look({.width = size_.x, .height = size_.y}, {});
    web::apply(look);
    registry_.begin();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(size_);
    ImGui::PushFont(look.regular, look.body);
    ImGui::Begin("screen", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
    content(look);
    ImGui::End();
    ImGui::PopFont();
  };
}

void HeadlessUi::frames(int count) {
  for (int at = 0; at < count; ++at) {
    ImGui::GetIO().DeltaTime = 1.0f / 60.0f;
    ImGui::NewFrame();
    draw();
    ImGui::Render();
    check_ids(items());
  }
}

bool HeadlessUi::shows(std::string_view name) {
  frames();
  for (const web::RegistryItem& item : items())
    if (item.label == name || item.id == name) return true;
  return false;
}

const web::RegistryItem& HeadlessUi::find(std::string_view name) {
  frames();
  for (const web::RegistryItem& item : items())
    if (item.label == name || item.id == name) return item;
  std::string seen;
  for (const web::RegistryItem& item : items()) seen += item.role + ":" + item.label + "\n";
  FAIL("nothing named '" << name << "' is on screen, only\n" << seen);
  return items().front();
}

void HeadlessUi::press(std::string_view name, int times) {
  const web::RegistryItem& item = find(name);
  REQUIRE_MESSAGE(!item.disabled, "'" << name << "' is disabled");
  press_at({(item.rect.x + item.rect.z) / 2, (item.rect.y + item.rect.w) / 2}, times);
}

void HeadlessUi::press_at(ImVec2 place, int times) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(place.x, place.y);
  frames(1);
  for (int at = 0; at < times; ++at) {
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    frames(1);
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    frames(1);
  }
  io.AddMousePosEvent(-1, -1);
  frames(times > 1 ? 2 : 30);  // so long that the next press is no double click
}

void HeadlessUi::type(std::string_view text) {
  ImGui::GetIO().AddInputCharactersUTF8(std::string(text).c_str());
  frames(4);
}

void HeadlessUi::drag(ImVec2 from, ImVec2 to) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(from.x, from.y);
  frames(1);
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  frames(1);
  for (int step = 1; step <= 4; ++step) {
    const float share = static_cast<float>(step) / 4;
    io.AddMousePosEvent(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
    frames(1);
  }
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  frames(1);
  io.AddMousePosEvent(-1, -1);
  frames(30);
}

void HeadlessUi::key(ImGuiKey key, int with) {
  ImGuiIO& io = ImGui::GetIO();
  const ImGuiKey mods[] = {ImGuiMod_Ctrl, ImGuiMod_Shift, ImGuiMod_Alt, ImGuiMod_Super};
  for (const ImGuiKey mod : mods)
    if ((with & mod) != 0) io.AddKeyEvent(mod, true);
  io.AddKeyEvent(key, true);
  frames(1);
  io.AddKeyEvent(key, false);
  for (const ImGuiKey mod : mods)
    if ((with & mod) != 0) io.AddKeyEvent(mod, false);
  frames(2);
}

void HeadlessUi::wheel(ImVec2 place, float notches) {
  ImGui::GetIO().AddMousePosEvent(place.x, place.y);
  frames(1);
  ImGui::GetIO().AddMouseWheelEvent(0, notches);
  frames(2);
}

std::vector<std::string> HeadlessUi::labels(std::string_view role) {
  frames();
  std::vector<std::string> out;
  for (const web::RegistryItem& item : items())
    if (item.role == role) out.push_back(item.label);
  return out;
}

std::string HeadlessUi::outside() {
  frames();
  std::string out;
  for (const web::RegistryItem& item : items()) {
    const bool inside =
        item.rect.x >= 0 && item.rect.y >= 0 && item.rect.z <= size_.x && item.rect.w <= size_.y;
    if (!inside) out += item.role + " " + item.label + "\n";
  }
  return out;
}

}  // namespace test
