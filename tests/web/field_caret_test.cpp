// The caret in a field of several lines goes by the lines a person sees.
#include <doctest/doctest.h>
#include <imgui_internal.h>

#include "tests/web/headless_ui.h"
#include "web/widgets/text_field.h"

namespace {

constexpr float kLetter = 15;
constexpr float kLine = 22;  // About the height of a line: a click within one is enough.

/// A field of several lines that holds 120 characters, without anything to break at.
struct Lines {
  test::HeadlessUi ui;
  web::TextLink link;
  std::string text;

  explicit Lines(float height = 900) : ui(1440, height) {
    web::attach_text_link(&link);
    ui.show([this](const web::Look& look) {
      web::text_field(look, "事由###what", text, {.width = 300, .lines = 3});
    });
    for (int each = 0; each < 30; ++each) text += "走访两次";
  }

  std::size_t caret() { return link.state().caret; }
  std::size_t anchor() { return link.state().anchor; }
  ImVec2 corner() {
    const ImVec4 rect = ui.find("what").rect;
    return {rect.x, rect.y};
  }
  /// Inside the line of that number, a little to the right of where it begins.
  ImVec2 in_line(int number, float right = 14) {
    const ImVec2 at = corner();
    return {at.x + right, at.y + 8 + kLine * (static_cast<float>(number) + 0.5f)};
  }
  /// Where the first line ends, by the key.
  std::size_t first_end() {
    ui.press_at(in_line(0));
    ui.key(ImGuiKey_End);
    return caret();
  }
};

}  // namespace

TEST_CASE("field caret: Home and End go to the ends of the line that is seen") {
  Lines it;
  const std::size_t end = it.first_end();
  REQUIRE(end > 0);
  REQUIRE(2 * end < 120);
  it.ui.key(ImGuiKey_End);
  CHECK(it.caret() == end);  // The end of the upper line is not the beginning of the next.
  it.ui.key(ImGuiKey_Home);
  CHECK(it.caret() == 0);
  it.ui.key(ImGuiKey_DownArrow);
  CHECK(it.caret() == end);
  it.ui.key(ImGuiKey_Home);
  CHECK(it.caret() == end);  // Now it is.
  it.ui.key(ImGuiKey_End);
  CHECK(it.caret() == 2 * end);
}

TEST_CASE("field caret: on a Mac so do its arrows with the command key") {
  Lines it;
  ImGui::GetIO().ConfigMacOSXBehaviors = true;
  const std::size_t end = it.first_end();
  it.ui.key(ImGuiKey_LeftArrow, ImGuiMod_Super);
  CHECK(it.caret() == 0);
  it.ui.key(ImGuiKey_RightArrow, ImGuiMod_Super);
  CHECK(it.caret() == end);
  it.ui.key(ImGuiKey_DownArrow, ImGuiMod_Super);
  CHECK(it.caret() == 120);
}

TEST_CASE("field caret: up and down keep to where they began") {
  Lines it;
  it.text += "\n短\n" + it.text;
  it.ui.press("what");
  it.ui.key(ImGuiKey_Home, ImGuiMod_Ctrl);
  for (int step = 0; step < 5; ++step) it.ui.key(ImGuiKey_RightArrow);
  const std::size_t line = it.first_end();
  it.ui.key(ImGuiKey_Home);
  for (int step = 0; step < 5; ++step) it.ui.key(ImGuiKey_RightArrow);
  it.ui.key(ImGuiKey_DownArrow);
  CHECK(it.caret() == line + 5);
  while (it.caret() < 121) it.ui.key(ImGuiKey_DownArrow);
  CHECK(it.caret() == 122);  // Behind the one character of its line.
  it.ui.key(ImGuiKey_DownArrow);
  CHECK(it.caret() == 123 + 5);
  for (int step = 0; step < 30; ++step) it.ui.key(ImGuiKey_UpArrow);
  CHECK(it.caret() == 0);
  it.ui.key(ImGuiKey_PageDown);
  CHECK(it.caret() > 123 + 5);
  it.ui.key(ImGuiKey_PageUp);
  CHECK(it.caret() == 5);
}

TEST_CASE("field caret: the mouse sets it in the line it points at, and selects") {
  Lines it;
  const std::size_t end = it.first_end();
  it.ui.press_at(it.in_line(1, 290));
  CHECK(it.caret() == 2 * end);
  it.ui.press_at(it.in_line(1));
  CHECK(it.caret() == end);
  it.ui.drag(it.in_line(0), it.in_line(1, 290));
  CHECK(it.anchor() == 0);
  CHECK(it.caret() == 2 * end);
  it.ui.type("改");
  CHECK(it.text.size() == (120 - 2 * end + 1) * 3);
}

TEST_CASE("field caret: with Shift keys select from where it stood") {
  Lines it;
  const std::size_t end = it.first_end();
  it.ui.press_at(it.in_line(0));
  it.ui.key(ImGuiKey_RightArrow);
  it.ui.key(ImGuiKey_DownArrow, ImGuiMod_Shift);
  CHECK(it.anchor() == 1);
  CHECK(it.caret() == end + 1);
  it.ui.key(ImGuiKey_End, ImGuiMod_Shift);
  CHECK(it.anchor() == 1);
  CHECK(it.caret() == 2 * end);
}

TEST_CASE("field caret: two clicks take what stands between marks, three the paragraph") {
  Lines it;
  it.text = "走访两次，未见到人\n下周再去";
  it.ui.press_at(it.in_line(0), 2);
  CHECK(it.anchor() == 0);
  CHECK(it.caret() == 4);
  it.ui.press_at(it.in_line(1), 3);
  CHECK(it.anchor() == 10);
  CHECK(it.caret() == 14);
}

TEST_CASE("field caret: an edit of the page moves it, and typing goes on there") {
  Lines it;
  const std::size_t end = it.first_end();
  it.link.push({end, end, "人", end + 1});
  it.ui.frames(1);
  CHECK(it.caret() == end + 1);
  it.ui.key(ImGuiKey_Home);
  CHECK(it.caret() == end);
}

TEST_CASE("field caret: the line that is typed stays in view, and the input method beside it") {
  Lines it(220);
  it.ui.press("what");
  it.ui.key(ImGuiKey_End, ImGuiMod_Ctrl);
  for (int line = 0; line < 20; ++line) it.ui.type("又到村里走访并且核实了账目。");
  const ImVec2 at = ImGui::GetCurrentContext()->PlatformImeData.InputPos;
  CHECK(at.y > 0);
  CHECK(at.y + kLetter <= 220);
  CHECK(at.x < 320);
}
