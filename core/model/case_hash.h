#pragma once
// Where cases lie in the index by number.

#include <cstdint>
#include <string_view>

#include "core/base/key_index.h"

namespace core {

/// What key_hash() promises. Numbers that differ in their last digit only lie side by side in the
/// index: their cases come one after the other, and what is fetched for one serves the next.
inline std::uint32_t case_hash(std::string_view number) {
  if (number.empty()) return key_hash(number);
  const std::string_view series = number.substr(0, number.size() - 1);
  return key_hash(series) + static_cast<unsigned char>(number.back());
}

}  // namespace core
