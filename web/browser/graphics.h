#pragma once
// The WebGL2 context on the canvas, and Dear ImGui's drawing through it.

#include <imgui.h>

namespace web {

class Graphics {
 public:
  Graphics() = default;
  ~Graphics();
  Graphics(const Graphics&) = delete;
  Graphics& operator=(const Graphics&) = delete;

  /// Takes over the element #canvas. False when there is no WebGL2. Needs an ImGui context.
  bool open();

  void begin();
  /// Draws what ImGui::Render left, on `background`.
  void draw(const ImVec4& background);

  /// Uploads what was drawn into the font's textures between two frames.
  static void send_textures();

  /// The browser took the context away and gave a new one: everything is uploaded again.
  void restore();

 private:
  int context_ = 0;
};

}  // namespace web
