#pragma once
// The rail (or, in portrait, the bar at the bottom) that leads to the screens there are.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "web/screens/wishes.h"
#include "web/widgets/look.h"

namespace web {

struct NavigationModel {
  struct Entry {
    std::string_view screen;
    std::string_view words;
    std::size_t waiting = 0;  ///< How much waits there; 0 shows nothing.
  };
  std::vector<Entry> entries;
  std::string_view current;
};

/// Room the rail takes at the left, or the bar at the bottom, in device pixels.
float rail_width(const Look& look);
float bottom_height(const Look& look);

/// Draws into the whole of the current window.
void draw_navigation(const Look& look, const NavigationModel& model, Wishes& out);

}  // namespace web
