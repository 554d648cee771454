#pragma once
// What is owed: every open duty and prompt, counted, filtered and ordered by urgency. Keeps row
// numbers; words are made for the lines that are shown.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/model/state.h"
#include "core/rules/duty.h"
#include "web/models/table.h"
#include "web/models/words.h"

namespace web {

/// How pressing something is, most pressing first.
enum class Urgency : std::uint8_t { Late, Today, Soon, Pending, Later };
inline constexpr std::size_t kUrgencies = 5;
inline constexpr int kSoonDays = 10;

enum class TodayColumn : std::uint8_t { State, What, Unit, Case, Day, Clause, Person, Number };
inline constexpr std::size_t kTodayColumns = 8;

struct TodayQuery {
  std::optional<Urgency> urgency;           ///< Nothing = all.
  core::UnitIndex unit;                     ///< Unknown = all.
  core::OfficialIndex official;             ///< Who answers for it; unknown = all.
  std::optional<core::rules::RuleId> rule;  ///< Nothing = all.
  bool duties_only = false;                 ///< Without what the office is to decide.
  bool by_unit = false;                     ///< Units together instead of the most urgent first.
  std::vector<std::int32_t> open_weeks;     ///< Weeks (Mondays) whose reports are shown one by one.
  TableQuery table;                         ///< By columns; sorted, weeks are not put together.

  friend bool operator==(const TodayQuery& a, const TodayQuery& b) = default;
};

std::string_view urgency_word(Urgency urgency);

/// Clauses in short: 二·7.
std::string clause_words(core::rules::Clauses clauses);

/// As a table its rows are entries; the list shows lines.
class TodayModel : public Table {
 public:
  /// One duty or prompt.
  struct Entry {
    bool is_prompt = false;
    Urgency urgency = Urgency::Later;
    std::uint32_t row = 0;  ///< In Findings::duties or ::prompts.
    std::int32_t days = 0;  ///< Days left; negative = late.
    core::UnitIndex unit;
  };

  /// One line of the list: an entry, or the weekly reports of a week that are not yet pressing.
  struct Line {
    std::uint32_t first = 0;  ///< Entry.
    std::uint32_t count = 1;  ///< Entries in it: several only for a week.
    bool is_week = false;
    bool is_open = false;  ///< A week whose reports follow one by one.
  };

  struct Words {
    StateWords state;
    std::string what;
    std::string who;     ///< Unit.
    std::string person;  ///< Who answers for it there.
    std::string title;   ///< Of the case; without one the number of the measure.
    std::string second;  ///< What stands under it: the case's number, or whom the measure is about.
    std::string number;  ///< Of the case, shortened, or of the measure.
    std::string full_number;  ///< Of the case.
    std::string day;
    std::string clauses;  ///< 二·7
  };

  TodayModel() = default;
  /// `state` and `findings` must outlive the model.
  TodayModel(const core::State& state, const core::rules::Findings& findings, core::Date today);

  core::Date today() const { return today_; }
  std::size_t total() const { return entries_.size(); }
  /// How many would be chosen under this urgency, or without any, as everything else of the query
  /// stands.
  std::size_t count(Urgency urgency) const { return counts_[static_cast<std::size_t>(urgency)]; }
  std::size_t count() const;
  /// Units that owe something, by name.
  const std::vector<core::UnitIndex>& units() const { return units_; }
  std::string unit_label(core::UnitIndex unit) const;
  /// What is kept back besides urgency and unit: `周明 · 应办事项`, `周报告`; empty for nothing.
  std::string narrowed(const TodayQuery& query) const;

  /// Chooses and orders the lines. Cheap when the query is the one before.
  void select(const TodayQuery& query);

  std::size_t rows() const override { return entries_.size(); }
  ColumnKind kind(std::size_t column) const override;
  std::string_view text(std::size_t row, std::size_t column) const override;
  std::int64_t value(std::size_t row, std::size_t column) const override;
  std::string word(std::size_t column, std::int64_t code) const override;

  const std::vector<Line>& lines() const { return lines_; }
  const Entry& entry(std::size_t line) const { return entries_[order_[lines_[line].first]]; }
  /// The table's row of a line; SIZE_MAX for a week, which is none.
  std::size_t row_at(std::size_t line) const;
  /// How many entries are chosen.
  std::size_t chosen() const { return order_.size(); }
  Words words(std::size_t line) const;
  /// Those that are chosen one by one, also what the lines put together.
  Words chosen_words(std::size_t at) const;
  std::size_t chosen_row(std::size_t at) const { return order_[at]; }
  /// The case a line is about; unknown for weeks and for what concerns a unit only.
  core::CaseIndex case_of(std::size_t line) const;
  /// Stable over filters and new facts.
  std::uint64_t key(std::size_t line) const;
  /// Monday of the week of a week line.
  std::int32_t week(std::size_t line) const;
  /// The line that shows this key now.
  std::optional<std::size_t> line_of(std::uint64_t key) const;

  /// Whether there is anything in the ledger to owe something about.
  bool has_cases() const;

 private:
  void collect();
  void add_lines();
  core::CaseIndex case_of(const Entry& entry) const;
  bool fits(const Entry& entry, const TodayQuery& query) const;
  void keep_urgency(std::optional<Urgency> urgency);
  core::MeasureIndex measure_of(const Entry& entry) const;
  void add_subject(core::CaseIndex which, core::MeasureIndex measure, Words& words) const;
  bool is_grouped(const Entry& entry) const;
  std::uint64_t key_of(const Entry& entry) const;
  Words week_words(const Line& line) const;

  const core::State* state_ = nullptr;
  const core::rules::Findings* findings_ = nullptr;
  core::Date today_;
  std::vector<Entry> entries_;  // by urgency
  std::array<std::size_t, kUrgencies> counts_{};
  std::vector<core::UnitIndex> units_;
  std::optional<TodayQuery> query_;
  std::vector<std::uint32_t> order_;  // chosen entries
  TableOrder table_order_;
  std::vector<Line> lines_;
  mutable std::size_t found_ = 0;  // what line_of() answered last: asked for in every frame
};

}  // namespace web
