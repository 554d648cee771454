#include "core/intake/tables/layout.h"

#include <algorithm>
#include <array>

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

std::string joined(const std::vector<std::string_view>& texts, std::string_view between) {
  std::string out;
  for (const std::string_view text : texts) {
    if (!out.empty()) out += between;
    out += text;
  }
  return out;
}

/// The whole header, else its lowest row, else any above.
Column column_of(const std::vector<std::string_view>& texts, const HeaderBook& book,
                 SheetKind kind) {
  if (texts.empty()) return Column::None;
  if (texts.size() > 1) {
    const Column whole = book.find(header_key(joined(texts, "")), kind);
    if (whole != Column::None) return whole;
  }
  for (std::size_t i = texts.size(); i-- > 0;)
    if (const Column column = book.find(header_key(texts[i]), kind); column != Column::None)
      return column;
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

SheetLayout read_layout(std::span<const TopRow> header, std::span<const Merge> merges,
                        const HeaderBook& book, const LayoutHints& hints, SheetKind kind) {
  SheetLayout layout;
  layout.kind = kind;
  layout.header_first = header.front().number;
  layout.header_last = header.back().number;
  layout.place.fill(-1);
  std::size_t width = 0;
  for (const TopRow& row : header) width = std::max(width, row.cells.size());
  for (std::size_t i = 0; i < width; ++i) {
    const std::vector<std::string_view> texts = texts_over(header, i, merges);
    layout.headers.push_back(joined(texts, "·"));
    const auto* person = settled(hints, layout.headers.back(), texts);
    Column column = person ? person->second : column_of(texts, book, kind);
    int& place = layout.place[static_cast<std::size_t>(column)];
    if (column != Column::None && place >= 0) column = Column::None;
    if (column != Column::None) place = static_cast<int>(i);
    layout.columns.push_back(column);
    layout.dropped.push_back(column == Column::None ? dropped_as(header_key(layout.headers.back()))
                                                    : Dropped::No);
  }
  return layout;
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

/// Calls `visit` with every header the rows could have and the kind it is read as.
template <typename Visit>
void each_reading(std::span<const TopRow> rows, std::span<const Merge> merges,
                  const HeaderBook& book, const LayoutHints& hints, const Visit& visit) {
  const auto [begin, end] = possible_starts(rows, book, hints);
  for (std::size_t first = begin; first < end; ++first) {
    for (std::size_t depth = 1; depth <= kDeepest && first + depth <= rows.size(); ++depth) {
      for (const SheetKind kind : kKinds) {
        if (hints.kind != SheetKind::Unknown && hints.kind != kind) continue;
        visit(read_layout(rows.subspan(first, depth), merges, book, hints, kind));
      }
    }
  }
}

}  // namespace

std::optional<SheetLayout> find_layout(std::span<const TopRow> rows, std::span<const Merge> merges,
                                       const HeaderBook& book, const LayoutHints& hints) {
  std::optional<SheetLayout> best;
  int best_score = 1;
  const auto height = [](const SheetLayout& layout) {
    return layout.header_last - layout.header_first;
  };
  each_reading(rows, merges, book, hints, [&](SheetLayout layout) {
    const int points = score(layout);
    const bool better =
        points > best_score || (best && points == best_score && height(layout) < height(*best));
    if (!better || !lacking(layout, layout.kind).empty()) return;
    best_score = points;
    best = std::move(layout);
  });
  if (!best) return best;
  for (const TopRow& row : rows) {
    if (row.number >= best->header_first) break;
    for (const std::string& text : row.cells)
      if (!text.empty()) best->titles.push_back(text);
  }
  return best;
}

bool needs_merges(const SheetLayout& layout) {
  return std::any_of(layout.headers.begin(), layout.headers.end(),
                     [](const std::string& header) { return header.empty(); });
}

std::string missing_columns(SheetKind kind, std::span<const TopRow> rows,
                            std::span<const Merge> merges, const HeaderBook& book,
                            const LayoutHints& hints) {
  LayoutHints asked = hints;
  asked.kind = kind;
  std::string fewest;
  int best_score = -1;
  each_reading(rows, merges, book, asked, [&](const SheetLayout& layout) {
    if (score(layout) <= best_score) return;
    best_score = score(layout);
    fewest = lacking(layout, kind);
  });
  return fewest;
}

}  // namespace core::intake
