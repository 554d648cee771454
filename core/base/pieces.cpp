#include "core/base/pieces.h"

#ifdef CORE_HAS_THREADS
#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>
#endif

namespace core {

#ifdef CORE_HAS_THREADS

unsigned cores() { return std::max(std::thread::hardware_concurrency(), 1U); }

void make_pieces(std::uint32_t count, std::span<const std::unique_ptr<PieceWorker>> workers) {
  std::atomic<std::uint32_t> next = 0;
  std::atomic<std::uint32_t> turn = 0;
  const auto work = [&](PieceWorker& worker) {
    for (std::uint32_t piece = next++; piece < count; piece = next++) {
      worker.make(piece);
      for (std::uint32_t now = turn; now != piece; now = turn) turn.wait(now);
      worker.hand_in();
      turn = piece + 1;
      turn.notify_all();
    }
  };
  std::vector<std::thread> others;
  for (const auto& worker : workers.subspan(1))
    others.emplace_back([&work, &worker] { work(*worker); });
  work(*workers.front());
  for (std::thread& each : others) each.join();
}

#else

unsigned cores() { return 1; }

void make_pieces(std::uint32_t count, std::span<const std::unique_ptr<PieceWorker>> workers) {
  for (std::uint32_t piece = 0; piece < count; ++piece) {
    workers.front()->make(piece);
    workers.front()->hand_in();
  }
}

#endif

}  // namespace core
