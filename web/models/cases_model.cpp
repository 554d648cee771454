#include "web/models/cases_model.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>

#include "core/model/fact_kind.h"
#include "web/models/names.h"
#include "web/models/words.h"

namespace web {
namespace {

using core::CaseRow;
using core::CaseText;
using core::rules::DutyRow;
using core::rules::DutyState;

/// Rows of a table of keys -> the place of each in ascending order.
template <typename Key>
std::vector<std::uint32_t> ranks(const std::vector<Key>& keys) {
  std::vector<std::uint32_t> order(keys.size());
  for (std::uint32_t at = 0; at < order.size(); ++at) order[at] = at;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
  std::vector<std::uint32_t> rank(keys.size());
  for (std::uint32_t at = 0; at < order.size(); ++at) rank[order[at]] = at;
  return rank;
}

std::uint32_t rank_of(const std::vector<std::uint32_t>& ranks, std::uint32_t index) {
  return index < ranks.size() ? ranks[index] : core::kNoIndex;
}

template <typename Key>
void sort_by(std::vector<std::uint32_t>& order, Key key) {
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
}

/// Unknown days come after all known ones.
std::int64_t day_key(core::Date day) { return day.known() ? day.days : INT64_C(1) << 40; }

}  // namespace

CasesModel::CasesModel(const core::State& state, const core::rules::Findings& findings,
                       core::Date today)
    : state_(&state), today_(today), rows_(state.cases().size()) {
  read_cases();
  read_findings(findings);
  collect_filters();
}

void CasesModel::read_cases() {
  std::map<std::string_view, std::uint32_t> categories;
  for (const CaseText& text : state_->case_texts()) categories.emplace(text.category, 0);
  for (auto& [name, index] : categories) {
    index = static_cast<std::uint32_t>(categories_.size());
    categories_.emplace_back(name);
  }
  for (std::uint32_t at = 0; at < rows_.size(); ++at) {
    const CaseProgress progress = case_progress(*state_, {at}, today_);
    Row& row = rows_[at];
    row.unit = progress.unit;
    row.lead = progress.lead;
    row.stage = progress.stage;
    row.category = categories.find(state_->case_texts()[at].category)->second;
  }
}

void CasesModel::read_findings(const core::rules::Findings& findings) {
  for (const DutyRow& duty : findings.duties) {
    const bool open = duty.state == DutyState::Open || duty.state == DutyState::Overdue;
    if (!open || duty.case_index.value >= rows_.size()) continue;
    Row& row = rows_[duty.case_index.value];
    if (duty.state == DutyState::Overdue) ++row.late;
    if (!row.deadline.known() || duty.due_on < row.deadline) row.deadline = duty.due_on;
  }
}

void CasesModel::collect_filters() {
  std::vector<bool> units(state_->units().size());
  std::vector<bool> stages(kCaseStages);
  for (const Row& row : rows_) {
    if (row.unit.known()) units[row.unit.value] = true;
    stages[static_cast<std::size_t>(row.stage)] = true;
    if (row.late > 0) ++late_count_;
  }
  for (std::uint32_t at = 0; at < units.size(); ++at)
    if (units[at]) units_.push_back({at});
  for (std::size_t at = 0; at < kCaseStages; ++at)
    if (stages[at]) stages_.push_back(static_cast<CaseStage>(at));
}

std::string CasesModel::unit_label(core::UnitIndex unit) const { return unit_name(*state_, unit); }

void CasesModel::order_by(CaseColumn column) {
  if (ordered_by_ == column) return;
  ordered_by_ = column;
  order_.resize(rows_.size());
  for (std::uint32_t at = 0; at < order_.size(); ++at) order_[at] = at;
  const auto cases = state_->cases();
  const auto texts = state_->case_texts();
  const auto by_text = [&](std::string CaseText::*field) {
    sort_by(order_, [&](std::uint32_t at) { return std::string_view(texts[at].*field); });
  };
  const auto by_name = [&](const auto& table, auto index) {
    std::vector<std::string_view> names;
    for (const auto& entry : table) names.push_back(entry.name);
    const std::vector<std::uint32_t> rank = ranks(names);
    sort_by(order_, [&](std::uint32_t at) { return rank_of(rank, index(rows_[at])); });
  };
  switch (column) {
    case CaseColumn::Number:
      return by_text(&CaseText::number);
    case CaseColumn::Title:
      return by_text(&CaseText::title);
    case CaseColumn::Petitioner:
      return by_text(&CaseText::petitioner);
    case CaseColumn::Unit:
      return by_name(state_->units(), [](const Row& row) { return row.unit.value; });
    case CaseColumn::Lead:
      return by_name(state_->officials(), [](const Row& row) { return row.lead.value; });
    case CaseColumn::Form:
      return sort_by(order_, [&](std::uint32_t at) { return cases[at].form; });
    case CaseColumn::Registered:
      return sort_by(order_, [&](std::uint32_t at) { return day_key(cases[at].registered_on); });
    case CaseColumn::Deadline:
      return sort_by(order_, [&](std::uint32_t at) { return day_key(rows_[at].deadline); });
    case CaseColumn::Stage:
      return sort_by(order_, [&](std::uint32_t at) { return rows_[at].stage; });
    case CaseColumn::Late:
      return sort_by(order_, [&](std::uint32_t at) { return rows_[at].late; });
  }
}

bool CasesModel::fits(std::uint32_t which, const CasesQuery& query) const {
  const Row& row = rows_[which];
  if (query.unit.known() && row.unit != query.unit) return false;
  if (query.stage && row.stage != *query.stage) return false;
  if (query.category && row.category != *query.category) return false;
  if (query.late_only && row.late == 0) return false;
  return query.search.empty() || found_[which];
}

void CasesModel::find(const std::string& text, const Search& search) {
  if (text.empty() || (query_ && query_->search == text)) return;
  found_.assign(rows_.size(), false);
  for (const core::CaseIndex which : search(text))
    if (which.value < found_.size()) found_[which.value] = true;
}

void CasesModel::select(const CasesQuery& query, const Search& search) {
  if (query_ == query || state_ == nullptr) return;
  find(query.search, search);
  order_by(query.sort);
  query_ = query;
  shown_.clear();
  std::remove_copy_if(order_.begin(), order_.end(), std::back_inserter(shown_),
                      [&](std::uint32_t at) { return !fits(at, query); });
  if (query.descending) std::reverse(shown_.begin(), shown_.end());
}

std::optional<std::size_t> CasesModel::row_of(core::CaseIndex which) const {
  const auto at = std::find(shown_.begin(), shown_.end(), which.value);
  if (at == shown_.end()) return std::nullopt;
  return static_cast<std::size_t>(at - shown_.begin());
}

CasesModel::Words CasesModel::words(std::size_t at) const {
  const core::CaseIndex which = case_at(at);
  const Row& row = rows_[which.value];
  const CaseRow& entry = state_->case_row(which);
  const CaseText& text = state_->case_text(which);
  Words words;
  words.number = short_number(text.number);
  words.title = case_title(*state_, which);
  words.unit = unit_name(*state_, row.unit);
  if (entry.purpose != core::Purpose::Accusation) words.petitioner = text.petitioner;
  if (entry.form != core::Form::Unknown) words.form = core::code_label(core::word(entry.form));
  words.registered = short_day(entry.registered_on, today_);
  words.deadline = short_day(row.deadline, today_);
  if (row.deadline.known() && row.deadline <= today_)
    words.deadline_tone = row.late > 0 ? Tone::Late : Tone::Due;
  words.stage = stage_word(row.stage);
  words.stage_tone = stage_tone(row.stage);
  words.lead = row.lead.known() ? official_name(*state_, row.lead) : "—";
  words.late = row.late > 0 ? std::to_string(row.late) : "—";
  return words;
}

}  // namespace web
