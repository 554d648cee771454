#include "web/browser/renderer.h"

#include <GLES3/gl3.h>

#include <cstddef>
#include <initializer_list>

namespace web {
namespace {

constexpr char kVertexShader[] = R"(#version 300 es
precision highp float;
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 spot;
layout(location = 2) in vec4 ink;
layout(location = 3) in vec2 scale;
out vec2 at;
out vec4 colour;
void main() {
  at = spot;
  colour = ink;
  gl_Position = vec4(place * scale + vec2(-1, 1), 0, 1);
})";

constexpr char kFragmentShader[] = R"(#version 300 es
precision mediump float;
uniform sampler2D glyphs;  // of the first texture unit, as long as nobody says otherwise
in vec2 at;
in vec4 colour;
out vec4 seen;
void main() { seen = colour * texture(glyphs, at); })";

// The same for all vertices of a frame. No uniform: where one lies has to be asked for.
constexpr GLuint kScale = 3;

GLuint compiled(GLenum kind, const char* source) {
  const GLuint shader = glCreateShader(kind);
  glShaderSource(shader, 1, &source, nullptr);
  glCompileShader(shader);
  return shader;
}

GLuint linked_program() {
  const GLuint program = glCreateProgram();
  for (const GLuint shader :
       {compiled(GL_VERTEX_SHADER, kVertexShader), compiled(GL_FRAGMENT_SHADER, kFragmentShader)}) {
    glAttachShader(program, shader);
    glDeleteShader(shader);  // Once the program goes.
  }
  glLinkProgram(program);
  return program;
}

const void* offset(std::size_t bytes) { return reinterpret_cast<const void*>(bytes); }

void describe_vertex() {
  constexpr GLsizei kStride = sizeof(ImDrawVert);
  for (GLuint at = 0; at < kScale; ++at) glEnableVertexAttribArray(at);
  glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, kStride, offset(offsetof(ImDrawVert, pos)));
  glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, kStride, offset(offsetof(ImDrawVert, uv)));
  glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, kStride,
                        offset(offsetof(ImDrawVert, col)));
}

void create(ImTextureData& texture) {
  GLuint name = 0;
  glGenTextures(1, &name);
  glBindTexture(GL_TEXTURE_2D, name);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, texture.Width, texture.Height, 0, GL_RGBA,
               GL_UNSIGNED_BYTE, texture.GetPixels());
  texture.SetTexID(name);
  texture.SetStatus(ImTextureStatus_OK);
}

void change(ImTextureData& texture) {
  glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture.TexID));
  glPixelStorei(GL_UNPACK_ROW_LENGTH, texture.Width);
  for (const ImTextureRect& part : texture.Updates)
    glTexSubImage2D(GL_TEXTURE_2D, 0, part.x, part.y, part.w, part.h, GL_RGBA, GL_UNSIGNED_BYTE,
                    texture.GetPixelsAt(part.x, part.y));
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  texture.SetStatus(ImTextureStatus_OK);
}

void forget(ImTextureData& texture) {
  texture.SetTexID(ImTextureID_Invalid);
  texture.SetStatus(ImTextureStatus_Destroyed);
}

void throw_away(ImTextureData& texture) {
  const GLuint name = static_cast<GLuint>(texture.TexID);
  glDeleteTextures(1, &name);
  forget(texture);
}

}  // namespace

void Renderer::open() {
  ImGuiIO& io = ImGui::GetIO();
  io.BackendRendererName = "zelian page";
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &platform.Renderer_TextureMaxWidth);
  platform.Renderer_TextureMaxHeight = platform.Renderer_TextureMaxWidth;
  for (ImTextureData* texture : platform.Textures)
    if (texture->TexID != ImTextureID_Invalid) forget(*texture);
  program_ = linked_program();
  glGenVertexArrays(1, &layout_);
  glGenBuffers(1, &vertices_);
  glGenBuffers(1, &indices_);
  is_set_ = false;
}

bool Renderer::usable() const {
  GLint linked = GL_FALSE;
  glGetProgramiv(program_, GL_LINK_STATUS, &linked);
  return linked == GL_TRUE;
}

// Once for all: nobody else draws in this context.
void Renderer::set_state() {
  is_set_ = true;
  glUseProgram(program_);
  glBindVertexArray(layout_);
  glBindBuffer(GL_ARRAY_BUFFER, vertices_);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
  describe_vertex();
  glActiveTexture(GL_TEXTURE0);
  glEnable(GL_BLEND);
  glBlendEquation(GL_FUNC_ADD);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

void Renderer::update(ImTextureData& texture) {
  if (texture.Status == ImTextureStatus_WantCreate) create(texture);
  if (texture.Status == ImTextureStatus_WantUpdates) change(texture);
  // Frames already worked out may still show it.
  if (texture.Status == ImTextureStatus_WantDestroy && texture.UnusedFrames > 0)
    throw_away(texture);
}

void Renderer::draw(const ImDrawData& picture) {
  for (ImTextureData* texture : *picture.Textures) update(*texture);
  const ImVec2 size = picture.DisplaySize;
  if (size.x <= 0 || size.y <= 0) return;
  // Not earlier: a browser that is to use a program waits until it was linked.
  if (!is_set_) set_state();
  glVertexAttrib2f(kScale, 2 / size.x, -2 / size.y);
  glEnable(GL_SCISSOR_TEST);
  for (const ImDrawList* list : picture.CmdLists) draw_list(*list, size.y);
  glDisable(GL_SCISSOR_TEST);  // What clears the canvas means all of it.
}

void Renderer::draw_list(const ImDrawList& list, float height) const {
  glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data,
               GL_STREAM_DRAW);
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data,
               GL_STREAM_DRAW);
  constexpr GLenum kIndex = sizeof(ImDrawIdx) == 2 ? GL_UNSIGNED_SHORT : GL_UNSIGNED_INT;
  for (const ImDrawCmd& command : list.CmdBuffer) {
    const ImVec4& clip = command.ClipRect;
    if (clip.z <= clip.x || clip.w <= clip.y || command.ElemCount == 0) continue;
    // WebGL counts rows from below.
    glScissor(static_cast<GLint>(clip.x), static_cast<GLint>(height - clip.w),
              static_cast<GLsizei>(clip.z - clip.x), static_cast<GLsizei>(clip.w - clip.y));
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(command.GetTexID()));
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), kIndex,
                   offset(command.IdxOffset * sizeof(ImDrawIdx)));
  }
}

}  // namespace web
