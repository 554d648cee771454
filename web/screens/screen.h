#pragma once
// A screen as the dashboard sees it. A new one is a file pair with a class like this and one line
// in screens.cpp.

#include <cstddef>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "core/app/desk.h"
#include "web/screens/frame_input.h"
#include "web/screens/wishes.h"
#include "web/widgets/grid.h"
#include "web/widgets/look.h"

namespace web {

/// How much waits in the whole ledger; counted once after each change.
struct Waiting {
  std::size_t late = 0;          ///< Overdue duties.
  std::size_t late_reports = 0;  ///< Weekly reports among them.
  std::size_t unled = 0;         ///< Cases that lack a leader.
};

using GridVisitor = std::function<void(std::string_view id, GridMemory& memory)>;

/// Whether list and detail fit side by side in a page so wide; else one stands over the other.
inline bool side_by_side(const Look& look, float width) { return width >= look.px(1180); }

class Screen {
 public:
  virtual ~Screen() = default;

  virtual std::string_view name() const = 0;             ///< Stable: `today`.
  virtual std::string_view words() const { return {}; }  ///< In the rail; empty = not listed there.
  virtual std::size_t waiting(const Waiting&) const { return 0; }  ///< Number in the rail.
  virtual bool has_content() const { return true; }                ///< Whether it can be gone to.

  /// Brings its models up to date; called before every frame in which it is drawn.
  virtual void refresh(core::app::Desk& desk, bool beside) = 0;
  virtual void draw(const Look& look, const FrameInput& input, Wishes& out) = 0;

  /// Told of every wish before the next frame; takes what concerns it.
  virtual void hear(const Wishes&) {}
  /// Gets ready for what a person may ask for next, for so many milliseconds, while nothing else
  /// happens. True while there is more to do.
  virtual bool prepare(core::app::Desk&, double) { return false; }
  /// Wants another frame without any event: something long is being worked out.
  virtual bool busy() const { return false; }
  /// Shows every list whose columns can be arranged.
  virtual void visit_grids(const GridVisitor&) {}
};

using Screens = std::vector<std::unique_ptr<Screen>>;

/// All screens, in the order of the rail.
Screens make_screens();

}  // namespace web
