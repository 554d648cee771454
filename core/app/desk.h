#pragma once
// The session: one open ledger, its calendar and rules, commands in, findings out. Dashboard and
// command line both stand on it.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/app/commands.h"
#include "core/calendar/calendar.h"
#include "core/intake/importer.h"
#include "core/rules/derive.h"
#include "core/store/ledger.h"

namespace core::app {

/// What time it is, which only the platform knows.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Date today() const = 0;
  virtual std::string now() const = 0;  ///< `YYYY-MM-DDTHH:MM:SS`, local.
};

class Desk {
 public:
  Desk(std::unique_ptr<store::Ledger> ledger, const Clock& clock, std::string by);
  ~Desk();

  store::Ledger& ledger() { return *ledger_; }
  const store::Ledger& ledger() const { return *ledger_; }
  const State& state() const { return ledger_->state(); }
  const calendar::Calendar& calendar() const { return calendar_; }
  const rules::Rulebook& rulebook() const { return rulebook_; }

  /// Goes on with another state of the ledger, as written elsewhere meanwhile. Not while importing.
  void adopt(std::unique_ptr<store::Ledger> ledger);

  /// The day everything is shown as of; starts as the clock's.
  Date today() const { return today_; }
  void set_today(Date day);

  /// Duties and prompts as of today. Derived again only after facts or the day changed.
  const rules::Findings& findings();

  /// Counts up whenever facts, the day or the rulebook changed: models compare it.
  std::uint64_t revision() const { return revision_; }

  /// Carries out one command in one transaction. On error, or when any fact was refused, nothing
  /// has changed and the message says why.
  Status carry_out(const Command& command);

  /// Records facts as they come (command line, forms), masked as an import masks its cells. See
  /// Ledger::record.
  Result<std::vector<store::Refusal>> record(const std::vector<Fact>& facts);
  /// Personal data that the last record() kept out.
  const intake::Scrubbed& scrubbed() const { return scrubbed_; }

  /// Starts an import; carry it on with step_import(). Other commands are refused meanwhile.
  Status begin_import(std::vector<intake::ImportFile> files, bool dry_run);
  bool importing() const { return import_ != nullptr; }
  /// Handles some rows; true while there is more. Commits (or rolls back a dry run) at the end.
  Result<bool> step_import(int rows);
  void cancel_import();
  double import_progress() const;
  std::string import_activity() const;
  /// The log of the last import that ended or is under way; empty before the first.
  const intake::ImportLog& import_log() const { return import_log_; }

 private:
  void facts_changed();
  store::Occasion occasion() const;
  Result<bool> finish_import();

  std::unique_ptr<store::Ledger> ledger_;
  const Clock& clock_;
  std::string by_;
  Date today_;
  calendar::Calendar calendar_;
  rules::Rulebook rulebook_;
  rules::Findings findings_;
  bool findings_stale_ = true;
  std::uint64_t revision_ = 1;
  std::unique_ptr<intake::Importer> import_;
  bool import_is_dry_ = false;
  intake::ImportLog import_log_;
  intake::Scrubbed scrubbed_;
};

}  // namespace core::app
