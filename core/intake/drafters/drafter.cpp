#include "core/intake/drafters/drafter.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/intake/readers/number_text.h"
#include "core/intake/tables/cell_values.h"
#include "core/model/key.h"
#include "core/model/validate.h"

namespace core::intake {
namespace {

constexpr std::size_t kIssueText = 60;
constexpr std::size_t kLongestNumber = 64;
constexpr std::size_t kExcelDigits = 15;

/// `5.1172E+17`: what Excel writes into a CSV file where it took a long number for one.
bool is_rounded(std::string_view number) {
  const std::size_t end = number.find_first_of("Ee");
  if (end == std::string_view::npos || number.substr(0, end).find('.') == std::string_view::npos)
    return false;
  return parse_number(number).has_value();
}

/// `'5117…` and `="5117…"`: how people keep Excel from rounding long numbers in CSV.
std::string_view without_guard(std::string_view text) {
  if (!text.empty() && (text.front() == '\'' || text.front() == '`')) return text.substr(1);
  if (text.size() > 3 && starts_with(text, "=\"") && text.back() == '"')
    return text.substr(2, text.size() - 3);
  return text;
}

/// `5117 2026 0100 0000 01`
bool is_spaced_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c == ' ' || (c >= '0' && c <= '9'); });
}

/// What people write where there is no number.
bool is_placeholder(std::string_view text) {
  constexpr std::string_view kNone[] = {"无",   "暂无",   "不详", "空",  "待编",
                                        "待定", "未编号", "待补", "N/A", "n/a",
                                        "NA",   "0",      "—",    "——",  "／"};
  const bool says_nothing = std::all_of(text.begin(), text.end(), [](char c) {
    return c == '-' || c == '/' || c == '*' || c == '.' || c == '?';
  });
  return says_nothing || std::find(std::begin(kNone), std::end(kNone), text) != std::end(kNone);
}

}  // namespace

std::string shortened(std::string text, std::size_t limit, bool& cut) {
  if (text.size() <= limit || count_code_points(text) <= limit) return text;
  std::size_t at = 0;
  for (std::size_t i = 0; i + 1 < limit; ++i) next_code_point(text, at);
  text.erase(at);
  text += "…";
  cut = true;
  return text;
}

Drafter::~Drafter() = default;

Result<RowOutcome> Drafter::draft(const RowView& row) {
  row_ = &row;
  issues_.clear();
  fatal_.clear();
  refused_ = false;
  added_ = false;
  before_ = session_.taken();
  postponed_.clear();
  CORE_TRY(draft_row(row));
  leave_out_errors();
  CORE_TRY(correct_postponed());
  for (std::size_t i = 0; i < issues_.size(); ++i) {
    if (!refused_ && !fatal_[i]) issues_[i].reason += "，此格未取";
    log().issues.push_back(std::move(issues_[i]));
  }
  if (refused_) return RowOutcome::Refused;
  if (session_.taken() == before_) return RowOutcome::Unchanged;
  return added_ ? RowOutcome::Added : RowOutcome::Updated;
}

void Drafter::add_issue(Column column, std::string_view reason) {
  Issue issue;
  issue.file = place_.file;
  issue.sheet = place_.sheet;
  issue.row = row_->number();
  issue.column = std::string(row_->header(column));
  const Cell& cell = row_->cell(column);
  const std::string_view raw = cell.kind == CellKind::Error ? cell.text : row_->text(column);
  const bool is_number = personal_number_problem(raw, session_.today()).empty();
  if (column == Column::CaseNumber && is_number) {
    issue.text = std::string(raw.substr(0, kLongestNumber));
  } else if (column != Column::None && column != Column::Petitioner) {
    // What stands in a name's column is never repeated.
    Scrubbed uncounted;
    bool cut = false;
    const auto names = mask_petitioner(row_->text(Column::Petitioner), 0).names;
    issue.text = shortened(session_.scrubber().scrub(raw, names, uncounted), kIssueText, cut);
  }
  issue.reason = std::string(reason);
  issues_.push_back(std::move(issue));
}

void Drafter::leave_out_errors() {
  const SheetLayout& layout = row_->layout();
  const std::span<const Cell> cells = row_->row().cells;
  for (std::size_t i = 0; i < std::min(cells.size(), layout.columns.size()); ++i) {
    const Column column = layout.columns[i];
    if (cells[i].kind != CellKind::Error || column == Column::None || column == Column::Status)
      continue;  // nothing is ever taken from there
    const bool said = std::any_of(issues_.begin(), issues_.end(), [&](const Issue& issue) {
      return issue.column == layout.headers[i];
    });
    if (!said)
      leave_out(column, cells[i].text.empty() ? "公式没有算出结果，请用表格软件打开并保存后再导入"
                                              : "公式出错，没有值");
  }
}

void Drafter::refuse(Column column, std::string_view reason) {
  add_issue(column, reason);
  fatal_.push_back(true);
  refused_ = true;
}

void Drafter::leave_out(Column column, std::string_view reason) {
  add_issue(column, reason);
  fatal_.push_back(false);
}

Result<bool> Drafter::record(FactView& fact, Column column) {
  CORE_ASSIGN(const std::vector<std::string> problems, session_.take(fact));
  if (!problems.empty()) leave_out(column, joined(problems));
  return problems.empty();
}

Result<bool> Drafter::record(const Fact& fact, Column column) {
  FactView view;
  look_at(fact, view);
  return record(view, column);
}

Result<bool> Drafter::record_or_refuse(FactView& fact, Column column) {
  CORE_ASSIGN(const std::vector<std::string> problems, session_.take(fact));
  if (!problems.empty()) refuse(column, joined(problems));
  return problems.empty();
}

