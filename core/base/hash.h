#pragma once
// Digests of 32 bytes: BLAKE2b-256 for the chain, the head code and whatever only we compare,
// SHA-256 for what people compare with other programs.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace core {

using Digest = std::array<std::uint8_t, 32>;

/// BLAKE2b with 32 bytes of output, no key.
Digest blake2b(std::string_view bytes);

/// BLAKE2b over `first` followed by `second`, without joining them in memory.
Digest blake2b(std::string_view first, std::string_view second);

Digest sha256(std::string_view bytes);

std::string_view bytes_of(const Digest& digest);

/// 64 lower-case hexadecimal digits.
std::string to_hex(const Digest& digest);

}  // namespace core
