#include "core/intake/tables/layout.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "core/base/text.h"

namespace core::intake {
namespace {

constexpr std::size_t kDeepest = 5;
constexpr std::array<SheetKind, 6> kKinds = {SheetKind::Reports, SheetKind::Leads,
                                             SheetKind::Cases,   SheetKind::Officials,
                                             SheetKind::Units,   SheetKind::Statistics};

/// One of these columns must be there, called this in messages.
struct Need {
  std::vector<Column> any;
  std::string_view label;
};

std::vector<Need> needs_of(SheetKind kind) {
  const Need number{{Column::CaseNumber}, "信访件编号"};
  switch (kind) {
    case SheetKind::Cases:
      return {number, {{Column::RegisteredOn, Column::PetitionedOn}, "登记日期"}};
    case SheetKind::Leads:
      return {number, {{Column::Ground, Column::CountyLeader, Column::TaskForce}, "包案依据"}};
    case SheetKind::Reports:
      return {number, {{Column::Week}, "报告周"}};
    case SheetKind::Units:
      return {{{Column::UnitCode}, "单位代码"}, {{Column::UnitName}, "单位名称"}};
    case SheetKind::Officials:
      return {{{Column::OfficialName}, "姓名"}, {{Column::Post, Column::Rank}, "职务"}};
    case SheetKind::Statistics:
      return {{{Column::Unit}, "单位"},
              {{Column::AcceptOnTime, Column::AnswerOnTime, Column::ForwardOnTime,
                Column::Satisfied, Column::Contacted, Column::Published, Column::ResolvedOnce},
               "统计数"}};
    case SheetKind::Unknown:
      break;
  }
  return {};
}

std::string lacking(const SheetLayout& layout, SheetKind kind) {
  std::string out;
  for (const Need& need : needs_of(kind)) {
    const bool found = std::any_of(need.any.begin(), need.any.end(),
                                   [&layout](Column column) { return layout.has(column); });
    if (found) continue;
    if (!out.empty()) out += "、";
    out += need.label;
  }
  return out;
}

std::string_view cell_of(const TopRow& row, std::size_t column) {
  return column < row.cells.size() ? std::string_view(row.cells[column]) : std::string_view();
}

/// The text a person sees over the column in this row of the header, merged ranges included.
std::string_view seen(std::span<const TopRow> header, std::size_t level, std::size_t column,
                      std::span<const Merge> merges) {
  const std::string_view own = cell_of(header[level], column);
  if (!own.empty()) return own;
  const auto inside = [&](const Merge& merge) {
    return header[level].number >= merge.first_row && header[level].number <= merge.last_row &&
           static_cast<int>(column) >= merge.first_column &&
           static_cast<int>(column) <= merge.last_column;
  };
  const auto merge = std::find_if(merges.begin(), merges.end(), inside);
  if (merge != merges.end()) {
    for (const TopRow& row : header)
      if (row.number == merge->first_row)
        return cell_of(row, static_cast<std::size_t>(merge->first_column));
    return {};
  }
  // Without merged ranges (CSV) a blank over a header of its own belongs to its left neighbour.
  const bool over_child = level + 1 < header.size() && !cell_of(header[level + 1], column).empty();
  if (merges.empty() && over_child && column > 0 && !cell_of(header[level + 1], column - 1).empty())
    return seen(header, level, column - 1, merges);
  return {};
}

/// Header texts from top to bottom, each once.
std::vector<std::string_view> texts_over(std::span<const TopRow> header, std::size_t column,
                                         std::span<const Merge> merges) {
  std::vector<std::string_view> texts;
  for (std::size_t level = 0; level < header.size(); ++level) {
    const std::string_view text = seen(header, level, column, merges);
    if (!text.empty() && (texts.empty() || texts.back() != text)) texts.push_back(text);
  }
  return texts;
}

std::string joined(std::span<const std::string_view> texts, std::string_view between) {
  std::string out;
  for (const std::string_view text : texts) {
    if (!out.empty()) out += between;
    out += text;
  }
  return out;
}

/// What stands over a column, from top to bottom.
using Stack = std::vector<std::string_view>;

/// Why a column must not get in, by its lowest row first: 住址 under 联系方式 is an address.
Dropped dropped_by(std::span<const std::string_view> texts) {
  for (std::size_t i = texts.size(); i-- > 0;)
    if (const Dropped as = dropped_as(header_key(texts[i])); as != Dropped::No) return as;
  return dropped_as(header_key(joined(texts, "")));
}

/// Lowest rows that mean something only under what stands above them.
bool is_vague(std::string_view key) {
  constexpr std::string_view kVague[] = {"名称", "全称",     "内容",     "摘要",
                                         "概要", "概况",     "主要内容", "内容摘要",
                                         "分类", "基本情况", "标题",     "主题"};
  return std::find(std::begin(kVague), std::end(kVague), key) != std::end(kVague);
}

/// What the longest run of rows that ends at the lowest one says: 受理 over 日期 is 受理日期.
/// 内容 under a heading that names what must not get in says nothing.
Column run_column(std::span<const std::string_view> texts, const HeaderBook& book, SheetKind kind) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string key = header_key(joined(texts.subspan(i), ""));
    const Column column = book.find(key, kind);
    if (column == Column::None) continue;
    const bool kept_out = is_vague(key) && dropped_by(texts) != Dropped::No;
    return kept_out ? Column::None : column;
  }
  return Column::None;
}

