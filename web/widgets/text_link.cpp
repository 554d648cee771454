#include "web/widgets/text_link.h"

#include <imgui.h>

#include "core/base/text.h"

namespace web {
namespace {

std::size_t units_of(char32_t code_point) { return code_point > 0xFFFF ? 2 : 1; }

}  // namespace

void TextLink::clear() {
  state_ = {};
  edits_.clear();
}

TextLink* text_link() { return static_cast<TextLink*>(ImGui::GetIO().UserData); }

void attach_text_link(TextLink* link) { ImGui::GetIO().UserData = link; }

std::size_t utf16_offset(std::string_view text, std::size_t byte) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size() && at < byte;) {
    const std::size_t begun = units;
    units += units_of(core::next_code_point(text, at));
    if (at > byte) return begun;
  }
  return units;
}

std::size_t byte_offset(std::string_view text, std::size_t utf16) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begun = at;
    units += units_of(core::next_code_point(text, at));
    if (units > utf16) return begun;
  }
  return text.size();
}

}  // namespace web
