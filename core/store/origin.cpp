#include "core/store/origin.h"

#include <cstdint>
#include <cstring>
#include <random>

#include "core/base/hash.h"

namespace core::store {
namespace {

constexpr std::string_view kLetters = "abcdefghjkmnpqrstvwxyz";
constexpr std::string_view kLettersAndDigits = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t kCharacters = 6;

std::string random_bytes() {
  std::random_device device;
  std::string bytes;
  for (int i = 0; i < 8; ++i) {
    const std::uint32_t word = device();
    bytes.append(reinterpret_cast<const char*>(&word), sizeof word);
  }
  return bytes;
}

}  // namespace

std::string make_prefix(std::string_view seed) {
  const Digest digest = blake2b("origin ", seed.empty() ? random_bytes() : std::string(seed));
  std::string prefix(1, kLetters[digest[0] % kLetters.size()]);
  while (prefix.size() < kCharacters) {
    const std::uint8_t byte = digest[prefix.size()];
    prefix += kLettersAndDigits[byte % kLettersAndDigits.size()];
  }
  return prefix;
}

}  // namespace core::store
