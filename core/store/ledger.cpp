#include "core/store/ledger.h"

#include <fmt/format.h>

#include <utility>

#include "core/base/text.h"
#include "core/store/file_check.h"
#include "core/store/ledger_file.h"
#include "core/store/migrate.h"
#include "core/store/verify.h"

namespace core::store {
namespace {

Place file_place(const std::string& path) { return Place{path, "", /*durable=*/true}; }
Place memory_place(const MemoryVfs& memory) {
  return Place{"ledger", memory.name(), /*durable=*/false};
}

/// The same error, and which file it is about.
template <typename T>
Result<T> with_path(Result<T> result, const std::string& path) {
  if (result.ok()) return result;
  return Error{result.error().code, fmt::format("{}：{}", result.error().message, path)};
}

/// Found out before there is a file to remove.
Status check_wanted(const NewLedger& wanted, const Occasion& occasion) {
  if (trim(wanted.county).empty()) return Error{ErrorCode::InvalidInput, "台账须写明县名"};
  if (!is_utf8(wanted.county)) return Error{ErrorCode::InvalidInput, "县名不是有效的 UTF-8 文字"};
  if (!occasion.today.known()) return Error{ErrorCode::InvalidInput, "须写明当天日期"};
  return Done{};
}

Error exists_already() { return Error{ErrorCode::InvalidInput, "文件已存在，没有覆盖"}; }

Result<std::unique_ptr<Ledger>> create_file(const Place& place, const NewLedger& wanted,
                                            const Occasion& occasion) {
  if (place.path.empty()) return Error{ErrorCode::InvalidInput, "须写明台账文件名"};
  CORE_ASSIGN(const bool exists, file_exists(place));
  if (exists) {
    CORE_ASSIGN(const bool unmade, is_unmade(place));
    if (!unmade) return exists_already();
  }
  CORE_TRY(check_wanted(wanted, occasion));
  Result<std::unique_ptr<Ledger>> made = LedgerFile::create_at(place, wanted, occasion);
  if (!made.ok() && made.error().code != ErrorCode::StorageBusy) remove_file(place);
  return made;
}

Result<VerifyReport> verify_at(const Place& place, const Progress& progress,
                               std::string_view head) {
  CORE_TRY(check_file(place));
  CORE_ASSIGN(const Database database, Database::open(place, Database::Opening::Existing));
  CORE_ASSIGN(const std::int64_t version, database.number("PRAGMA user_version;"));
  if (version < static_cast<std::int64_t>(migrations().size())) {
    CORE_ASSIGN(const std::unique_ptr<Ledger> upgraded, LedgerFile::open_at(place));
    return upgraded->verify(progress, head);
  }
  return verify_database(database, progress, head);
}

}  // namespace

Result<std::unique_ptr<Ledger>> Ledger::create(const std::string& path, std::string_view county,
                                               bool demo, const Occasion& occasion,
                                               std::string_view origin_seed) {
  return with_path(create_file(file_place(path), {county, demo, origin_seed}, occasion), path);
}

Result<std::unique_ptr<Ledger>> Ledger::open(const std::string& path) {
  return with_path(LedgerFile::open_at(file_place(path)), path);
}

Result<std::unique_ptr<Ledger>> Ledger::create(MemoryFile& file, std::string_view county, bool demo,
                                               const Occasion& occasion,
                                               std::string_view origin_seed) {
  if (!file.bytes().empty()) return exists_already();
  const NewLedger wanted{county, demo, origin_seed};
  CORE_TRY(check_wanted(wanted, occasion));
  auto memory = std::make_unique<MemoryVfs>(file);
  const Place place = memory_place(*memory);
  auto made = LedgerFile::create_at(place, wanted, occasion, std::move(memory));
  if (!made.ok()) file.truncate(0);
  return made;
}

Result<std::unique_ptr<Ledger>> Ledger::open(MemoryFile& file) {
  auto memory = std::make_unique<MemoryVfs>(file);
  const Place place = memory_place(*memory);
  return LedgerFile::open_at(place, std::move(memory));
}

Result<FactRef> Ledger::append(const Fact& fact) {
  FactView view;
  look_at(fact, view);
  return append(view);
}

Result<VerifyReport> Ledger::verify_file(const std::string& path, const Progress& progress,
                                         std::string_view head) {
  return with_path(verify_at(file_place(path), progress, head), path);
}

Result<VerifyReport> Ledger::verify_file(MemoryFile& file, const Progress& progress,
                                         std::string_view head) {
  const MemoryVfs memory(file);
  return verify_at(memory_place(memory), progress, head);
}

}  // namespace core::store
