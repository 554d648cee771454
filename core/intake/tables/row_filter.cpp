#include "core/intake/tables/row_filter.h"

#include <algorithm>
#include <array>
#include <span>

namespace core::intake {
namespace {

constexpr std::array<std::string_view, 7> kSums = {"合计", "总计", "小计",    "共计",
                                                   "累计", "平均", "全县合计"};
constexpr std::string_view kFooters[] = {
    "填表人",   "制表人",   "填报人",   "审核人",   "负责人",  "制表单位", "填报单位",
    "填表日期", "制表日期", "备注",     "说明",     "注",      "填表说明", "单位负责人",
    "联系人",   "统计截止", "填表",     "制表",     "填报",    "审核",     "填报日期",
    "报送人",   "报送单位", "分管领导", "联系电话", "主要领导"};

bool is_sum_word(std::string_view text) {
  const std::string folded = fold_header(text);
  return std::find(kSums.begin(), kSums.end(), folded) != kSums.end();
}

bool is_sum(std::string_view text) {
  const std::string folded = fold_header(text);
  return std::any_of(kSums.begin(), kSums.end(), [&folded](std::string_view word) {
    return folded == word || (ends_with(folded, word) && folded.size() <= word.size() + 12) ||
           starts_with(folded, std::string(word) + ":");
  });
}

/// `填表人：张三`
bool is_signature(std::string_view text) {
  const std::string folded = fold_header(text);
  return std::any_of(std::begin(kFooters), std::end(kFooters), [&folded](std::string_view word) {
    return starts_with(folded, word) && starts_with(folded.substr(word.size()), ":");
  });
}

bool is_footer(std::string_view text) {
  const std::string folded = fold_header(text);
  return is_signature(text) || folded == "(盖章)" || folded == "盖章" || folded == "(公章)" ||
         std::find(std::begin(kFooters), std::end(kFooters), folded) != std::end(kFooters);
}

/// What may also stand in a row of data, where that has a column for it.
bool is_remark(std::string_view text) {
  const std::string folded = fold_header(text);
  return starts_with(folded, "备注") || starts_with(folded, "说明") || starts_with(folded, "注");
}

/// Below the table. No key is written like a signature, and no row of two cells the first of which
/// is none of the key says enough to be data.
bool is_below(std::string_view first, std::string_view value, int filled) {
  if (value.empty()) return is_footer(first) && (filled == 2 || !is_remark(first));
  return is_signature(value) || (filled <= 2 && (is_footer(value) || is_signature(first)));
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// `二、县直部门`, `（一）乡镇`: a heading between the rows.
bool is_heading(std::string_view text) {
  const std::string folded = fold_header(text);
  for (const std::string_view number : {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"})
    if (starts_with(folded, std::string(number) + "、") ||
        starts_with(folded, "(" + std::string(number) + ")"))
      return true;
  return false;
}

/// Whether some cell is the header of another column than the one it stands in.
bool is_rearranged(const RowView& row) {
  const SheetLayout& layout = row.layout();
  const std::size_t width = std::min(row.row().cells.size(), layout.headers.size());
  for (std::size_t i = 0; i < width; ++i) {
    const std::string_view text = trim(row.row().cells[i].text);
    if (text.empty() || text == layout.headers[i]) continue;
    for (std::size_t at = 0; at < layout.headers.size(); ++at)
      if (layout.columns[at] != Column::None && layout.headers[at] == text) return true;
  }
  return false;
}

/// A cell by itself under one of the columns that are read, not where titles begin: the row above
/// goes on, and somebody should know that it was not taken.
bool goes_on(const SheetLayout& layout, std::size_t at) {
  return at > 0 && at < layout.columns.size() && layout.columns[at] != Column::None;
}

}  // namespace

Column key_column(SheetKind kind) {
  switch (kind) {
    case SheetKind::Units:
      return Column::UnitCode;
    case SheetKind::Officials:
      return Column::OfficialName;
    case SheetKind::Statistics:
      return Column::Unit;
    default:
      return Column::CaseNumber;
  }
}

RowSort sort_of(const RowView& row) {
  std::string_view first;
  std::size_t first_at = 0;
  int filled = 0;
  const std::span<const Cell> cells = row.row().cells;
  for (std::size_t at = 0; at < cells.size(); ++at) {
    if (cells[at].text.empty() || trim(cells[at].text).empty()) continue;
    if (filled++ == 0) {
      first = trim(cells[at].text);
      first_at = at;
    }
    if (filled > 2) break;  // how many more there are makes no difference
  }
  if (filled == 0) return RowSort::Blank;
  const Column key = key_column(row.layout().kind);
  const std::string_view value = row.text(key);
  const std::string_view header = row.header(key);
  if (!value.empty() && !header.empty() && ends_with(header, value))
    return is_rearranged(row) ? RowSort::OtherHeader : RowSort::Skipped;
  // Keys without anything but ASCII, nearly all of them, need no look at the words.
  const bool plain = !value.empty() && filled > 2 && is_ascii(value);
  if (plain && is_ascii(first)) return RowSort::Data;
  // With how many there are in the place of the number; a title may end in such a word.
  if (first != value && (value.empty() ? is_sum(first) : is_sum_word(first)))
    return RowSort::Skipped;
  if (plain) return RowSort::Data;
  if (is_sum(value)) return RowSort::Skipped;
  if (value.empty() && filled == 1)
    return goes_on(row.layout(), first_at) && !is_footer(first) ? RowSort::Data : RowSort::Skipped;
  if (is_below(first, value, filled)) return RowSort::Skipped;
  if (filled == 1 && (is_heading(value) || contains(value, "："))) return RowSort::Skipped;
  return RowSort::Data;
}

}  // namespace core::intake
