#include "web/widgets/chart.h"

#include <doctest/doctest.h>

#include "tests/web/headless_ui.h"

namespace {

/// Three months on a screen of their own.
struct Months {
  test::HeadlessUi ui;
  std::size_t picked = SIZE_MAX;

  Months() {
    ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    const web::LineChart chart{{"9月", "10月", "今天"}, {{"在办", web::Tone::Accent, {3, 5, 4}}}};
    ui.show([this, chart](const web::Look& look) {
      web::draw_line_chart(look, "months", chart, 300, picked);
    });
    ui.frames();
  }
};

}  // namespace

TEST_CASE("line chart: a press picks the nearest month, at either end too") {
  Months chart;
  const ImVec4 rect = chart.ui.find("months").rect;
  const float middle = (rect.y + rect.w) / 2;
  chart.ui.press_at({rect.x + 2, middle});
  CHECK(chart.picked == 0);
  chart.ui.press_at({rect.z - 2, middle});
  CHECK(chart.picked == 2);
  chart.ui.press_at({rect.z - 2, middle});
  CHECK(chart.picked == SIZE_MAX);
}

TEST_CASE("line chart: keys pick every month, wherever the pointer lies") {
  Months chart;
  const ImVec4 rect = chart.ui.find("months").rect;
  ImGui::GetIO().AddMousePosEvent(rect.x + 2, (rect.y + rect.w) / 2);
  chart.ui.key(ImGuiKey_Tab);
  chart.ui.key(ImGuiKey_Enter);
  CHECK(chart.picked == 2);
  chart.ui.key(ImGuiKey_LeftArrow);
  CHECK(chart.picked == 1);
  chart.ui.key(ImGuiKey_LeftArrow);
  chart.ui.key(ImGuiKey_LeftArrow);
  CHECK(chart.picked == 0);
  chart.ui.key(ImGuiKey_RightArrow);
  CHECK(chart.picked == 1);
  chart.ui.key(ImGuiKey_Enter);
  CHECK(chart.picked == SIZE_MAX);
  chart.ui.press_at({rect.x + 2, (rect.y + rect.w) / 2});
  CHECK(chart.picked == 0);
  chart.ui.key(ImGuiKey_RightArrow);
  CHECK(chart.picked == 1);
}
