#pragma once
// The bar over every screen: name, county, search, the day everything is shown as of, whether it is
// saved; under it the line of a running import and the sentence of the moment.

#include <string>
#include <string_view>

#include "core/base/date.h"
#include "web/screens/frame_input.h"
#include "web/screens/wishes.h"
#include "web/widgets/look.h"

namespace web {

struct TopBarModel {
  std::string county;
  bool demo = false;
  core::Date today;
  SaveState saving = SaveState::Saved;
  bool read_only = false;
  bool can_undo = false;
  bool can_redo = false;
};

float top_bar_height(const Look& look);

/// Draws into the whole of the current window. `search` is edited in place.
void draw_top_bar(const Look& look, const TopBarModel& model, std::string& search, Wishes& out);

struct Progress {
  double share = 0;  ///< 0..1
  std::string words;
};

/// What stands under the top bar; each a line of its own at the cursor.
float message_height(const Look& look);
void draw_progress(const Look& look, const Progress& progress, Wishes& out);
struct Notice {
  std::string_view sentence;
  Tone tone = Tone::Late;
  bool dismissable = false;
  bool undoes = false;  ///< Offers to take back what it tells.
};
void draw_notice(const Look& look, const Notice& notice, Wishes& out);

}  // namespace web
