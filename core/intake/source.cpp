#include "core/intake/source.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/text.h"
#include "core/intake/tables/cell_values.h"

namespace core::intake {
namespace {

struct Top {
  std::vector<TopRow> rows;
  std::span<const Merge> merges;
};

Result<Top> read_top(TableReader& reader, int sheet) {
  CORE_TRY(reader.open_sheet(sheet));
  Top top;
  Row row;
  while (top.rows.size() < kTopRows) {
    CORE_ASSIGN(const bool more, reader.next(row));
    if (!more) break;
    TopRow& kept = top.rows.emplace_back();
    kept.number = row.number;
    for (const Cell& cell : row.cells) kept.cells.emplace_back(trim(cell.text));
  }
  return top;
}

LayoutHints hints_for(const Source& source, const SheetMapping* mapping) {
  LayoutHints hints;
  if (mapping) hints = mapping->layout;
  if (source.file.as != SheetKind::Unknown) hints.kind = source.file.as;
  return hints;
}

/// Merged ranges cost a look at the whole sheet: they are asked for only when they can help.
Result<std::optional<SheetLayout>> layout_of(TableReader& reader, Top& top, const HeaderBook& book,
                                             const LayoutHints& hints) {
  std::optional<SheetLayout> layout = find_layout(top.rows, top.merges, book, hints);
  if (layout && !needs_merges(*layout, top.rows)) return layout;
  CORE_ASSIGN(top.merges, reader.merges());
  if (top.merges.empty()) return layout;
  return find_layout(top.rows, top.merges, book, hints);
}

Issue sheet_issue(const Source& source, const SheetInfo& sheet, std::string reason) {
  Issue issue;
  issue.file = source.file.name;
  issue.sheet = sheet.name;
  issue.reason = std::move(reason);
  return issue;
}

/// Two rows of three cells: more than a cover or a page of words has.
bool looks_like_table(const Top& top) {
  const auto wide = [](const TopRow& row) {
    return std::count_if(row.cells.begin(), row.cells.end(),
                         [](const std::string& cell) { return !cell.empty(); }) > 2;
  };
  return std::count_if(top.rows.begin(), top.rows.end(), wide) > 1;
}

std::string unrecognised(const Top& top, const HeaderBook& book, const LayoutHints& hints) {
  constexpr int kSimilar = 3;
  const Likeness closest = closest_kind(top.rows, top.merges, book, hints);
  if (hints.kind == SheetKind::Unknown && closest.understood >= kSimilar)
    return fmt::format("认不出这张表：像是“{}”，但缺少{}，可补上这一列或在对应表（.json）里写明",
                       label(closest.kind), closest.missing);
  if (hints.kind == SheetKind::Unknown)
    return "认不出这张表：没有找到已知的表头，可在对应表（.json）里写明";
  return fmt::format("不能作为“{}”导入：缺少{}", label(hints.kind),
                     closest.missing.empty() ? "表头" : closest.missing);
}

std::string period_of(const Source& source, const SourceSheet& sheet, const SheetMapping* mapping) {
  if (mapping && !mapping->period.empty()) return mapping->period;
  for (const std::string& title : sheet.layout.titles)
    if (std::string period = period_in(title); !period.empty()) return period;
  const std::string period = period_in(sheet.name);
  return period.empty() ? period_in(source.file.name) : period;
}

void add_columns(const SheetLayout& layout, FileLog& log) {
  const auto add = [](std::vector<std::string>& list, const std::string& header) {
    if (std::find(list.begin(), list.end(), header) == list.end()) list.push_back(header);
  };
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    if (layout.columns[i] != Column::None || layout.headers[i].empty()) continue;
    if (header_key(layout.headers[i]) == "序号") continue;
    add(layout.dropped[i] == Dropped::No ? log.unused_columns : log.dropped_columns,
        layout.headers[i]);
  }
}

/// A table nobody knows is refused; a cover beside the tables is only told.
void leave_out(const Source& source, const SheetInfo& info, const Top& top, const HeaderBook& book,
               const LayoutHints& hints, FileLog& log) {
  const bool cover = source.reader->sheets().size() > 1 && hints.kind == SheetKind::Unknown &&
                     !looks_like_table(top);
  if (cover) {
    log.notes.push_back(fmt::format("工作表“{}”不是台账，没有读取", info.name));
  } else {
    log.issues.push_back(sheet_issue(source, info, unrecognised(top, book, hints)));
  }
}

Status open_one_sheet(Source& source, const SheetInfo& info, const Mapping& mappings,
                      const HeaderBook& book, FileLog& log) {
  const SheetMapping* mapping = mappings.find(source.file.name, info.name);
  if (mapping && mapping->skip) {
    log.notes.push_back(fmt::format("工作表“{}”按对应表跳过", info.name));
    return Done{};
  }
  CORE_ASSIGN(Top top, read_top(*source.reader, info.index));
  if (top.rows.empty()) return Done{};
  if (info.hidden && !mapping) {
    log.notes.push_back(fmt::format("隐藏的工作表“{}”没有读取", info.name));
    return Done{};
  }
  const LayoutHints hints = hints_for(source, mapping);
  CORE_ASSIGN(std::optional<SheetLayout> layout, layout_of(*source.reader, top, book, hints));
  if (!layout) {
    leave_out(source, info, top, book, hints, log);
    return Done{};
  }
  if (has_twin_beside(*layout)) {
    log.issues.push_back(
        sheet_issue(source, info, "同样的表头并排出现两次，像是两张表，请分成两个工作表后再导入"));
    return Done{};
  }
  SourceSheet sheet;
  sheet.index = info.index;
  sheet.name = info.name;
  sheet.layout = std::move(*layout);
  sheet.period = period_of(source, sheet, mapping);
  sheet.year = mapping ? mapping->year : 0;
  sheet.units = mappings.units;
  if (mapping)
    sheet.units.insert(sheet.units.begin(), mapping->units.begin(), mapping->units.end());
  if (sheet.layout.kind == SheetKind::Statistics && sheet.period.empty()) {
    log.issues.push_back(sheet_issue(
        source, info, "看不出是哪个月的统计，请在标题、文件名或对应表（.json）里写明期间"));
    return Done{};
  }
  add_columns(sheet.layout, log);
  log.as.push_back(sheet.layout.kind);
  source.sheets.push_back(std::move(sheet));
  return Done{};
}

/// So that nobody believes a mapping to hold that names another file.
void note_mapping(const Source& source, const Mapping& mappings, FileLog& log) {
  if (mappings.name.empty()) return;
  const std::span<const SheetInfo> sheets = source.reader->sheets();
  const bool used = !mappings.units.empty() ||
                    std::any_of(sheets.begin(), sheets.end(), [&](const SheetInfo& sheet) {
                      return mappings.find(source.file.name, sheet.name) != nullptr;
                    });
  log.notes.push_back(
      fmt::format("对应表“{}”{}", mappings.name, used ? "已用于此文件" : "没有写到此文件"));
}

Status open_sheets(Source& source, const Mapping& mappings, const HeaderBook& book, FileLog& log) {
  CORE_ASSIGN(source.reader, open_table(source.file.bytes, source.file.name));
  for (const SheetInfo& info : source.reader->sheets())
    CORE_TRY(open_one_sheet(source, info, mappings, book, log));
  note_mapping(source, mappings, log);
  if (!source.sheets.empty()) return Done{};
  if (log.issues.empty()) return Error{ErrorCode::InvalidInput, "文件里没有数据"};
  return Error{ErrorCode::InvalidInput, log.issues.front().reason};
}

}  // namespace

void open_source(Source& source, const Mapping& mapping, const HeaderBook& book, FileLog& log) {
  const Status opened = open_sheets(source, mapping, book, log);
  if (opened.ok()) return;
  log.error = opened.error().message;
  source.sheets.clear();
  source.reader.reset();
}

}  // namespace core::intake
