#include "web/models/report.h"

#include <fmt/format.h>

#include "core/base/value.h"
#include "web/models/words.h"

namespace web {
namespace {

core::Value table_json(const ReportTable& table) {
  core::List columns, rows;
  for (const ReportTable::Column& column : table.columns)
    columns.push_back(core::Fields{{"title", column.title}, {"right", column.right}});
  for (const std::vector<std::string>& row : table.rows)
    rows.push_back(core::List(row.begin(), row.end()));
  return core::Fields{
      {"caption", table.caption}, {"columns", std::move(columns)}, {"rows", std::move(rows)}};
}

}  // namespace

std::string report_json(const Report& report, const ReportHead& head) {
  core::List lines, tables;
  for (const std::string& line : report.lines)
    if (!line.empty()) lines.push_back(line);
  for (const ReportTable& table : report.tables) tables.push_back(table_json(table));
  core::Fields fields{{"name", report.name},       {"county", head.county},
                      {"day", head.day},           {"demo", head.demo},
                      {"lines", std::move(lines)}, {"tables", std::move(tables)}};
  return core::to_json(fields);
}

std::string report_caption(std::string_view words, std::size_t rows) {
  if (rows <= kMostPrinted) return std::string(words);
  return fmt::format("{}（共 {} 行，只列前 {} 行，其余请筛选后打印）", words, grouped(rows),
                     grouped(kMostPrinted));
}

}  // namespace web
