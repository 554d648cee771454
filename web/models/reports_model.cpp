#include "web/models/reports_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "core/base/decimal.h"
#include "web/models/case_stage.h"
#include "web/models/names.h"
#include "web/models/words.h"

namespace web {
namespace {

using core::rules::DutyRow;
using core::rules::DutyState;

/// Codes of the week cells, in the order a column is sorted by.
enum WeekCode : std::int64_t { kMissing = 1, kWaiting, kLate, kInTime, kFree };

struct Draft {
  std::vector<const DutyRow*> weeks = std::vector<const DutyRow*>(kReportWeeks);
  std::vector<int> progress = std::vector<int>(kReportWeeks, -1);
};

std::size_t week_of(const ReportsModel& model, core::Date monday) {
  const int days = model.mondays.front() - monday;
  if (days < 0 || days % 7 != 0) return kReportWeeks;
  return static_cast<std::size_t>(days / 7);
}

/// Progress of every report, and the last that was stated.
int read_progress(const core::State& state, const ReportsModel& model, core::CaseIndex which,
                  core::Date today, Draft& draft) {
  int last = -1;
  for (std::uint32_t at = state.case_row(which).first_event; at != core::kNoIndex;) {
    const core::Event& event = state.event(at);
    at = event.next;
    if (event.kind != core::EventKind::ReportFiled || event.on > today) continue;
    last = event.number;
    if (const std::size_t week = week_of(model, event.until); week < kReportWeeks)
      draft.progress[week] = event.number;
  }
  return last;
}

ListCell week_cell(const DutyRow* duty, int progress) {
  ListCell cell;
  if (duty == nullptr) return cell;
  cell.shape = ListCell::Shape::Chip;
  const std::string percent = progress >= 0 ? fmt::format("{}%", progress) : "";
  switch (duty->state) {
    case DutyState::Overdue:
      cell.value = kMissing;
      cell.text = "未报";
      cell.tone = Tone::Late;
      break;
    case DutyState::Open:
      cell.value = kWaiting;
      cell.text = "待报";
      cell.tone = Tone::Due;
      break;
    case DutyState::DoneLate: {
      const bool missed = duty->remark == core::rules::Remark::Missed;
      cell.value = missed ? kMissing : kLate;
      cell.text = missed && percent.empty() ? "漏报" : (missed ? "补报 " : "迟报 ") + percent;
      cell.tone = Tone::Late;
      break;
    }
    case DutyState::Done:
      cell.value = kInTime;
      cell.text = percent.empty() ? "已报" : percent;
      cell.tone = Tone::Good;
      break;
    case DutyState::Void:
      cell.value = kFree;
      cell.text = "免报";
      cell.tone = Tone::Secondary;
      break;
  }
  return cell;
}

void count_duty(const DutyRow& duty, std::size_t week, ReportsModel& model,
                ReportsModel::Row& row) {
  const bool settled = duty.state == DutyState::Done || duty.state == DutyState::DoneLate;
  if (duty.state == DutyState::Overdue) ++row.missed;
  if (duty.state == DutyState::Overdue || duty.state == DutyState::Open) row.due = true;
  if (duty.state == DutyState::Overdue || settled) ++model.rate.owed;
  if (duty.state == DutyState::Done) ++model.rate.in_time;
  if (week != 0 || duty.state == DutyState::Void) return;
  ++model.owed_now;
  if (settled) ++model.filed_now;
}

void add_row(const core::State& state, core::Date today, core::CaseIndex which, Draft& draft,
             ReportsModel& model) {
  ReportsModel::Row row{which, read_progress(state, model, which, today, draft), false, 0};
  for (std::size_t week = 0; week < kReportWeeks; ++week)
    if (draft.weeks[week] != nullptr) count_duty(*draft.weeks[week], week, model, row);
  const CaseProgress progress = case_progress(state, which, today);
  const std::string& number = state.case_text(which).number;
  ListCell key = text_cell(short_number(number));
  key.full = number;
  key.shape = ListCell::Shape::Link;
  const auto index = [](auto value) {
    return value.known() ? static_cast<std::int64_t>(value.value) : kBlank;
  };
  ListCell percent = number_cell(row.progress < 0 ? kBlank : row.progress);
  if (row.progress >= 0) percent.text += "%";
  std::vector<ListCell> cells = {
      std::move(key),
      text_cell(case_title(state, which)),
      word_cell(index(progress.unit), unit_name(state, progress.unit)),
      word_cell(index(progress.lead), official_name(state, progress.lead)),
      std::move(percent),
      number_cell(static_cast<std::int64_t>(row.missed), Tone::Late)};
  for (std::size_t week = 0; week < kReportWeeks; ++week)
    cells.push_back(week_cell(draft.weeks[week], draft.progress[week]));
  model.table.add(which.value, std::move(cells));
  model.rows.push_back(row);
}

void name_weeks(core::Date today, ReportsModel& model) {
  const core::Date monday = today - (core::weekday(today) - 1);
  for (std::size_t week = 0; week < kReportWeeks; ++week) {
    const core::Date first = monday - static_cast<int>(week) * 7;
    model.mondays.push_back(first);
    model.titles.push_back(fmt::format("第{}周", core::iso_week(first).week));
  }
}

}  // namespace

bool ReportsModel::is_filed(std::size_t row, std::size_t week) const {
  const std::int64_t code =
      table.value(row, static_cast<std::size_t>(ReportColumn::FirstWeek) + week);
  return code == kInTime || code == kLate;
}

bool ReportsModel::is_owed(std::size_t row, std::size_t week) const {
  return table.value(row, static_cast<std::size_t>(ReportColumn::FirstWeek) + week) != kBlank;
}

bool ReportsModel::keeps(std::size_t row, ReportScope scope) const {
  return scope == ReportScope::All ||
         (scope == ReportScope::Due ? rows[row].due : rows[row].missed > 0);
}

void ReportsModel::select(const TableQuery& query, ReportScope scope) {
  if (scope_ != scope) table.forget();
  scope_ = scope;
  if (!table.select(query)) return;
  counts.fill(0);
  for (std::size_t shown = 0; shown < table.count(); ++shown)
    for (std::size_t one = 0; one < kReportScopes; ++one)
      if (keeps(table.source(shown), static_cast<ReportScope>(one))) ++counts[one];
  table.narrow([&](std::size_t row) { return keeps(row, scope); });
}

ReportsModel reports_model(const core::State& state, const core::rules::Findings& findings,
                           core::Date today) {
  ReportsModel model;
  std::vector<ColumnKind> kinds = {ColumnKind::Text, ColumnKind::Text,   ColumnKind::Word,
                                   ColumnKind::Word, ColumnKind::Number, ColumnKind::Number};
  kinds.insert(kinds.end(), kReportWeeks, ColumnKind::Step);
  model.table = ListTable(std::move(kinds));
  if (!today.known()) return model;
  name_weeks(today, model);
  std::unordered_map<std::uint32_t, Draft> drafts;
  std::vector<std::uint32_t> order;
  for (const DutyRow& duty : findings.duties) {
    if (duty.rule != core::rules::RuleId::WeeklyReport) continue;
    if (duty.state == DutyState::Overdue) ++model.late;
    const std::size_t week = week_of(model, core::Date{duty.occurrence});
    if (week >= kReportWeeks) continue;
    const auto [at, added] = drafts.try_emplace(duty.case_index.value);
    if (added) order.push_back(duty.case_index.value);
    at->second.weeks[week] = &duty;
  }
  for (const std::uint32_t which : order) add_row(state, today, {which}, drafts[which], model);
  return model;
}

ReportsModel::Rate report_rate(const core::rules::Findings& findings, core::Date today) {
  ReportsModel model;
  if (!today.known()) return model.rate;
  name_weeks(today, model);
  ReportsModel::Row row;
  for (const DutyRow& duty : findings.duties) {
    if (duty.rule != core::rules::RuleId::WeeklyReport) continue;
    const std::size_t week = week_of(model, core::Date{duty.occurrence});
    if (week < kReportWeeks) count_duty(duty, week, model, row);
  }
  return model.rate;
}

std::string rate_words(const ReportsModel::Rate& rate) {
  if (rate.owed == 0) return "—";
  const std::int64_t share = core::divide_half_up(static_cast<std::int64_t>(rate.in_time),
                                                  static_cast<std::int64_t>(rate.owed), 1000);
  return fmt::format("{}%（{}/{}）", core::decimal_text(share, 1), rate.in_time, rate.owed);
}

}  // namespace web
