#pragma once
// The log of an import as tables: one line a file, one line a refused row.

#include <cstddef>
#include <string>
#include <vector>

#include "core/intake/import_log.h"

namespace web {

class ImportModel {
 public:
  struct File {
    std::string name;
    std::string as;
    std::string rows, added, updated, unchanged, refused, skipped;
    std::string scrubbed;  ///< 证件号 3 · 电话 12 …
    std::string dropped;   ///< Names of the columns that are never taken.
    std::string unused;
    std::string error;  ///< The whole file could not be read.
    bool any_refused = false;
  };

  ImportModel() = default;
  explicit ImportModel(core::intake::ImportLog log);

  bool empty() const { return log_.files.empty(); }
  const std::vector<File>& files() const { return files_; }
  /// One sentence over all files.
  const std::string& summary() const { return summary_; }

  /// Refused rows and cells that were not taken, over all files.
  std::size_t issue_count() const { return issues_.size(); }
  const core::Issue& issue(std::size_t at) const;

 private:
  struct Place {
    std::uint32_t file;
    std::uint32_t issue;
  };
  core::intake::ImportLog log_;
  std::vector<File> files_;
  std::vector<Place> issues_;
  std::string summary_;
};

}  // namespace web
