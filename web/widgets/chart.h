#pragma once
// Charts: bars with their numbers, lines over time. Every value is listed with its words, and opens
// what it counts.

#include <string>
#include <string_view>
#include <vector>

#include "web/widgets/look.h"

namespace web {

struct Bar {
  std::string label;
  std::string words;  ///< Beside the bar: 12件 · 逾期 3.
  double value = 0;   ///< Length; the longest of all fills the room.
  double part = 0;    ///< Of the value, in the late colour at the beginning.
};

/// Horizontal bars under each other, zero-based. The one pressed, or SIZE_MAX. `id` names the
/// chart.
std::size_t draw_bars(const Look& look, std::string_view id, const std::vector<Bar>& bars);

struct Series {
  std::string label;
  Tone tone = Tone::Accent;
  std::vector<double> values;
};

struct LineChart {
  std::vector<std::string> days;  ///< Under the axis, one for each value.
  std::vector<Series> series;
};

/// Lines from zero up with direct labels; the values of the place under the pointer are shown, as
/// those of `picked` are after a press or, by keys, Enter and the arrows. Missing values at the end
/// are not drawn.
void draw_line_chart(const Look& look, std::string_view id, const LineChart& chart, float height,
                     std::size_t& picked);

}  // namespace web