/// What a row above says of a column whose lowest rows nobody knows. A group of several columns
/// says it of none in particular, and what must not get in is never taken for its group.
Column column_above(const std::vector<Stack>& stacks, std::size_t at, const HeaderBook& book,
                    SheetKind kind) {
  const std::span<const std::string_view> texts = stacks[at];
  const auto shared = [&](std::string_view text) {
    const auto among = [text](const Stack& stack) {
      return std::find(stack.begin(), stack.end(), text) != stack.end();
    };
    return (at > 0 && among(stacks[at - 1])) || (at + 1 < stacks.size() && among(stacks[at + 1]));
  };
  if (texts.size() < 2) return Column::None;
  const bool here = is_vague(header_key(texts.back()));
  for (std::size_t end = texts.size() - 1; end > 0; --end) {
    if (!here && shared(texts[end - 1])) return Column::None;
    if (const Column column = run_column(texts.first(end), book, kind); column != Column::None)
      return dropped_by(texts) == Dropped::No ? column : Column::None;
  }
  return Column::None;
}

const std::pair<std::string, Column>* settled(const LayoutHints& hints, std::string_view header,
                                              const std::vector<std::string_view>& texts) {
  for (const auto& each : hints.columns) {
    const std::string key = header_key(each.first);
    if (key == header_key(header)) return &each;
    if (!texts.empty() && key == header_key(texts.back())) return &each;
  }
  return nullptr;
}

/// Gives the place to the first column that claims it.
void claim(SheetLayout& layout, std::size_t at, Column column) {
  int& place = layout.place[static_cast<std::size_t>(column)];
  if (column == Column::Petitioner && place >= 0) layout.other_names.push_back(at);
  if (column == Column::None || place >= 0) return;
  place = static_cast<int>(at);
  layout.columns[at] = column;
}

/// Headers that say it only where no other column does: any list may number its rows 编号, who
/// hands a case out or is complained of does not handle it, and a contact need not be who
/// petitions.
bool claims_last(Column column, std::span<const std::string_view> texts) {
  constexpr std::string_view kWeak[] = {"编号",   "交办单位", "涉事单位", "去向机构", "联系人",
                                        "代表人", "户主",     "代理人",   "信访群众", "举报人"};
  return column != Column::None &&
         std::find(std::begin(kWeak), std::end(kWeak), header_key(texts.back())) != std::end(kWeak);
}

