#include "core/intake/tables/row_filter.h"

#include <algorithm>
#include <array>

namespace core::intake {
namespace {

constexpr std::array<std::string_view, 7> kSums = {"合计", "总计", "小计",    "共计",
                                                   "累计", "平均", "全县合计"};
constexpr std::array<std::string_view, 15> kFooters = {
    "填表人",   "制表人", "填报人", "审核人", "负责人",     "制表单位", "填报单位", "填表日期",
    "制表日期", "备注",   "说明",   "注",     "单位负责人", "联系人",   "统计截止"};

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

bool is_sum(std::string_view text) {
  const std::string folded = fold_header(text);
  return std::any_of(kSums.begin(), kSums.end(), [&folded](std::string_view word) {
    return folded == word || (ends_with(folded, word) && folded.size() <= word.size() + 12) ||
           starts_with(folded, std::string(word) + ":");
  });
}

bool is_footer(std::string_view text) {
  const std::string folded = fold_header(text);
  return std::any_of(kFooters.begin(), kFooters.end(), [&folded](std::string_view word) {
    return starts_with(folded, std::string(word) + ":") || folded == word;
  });
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

}  // namespace

RowSort sort_of(const RowView& row) {
  std::string_view first;
  int filled = 0;
  for (const Cell& cell : row.row().cells) {
    if (cell.text.empty() || trim(cell.text).empty()) continue;
    if (filled++ > 0) break;  // how many more there are makes no difference
    first = trim(cell.text);
  }
  if (filled == 0) return RowSort::Blank;
  const Column key = key_column(row.layout().kind);
  const std::string_view value = row.text(key);
  const std::string_view header = row.header(key);
  if (!value.empty() && !header.empty() && ends_with(header, value)) return RowSort::Skipped;
  // Keys without anything but ASCII, nearly all of them, need no look at the words.
  const bool plain = !value.empty() && filled > 1 && is_ascii(value);
  if (plain) return RowSort::Data;
  if (is_sum(value) || (value.empty() && is_sum(first))) return RowSort::Skipped;
  if (value.empty() && (is_footer(first) || filled == 1)) return RowSort::Skipped;
  if (filled == 1 && (is_footer(value) || is_heading(value) || contains(value, "：")))
    return RowSort::Skipped;
  return RowSort::Data;
}

}  // namespace core::intake
