#pragma once
// SQLite with C++ manners: handles that close themselves, errors as values, Chinese sentences.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace core::store {

/// Where a database lies, and how it is kept.
struct Place {
  std::string path;
  std::string vfs;      ///< Name of a registered sqlite3_vfs; empty = the system's files.
  bool durable = true;  ///< False: no journal on a medium, whoever owns the bytes keeps them.
  int busy_milliseconds = 3000;  ///< How long to wait for somebody else's lock.
};

/// What SQLite's result code means to a person.
Error storage_error(int code);

/// A prepared statement. Values are bound in the order of the parameters' first appearance; bound
/// text must live until the row is read or run() returns.
class Statement {
 public:
  Statement() = default;

  Statement& integer(std::int64_t value);
  Statement& text(std::string_view value);
  Statement& blob(std::string_view value);
  Statement& null();

  /// Moves to the next row; false after the last one, and the statement is ready to be bound again.
  Result<bool> step();
  /// Steps to the end and makes the statement ready for the next values.
  Status run();
  /// Ready for the next values, whatever was read so far.
  void reset();

  // Of the current row; views live until the next step or reset. Wrong types give 0 and "".
  int column_count() const;
  bool is_null(int column) const;
  bool is_integer(int column) const;
  std::int64_t integer_at(int column) const;
  std::string_view text_at(int column) const;
  std::string_view blob_at(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int bound_ = 0;
};

/// One connection. Statements made by it must go before it.
class Database {
 public:
  enum class Opening { New, Existing };

  Database() = default;
  static Result<Database> open(const Place& place, Opening opening);

  Result<Statement> prepare(std::string_view sql) const;
  /// Runs one or more statements without parameters, or a PRAGMA.
  Status run(std::string_view sql) const;
  /// The first column of the first row.
  Result<std::int64_t> number(std::string_view sql) const;
  /// The same, as text.
  Result<std::string> words(std::string_view sql) const;

  bool in_transaction() const;
  std::int64_t last_row() const;
  sqlite3* handle() const { return database_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };

  Status settle(const Place& place, Opening opening) const;

  std::unique_ptr<sqlite3, Close> database_;
};

/// A transaction that ends with its scope: rolled back unless committed.
class Transaction {
 public:
  enum class Kind { Read, Write };

  static Result<Transaction> begin(const Database& database, Kind kind);
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  Status commit();

 private:
  explicit Transaction(const Database& database) : database_(&database) {}

  const Database* database_;
};

}  // namespace core::store
