#pragma once
// Names of keys as browsers give them, and as Dear ImGui knows them.

#include <imgui.h>

#include <string_view>

namespace web {

/// `KeyA`, `Digit1`, `ArrowLeft`, … by place on the keyboard; ImGuiKey_None for what we do not use.
ImGuiKey key_of(std::string_view code);

}  // namespace web