SheetLayout read_layout(std::span<const TopRow> header, std::span<const Merge> merges,
                        const HeaderBook& book, const LayoutHints& hints, SheetKind kind) {
  SheetLayout layout;
  layout.kind = kind;
  layout.header_first = header.front().number;
  layout.header_last = header.back().number;
  layout.place.fill(-1);
  std::size_t width = 0;
  for (const TopRow& row : header) width = std::max(width, row.cells.size());
  layout.columns.resize(width, Column::None);
  std::vector<Stack> stacks;
  std::vector<bool> open(width, false);  // left to what the rows above say
  std::vector<std::pair<std::size_t, Column>> last;
  for (std::size_t i = 0; i < width; ++i) {
    const Stack& texts = stacks.emplace_back(texts_over(header, i, merges));
    layout.headers.push_back(joined(texts, "·"));
    const auto* person = settled(hints, layout.headers.back(), texts);
    const Column column = person ? person->second : run_column(texts, book, kind);
    open[i] = !person && column == Column::None;
    if (!person && claims_last(column, texts)) {
      last.emplace_back(i, column);
    } else {
      claim(layout, i, column);
    }
  }
  for (const auto& [i, column] : last) claim(layout, i, column);
  for (std::size_t i = 0; i < width; ++i)
    if (open[i]) claim(layout, i, column_above(stacks, i, book, kind));
  return layout;
}

void mark_dropped(SheetLayout& layout, std::span<const TopRow> rows,
                  std::span<const Merge> merges) {
  while (rows.front().number < layout.header_first) rows = rows.subspan(1);
  while (rows.back().number > layout.header_last) rows = rows.first(rows.size() - 1);
  for (std::size_t i = 0; i < layout.columns.size(); ++i)
    layout.dropped.push_back(
        layout.columns[i] == Column::None ? dropped_by(texts_over(rows, i, merges)) : Dropped::No);
}

/// The cell of the column no row of data goes without.
std::string_view key_cell(const SheetLayout& layout, const TopRow& row) {
  const Column key = needs_of(layout.kind).front().any.front();
  const int place = layout.place[static_cast<std::size_t>(key)];
  return place < 0 ? std::string_view() : cell_of(row, static_cast<std::size_t>(place));
}

bool is_header_word(const std::string& cell, const HeaderBook& book, SheetKind kind) {
  constexpr std::size_t kLongest = 12;
  if (count_code_points(cell) > kLongest) return false;  // a sentence that happens to say 电话
  if (std::any_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return false;
  const std::string key = header_key(cell);
  return book.find(key, kind) != Column::None || dropped_as(key) != Dropped::No;
}

/// Whether the row below a header still is part of it: a merged cell reaches into it, or all it
/// holds are headers or stands under groups of columns. A row of data has its key.
bool goes_on(const SheetLayout& layout, const TopRow& below, std::span<const Merge> merges,
             const HeaderBook& book) {
  if (below.number != layout.header_last + 1 || !key_cell(layout, below).empty()) return false;
  const auto reaches = [&](const Merge& merge) {
    return merge.first_row >= layout.header_first && merge.first_row <= layout.header_last &&
           merge.last_row > layout.header_last &&
           merge.last_row < merge.first_row + static_cast<int>(kDeepest);
  };
  if (std::any_of(merges.begin(), merges.end(), reaches)) return true;
  const auto grouped = [&](int column) {
    return std::any_of(merges.begin(), merges.end(), [&](const Merge& merge) {
      return merge.last_row == layout.header_last && merge.first_column < merge.last_column &&
             column >= merge.first_column && column <= merge.last_column;
    });
  };
  for (std::size_t i = 0; i < below.cells.size(); ++i) {
    const std::string& cell = below.cells[i];
    const bool header = cell.empty() || is_header_word(cell, book, layout.kind);
    if (!header && !grouped(static_cast<int>(i))) return false;
  }
  return true;
}

int score(const SheetLayout& layout) {
  return static_cast<int>(std::count_if(layout.columns.begin(), layout.columns.end(),
                                        [](Column column) { return column != Column::None; }));
}

int known_headers(const TopRow& row, const HeaderBook& book, const LayoutHints& hints) {
  int known = 0;
  for (const std::string& cell : row.cells) {
    if (cell.empty()) continue;
    const std::string key = header_key(cell);
    const bool any = std::any_of(kKinds.begin(), kKinds.end(), [&](SheetKind kind) {
      return book.find(key, kind) != Column::None;
    });
    if (any || settled(hints, cell, {}) != nullptr) ++known;
  }
  return known;
}

/// The rows a header may begin at: near the one with most known headers, or where a person said.
std::pair<std::size_t, std::size_t> possible_starts(std::span<const TopRow> rows,
                                                    const HeaderBook& book,
                                                    const LayoutHints& hints) {
  std::size_t peak = 0;
  int most = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (hints.header_row != 0 && rows[i].number == hints.header_row) return {i, i + 1};
    const int known = known_headers(rows[i], book, hints);
    if (known > most) peak = i;
    most = std::max(most, known);
  }
  if (hints.header_row != 0 || rows.empty()) return {0, 0};
  return {peak >= kDeepest ? peak - kDeepest + 1 : 0, peak + 1};
}

