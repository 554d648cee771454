#include "core/base/pieces.h"

#include <doctest/doctest.h>

#include <memory>
#include <vector>

namespace {

class Squarer : public core::PieceWorker {
 public:
  explicit Squarer(std::vector<std::uint64_t>& out) : out_(out) {}

  void make(std::uint32_t piece) override {
    // Some take long, so that later ones are made first.
    for (std::uint32_t i = 0; i < (piece % 7) * 2000; ++i) made_ ^= i;
    made_ = std::uint64_t{piece} * piece;
  }
  void hand_in() override { out_.push_back(made_); }

 private:
  std::uint64_t made_ = 0;
  std::vector<std::uint64_t>& out_;
};

}  // namespace

TEST_CASE("pieces: however many workers there are, they are handed in in order") {
  constexpr std::uint32_t kCount = 500;
  for (const std::size_t workers : {1U, 2U, 5U}) {
    std::vector<std::uint64_t> out;
    std::vector<std::unique_ptr<core::PieceWorker>> all;
    while (all.size() < workers) all.push_back(std::make_unique<Squarer>(out));
    core::make_pieces(kCount, all);
    REQUIRE(out.size() == kCount);
    for (std::uint32_t piece = 0; piece < kCount; ++piece)
      CHECK(out[piece] == std::uint64_t{piece} * piece);
  }
}

TEST_CASE("pieces: none to make") {
  std::vector<std::uint64_t> out;
  std::vector<std::unique_ptr<core::PieceWorker>> all;
  all.push_back(std::make_unique<Squarer>(out));
  all.push_back(std::make_unique<Squarer>(out));
  core::make_pieces(0, all);
  CHECK(out.empty());
}
