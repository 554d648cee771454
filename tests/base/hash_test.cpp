#include "core/base/hash.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace core;

TEST_CASE("hash: BLAKE2b-256 agrees with the published value for the empty text and for abc") {
  CHECK(to_hex(blake2b("")) == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
  CHECK(to_hex(blake2b("abc")) ==
        "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

// Computed once with Python's hashlib: whichever registers the processor has, the bits are these.
TEST_CASE("hash: texts of every length around the size of a block") {
  std::string chained;
  for (std::size_t size = 0; size < 520; ++size)
    chained = std::string(core::bytes_of(blake2b(chained + std::string(size, 'a'))));
  core::Digest digest = blake2b("");
  std::copy(chained.begin(), chained.end(), digest.begin());
  CHECK(to_hex(digest) == "eecaa70d9f8efe6f2dbf76872010a110b5bd9a633fffd1f12d8b0c363576e270");
}

TEST_CASE("hash: two parts hash as one text") { CHECK(blake2b("责", "链") == blake2b("责链")); }