/// A telephone or a number of a case stands in rows of data, never in a header.
bool holds_long_number(const TopRow& row) {
  constexpr std::size_t kLong = 7;
  return std::any_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) {
    std::size_t run = 0;
    for (const char c : cell) {
      run = c >= '0' && c <= '9' ? run + 1 : 0;
      if (run == kLong) return true;
    }
    return false;
  });
}

/// Calls `visit` with every header the rows could have, as what it is read, and the row below it
/// that may belong to it too; null when there is none.
template <typename Visit>
void each_reading(std::span<const TopRow> rows, std::span<const Merge> merges,
                  const HeaderBook& book, const LayoutHints& hints, const Visit& visit) {
  const auto [begin, end] = possible_starts(rows, book, hints);
  for (std::size_t first = begin; first < end; ++first) {
    for (std::size_t depth = 1; depth <= kDeepest && first + depth <= rows.size(); ++depth) {
      if (holds_long_number(rows[first + depth - 1])) break;
      const bool more = depth < kDeepest && first + depth < rows.size();
      const TopRow* const below = more ? &rows[first + depth] : nullptr;
      for (const SheetKind kind : kKinds) {
        if (hints.kind != SheetKind::Unknown && hints.kind != kind) continue;
        visit(read_layout(rows.subspan(first, depth), merges, book, hints, kind), below);
      }
    }
  }
}

}  // namespace

std::optional<SheetLayout> find_layout(std::span<const TopRow> rows, std::span<const Merge> merges,
                                       const HeaderBook& book, const LayoutHints& hints) {
  std::optional<SheetLayout> best;
  // Whole before cut off, then by columns understood, then the lower header.
  std::tuple<bool, int, int> best_score;
  each_reading(rows, merges, book, hints, [&](SheetLayout layout, const TopRow* below) {
    const int points = score(layout);
    if (points < 2 || !lacking(layout, layout.kind).empty()) return;
    const bool whole = !below || !goes_on(layout, *below, merges, book);
    const std::tuple found{whole, points, layout.header_first - layout.header_last};
    if (best && found <= best_score) return;
    best_score = found;
    best = std::move(layout);
  });
  if (!best) return best;
  mark_dropped(*best, rows, merges);
  for (const TopRow& row : rows) {
    if (row.number >= best->header_first) break;
    for (const std::string& text : row.cells)
      if (!text.empty()) best->titles.push_back(text);
  }
  return best;
}

bool needs_merges(const SheetLayout& layout, std::span<const TopRow> rows) {
  const auto doubtful = [&layout](const TopRow& row) {
    return row.number == layout.header_last + 1 && key_cell(layout, row).empty();
  };
  return std::any_of(layout.headers.begin(), layout.headers.end(),
                     [](const std::string& header) { return header.empty(); }) ||
         std::any_of(rows.begin(), rows.end(), doubtful);
}

Likeness closest_kind(std::span<const TopRow> rows, std::span<const Merge> merges,
                      const HeaderBook& book, const LayoutHints& hints) {
  Likeness best;
  each_reading(rows, merges, book, hints, [&](const SheetLayout& layout, const TopRow*) {
    if (best.kind != SheetKind::Unknown && score(layout) <= best.understood) return;
    best = {layout.kind, score(layout), lacking(layout, layout.kind)};
  });
  return best;
}

bool has_twin_beside(const SheetLayout& layout) {
  std::size_t used = 0;
  std::size_t twice = 0;
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    if (layout.columns[i] == Column::None) continue;
    ++used;
    twice += std::count(layout.headers.begin(), layout.headers.end(), layout.headers[i]) > 1;
  }
  return twice > 2 && 2 * twice > used;
}

}  // namespace core::intake
