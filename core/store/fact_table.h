#pragma once
// The tables facts lie in: rows in, rows out.

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/hash.h"
#include "core/base/result.h"
#include "core/model/fact.h"
#include "core/store/chain.h"
#include "core/store/database.h"

namespace core::store {

/// A row of queries/fact/list.sql or one.sql. Views live until the statement moves on.
struct FactRow {
  std::int64_t position = 0;
  std::int64_t batch = 0;
  std::int64_t origin = 0;
  std::int64_t seq = 0;
  std::int64_t subject = 0;
  Link link;  ///< Without the origin's prefix, which other tables know.
  std::string_view hash;
};

FactRow row_to_fact(const Statement& statement);

/// `k3q9zt-17`
std::string fact_id(std::string_view prefix, std::int64_t seq);

/// The fact of a row; the error says that it cannot be read.
Result<RecordedFact> recorded_fact(const FactRow& row, std::string_view prefix);

/// What is new, written.
class FactTable {
 public:
  static Result<FactTable> prepare(const Database& database);

  Status add_ledger(bool demo, std::uint32_t origin, std::string_view created_at);
  Status add_origin(std::uint32_t origin, std::string_view prefix);
  /// Gives its id.
  Result<std::int64_t> add_batch(const Database& database, std::string_view recorded_at,
                                 std::string_view recorded_by);
  Status add_subject(std::uint32_t id, const Subject& subject);
  /// `by_batch` is who recorded the batch: the row says only who differs.
  Status add_fact(const FactRow& row, std::string_view by_batch);

 private:
  Statement ledger_, origin_, batch_, subject_, fact_;
};

}  // namespace core::store
