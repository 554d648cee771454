#include "core/store/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <utility>

#include "generated/queries.h"

namespace core::store {
namespace {

// Holds what a batch of an import touches. More would only be more memory to touch for the first
// time: new pages are written once and not looked at again.
constexpr int kCacheKibibytes = 8192;

int length_of(std::string_view text) { return static_cast<int>(text.size()); }

/// The absolute path: SQLite gives `:memory:` and the like a meaning, files have none.
Result<std::string> full_path(const Place& place) {
  sqlite3_vfs* vfs = sqlite3_vfs_find(place.vfs.empty() ? nullptr : place.vfs.c_str());
  if (!vfs) return Error{ErrorCode::StorageFailed, "存储接口不可用"};
  std::string path(static_cast<std::size_t>(vfs->mxPathname) + 1, '\0');
  const int code = vfs->xFullPathname(vfs, place.path.c_str(), vfs->mxPathname + 1, path.data());
  if ((code & 0xff) != SQLITE_OK) return storage_error(SQLITE_CANTOPEN);
  path.resize(path.find('\0'));
  return path;
}

}  // namespace

Error storage_error(int code) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::StorageBusy, "台账正被另一个程序使用，请稍后再试"};
    case SQLITE_FULL:
      return {ErrorCode::StorageFailed, "磁盘空间不足，没有保存"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {ErrorCode::StorageFailed, "没有写入权限，没有保存"};
    case SQLITE_CANTOPEN:
      return {ErrorCode::StorageFailed, "无法打开台账文件"};
    case SQLITE_ERROR:  // our SQL is tested: what it cannot be run on is no ledger as we made it
    case SQLITE_CORRUPT:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_SCHEMA:
      return {ErrorCode::StorageCorrupt, "台账文件已损坏，请从备份恢复"};
    case SQLITE_NOTADB:
      return {ErrorCode::StorageForeign, "该文件不是责链台账"};
    case SQLITE_NOMEM:
      return {ErrorCode::StorageFailed, "内存不足，没有保存"};
    case SQLITE_TOOBIG:
      return {ErrorCode::LimitExceeded, "内容过长，没有保存"};
    default:
      return {ErrorCode::StorageFailed, fmt::format("读写台账文件失败（错误码 {}）", code)};
  }
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement& Statement::integer(std::int64_t value) {
  sqlite3_bind_int64(statement_.get(), ++bound_, value);
  return *this;
}

Statement& Statement::text(std::string_view value) {
  // A null pointer would bind NULL.
  const char* bytes = value.data() ? value.data() : "";
  sqlite3_bind_text(statement_.get(), ++bound_, bytes, length_of(value), SQLITE_STATIC);
  return *this;
}

Statement& Statement::blob(std::string_view value) {
  sqlite3_bind_blob(statement_.get(), ++bound_, value.data(), length_of(value), SQLITE_STATIC);
  return *this;
}

Statement& Statement::null() {
  sqlite3_bind_null(statement_.get(), ++bound_);
  return *this;
}

Result<bool> Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  reset();
  if (code == SQLITE_DONE) return false;
  return storage_error(code);
}

Status Statement::run() {
  for (;;) {
    CORE_ASSIGN(const bool row, step());
    if (!row) return Done{};
  }
}

void Statement::reset() {
  sqlite3_reset(statement_.get());
  bound_ = 0;
}

int Statement::column_count() const { return sqlite3_column_count(statement_.get()); }

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

bool Statement::is_integer(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_INTEGER;
}

std::int64_t Statement::integer_at(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::string_view Statement::text_at(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  if (!bytes) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::string_view Statement::blob_at(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  if (!bytes) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

void Database::Close::operator()(sqlite3* database) const { sqlite3_close(database); }

Result<Database> Database::open(const Place& place, Opening opening) {
  CORE_ASSIGN(const std::string path, full_path(place));
  const int flags = SQLITE_OPEN_READWRITE | (opening == Opening::New ? SQLITE_OPEN_CREATE : 0);
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags,
                                   place.vfs.empty() ? nullptr : place.vfs.c_str());
  Database database;
  database.database_.reset(handle);
  if (code != SQLITE_OK) return storage_error(code);
  CORE_TRY(database.settle(place, opening));
  return database;
}

Status Database::settle(const Place& place, Opening opening) const {
  sqlite3_extended_result_codes(handle(), 1);
  sqlite3_busy_timeout(handle(), place.busy_milliseconds);
  sqlite3_db_config(handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  CORE_TRY(run("PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;"));
  if (opening == Opening::New) CORE_TRY(run("PRAGMA page_size = 8192;"));
  CORE_TRY(run(fmt::format("PRAGMA cache_size = -{};", kCacheKibibytes)));
  if (!place.durable)
    return run(
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; "
        "PRAGMA synchronous = OFF;");
  // A rollback journal writes new pages once (almost all of ours are new), works on network
  // folders, and leaves one single file. EXTRA also syncs the folder after the journal is gone:
  // without that a power cut could bring the journal back and undo an acknowledged commit.
  return run("PRAGMA synchronous = EXTRA; PRAGMA journal_mode = DELETE;");
}

Result<Statement> Database::prepare(std::string_view sql) const {
  sqlite3_stmt* handle_of_statement = nullptr;
  const int code = sqlite3_prepare_v3(handle(), sql.data(), length_of(sql),
                                      SQLITE_PREPARE_PERSISTENT, &handle_of_statement, nullptr);
  if (code == SQLITE_ERROR) return storage_error(SQLITE_CORRUPT);  // a table or column is missing
  if (code != SQLITE_OK) return storage_error(code);
  Statement statement;
  statement.statement_.reset(handle_of_statement);
  return statement;
}

Status Database::run(std::string_view sql) const {
  const int code = sqlite3_exec(handle(), std::string(sql).c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return storage_error(code);
  return Done{};
}

Result<std::int64_t> Database::number(std::string_view sql) const {
  CORE_ASSIGN(Statement statement, prepare(sql));
  CORE_ASSIGN(const bool row, statement.step());
  return row ? statement.integer_at(0) : 0;
}

Result<std::string> Database::words(std::string_view sql) const {
  CORE_ASSIGN(Statement statement, prepare(sql));
  CORE_ASSIGN(const bool row, statement.step());
  return row ? std::string(statement.text_at(0)) : std::string();
}

bool Database::in_transaction() const { return sqlite3_get_autocommit(handle()) == 0; }
std::int64_t Database::last_row() const { return sqlite3_last_insert_rowid(handle()); }

Result<Transaction> Transaction::begin(const Database& database, Kind kind) {
  CORE_TRY(database.run(kind == Kind::Read ? kTransactionBeginRead : kTransactionBeginWrite));
  return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)) {}

Transaction::~Transaction() {
  // SQLite may have rolled back by itself after an error of the medium.
  if (!database_ || !database_->in_transaction()) return;
  const Status undone = database_->run(kTransactionRollBack);
  (void)undone;  // closing the file or opening it again rolls back whatever is left
}

Status Transaction::commit() {
  CORE_TRY(database_->run(kTransactionCommit));
  database_ = nullptr;
  return Done{};
}

}  // namespace core::store
