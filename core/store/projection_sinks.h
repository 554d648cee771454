#pragma once
// The two ways of taking projection rows: into a statement that writes them, or beside a statement
// that reads them.

#include "core/base/result.h"
#include "core/store/database.h"
#include "core/store/projection_rows.h"

namespace core::store {

/// Binds each row to a statement and runs it.
class WriteSink final : public RowSink {
 public:
  explicit WriteSink(Statement& statement) : statement_(statement) {}

  void integer(std::int64_t value) override { statement_.integer(value); }
  void text(std::string_view value) override { statement_.text(value); }
  void null() override { statement_.null(); }

  /// The first error there was.
  const Status& status() const { return status_; }

 private:
  bool finish_row() override {
    if (status_.ok()) status_ = statement_.run();
    return status_.ok();
  }

  Statement& statement_;
  Status status_ = Done{};
};

/// Compares each row with the next one of a statement that lists a table.
class CompareSink final : public RowSink {
 public:
  explicit CompareSink(Statement& statement) : statement_(statement) { move_on(); }

  void integer(std::int64_t value) override {
    const int at = column_++;
    if (!row_ || !statement_.is_integer(at) || statement_.integer_at(at) != value) same_ = false;
  }
  void text(std::string_view value) override {
    const int at = column_++;
    if (!row_ || statement_.is_null(at) || statement_.is_integer(at) ||
        statement_.text_at(at) != value)
      same_ = false;
  }
  void null() override {
    const int at = column_++;
    if (!row_ || !statement_.is_null(at)) same_ = false;
  }

  /// No row differed, and the table has none that was not expected.
  bool all_same() const { return same_ && !row_; }
  /// Whether the row that ended last was the same.
  bool last_same() const { return last_same_; }
  /// Goes on after a row that differs.
  void tolerate() { tolerant_ = true; }
  const Status& status() const { return status_; }

 private:
  bool finish_row() override {
    last_same_ = same_ && row_ && column_ == statement_.column_count();
    column_ = 0;
    same_ = tolerant_ || last_same_;
    move_on();
    return same_ && status_.ok();
  }

  void move_on() {
    if (!row_) return;
    Result<bool> next = statement_.step();
    if (!next.ok()) status_ = next.error();
    row_ = next.ok() && next.value();
  }

  Statement& statement_;
  Status status_ = Done{};
  int column_ = 0;
  bool row_ = true;
  bool same_ = true;
  bool last_same_ = true;
  bool tolerant_ = false;
};

}  // namespace core::store
