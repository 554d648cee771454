#include "web/models/today_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <tuple>

#include "core/rules/describe.h"
#include "web/models/case_duties.h"
#include "web/models/finding_key.h"
#include "web/models/names.h"

namespace web {
namespace {

using core::rules::DutyRow;
using core::rules::DutyState;
using core::rules::PromptRow;
using core::rules::PromptState;
using core::rules::RuleId;

Urgency urgency_of(const DutyRow& row, int days) {
  if (row.state == DutyState::Overdue) return Urgency::Late;
  if (days <= 0 && !is_right(row)) return Urgency::Today;
  return days <= kSoonDays ? Urgency::Soon : Urgency::Later;
}

TodayModel::Entry duty_entry(const DutyRow& row, std::size_t index, core::Date today) {
  const int days =
      row.state == DutyState::Overdue ? row.judged_on - today : next_due(row, today) - today;
  return {false, urgency_of(row, days), static_cast<std::uint32_t>(index), days, debtor(row)};
}

TodayModel::Entry prompt_entry(const PromptRow& row, std::size_t index, core::Date today) {
  const int days = row.opened_on.known() ? row.opened_on - today : 0;
  return {true, Urgency::Pending, static_cast<std::uint32_t>(index), days, row.unit};
}

std::string about_words(const core::State& state, const DutyRow& row) {
  const bool another = row.unit.known() && !debtor(row).known();
  return another ? "关于" + unit_name(state, row.unit) : std::string();
}

}  // namespace

TodayModel::TodayModel(const core::State& state, const core::rules::Findings& findings,
                       core::Date today)
    : state_(&state), findings_(&findings), today_(today) {
  collect();
  std::vector<bool> seen(state.units().size());
  for (const Entry& entry : entries_) {
    ++counts_[static_cast<std::size_t>(entry.urgency)];
    if (entry.unit.known()) seen[entry.unit.value] = true;
  }
  for (std::uint32_t at = 0; at < seen.size(); ++at)
    if (seen[at]) units_.push_back({at});
}

void TodayModel::collect() {
  for (std::size_t at = 0; at < findings_->duties.size(); ++at) {
    const DutyRow& row = findings_->duties[at];
    if (is_open(row)) entries_.push_back(duty_entry(row, at, today_));
  }
  for (std::size_t at = 0; at < findings_->prompts.size(); ++at) {
    const PromptRow& row = findings_->prompts[at];
    if (row.state == PromptState::Open) entries_.push_back(prompt_entry(row, at, today_));
  }
  const auto order = [this](const Entry& entry) {
    const bool prompt = entry.is_prompt;
    const RuleId rule =
        prompt ? findings_->prompts[entry.row].rule : findings_->duties[entry.row].rule;
    const std::int32_t occurrence = prompt ? 0 : findings_->duties[entry.row].occurrence;
    return std::tuple(entry.urgency, entry.days, rule, occurrence, entry.unit, entry.row);
  };
  std::sort(entries_.begin(), entries_.end(),
            [&](const Entry& a, const Entry& b) { return order(a) < order(b); });
}

std::string TodayModel::unit_label(core::UnitIndex unit) const { return unit_name(*state_, unit); }

std::string TodayModel::narrowed(const TodayQuery& query) const {
  std::string words = official_name(*state_, query.official);
  if (!query.rule && !query.duties_only) return words;
  if (!words.empty()) words += " · ";
  return words.append(query.rule ? core::rules::rule_title(*query.rule) : "应办事项");
}

std::size_t TodayModel::count() const {
  return std::accumulate(counts_.begin(), counts_.end(), std::size_t{0});
}

bool TodayModel::fits(const Entry& entry, const TodayQuery& query) const {
  if (query.unit.known() && entry.unit != query.unit) return false;
  if (query.duties_only && entry.is_prompt) return false;
  if (!query.official.known() && !query.rule) return true;
  const auto passes = [&](const auto& row) {
    return (!query.official.known() || row.official == query.official) &&
           (!query.rule || row.rule == *query.rule);
  };
  return entry.is_prompt ? passes(findings_->prompts[entry.row])
                         : passes(findings_->duties[entry.row]);
}

void TodayModel::select(const TodayQuery& query) {
  if (query_ == query) return;
  query_ = query;
  const auto keeps = [&](std::size_t at) { return fits(entries_[at], query); };
  order_.clear();
  if (query.table == TableQuery{}) {
    for (std::uint32_t at = 0; at < entries_.size(); ++at)
      if (keeps(at)) order_.push_back(at);
  } else {
    table_order_.select(*this, query.table, keeps);
    order_.assign(table_order_.shown().begin(), table_order_.shown().end());
  }
  keep_urgency(query.urgency);
  if (query.by_unit && query.table.sorts.empty())
    std::stable_sort(order_.begin(), order_.end(), [this](std::uint32_t a, std::uint32_t b) {
      return entries_[a].unit < entries_[b].unit;
    });
  add_lines();
}

void TodayModel::keep_urgency(std::optional<Urgency> urgency) {
  counts_.fill(0);
  for (const std::uint32_t at : order_) ++counts_[static_cast<std::size_t>(entries_[at].urgency)];
  if (urgency)
    std::erase_if(order_, [&](std::uint32_t at) { return entries_[at].urgency != *urgency; });
}

bool TodayModel::is_grouped(const Entry& entry) const {
  return query_->table.sorts.empty() && !query_->by_unit && !query_->unit.known() &&
         !entry.is_prompt && (entry.urgency == Urgency::Soon || entry.urgency == Urgency::Later) &&
         findings_->duties[entry.row].rule == RuleId::WeeklyReport;
}

void TodayModel::add_lines() {
  lines_.clear();
  const auto count = static_cast<std::uint32_t>(order_.size());
  for (std::uint32_t at = 0; at < count;) {
    const Entry& entry = entries_[order_[at]];
    std::uint32_t end = at + 1;
    if (is_grouped(entry)) {
      const std::int32_t week = findings_->duties[entry.row].occurrence;
      const auto same_week = [&](const Entry& other) {
        return is_grouped(other) && other.days == entry.days &&
               findings_->duties[other.row].occurrence == week;
      };
      while (end < count && same_week(entries_[order_[end]])) ++end;
    }
    const std::uint32_t here = at;
    at = end;
    if (end - here == 1) {
      lines_.push_back({here, 1, false, false});
      continue;
    }
    const auto& open = query_->open_weeks;
    const std::int32_t week = findings_->duties[entry.row].occurrence;
    const bool is_open = std::find(open.begin(), open.end(), week) != open.end();
    lines_.push_back({here, end - here, true, is_open});
    for (std::uint32_t one = here; is_open && one < end; ++one)
      lines_.push_back({one, 1, false, false});
  }
}

TodayModel::Words TodayModel::week_words(const Line& line) const {
  const DutyRow& row = findings_->duties[entries_[order_[line.first]].row];
  std::vector<core::UnitIndex> units;
  for (std::uint32_t at = line.first; at < line.first + line.count; ++at)
    units.push_back(entries_[order_[at]].unit);
  std::sort(units.begin(), units.end());
  const auto distinct = std::unique(units.begin(), units.end()) - units.begin();
  const core::IsoWeek week = core::iso_week(core::Date{row.occurrence});
  Words words;
  words.state = state_words(row, today_);
  words.what = fmt::format("第{}周进度报告", week.week);
  words.who = fmt::format("{}个单位 · {}件", distinct, line.count);
  words.title = line.is_open ? "收起" : "展开";
  words.day = short_day(next_due(row, today_), today_);
  words.clauses = clause_words(core::rules::clauses_of(*state_, *findings_, row));
  return words;
}

TodayModel::Words TodayModel::words(std::size_t at) const {
  const Line& line = lines_[at];
  return line.is_week ? week_words(line) : chosen_words(line.first);
}

void TodayModel::add_subject(core::CaseIndex which, core::MeasureIndex measure,
                             Words& words) const {
  if (which.known()) {
    words.title = case_title(*state_, which);
    words.full_number = state_->case_text(which).number;
    words.number = words.second = short_number(words.full_number);
  } else if (measure.known()) {
    words.title = words.number = state_->measure(measure).key;
  }
}

TodayModel::Words TodayModel::chosen_words(std::size_t at) const {
  const Entry& shown = entries_[order_[at]];
  Words words;
  if (shown.is_prompt) {
    const PromptRow& row = findings_->prompts[shown.row];
    add_subject(row.case_index, row.measure, words);
    words.state = state_words(row);
    words.what = core::rules::prompt_text(*state_, *findings_, row);
    words.who = unit_name(*state_, row.unit);
    words.person = official_name(*state_, row.official);
    words.day = "—";
    words.clauses = clause_words(core::rules::clauses_of(*state_, *findings_, row));
  } else {
    const DutyRow& row = findings_->duties[shown.row];
    add_subject(row.case_index, row.measure, words);
    if (!row.case_index.known()) words.second = about_words(*state_, row);
    words.state = state_words(row, today_);
    words.what = core::rules::duty_text(*state_, row, today_);
    words.who = duty_unit(*state_, row);
    words.person = official_name(*state_, row.official);
    words.day = short_day(row.due_on, today_);
    words.clauses = clause_words(core::rules::clauses_of(*state_, *findings_, row));
  }
  return words;
}

std::size_t TodayModel::row_at(std::size_t line) const {
  return lines_[line].is_week ? SIZE_MAX : order_[lines_[line].first];
}

core::CaseIndex TodayModel::case_of(const Entry& entry) const {
  return entry.is_prompt ? findings_->prompts[entry.row].case_index
                         : findings_->duties[entry.row].case_index;
}

core::MeasureIndex TodayModel::measure_of(const Entry& entry) const {
  return entry.is_prompt ? findings_->prompts[entry.row].measure
                         : findings_->duties[entry.row].measure;
}

core::CaseIndex TodayModel::case_of(std::size_t line) const {
  return lines_[line].is_week ? core::CaseIndex{} : case_of(entry(line));
}

std::uint64_t TodayModel::key_of(const Entry& entry) const {
  return entry.is_prompt ? finding_key(findings_->prompts[entry.row])
                         : finding_key(findings_->duties[entry.row]);
}

std::uint64_t TodayModel::key(std::size_t line) const {
  if (lines_[line].is_week) return week_key(week(line));
  return key_of(entry(line));
}

std::int32_t TodayModel::week(std::size_t line) const {
  return findings_->duties[entry(line).row].occurrence;
}

std::optional<std::size_t> TodayModel::line_of(std::uint64_t wanted) const {
  if (found_ < lines_.size() && key(found_) == wanted) return found_;
  for (std::size_t at = 0; at < lines_.size(); ++at) {
    if (key(at) != wanted) continue;
    found_ = at;
    return at;
  }
  return std::nullopt;
}

bool TodayModel::has_cases() const { return state_ != nullptr && !state_->cases().empty(); }

}  // namespace web
