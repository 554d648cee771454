#pragma once
// 周报: which case reported in which week, as a matrix.

#include <array>
#include <string>
#include <vector>

#include "core/model/state.h"
#include "core/rules/duty.h"
#include "web/models/list_table.h"

namespace web {

inline constexpr std::size_t kReportWeeks = 10;

enum class ReportColumn : std::uint8_t { Number, Title, Unit, Lead, Progress, Missed, FirstWeek };

enum class ReportScope : std::uint8_t { All, Due, Missed };
inline constexpr std::size_t kReportScopes = 3;

struct ReportsModel {
  struct Row {
    core::CaseIndex which;
    int progress = -1;       ///< Last stated; -1 = never.
    bool due = false;        ///< Something is to be reported now.
    std::size_t missed = 0;  ///< Reports that are overdue.
  };
  struct Rate {
    std::size_t in_time = 0;
    std::size_t owed = 0;  ///< Those whose day has passed, and those that came before it.
  };

  std::vector<core::Date> mondays;  ///< Newest first.
  std::vector<std::string> titles;  ///< Of the week columns.
  std::vector<Row> rows;            ///< By row of the table.
  ListTable table;
  Rate rate;                 ///< Over the shown weeks.
  std::size_t owed_now = 0;  ///< Of the newest week.
  std::size_t filed_now = 0;
  std::size_t late = 0;  ///< Reports overdue, those of weeks no longer shown included.
  std::array<std::size_t, kReportScopes> counts{};  ///< By ReportScope, within what is filtered.

  /// Whether this week of this row has been reported on.
  bool is_filed(std::size_t row, std::size_t week) const;
  bool is_owed(std::size_t row, std::size_t week) const;
  bool keeps(std::size_t row, ReportScope scope) const;
  /// Chooses and orders the rows.
  void select(const TableQuery& query, ReportScope scope);

 private:
  ReportScope scope_ = ReportScope::All;  // as chosen last
};

/// Every case that owes, or owed, a report in the last weeks.
ReportsModel reports_model(const core::State& state, const core::rules::Findings& findings,
                           core::Date today);

/// How many reports of the shown weeks came in time.
ReportsModel::Rate report_rate(const core::rules::Findings& findings, core::Date today);

/// Words of a rate with its parts: 91.3%（42/46）; — for none.
std::string rate_words(const ReportsModel::Rate& rate);

}  // namespace web
