#pragma once
// A desk over a ledger in memory with a small county: one thing of every urgency, an accusation, a
// closed case.

#include <memory>
#include <string_view>

#include "core/app/desk.h"

namespace test {

class FixedClock : public core::app::Clock {
 public:
  core::Date today() const override;
  std::string now() const override { return "2026-11-23T09:00:00"; }
};

/// An empty ledger, or the small county.
class DeskFixture {
 public:
  enum class Kind { Empty, County };

  explicit DeskFixture(Kind kind = Kind::County, bool demo = false);

  core::app::Desk& desk() { return *desk_; }
  /// Records a fact; the test fails when it is refused.
  void record(std::string_view json);

 private:
  FixedClock clock_;
  core::store::MemoryFile file_;
  std::unique_ptr<core::app::Desk> desk_;
};

}  // namespace test
