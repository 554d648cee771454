#include "core/store/fact_table.h"

#include <utility>

#include "generated/queries.h"

namespace core::store {

Result<FactTable> FactTable::prepare(const Database& database) {
  FactTable table;
  CORE_ASSIGN(table.ledger_, database.prepare(kLedgerInsert));
  CORE_ASSIGN(table.origin_, database.prepare(kOriginInsert));
  CORE_ASSIGN(table.batch_, database.prepare(kBatchInsert));
  CORE_ASSIGN(table.block_, database.prepare(kFactBlockInsert));
  return table;
}

Status FactTable::add_ledger(bool demo, std::uint32_t origin, std::string_view created_at) {
  return ledger_.integer(demo ? 1 : 0).integer(origin).text(created_at).run();
}

Status FactTable::add_origin(std::uint32_t origin, std::string_view prefix) {
  return origin_.integer(origin).text(prefix).run();
}

Result<std::int64_t> FactTable::add_batch(const Database& database, std::string_view recorded_at,
                                          std::string_view recorded_by) {
  CORE_TRY(batch_.text(recorded_at).text(recorded_by).run());
  return database.last_row();
}

Status FactTable::add_block(const FactBlock& block) {
  block_.integer(block.first_position).integer(block.batch).integer(block.origin);
  block_.integer(block.first_seq).text(block.facts).blob(block.hashes);
  return block_.integer(checksum_of(block)).run();
}

}  // namespace core::store
