#pragma once
// What every command shares: the common options, the clock, opening a ledger, and how it ended.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/app/desk.h"
#include "core/base/result.h"
#include "core/base/value.h"

namespace native {

/// The contract's exit codes.
enum Exit { kDone = 0, kRefused = 1, kUsage = 2, kLedgerUnusable = 3 };

/// The machine's clock in China Standard Time, unless `--on` sets the day.
class SystemClock : public core::app::Clock {
 public:
  core::Date today() const override;
  std::string now() const override;
  void set_today(core::Date day) { today_ = day; }

 private:
  std::optional<core::Date> today_;
};

struct Context {
  bool json = false;
  std::string on;             ///< `--on`, as typed.
  std::string by = "命令行";  ///< Who records.
  std::string ledger;
  SystemClock clock;
  int exit = kDone;

  /// Opens the ledger named on the command line.
  core::Result<std::unique_ptr<core::app::Desk>> open_desk();

  /// Prints the message to stderr and sets the exit code that belongs to the error.
  void fail(const core::Error& error);

  /// Says what is wrong with how the command was called; it ends as wrong usage.
  core::Done refuse_usage(std::string_view what);

  /// Prints one JSON document to stdout.
  void print(const core::Value& value) const;

  /// Runs `body` with the opened desk, or fails. People are told of a demo ledger that it is one.
  void with_desk(const std::function<void(core::app::Desk&)>& body);
};

/// The whole file, or `-` for standard input. The error names the path.
core::Result<std::string> read_file(const std::string& path);

/// File name without its folders.
std::string file_name(const std::string& path);

/// A line of progress on a terminal; nothing when stderr is none.
class Progress {
 public:
  Progress();
  ~Progress();
  void show(double share, std::string_view words);

 private:
  bool terminal_;
  int shown_ = -1;
};

}  // namespace native
