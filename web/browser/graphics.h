#pragma once
// The WebGL2 context on the canvas, and what is drawn through it.

#include <imgui.h>

#include <cstdint>
#include <optional>

#include "web/browser/renderer.h"

namespace web {

class Graphics {
 public:
  Graphics() = default;
  Graphics(const Graphics&) = delete;
  Graphics& operator=(const Graphics&) = delete;

  /// Takes over the element #canvas. False when there is no WebGL2. Needs an ImGui context.
  bool open();

  /// Whether what is drawn can be seen. Waits until it was: not before a person has the first
  /// screen.
  bool usable() const { return renderer_.usable(); }

  /// Draws what ImGui::Render left, on `background`; what looks like the frame before stays as the
  /// browser shows it.
  void draw(const ImVec4& background);
  /// The next frame is drawn in any case: the canvas may have lost what it showed.
  void forget() { shown_.reset(); }

  /// Uploads what was drawn into the font's textures between two frames.
  static void send_textures();

  /// The browser took the context away and gave a new one: everything is uploaded again.
  void restore();

 private:
  Renderer renderer_;
  std::optional<std::uint64_t> shown_;  // What tells the frame drawn last from others.
};

}  // namespace web
