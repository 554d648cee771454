#pragma once
// 条例34: a term is extended when the petitioner has been told why.

#include <cstdint>

namespace core {

/// Event::code of an extension of which the petitioner was not told, by the fact's own words. It
/// moves no deadline; what a fact does not say is not held against anybody.
inline constexpr std::uint8_t kExtensionUntold = 1;

}  // namespace core
