#pragma once
// From one row of a sheet to facts: what every kind of sheet has in common.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/intake/drafters/session.h"
#include "core/intake/tables/mapping.h"
#include "core/intake/tables/row_view.h"

namespace core::intake {

enum class RowOutcome : std::uint8_t { Added, Updated, Unchanged, Refused };

/// Where the rows come from and where their account goes.
struct SheetPlace {
  std::string file;   ///< For reasons of corrections, scrubbed.
  std::string sheet;  ///< Empty for CSV.
  const SheetLayout* layout = nullptr;
  std::string period;  ///< Statistics: what the title says; may be empty.
  int year = 0;        ///< For days and weeks without one; 0 = none known.
  FileLog* log = nullptr;
};

class Drafter {
 public:
  Drafter(Session& session, SheetPlace place) : session_(session), place_(std::move(place)) {}
  virtual ~Drafter();
  Drafter(const Drafter&) = delete;
  Drafter& operator=(const Drafter&) = delete;

  /// Compares the row with what is known and hands over the facts that are new. An error ends the
  /// import; what is wrong with the row goes to the log.
  Result<RowOutcome> draft(const RowView& row);

  /// After the last row: what is said once for the sheet.
  virtual void finish() {}

 protected:
  /// Sets `added` and calls `refuse`, `leave_out`, `record`, `correct` as it goes.
  virtual Status draft_row(const RowView& row) = 0;

  Session& session() { return session_; }
  const State& state() const { return session_.state(); }
  const SheetPlace& place() const { return place_; }
  FileLog& log() { return *place_.log; }

  /// The whole row cannot be taken. Text of the cell goes to the log, scrubbed.
  void refuse(Column column, std::string_view reason);
  /// The row is taken without this cell.
  void leave_out(Column column, std::string_view reason);
  bool refused() const { return refused_; }
  bool anything_left_out() const { return !issues_.empty(); }
  /// Leaves out the cells that hold an error in place of a value, unless something was said of
  /// them.
  void leave_out_errors();

  /// The row says something new about the world (not only about a known thing).
  void mark_added() { added_ = true; }

  /// Hands a fact over; what stands against it is left out at `column`. True when taken.
  Result<bool> record(const Fact& fact, Column column);
  Result<bool> record(FactView& fact, Column column);
  /// The same, but what stands against the fact refuses the row.
  Result<bool> record_or_refuse(const Fact& fact, Column column);
  Result<bool> record_or_refuse(FactView& fact, Column column);
  /// A fact about the change of an earlier one. What stands against it may go with a later cell of
  /// the row, as when all days of a case move: it is tried again at the end of the row.
  Result<bool> correct(FactRef target, Fields with, Column column);

  /// The column a field of a correction comes from, where its column was not named.
  virtual Column column_of(std::string_view) const { return Column::None; }

  /// Reads a day; unreadable ones, and days after today, are left out.
  Date day(Column column);
  /// Nobody has petitioned on such a day: a slip, or no day at all.
  static bool is_too_old(Date day) {
    constexpr Date kFirst{-7670};  // 1949-01-01
    return day.known() && day < kFirst;
  }
  /// What day() reads without the bound: for deadlines.
  Date any_day(Column column);
  /// Free text without personal data, at most `limit` characters, then `…`.
  std::string text(Column column, std::span<const PersonName> names, std::string_view surname,
                   std::size_t limit);
  /// Who petitions in this case, by the lists read before and by the row itself: for `text`.
  std::vector<PersonName> names_of(const std::string& number) const;
  /// The case's number; empty (and the row refused) when the cell holds none.
  std::string case_number();
  /// The case's number when it is registered; refuses the row otherwise.
  std::string known_case();

  const RowView& row() const { return *row_; }
  void note(std::string sentence);

 private:
  struct Postponed {
    Fact correction;
    Column column;
  };

  void add_issue(Column column, std::string_view reason);
  Status correct_postponed();
  Status correct_in_part(const Postponed& each);

  Session& session_;
  SheetPlace place_;
  const RowView* row_ = nullptr;
  Issues issues_;
  std::vector<bool> fatal_;
  bool refused_ = false;
  bool added_ = false;
  std::int64_t before_ = 0;
  bool cut_noted_ = false;
  std::vector<Postponed> postponed_;
};

/// The drafter for a kind of sheet.
std::unique_ptr<Drafter> make_drafter(SheetKind kind, Session& session, SheetPlace place);

/// Text in at most `limit` code points; a cut shows as `…` and sets `cut`.
std::string shortened(std::string text, std::size_t limit, bool& cut);

}  // namespace core::intake
