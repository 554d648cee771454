#pragma once
// Draws Dear ImGui's frames through WebGL2. The context is ours alone: what it is set to is never
// asked for, because every such question waits until the frames before have been drawn.

#include <imgui.h>

#include <cstdint>

namespace web {

class Renderer {
 public:
  Renderer() = default;
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  /// Takes over the current context, also one that came in the place of a lost one: all textures
  /// are made anew with the next frame. Needs an ImGui context.
  void open();

  /// Whether the context takes our program. Waits until all before has been drawn.
  bool usable() const;

  /// Draws everything over what is there.
  void draw(const ImDrawData& picture);

  /// Makes, changes or throws away a texture as it wants.
  static void update(ImTextureData& texture);

 private:
  void set_state();
  void draw_list(const ImDrawList& list, float height) const;

  std::uint32_t program_ = 0;
  std::uint32_t layout_ = 0;
  std::uint32_t vertices_ = 0;
  std::uint32_t indices_ = 0;
  bool is_set_ = false;
};

}  // namespace web
