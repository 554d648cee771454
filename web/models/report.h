#pragma once
// What a screen shows, as tables for paper: the page makes plain HTML of it.

#include <string>
#include <string_view>
#include <vector>

namespace web {

/// So many rows of a list fit on paper that is still read; the caption says when there are more.
inline constexpr std::size_t kMostPrinted = 3000;

struct ReportTable {
  struct Column {
    std::string title;
    bool right = false;  ///< Numbers stand right.
  };

  std::string caption;
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;  ///< As many cells as columns.
};

struct Report {
  std::string name;  ///< Of the screen: 今日.
  std::vector<std::string>
      lines;  ///< Counts, and what the list was narrowed to; empty ones drop out.
  std::vector<ReportTable> tables;
};

struct ReportHead {
  std::string_view county;
  std::string_view day;
  bool demo = false;
};

/// What shell/src/report.ts reads.
std::string report_json(const Report& report, const ReportHead& head);

/// 责任清单（共 5,000 行，只列前 3,000 行，其余请筛选后打印）, or the words alone while all fit.
std::string report_caption(std::string_view words, std::size_t rows);

}  // namespace web
