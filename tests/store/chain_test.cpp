#include "core/store/chain.h"

#include <doctest/doctest.h>

using core::Digest;
using core::store::chain_start;
using core::store::chained;
using core::store::Link;

namespace {

Link link() {
  return {"k3q9zt",
          17,
          "case.accepted",
          "2026-11-02",
          "张三",
          "2026-11-02T10:00:00",
          R"({"case":"A","unit":"T01"})"};
}

}  // namespace

TEST_CASE("chain: the canonical bytes are a JSON list") {
  core::JsonWriter bytes;
  append_canonical(bytes, link());
  CHECK(bytes.view() == R"(["k3q9zt",17,"case.accepted","2026-11-02","张三","2026-11-02T10:00:00",)"
                        R"({"case":"A","unit":"T01"}])");
}

TEST_CASE("chain: text that looks like structure cannot shift a boundary") {
  Link one = link();
  one.kind = R"(a","b)";
  one.on = "c";
  Link other = link();
  other.kind = "a";
  other.on = R"(b","c)";
  core::JsonWriter first;
  core::JsonWriter second;
  append_canonical(first, one);
  append_canonical(second, other);
  CHECK(first.view() != second.view());
}

TEST_CASE("chain: every part changes the hash") {
  const Digest start = chain_start("k3q9zt", false);
  const Digest hash = chained(start, link());
  CHECK(chained(start, link()) == hash);
  CHECK(chained(chain_start("k3q9zt", true), link()) != hash);
  CHECK(chained(chain_start("k3q9zu", false), link()) != hash);
  Link changed[7] = {link(), link(), link(), link(), link(), link(), link()};
  changed[0].origin = "k3q9zu";
  changed[1].seq = 18;
  changed[2].kind = "case.declined";
  changed[3].on = "2026-11-03";
  changed[4].by = "李四";
  changed[5].recorded_at = "2026-11-02T10:00:01";
  changed[6].body = R"({"case":"A","unit":"T02"})";
  for (const Link& other : changed) CHECK(chained(start, other) != hash);
}

// The format of every ledger there is: these digests may never change. Computed by another
// implementation of BLAKE2b.
TEST_CASE("chain: the hashes of known facts stay what they are") {
  const Digest start = chain_start("k3q9zt", false);
  CHECK(core::to_hex(start) == "2c35c56cdfde92d2d9c5bce5b8a5012fc916c389c6640eb2e4a28f95aff10c37");
  CHECK(core::to_hex(chain_start("k3q9zt", true)) ==
        "6a7a5586e302d6b36b070bf7027f5b944b2d298b97b21cdbb23738329723e318");
  CHECK(core::to_hex(chained(start, link())) ==
        "ce08472a720ab328ef22030fbbf5ad411c0dd0572b6714f62804f5305c017de8");
}
