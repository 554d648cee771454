#include "core/store/migrate.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <string>
#include <utility>

#include "core/base/hash.h"
#include "core/store/memory_vfs.h"
#include "generated/migrations.h"
#include "generated/queries.h"

namespace core::store {
namespace {

/// Type and name of a schema object -> its SQL.
using Schema = std::map<std::string, std::string>;

/// What `fingerprint` says of the schema after each migration. Making the schema anew to compare
/// with takes a tenth of a second in a browser, a third of opening a small ledger.
constexpr std::array<std::string_view, 3> kKnownSchemas = {
    "a8f525b71c364abb39b16954bdd75a400ff8348641d9976100f504010c239074",
    "b9322fc88740cd1c5ada2c33c5437ef0fbd938e5a88a405ed4f1b5bbaa5aacb3",
    "a105221b1fb3e8a8afae2e3e34e7b84ad245ca22748ec5ca5b9be973920d46ce",
};

Status apply(const Database& database, const EmbeddedFile& step, std::size_t version) {
  CORE_TRY(database.run(kTransactionStartStep));
  Status done = database.run(step.content);
  if (done.ok()) done = database.run(fmt::format("PRAGMA user_version = {};", version));
  if (!done.ok()) {
    const Status undone = database.run(kTransactionUndoStep);
    (void)undone;  // the first error is the one worth reporting
  }
  CORE_TRY(database.run(kTransactionFinishStep));
  if (done.ok()) return done;
  return Error{done.error().code,
               fmt::format("升级台账时出错：{}（{}）", done.error().message, step.name)};
}

Result<Schema> schema_of(const Database& database) {
  CORE_ASSIGN(Statement list, database.prepare(kSchemaList));
  Schema schema;
  for (;;) {
    CORE_ASSIGN(const bool row, list.step());
    if (!row) return schema;
    schema.emplace(fmt::format("{} {}", list.text_at(0), list.text_at(1)), list.text_at(2));
  }
}

Result<Schema> promised_schema(std::size_t version) {
  MemoryFile file;
  const MemoryVfs vfs(file);
  CORE_ASSIGN(const Database database,
              Database::open({"schema", vfs.name(), /*durable=*/false}, Database::Opening::New));
  CORE_TRY(migrate(database, migrations().first(version)));
  return schema_of(database);
}

std::string fingerprint(const Schema& schema) {
  std::string all;
  for (const auto& [name, sql] : schema) all += fmt::format("{}\n{}\n", name, sql);
  return to_hex(blake2b(all));
}

bool is_known(const Schema& schema, std::size_t version) {
  return version >= 1 && version <= kKnownSchemas.size() &&
         fingerprint(schema) == kKnownSchemas[version - 1];
}

/// 表 fact_block: what stands under `table fact_block` in the schema.
Error changed(std::string_view name) {
  constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
      {"table", "表"}, {"view", "视图"}, {"trigger", "触发器"}, {"index", "索引"}};
  const std::size_t blank = name.find(' ');
  std::string_view type = name.substr(0, blank);
  for (const auto& [word, label] : kTypes)
    if (type == word) type = label;
  return Error{ErrorCode::StorageCorrupt,
               fmt::format("台账结构已被改动：{}{}", type, name.substr(blank))};
}

bool is_trigger(std::string_view name) { return name.substr(0, 8) == "trigger "; }

}  // namespace

std::span<const EmbeddedFile> migrations() { return kMigrations; }

Status migrate(const Database& database, std::span<const EmbeddedFile> steps) {
  CORE_ASSIGN(const std::int64_t found, database.number("PRAGMA user_version;"));
  if (found > static_cast<std::int64_t>(steps.size()))
    return Error{ErrorCode::StorageTooNew, "台账由更新版本的程序保存，请先升级程序"};
  if (found < 0) return Error{ErrorCode::StorageCorrupt, "台账文件已损坏：版本号无效"};
  for (auto next = static_cast<std::size_t>(found); next < steps.size(); ++next)
    CORE_TRY(apply(database, steps[next], next + 1));
  return Done{};
}

std::span<const std::string_view> known_schemas() { return kKnownSchemas; }

Result<std::string> schema_fingerprint(const Database& database) {
  CORE_ASSIGN(const Schema schema, schema_of(database));
  return fingerprint(schema);
}

Status check_schema(const Database& database, std::size_t version) {
  CORE_ASSIGN(const Schema found, schema_of(database));
  if (is_known(found, version)) return Done{};
  CORE_ASSIGN(const Schema promised, promised_schema(version));
  for (const auto& [name, sql] : promised) {
    const auto there = found.find(name);
    if (there == found.end() || there->second != sql) return changed(name);
  }
  for (const auto& [name, sql] : found)
    if (is_trigger(name) && promised.count(name) == 0) return changed(name);
  return Done{};
}

}  // namespace core::store
