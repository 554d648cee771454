#pragma once
// Chinese surnames: where the family name of a person's name ends.

#include <cstddef>
#include <string_view>

namespace core::intake {

/// Code points of the surname the text begins with: 2 for compound ones, 1, or 0 when it begins
/// with none.
std::size_t surname_length(std::u32string_view text);

}  // namespace core::intake
