#include "core/base/hash.h"

#include <sodium.h>

namespace core {
namespace {

const unsigned char* raw(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

/// Lets the library look at the processor and choose its widest registers; a hash is the same in
/// all of them. It is ready without, and does not choose where there is nothing to choose from.
void choose() {
#ifdef ZELIAN_SODIUM_CHOOSES
  static const int chosen = sodium_init();
  (void)chosen;
#endif
}

}  // namespace

Digest blake2b(std::string_view bytes) {
  choose();
  Digest digest;
  crypto_generichash(digest.data(), digest.size(), raw(bytes), bytes.size(), nullptr, 0);
  return digest;
}

Digest blake2b(std::string_view first, std::string_view second) {
  choose();
  Digest digest;
  crypto_generichash_state state;
  crypto_generichash_init(&state, nullptr, 0, digest.size());
  crypto_generichash_update(&state, raw(first), first.size());
  crypto_generichash_update(&state, raw(second), second.size());
  crypto_generichash_final(&state, digest.data(), digest.size());
  return digest;
}

Digest sha256(std::string_view bytes) {
  Digest digest;
  crypto_hash_sha256(digest.data(), raw(bytes), bytes.size());
  return digest;
}

std::string_view bytes_of(const Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

std::string to_hex(const Digest& digest) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  out.reserve(digest.size() * 2);
  for (const std::uint8_t byte : digest) {
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

}  // namespace core
