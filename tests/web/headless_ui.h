#pragma once
// Dear ImGui without a window: draws frames and uses what is on screen as a person would, by mouse,
// wheel and keys, finding it in the registry.

#include <imgui.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "web/widgets/look.h"
#include "web/widgets/registry.h"

namespace test {

class HeadlessUi {
 public:
  explicit HeadlessUi(float width = 1440, float height = 900);
  ~HeadlessUi();
  HeadlessUi(const HeadlessUi&) = delete;
  HeadlessUi& operator=(const HeadlessUi&) = delete;

  /// What is drawn each frame.
  std::function<void()> draw;

  /// A screen on its own: `content` fills a window of the whole display, listed in `registry()`.
  void show(std::function<void(const web::Look&)> content);

  void frames(int count = 3);
  std::span<const web::RegistryItem> items() const { return web::registry_items(); }

  /// Fails the test when nothing with this label or id is on screen.
  const web::RegistryItem& find(std::string_view name);
  bool shows(std::string_view name);

  /// Clicks in the middle of it, `times` quickly after each other. Fails when it is disabled.
  void press(std::string_view name, int times = 1);
  void press_at(ImVec2 place, int times = 1);
  /// Presses at one place, moves and lets go at another.
  void drag(ImVec2 from, ImVec2 to);
  void type(std::string_view text);
  /// `with` are ImGuiMod_ bits held meanwhile.
  void key(ImGuiKey key, int with = 0);
  void wheel(ImVec2 place, float notches);

  /// Labels of everything with this role, in drawing order.
  std::vector<std::string> labels(std::string_view role);

  /// What lies outside the display or shows another item's words cut to nothing; empty = all well.
  std::string outside();

 private:
  ImVec2 size_;
  web::Registry registry_;
};

}  // namespace test
