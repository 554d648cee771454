#include "web/models/cases_model.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "core/model/fact_kind.h"
#include "core/model/rows_in_use.h"
#include "web/models/case_duties.h"
#include "web/models/names.h"
#include "web/models/words.h"

namespace web {
namespace {

using core::CaseRow;
using core::CaseText;
using core::rules::DutyRow;
using core::rules::DutyState;

std::int64_t day_value(core::Date day) { return day.known() ? day.days : kBlank; }

template <typename Index>
std::int64_t index_value(Index index) {
  return index.known() ? static_cast<std::int64_t>(index.value) : kBlank;
}

template <typename Code>
std::int64_t code_value(Code code) {
  return static_cast<int>(code) == 0 ? kBlank : static_cast<std::int64_t>(code);
}

using ScopeBits = std::uint8_t;

constexpr ScopeBits bit_of(CaseScope scope) {
  return static_cast<ScopeBits>(1U << static_cast<unsigned>(scope));
}

ScopeBits scopes_of(const CasesModel::Row& row) {
  if (!row.in_use) return 0;
  unsigned scopes = bit_of(CaseScope::All);
  if (row.open) scopes |= bit_of(CaseScope::Open);
  // What was never registered has not been dealt with either.
  if (!row.open && row.stage != CaseStage::Mentioned) scopes |= bit_of(CaseScope::Closed);
  if (row.late > 0) scopes |= bit_of(CaseScope::Late);
  if (row.open && row.lead.known()) scopes |= bit_of(CaseScope::Led);
  if (row.needs_lead) scopes |= bit_of(CaseScope::Unled);
  return static_cast<ScopeBits>(scopes);
}

/// The last bytes of a number, its last one lowest; 0 where it has no such byte.
std::uint32_t end_of(std::string_view number) {
  std::uint32_t end = 0;
  for (const char c : number.substr(number.size() - std::min(number.size(), sizeof end)))
    end = end << 8 | static_cast<unsigned char>(c);
  return end;
}

std::string label(std::string_view code) { return std::string(core::code_label(code)); }

}  // namespace

CasesModel::CasesModel(const core::State& state, const core::rules::Findings& findings,
                       core::Date today)
    : state_(&state), today_(today) {
  make_room();
  for (std::uint32_t at = 0; at < rows_.size(); ++at) read_case({at});
  for (const DutyRow& duty : findings.duties)
    if (duty.case_index.value < rows_.size()) take_duty(duty);
  for (std::size_t at = 0; at < rows_.size(); ++at) count_row(at);
}

void CasesModel::make_room() {
  rows_.resize(state_->cases().size());
  scopes_.resize(rows_.size());
  number_ends_.resize(rows_.size());
}

void CasesModel::update(const core::rules::Findings& findings,
                        std::span<const core::CaseIndex> changed) {
  make_room();
  std::vector<std::uint32_t> rows;
  for (const core::CaseIndex which : changed) {
    rows_[which.value] = {};
    read_case(which);
    each_duty_of(findings, which, [&](const DutyRow& duty) { take_duty(duty); });
    count_row(which.value);
    rows.push_back(which.value);
  }
  order_.change(*this, {rows.data(), rows.size()});
  query_.reset();
  narrowed_.reset();
  searched_.clear();
}

void CasesModel::read_case(core::CaseIndex which) {
  const std::string& category = state_->case_text(which).category;
  auto code = category_codes_.find(category);
  if (code == category_codes_.end()) {
    code = category_codes_.emplace(category, static_cast<std::uint32_t>(categories_.size())).first;
    categories_.push_back(category);
  }
  const CaseProgress progress = case_progress(*state_, which, today_);
  Row& row = rows_[which.value];
  number_ends_[which.value] = end_of(state_->case_text(which).number);
  row.unit = progress.unit;
  row.lead = progress.lead;
  row.level = progress.level;
  row.stage = progress.stage;
  row.open = is_open(progress, /*lacks_lead=*/false);  // until a duty says so
  row.category = code->second;
  row.in_use = core::is_in_use(*state_, which);
}

void CasesModel::take_duty(const DutyRow& duty) {
  if (!is_open(duty)) return;
  Row& row = rows_[duty.case_index.value];
  if (duty.state == DutyState::Overdue) ++row.late;
  if (lacks_lead(duty)) row.needs_lead = row.open = true;
  if (!row.deadline.known() || duty.due_on < row.deadline) row.deadline = duty.due_on;
}

void CasesModel::count_row(std::size_t at) {
  const ScopeBits before = std::exchange(scopes_[at], scopes_of(rows_[at]));
  for (std::size_t scope = 0; scope < kCaseScopes; ++scope) {
    counts_[scope] += scopes_[at] >> scope & 1U;
    counts_[scope] -= before >> scope & 1U;
  }
}

bool CasesModel::is_secret(std::size_t row) const {
  return state_->cases()[row].purpose == core::Purpose::Accusation;
}

ColumnKind CasesModel::kind(std::size_t column) const {
  switch (static_cast<CaseColumn>(column)) {
    case CaseColumn::Unit:
    case CaseColumn::Lead:
    case CaseColumn::Form:
    case CaseColumn::Category:
      return ColumnKind::Word;
    case CaseColumn::Stage:
    case CaseColumn::Level:
      return ColumnKind::Step;
    case CaseColumn::Late:
    case CaseColumn::People:
      return ColumnKind::Number;
    case CaseColumn::Deadline:
    case CaseColumn::Received:
    case CaseColumn::Registered:
      return ColumnKind::Day;
    default:
      return ColumnKind::Text;
  }
}

std::string_view CasesModel::text(std::size_t row, std::size_t column) const {
  const CaseText& text = state_->case_texts()[row];
  switch (static_cast<CaseColumn>(column)) {
    case CaseColumn::Number:
      return text.number;
    case CaseColumn::Petitioner:
      return is_secret(row) ? std::string_view() : text.petitioner;
    default:
      return is_secret(row) ? kAccusationTitle : std::string_view(text.title);
  }
}

std::int64_t CasesModel::value(std::size_t at, std::size_t column) const {
  const Row& row = rows_[at];
  const CaseRow& entry = state_->cases()[at];
  switch (static_cast<CaseColumn>(column)) {
    case CaseColumn::Unit:
      return index_value(row.unit);
    case CaseColumn::Lead:
      return index_value(row.lead);
    case CaseColumn::Form:
      return code_value(entry.form);
    case CaseColumn::Category:
      return is_secret(at) || categories_[row.category].empty() ? kBlank : row.category;
    case CaseColumn::Stage:
      return static_cast<std::int64_t>(row.stage);
    case CaseColumn::Level:
      return code_value(row.level);
    case CaseColumn::Late:
      return row.late > 0 ? row.late : kBlank;
    case CaseColumn::People:
      return is_secret(at) || entry.people <= 0 ? kBlank : entry.people;
    case CaseColumn::Deadline:
      return day_value(row.deadline);
    case CaseColumn::Received:
      return day_value(entry.received_on);
    case CaseColumn::Registered:
      return day_value(entry.registered_on);
    default:
      return kBlank;
  }
}

std::string CasesModel::word(std::size_t column, std::int64_t code) const {
  const auto at = static_cast<std::uint32_t>(code);
  switch (static_cast<CaseColumn>(column)) {
    case CaseColumn::Unit:
      return unit_name(*state_, {at});
    case CaseColumn::Lead:
      return official_name(*state_, {at});
    case CaseColumn::Form:
      return label(core::word(static_cast<core::Form>(code)));
    case CaseColumn::Category:
      return categories_[at];
    case CaseColumn::Stage:
      return std::string(stage_word(static_cast<CaseStage>(code)));
    case CaseColumn::Level:
      return label(core::word(static_cast<core::LeadLevel>(code)));
    default:
      return std::to_string(code);
  }
}

void CasesModel::find(const std::string& text, const Search& search) {
  if (text.empty() || searched_ == text) return;
  searched_ = text;
  found_ = search(text);
}

void CasesModel::select(const CasesQuery& query, const Search& search) {
  if (query_ == query || state_ == nullptr) return;
  find(query.search, search);
  query_ = query;
  const bool all = query.search.empty();
  const bool narrow = !all || !query.table.filters.empty();
  const auto keeps = [&](std::size_t at) { return (scopes_[at] & bit_of(query.scope)) != 0; };
  order_.select(*this, query.table, [&](std::size_t at) {
    return all ? narrow || keeps(at) : found_.contains({static_cast<std::uint32_t>(at)});
  });
  narrowed_.reset();
  if (!narrow) return;
  count_shown();
  if (query.scope != CaseScope::All || total() < rows_.size()) order_.narrow(keeps);
  if (!all && query.table == CasesQuery{}.table) put_number_ends_first(query.search);
}

// The short number on every screen is the end of the whole one. The whole ones lie far apart, and
// are looked at only when the text has more than the bytes kept here.
void CasesModel::put_number_ends_first(std::string_view text) {
  const std::uint32_t end = end_of(text);
  const bool told = text.size() <= sizeof end;
  const std::uint32_t mask = text.size() < sizeof end ? (std::uint32_t{1} << 8 * text.size()) - 1
                                                      : std::numeric_limits<std::uint32_t>::max();
  order_.put_first([&](std::size_t at) {
    return (number_ends_[at] & mask) == end &&
           (told || state_->case_texts()[at].number.ends_with(text));
  });
}

void CasesModel::count_shown() {
  std::array<std::size_t, std::size_t{1} << kCaseScopes> counts{};  // by the scopes a case is in
  for (const std::uint32_t at : order_.shown()) ++counts[scopes_[at]];
  narrowed_.emplace();
  for (std::size_t scopes = 0; scopes < counts.size(); ++scopes)
    for (std::size_t scope = 0; scope < kCaseScopes; ++scope)
      if ((scopes >> scope & 1) != 0) (*narrowed_)[scope] += counts[scopes];
}

std::optional<std::size_t> CasesModel::row_of(core::CaseIndex which) const {
  const auto shown = order_.shown();
  const auto at = std::find(shown.begin(), shown.end(), which.value);
  if (at == shown.end()) return std::nullopt;
  return static_cast<std::size_t>(at - shown.begin());
}

CasesModel::Words CasesModel::words(std::size_t at) const {
  const core::CaseIndex which = case_at(at);
  const Row& row = rows_[which.value];
  const CaseRow& entry = state_->case_row(which);
  const CaseText& text = state_->case_text(which);
  Words words;
  words.number = text.number;
  words.title = case_title(*state_, which);
  words.unit = unit_name(*state_, row.unit);
  if (!is_secret(which.value)) {
    words.petitioner = text.petitioner;
    words.category = text.category;
    if (entry.people > 0) words.people = std::to_string(entry.people);
  }
  if (entry.form != core::Form::Unknown) words.form = label(core::word(entry.form));
  words.received = short_day(entry.received_on, today_);
  words.registered = short_day(entry.registered_on, today_);
  words.deadline = short_day(row.deadline, today_);
  if (row.deadline.known() && row.deadline <= today_)
    words.deadline_tone = row.late > 0 ? Tone::Late : Tone::Due;
  words.stage = stage_word(row.stage);
  words.stage_tone = stage_tone(row.stage);
  words.lead = row.lead.known() ? official_name(*state_, row.lead)
                                : std::string(row.needs_lead ? "未明确" : "—");
  words.level = row.level == core::LeadLevel::None ? "—" : label(core::word(row.level));
  words.late = row.late > 0 ? std::to_string(row.late) : "—";
  return words;
}

CasesQuery cases_with(CaseScope scope, CaseColumn column, std::int64_t code) {
  CasesQuery query;
  query.scope = scope;
  query.table.set_filter(filter_by(static_cast<std::size_t>(column), code));
  return query;
}

}  // namespace web
