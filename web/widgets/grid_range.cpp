#include "web/widgets/grid_range.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "core/base/decimal.h"
#include "web/models/words.h"
#include "web/widgets/grid_layout.h"
#include "web/widgets/pressable.h"
#include "web/widgets/registry.h"
#include "web/widgets/text.h"

namespace web {
namespace {

constexpr std::string_view kNothing = "—";

/// A day with its year, a number in place of a dash; nothing where the words say it already.
std::string value_words(const Table& table, std::size_t row, std::size_t column, bool dash) {
  const ColumnKind kind = table.kind(column);
  if (kind != ColumnKind::Day && kind != ColumnKind::Number) return {};
  const std::int64_t value = table.value(row, column);
  if (value == kBlank) return {};
  if (kind == ColumnKind::Day) return full_day(core::Date{static_cast<std::int32_t>(value)});
  return dash ? std::to_string(value) : std::string();
}

std::string words_of(const GridRows& rows, std::size_t row, std::size_t column,
                     const Table* table) {
  Cell cell;
  rows.cell(row, column, cell);
  const bool dash = cell.text == kNothing && cell.second.empty();
  const std::size_t source = table == nullptr ? SIZE_MAX : rows.source(row);
  if (source != SIZE_MAX)
    if (std::string words = value_words(*table, source, column, dash); !words.empty()) return words;
  if (dash) return {};
  if (!cell.full.empty()) return cell.full;
  if (cell.second.empty()) return cell.text;
  return cell.text + " " + cell.second;
}

std::vector<std::size_t> shown_of(std::span<const GridColumn> columns, const ColumnView& view) {
  std::vector<std::string_view> ids;
  for (const GridColumn& column : columns) ids.push_back(column.id);
  return shown_columns(view, ids);
}

std::string quoted(std::string text, std::string_view special) {
  if (text.find_first_of(special) == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    out += c;
    if (c == '"') out += c;
  }
  return out + '"';
}

bool is_formula(std::string_view text) {
  return text.size() > 1 && std::string_view("=+-@").find(text[0]) != std::string::npos;
}

std::string csv_cell(std::string text) {
  const bool digits = text.size() > 11 && text.find_first_not_of("0123456789") == std::string::npos;
  if (digits || is_formula(text)) text.insert(0, "\t");
  return quoted(std::move(text), ",\"\r\n\t");
}

std::string tsv_cell(std::string text) {
  // A number below zero is to stay one.
  const bool number = text.find_first_not_of("0123456789.", 1) == std::string::npos;
  if (is_formula(text) && !(text[0] == '-' && number)) text.insert(0, "'");
  return quoted(std::move(text), "\t\"\r\n");
}

/// What a run of numbers comes to.
struct Sum {
  std::uint64_t filled = 0, numbers = 0;
  std::int64_t sum = 0, least = INT64_MAX, most = INT64_MIN;

  void add(std::int64_t value) {
    ++numbers;
    sum += value;
    least = std::min(least, value);
    most = std::max(most, value);
  }
};

/// With two places; what was added up may lie below zero.
std::string mean_words(const Sum& sum) {
  const std::int64_t mean =
      core::divide_half_up(std::abs(sum.sum), static_cast<std::int64_t>(sum.numbers), 100);
  return (sum.sum < 0 && mean != 0 ? "-" : "") + core::decimal_text(mean, 2);
}

void add_cell(const Table& table, std::size_t row, std::size_t column, Sum& sum) {
  if (row == SIZE_MAX) return;
  const ColumnKind kind = table.kind(column);
  if (kind == ColumnKind::Text) {
    if (!table.text(row, column).empty()) ++sum.filled;
    return;
  }
  const std::int64_t value = table.value(row, column);
  if (value == kBlank) return;
  ++sum.filled;
  if (kind == ColumnKind::Number) sum.add(value);
}

std::string totals_of(const GridRows& rows, const GridOptions& options, const GridLayout& layout,
                      const GridRange& range) {
  const std::size_t height = range.last_row - range.first_row + 1;
  const std::size_t width = range.last_place - range.first_place + 1;
  std::string words = fmt::format("已选 {} 行 × {} 列", grouped(height), width);
  if (options.table == nullptr) return words;
  Sum sum;
  for (std::size_t place = range.first_place; place <= range.last_place; ++place)
    for (std::size_t row = range.first_row; row <= range.last_row; ++row)
      add_cell(*options.table, rows.source(row), layout.columns[place], sum);
  words += fmt::format(" · 非空 {}", grouped(sum.filled));
  if (sum.numbers == 0) return words;
  return words + fmt::format(" · 求和 {} · 平均 {} · 最小 {} · 最大 {}", sum.sum, mean_words(sum),
                             sum.least, sum.most);
}

constexpr char kCopy[] = "复制###copy_range";

float copy_width(const Look& look) {
  return std::ceil(text_width(text_style(look, Type::BodyBold), shown_label(kCopy))) + look.px(32);
}

bool copy_button(const Look& look, ImVec2 start, ImVec2 end) {
  const TextStyle style = text_style(look, Type::BodyBold, Tone::Accent);
  ImGui::SetCursorScreenPos(start);
  const bool pressed = pressable(kCopy, {end.x - start.x, end.y - start.y});
  note_item("button", shown_label(kCopy));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered() || ImGui::IsItemFocused())
    list.AddRectFilled({start.x, start.y + look.line}, end, look.colour.hover, look.px(6));
  draw_centred(list, style, start, end, shown_label(kCopy));
  return pressed;
}

}  // namespace

