#pragma once
// The log of an import as tables: one row a file, one row a refused row.

#include <cstddef>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/intake/import_log.h"
#include "web/models/import_issues.h"
#include "web/models/list_table.h"

namespace web {

enum class FileColumn : std::uint8_t {
  File,
  As,
  Rows,
  Added,
  Updated,
  Unchanged,
  Refused,
  Skipped,
  Scrubbed,
};
inline constexpr std::size_t kFileColumns = 9;

class ImportModel {
 public:
  /// What is told of a file beside its row.
  struct File {
    std::string name;
    std::string scrubbed;  ///< 证件号 3 · 电话 12 …
    std::string dropped;   ///< Names of the columns that are never taken.
    std::string unused;
    std::string error;  ///< The whole file could not be read.
  };

  ImportModel() = default;
  ImportModel(core::intake::ImportLog log, core::Date today);

  core::Date today() const { return today_; }

  bool empty() const { return files_.empty(); }
  const std::vector<File>& files() const { return files_; }
  /// One sentence over all files.
  const std::string& summary() const { return summary_; }

  /// Files of which nothing was taken.
  std::size_t failed() const { return failed_; }

  /// Rows as in files(); keys are their places there.
  const ListTable& table() const { return table_; }
  /// Refused rows, cells that were not taken, and notes, over all files.
  const ImportIssues& issues() const { return issues_; }

  /// Chooses and orders both tables. Cheap when the queries are those before.
  void select(const TableQuery& files, const TableQuery& issues);

 private:
  core::Date today_;
  std::vector<File> files_;
  std::size_t failed_ = 0;
  ListTable table_;
  ImportIssues issues_;
  std::string summary_;
};

}  // namespace web
