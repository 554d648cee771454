#include "web/browser/graphics.h"

#include <GLES3/gl3.h>
#include <emscripten/html5.h>

#include "web/widgets/picture.h"

namespace web {

bool Graphics::open() {
  EmscriptenWebGLContextAttributes wanted;
  emscripten_webgl_init_context_attributes(&wanted);
  wanted.majorVersion = 2;
  wanted.minorVersion = 0;
  wanted.alpha = false;
  wanted.depth = false;
  wanted.stencil = false;
  wanted.antialias = false;
  wanted.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
  // We use none; asking for each of them costs a tenth of a second of the first screen.
  wanted.enableExtensionsByDefault = false;
  const auto context = emscripten_webgl_create_context("#canvas", &wanted);
  if (context <= 0 || emscripten_webgl_make_context_current(context) != EMSCRIPTEN_RESULT_SUCCESS)
    return false;
  renderer_.open();
  return true;
}

void Graphics::draw(const ImVec4& background) {
  const ImDrawData& picture = *ImGui::GetDrawData();
  const std::uint64_t print = picture_print(picture);
  if (shown_ == print && !textures_wait(picture)) return;
  shown_ = print;
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  glViewport(0, 0, static_cast<GLsizei>(size.x), static_cast<GLsizei>(size.y));
  glClearColor(background.x, background.y, background.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  renderer_.draw(picture);
}

void Graphics::send_textures() {
  for (ImTextureData* texture : ImGui::GetIO().Fonts->TexList) {
    if (texture->Status != ImTextureStatus_WantCreate &&
        texture->Status != ImTextureStatus_WantUpdates)
      continue;
    Renderer::update(*texture);
    texture->Updates.resize(0);  // As Dear ImGui does when its next frame begins.
    texture->UpdateRect = {0xFFFF, 0xFFFF, 0, 0};
  }
}

void Graphics::restore() {
  forget();
  renderer_.open();
}

}  // namespace web
