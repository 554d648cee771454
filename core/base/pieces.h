#pragma once
// Work cut into pieces that several cores make at once and hand in one after the other, so that
// what comes of it is the same however many cores there are.

#include <cstdint>
#include <memory>
#include <span>

namespace core {

/// How many cores there are to work at once, at least 1; a page has one thread.
unsigned cores();

/// What one core makes pieces with.
class PieceWorker {
 public:
  virtual ~PieceWorker() = default;
  /// While others make other pieces: nothing they share may be written to.
  virtual void make(std::uint32_t piece) = 0;
  /// What was made last. One worker at a time, in the order of the pieces.
  virtual void hand_in() = 0;
};

/// Has the pieces 0 to count - 1 made and handed in, each worker on a core of its own; returns when
/// all are. There must be a worker.
void make_pieces(std::uint32_t count, std::span<const std::unique_ptr<PieceWorker>> workers);

}  // namespace core
