#pragma once
// What an import did not take, and what it has to say, as a table: one row a refused row or cell,
// one row a note. Holds the log's own words; a ledger of years may have refused a great many.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/intake/import_log.h"
#include "web/models/table.h"

namespace web {

enum class IssueColumn : std::uint8_t { Kind, File, Sheet, Row, Column, Text, Reason };
inline constexpr std::size_t kIssueColumns = 7;

enum class IssueKind : std::uint8_t {
  File,  ///< Nothing of the file was taken.
  Row,   ///< Nothing of the row was taken.
  Cell,  ///< The row was taken without this cell.
  Note,
};

std::string_view issue_word(IssueKind kind);

class ImportIssues : public Table {
 public:
  /// Takes the issues and notes of a file.
  void add(core::intake::FileLog& log);
  /// Chooses and orders. Cheap when the query is the one before.
  void select(const TableQuery& query);

  /// Shown rows.
  std::size_t count() const { return order_.shown().size(); }
  std::size_t source(std::size_t shown) const { return order_.shown()[shown]; }
  /// Where this row is shown.
  std::optional<std::size_t> row_of(std::size_t row) const;
  /// How many there are of a kind, shown or not.
  std::size_t count(IssueKind kind) const { return counts_[static_cast<std::size_t>(kind)]; }

  const core::Issue& issue(std::size_t row) const { return lines_[row].issue; }
  IssueKind kind_of(std::size_t row) const { return lines_[row].kind; }

  std::size_t rows() const override { return lines_.size(); }
  ColumnKind kind(std::size_t column) const override;
  std::string_view text(std::size_t row, std::size_t column) const override;
  std::int64_t value(std::size_t row, std::size_t column) const override;
  std::string word(std::size_t column, std::int64_t code) const override;

 private:
  /// The different words of a column, each with the code that stands for it.
  struct Words {
    std::vector<std::string> words;
    std::int64_t code(const std::string& word);
  };
  struct Line {
    core::Issue issue;
    IssueKind kind = IssueKind::Row;
    std::int64_t file = kBlank, sheet = kBlank, column = kBlank;
  };

  void add_line(core::Issue issue, IssueKind kind);

  std::vector<Line> lines_;
  std::size_t counts_[4] = {};
  Words files_, sheets_, columns_;
  TableQuery query_;
  bool selected_ = false;
  TableOrder order_;
};

}  // namespace web
