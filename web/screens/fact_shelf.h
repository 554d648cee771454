#pragma once
// Facts as they hold now, read from the ledger while details are put together.

#include <unordered_map>

#include "core/app/desk.h"
#include "web/models/duty_detail.h"

namespace web {

class FactShelf {
 public:
  /// The desk must outlive the shelf.
  explicit FactShelf(core::app::Desk& desk) : desk_(desk) {}

  void put(const core::RecordedFact& fact) { facts_.emplace(fact.ref.position, fact); }

  /// Valid while the shelf is.
  DetailSources sources();

 private:
  const core::RecordedFact* get(core::FactRef ref);

  core::app::Desk& desk_;
  std::unordered_map<std::uint32_t, core::RecordedFact> facts_;
};

}  // namespace web
