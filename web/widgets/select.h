#pragma once
// A button that opens a list to choose one of many from, such as a unit or an order.

#include <cstddef>
#include <span>
#include <string>

#include "web/widgets/look.h"

namespace web {

/// The button shows `label`. True when another entry was chosen; `chosen` then holds it.
/// `id` names the button and its list.
bool select(const Look& look, const char* id, std::string_view label,
            std::span<const std::string> entries, std::size_t& chosen);

/// Width the button will take, device pixels.
float select_width(const Look& look, std::string_view label);

}  // namespace web
