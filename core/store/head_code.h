#pragma once
// The short code people compare: do these two files hold the same facts?

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/base/hash.h"

namespace core::store {

/// Where one origin's chain ends.
struct ChainHead {
  std::string prefix;
  std::uint32_t seq = 0;  ///< 0 = no fact yet.
  Digest hash{};
  std::string id_prefix;  ///< What ids of its facts begin with: `k3q9zt-`.
};

/// `K3Q9-7MZ2-41AB`: 60 bits of the digest over all heads, whatever their order. Origins without
/// facts do not count.
std::string head_code(std::span<const ChainHead> heads);

/// As people type it: any case, with or without dashes and spaces, O for 0, I and L for 1.
bool same_head_code(std::string_view typed, std::string_view code);
/// Whether it can be one, typed in that way.
bool is_head_code(std::string_view typed);

}  // namespace core::store
