#pragma once
// The tables that are only added to.

#include <cstdint>
#include <string_view>

#include "core/base/result.h"
#include "core/store/database.h"
#include "core/store/fact_block.h"

namespace core::store {

/// What is new, written.
class FactTable {
 public:
  static Result<FactTable> prepare(const Database& database);

  Status add_ledger(bool demo, std::uint32_t origin, std::string_view created_at);
  Status add_origin(std::uint32_t origin, std::string_view prefix);
  /// Gives its id.
  Result<std::int64_t> add_batch(const Database& database, std::string_view recorded_at,
                                 std::string_view recorded_by);
  Status add_block(const FactBlock& block);

 private:
  Statement ledger_, origin_, batch_, block_;
};

}  // namespace core::store
