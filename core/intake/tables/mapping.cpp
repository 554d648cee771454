#include "core/intake/tables/mapping.h"

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/base/value.h"
#include "core/intake/tables/cell_values.h"

namespace core::intake {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

Error wrong(std::string what) { return {ErrorCode::InvalidInput, std::move(what)}; }

Status read_pairs(const Value& value, std::string_view name, Pairs& out) {
  if (!value.fields()) return wrong(fmt::format("“{}”应为对象", name));
  for (const auto& [from, to] : *value.fields()) {
    if (!to.text()) return wrong(fmt::format("“{}”里“{}”的值应为文字", name, from));
    out.emplace_back(from, *to.text());
  }
  return Done{};
}

Status read_columns(const Value& value, LayoutHints& hints) {
  Pairs pairs;
  CORE_TRY(read_pairs(value, "columns", pairs));
  for (auto& [header, field] : pairs) {
    const Column column = parse_column(field);
    if (column == Column::None && !field.empty())
      return wrong(
          fmt::format("“columns”里没有“{}”这个字段，可用：{}", field, column_words(hints.kind)));
    hints.columns.emplace_back(std::move(header), column);
  }
  return Done{};
}

Status read_kind(std::string_view text, SheetMapping& sheet) {
  sheet.skip = text == "skip";
  sheet.layout.kind = parse_sheet_kind(text);
  if (!sheet.skip && sheet.layout.kind == SheetKind::Unknown && text != "auto")
    return wrong(fmt::format(
        "“as”不能是“{}”，可用：cases、units、officials、leads、reports、statistics、auto、skip",
        text));
  return Done{};
}

Status read_period(const std::string& text, SheetMapping& sheet) {
  sheet.period = text;
  const bool half = ends_with(text, "-H1") || ends_with(text, "-H2");
  const std::string month = (half ? text.substr(0, text.size() - 3) : text) + "-01";
  if (period_in(text) != text && (text.size() > 7 || period_in(month) != month))
    return wrong(fmt::format("“period”不能是“{}”，应如2026-07、2026-H1、2026", text));
  return Done{};
}

Status read_text(std::string_view name, const std::string& text, SheetMapping& sheet) {
  if (name == "as") return read_kind(text, sheet);
  if (name == "period") return read_period(text, sheet);
  (name == "file" ? sheet.file : sheet.sheet) = text;
  return Done{};
}

/// `as` is read before `columns`, for names of a Value are in order.
Status read_entry(std::string_view name, const Value& value, SheetMapping& sheet) {
  if (name == "as" || name == "file" || name == "period" || name == "sheet") {
    if (!value.text()) return wrong(fmt::format("“{}”应为文字", name));
    return read_text(name, *value.text(), sheet);
  }
  if (name == "columns") return read_columns(value, sheet.layout);
  if (name == "units") return read_pairs(value, "units", sheet.units);
  if (name != "header_row" && name != "year")
    return wrong(fmt::format(
        "不认识“{}”，可用：file、sheet、as、header_row、columns、units、period、year", name));
  if (!value.integer() || *value.integer() < 1 || *value.integer() > 1'048'576)
    return wrong(fmt::format("“{}”应为正整数", name));
  (name == "year" ? sheet.year : sheet.layout.header_row) = static_cast<int>(*value.integer());
  return Done{};
}

Result<SheetMapping> read_sheet(const Value& value) {
  if (!value.fields()) return wrong("“sheets”的各项应为对象");
  SheetMapping sheet;
  for (const auto& [name, entry] : *value.fields()) CORE_TRY(read_entry(name, entry, sheet));
  return sheet;
}

}  // namespace

std::string column_words(SheetKind kind) {
  std::string out;
  for (std::size_t i = 1; i < kColumnCount; ++i) {
    const auto column = static_cast<Column>(i);
    if (kind != SheetKind::Unknown && !is_of(column, kind)) continue;
    out.append(out.empty() ? "" : "、").append(word(column));
  }
  return out;
}

const SheetMapping* Mapping::find(std::string_view file, std::string_view sheet) const {
  for (const SheetMapping& each : sheets) {
    const bool fits_file = each.file.empty() || contains(file, each.file);
    const bool fits_sheet = each.sheet.empty() || each.sheet == trim(sheet);
    if (fits_file && fits_sheet) return &each;
  }
  return nullptr;
}

Result<Mapping> parse_mapping(std::string_view json) {
  Mapping mapping;
  CORE_ASSIGN(const Value value, parse_json(json));
  if (!value.fields()) return wrong("应为对象");
  for (const auto& [name, entry] : *value.fields()) {
    if (name == "units") {
      CORE_TRY(read_pairs(entry, "units", mapping.units));
    } else if (name == "sheets" && entry.list()) {
      for (const Value& each : *entry.list()) {
        CORE_ASSIGN(SheetMapping sheet, read_sheet(each));
        mapping.sheets.push_back(std::move(sheet));
      }
    } else if (name == "sheets") {
      return wrong("“sheets”应为列表");
    } else {
      return wrong(fmt::format("不认识“{}”，可用：sheets、units", name));
    }
  }
  return mapping;
}

}  // namespace core::intake
