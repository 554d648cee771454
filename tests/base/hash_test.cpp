#include "core/base/hash.h"

#include <doctest/doctest.h>

using namespace core;

TEST_CASE("hash: BLAKE2b-256 agrees with the published value for the empty text and for abc") {
  CHECK(to_hex(blake2b("")) == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
  CHECK(to_hex(blake2b("abc")) ==
        "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST_CASE("hash: two parts hash as one text") { CHECK(blake2b("责", "链") == blake2b("责链")); }

TEST_CASE("hash: hexadecimal comes back, and nothing else does") {
  const Digest digest = blake2b("x");
  CHECK(digest_from_hex(to_hex(digest)) == digest);
  CHECK_FALSE(digest_from_hex("00").has_value());
  CHECK_FALSE(digest_from_hex(std::string(64, 'G')).has_value());
}
