#pragma once
// Whether a layout has come to rest.

#include <cstdint>
#include <span>

#include "web/widgets/registry.h"

namespace web {

/// Tells two frames apart in which something stands elsewhere or is of another size: the controls
/// of a frame, and the sizes and scroll bars of its windows.
std::uint64_t places_of(std::span<const RegistryItem> items);

}  // namespace web