Result<bool> Drafter::record_or_refuse(const Fact& fact, Column column) {
  FactView view;
  look_at(fact, view);
  return record_or_refuse(view, column);
}

Result<bool> Drafter::correct(FactRef target, Fields with, Column column) {
  Fact fact;
  fact.kind = "fact.corrected";
  fact.on = session_.today();
  fact.fields = Fields{
      {"fact", state().fact_id(target)}, {"reason", "导入的台账有改动"}, {"with", std::move(with)}};
  CORE_ASSIGN(const std::vector<std::string> problems, session_.take(fact));
  if (!problems.empty()) postponed_.push_back({std::move(fact), column});
  return problems.empty();
}

// From the last to the first: days that move later must begin with the last effect.
Status Drafter::correct_postponed() {
  for (bool moved = true; moved && !postponed_.empty();) {
    moved = false;
    for (std::size_t i = postponed_.size(); i-- > 0;) {
      CORE_ASSIGN(const std::vector<std::string> problems, session_.take(postponed_[i].correction));
      if (!problems.empty()) continue;
      postponed_.erase(postponed_.begin() + static_cast<std::ptrdiff_t>(i));
      moved = true;
    }
  }
  for (const Postponed& each : postponed_) {
    if (each.column == Column::None) {
      CORE_TRY(correct_in_part(each));
    } else {
      CORE_TRY(record(each.correction, each.column));  // says what stands against it
    }
  }
  return Done{};
}

// One cell that will not do must not hold up the others. Which fit together is found by adding one
// at a time, for days of a case move only in some order.
Status Drafter::correct_in_part(const Postponed& each) {
  Fact part = each.correction;
  Fields taken;
  Fields left = *part.fields.find("with")->fields();
  const auto problems_with = [&](const Fields::Entry& field) {
    Fields with = taken;
    with.set(field.first, field.second);
    part.fields.set("with", std::move(with));
    return problems_of(part, state(), session_.today());
  };
  const auto fits = [&](const Fields::Entry& field) { return problems_with(field).empty(); };
  for (const Fields::Entry* at = std::find_if(left.begin(), left.end(), fits); at != left.end();
       at = std::find_if(left.begin(), left.end(), fits)) {
    taken.set(at->first, at->second);
    left.erase(std::string(at->first));
  }
  for (const Fields::Entry& field : left)
    leave_out(column_of(field.first), joined(problems_with(field)));
  if (taken.empty()) return Done{};
  part.fields.set("with", std::move(taken));
  CORE_ASSIGN([[maybe_unused]] const bool done, record(part, each.column));
  return Done{};
}

Date Drafter::any_day(Column column) {
  const Parsed<Date> parsed = read_day(row_->cell(column), place_.year);
  if (parsed.failed()) leave_out(column, parsed.reason);
  if (parsed.value && is_too_old(*parsed.value)) {
    leave_out(column, "早得不像日期");
    return Date{};
  }
  return parsed.value.value_or(Date{});
}

Date Drafter::day(Column column) {
  const Date date = any_day(column);
  if (!date.known() || date <= session_.today()) return date;
  leave_out(column, fmt::format("日期在今天（{}）之后", to_string(session_.today())));
  return Date{};
}

std::string Drafter::text(Column column, std::span<const PersonName> names,
                          std::string_view surname, std::size_t limit) {
  const std::string_view raw = row_->text(column);
  if (raw.empty()) return {};
  bool cut = false;
  std::string clean =
      shortened(session_.scrubber().scrub(raw, names, log().scrubbed, surname), limit, cut);
  if (cut && !cut_noted_) {
    note(fmt::format("“{}”超过{}字的部分已截去，以“…”结尾", row_->header(column), limit));
    cut_noted_ = true;
  }
  return clean;
}

std::vector<PersonName> Drafter::names_of(const std::string& number) const {
  const std::span<const PersonName> known = session_.names_of(number);
  std::vector<PersonName> names(known.begin(), known.end());
  for (PersonName& name : mask_petitioner(row_->text(Column::Petitioner), 0).names)
    names.push_back(std::move(name));
  return names;
}

std::string Drafter::case_number() {
  const Cell& cell = row_->cell(Column::CaseNumber);
  const std::string_view raw = without_guard(row_->text(Column::CaseNumber));
  std::string number = plain_case_number(raw);
  if (is_spaced_digits(number)) number = replace_all(number, " ", "");
  if (number.empty()) {
    refuse(Column::CaseNumber, "缺少编号");
  } else if ((cell.kind == CellKind::Number && number.size() > kExcelDigits) ||
             is_rounded(number)) {
    refuse(Column::CaseNumber, "编号被存成了数字，末几位已丢失，请把该列改为文本后重新导出");
  } else if (cell.kind == CellKind::Date || number.size() > kLongestNumber) {
    refuse(Column::CaseNumber, "不像编号");
  } else if (is_placeholder(number)) {
    refuse(Column::CaseNumber, "没有写编号");
  } else if (const std::string why = personal_number_problem(number, session_.today());
             !why.empty()) {
    refuse(Column::CaseNumber, why);
  } else {
    return number;
  }
  return {};
}

std::string Drafter::known_case() {
  std::string number = case_number();
  if (number.empty()) return number;
  const CaseIndex index = state().find_case(number);
  if (index.known() && state().case_row(index).registered()) return number;
  refuse(Column::CaseNumber, "没有登记这件信访事项，请先导入信访事项");
  return {};
}

void Drafter::note(std::string sentence) {
  std::vector<std::string>& notes = log().notes;
  if (std::find(notes.begin(), notes.end(), sentence) == notes.end())
    notes.push_back(std::move(sentence));
}

}  // namespace core::intake