bool has_range(const GridMemory& memory) {
  return memory.anchor.known() && memory.active.known() && !(memory.anchor == memory.active);
}

bool has_totals(const GridMemory& memory) {
  return has_range(memory) || (memory.marking && memory.anchor.known());
}

std::optional<GridRange> range_of(const GridLayout& layout, const GridMemory& memory) {
  if (!memory.anchor.known() || !memory.active.known()) return std::nullopt;
  const std::size_t a = layout.place_of(memory.anchor.column);
  const std::size_t b = layout.place_of(memory.active.column);
  if (std::max(a, b) >= layout.columns.size()) return std::nullopt;
  return GridRange{std::min(memory.anchor.row, memory.active.row),
                   std::max(memory.anchor.row, memory.active.row), std::min(a, b), std::max(a, b)};
}

void check_range(const GridRows& rows, const GridOptions& options, GridMemory& memory) {
  const std::size_t count = rows.count();
  const std::size_t first = memory.anchor.row, last = memory.active.row;
  GridSeen now{count, memory.revision, {}, memory.view.order, memory.view.hidden, first, last};
  if (options.query != nullptr) now.query = *options.query;
  if (first < count) now.first_key = rows.key(first);
  if (last < count) now.last_key = rows.key(last);
  GridSeen before = memory.seen;
  // A corner that a person has moved since is another row for good reason.
  if (before.first != first) before.first_key = now.first_key;
  if (before.last != last) before.last_key = now.last_key;
  before.first = first;
  before.last = last;
  const bool same = before == now;
  memory.seen = std::move(now);
  if (same) return;
  memory.anchor = memory.active = memory.summed_from = {};
  memory.marking = false;
}

std::string range_text(const GridRows& rows, const GridOptions& options, const GridLayout& layout,
                       const GridRange& range, bool titles) {
  std::string out;
  const auto line = [&](auto&& words) {
    for (std::size_t place = range.first_place; place <= range.last_place; ++place) {
      if (place > range.first_place) out += '\t';
      out += tsv_cell(words(layout.columns[place]));
    }
    out += "\r\n";
  };
  if (titles) line([&](std::size_t column) { return std::string(options.columns[column].title); });
  for (std::size_t row = range.first_row; row <= range.last_row; ++row)
    line([&](std::size_t column) { return words_of(rows, row, column, options.table); });
  return out;
}

void copy_range(const GridRows& rows, const GridOptions& options, const GridLayout& layout,
                const GridRange& range) {
  if (range.last_row >= rows.count()) return;
  const bool all = range.last_row - range.first_row + 1 == rows.count() && rows.count() > 1;
  ImGui::SetClipboardText(range_text(rows, options, layout, range, /*titles=*/all).c_str());
}

std::string table_csv(const GridRows& rows, std::span<const GridColumn> columns,
                      const ColumnView& view, const Table* table) {
  const std::vector<std::size_t> shown = shown_of(columns, view);
  std::string out = "\xEF\xBB\xBF";  // without it Excel takes the file for GBK
  const auto line = [&](auto&& words) {
    for (const std::size_t column : shown) {
      if (column != shown.front()) out += ',';
      out += csv_cell(words(column));
    }
    out += "\r\n";
  };
  line([&](std::size_t column) { return std::string(columns[column].title); });
  for (std::size_t row = 0; row < rows.count(); ++row)
    line([&](std::size_t column) { return words_of(rows, row, column, table); });
  return out;
}

ReportTable table_report(std::string_view caption, const GridRows& rows,
                         std::span<const GridColumn> columns, const ColumnView& view,
                         const Table* source) {
  ReportTable table{report_caption(caption, rows.count()), {}, {}};
  const std::vector<std::size_t> shown = shown_of(columns, view);
  for (const std::size_t column : shown)
    table.columns.push_back({std::string(columns[column].title), columns[column].right});
  for (std::size_t row = 0; row < std::min(rows.count(), kMostPrinted); ++row) {
    std::vector<std::string>& cells = table.rows.emplace_back();
    for (const std::size_t column : shown) cells.push_back(words_of(rows, row, column, source));
  }
  return table;
}

float totals_height(const Look& look) { return look.px(look.touch ? 44 : 32); }

void draw_totals(const Look& look, const GridRows& rows, const GridOptions& options,
                 const GridLayout& layout, GridMemory& memory) {
  const std::optional<GridRange> range = range_of(layout, memory);
  if (!range || !has_totals(memory)) return;
  if (!(memory.summed_from == memory.anchor) || !(memory.summed_to == memory.active)) {
    memory.summed_from = memory.anchor;
    memory.summed_to = memory.active;
    memory.totals = totals_of(rows, options, layout, *range);
  }
  const ImVec2 start{layout.start.x, layout.end.y - totals_height(look)};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(start, {layout.end.x, start.y + look.line}, look.colour.line);
  const TextStyle style = text_style(look, Type::Small);
  const float y = start.y + (layout.end.y - start.y - line_height(style)) / 2;
  const float right = layout.end.x - copy_width(look);
  const float room = right - start.x - look.px(24);
  draw_text(list, style, {start.x + look.px(12), y}, shortened(style, memory.totals, room));
  note("status", memory.totals, start, {right, layout.end.y}, {}, "totals");
  if (copy_button(look, {right, start.y}, layout.end)) copy_range(rows, options, layout, *range);
}

}  // namespace web
