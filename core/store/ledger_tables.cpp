#include "core/store/ledger_tables.h"

#include <utility>

#include "generated/queries.h"

namespace core::store {
namespace {

Error contradiction(const char* what) {
  return Error{ErrorCode::StorageCorrupt, std::string("台账文件已损坏：") + what};
}

}  // namespace

Result<LedgerRow> read_ledger_row(const Database& database) {
  CORE_ASSIGN(Statement one, database.prepare(kLedgerOne));
  CORE_ASSIGN(const bool row, one.step());
  if (!row) return contradiction("缺少台账说明");
  return LedgerRow{one.integer_at(0) != 0, one.integer_at(1)};
}

Status read_origins(const Database& database, bool demo, std::vector<ChainHead>& heads) {
  CORE_ASSIGN(Statement list, database.prepare(kOriginList));
  list.integer(static_cast<std::int64_t>(heads.size()));
  for (;;) {
    CORE_ASSIGN(const bool row, list.step());
    if (!row) return Done{};
    if (list.integer_at(0) != static_cast<std::int64_t>(heads.size()) + 1)
      return contradiction("来源编号不连续");
    const std::string prefix(list.text_at(1));
    heads.push_back({prefix, 0, chain_start(prefix, demo), prefix + "-"});
  }
}

}  // namespace core::store
