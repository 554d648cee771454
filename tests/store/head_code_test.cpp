#include "core/store/head_code.h"

#include <doctest/doctest.h>

#include <vector>

#include "core/store/origin.h"

using core::store::ChainHead;
using core::store::head_code;
using core::store::make_prefix;
using core::store::same_head_code;

namespace {

std::vector<ChainHead> heads() {
  return {{"aaaaaa", 3, core::blake2b("a"), "aaaaaa-"},
          {"bbbbbb", 5, core::blake2b("b"), "bbbbbb-"}};
}

}  // namespace

TEST_CASE("head code: three groups of four, none of them easily misread") {
  const std::string code = head_code(heads());
  REQUIRE(code.size() == 14);
  CHECK(code[4] == '-');
  CHECK(code[9] == '-');
  for (const char c : code) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '-';
    CHECK(plain);
    CHECK(std::string("ILOU").find(c) == std::string::npos);
  }
}

TEST_CASE("head code: the same facts give the same code in any order of origins") {
  std::vector<ChainHead> turned = heads();
  std::swap(turned[0], turned[1]);
  CHECK(head_code(turned) == head_code(heads()));
  turned.push_back({"cccccc", 0, core::blake2b("c"), "cccccc-"});  // has no facts yet
  CHECK(head_code(turned) == head_code(heads()));
}

TEST_CASE("head code: any other head gives another code") {
  const std::string code = head_code(heads());
  std::vector<ChainHead> other = heads();
  other[0].seq = 4;
  CHECK(head_code(other) != code);
  other = heads();
  other[1].hash = core::blake2b("c");
  CHECK(head_code(other) != code);
  other = heads();
  other.pop_back();
  CHECK(head_code(other) != code);
}

TEST_CASE("head code: people may type it their way") {
  CHECK(same_head_code("k3q9-7mz2-41ab", "K3Q9-7MZ2-41AB"));
  CHECK(same_head_code(" K3Q9 7MZ2 4lAB", "K3Q9-7MZ2-41AB"));
  CHECK(same_head_code("OI0L-0000-0000", "0101-0000-0000"));
  CHECK_FALSE(same_head_code("K3Q9-7MZ2-41AC", "K3Q9-7MZ2-41AB"));
  CHECK_FALSE(same_head_code("K3Q9", "K3Q9-7MZ2-41AB"));
  CHECK_FALSE(same_head_code("", ""));
}

TEST_CASE("origin: the same seed gives the same prefix, no seed a new one") {
  CHECK(make_prefix("青山县") == make_prefix("青山县"));
  CHECK(make_prefix("青山县") != make_prefix("绿水县"));
  CHECK(make_prefix("") != make_prefix(""));
  for (int i = 0; i < 200; ++i) {
    const std::string prefix = make_prefix(std::to_string(i));
    CHECK(prefix.size() == 6);
    CHECK((prefix[0] >= 'a' && prefix[0] <= 'z'));
    CHECK(prefix.find_first_of("ilouILOU-") == std::string::npos);
  }
}
