#pragma once
// Files in, facts out: finds out what each sheet is, masks, compares with the state, and hands over
// only facts that are new. Works in slices so that a page stays alive.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/intake/import_log.h"
#include "core/model/fact_view.h"
#include "core/model/state.h"

namespace core::intake {

struct ImportFile {
  std::string name;                   ///< For messages.
  std::string bytes;                  ///< The whole file.
  SheetKind as = SheetKind::Unknown;  ///< Unknown = find out.
  bool mapping = false;               ///< A saved mapping (JSON), as is what is called `.json`.
};

/// Where facts go. The state must show each fact as soon as `take` returns.
struct FactSink {
  std::function<Result<FactRef>(const FactView&)> take;
  const State& state;
  /// The facts of one subject that hold now, for comparing and for corrections.
  std::function<std::vector<RecordedFact>(const Subject&)> effective_facts;
};

class Importer {
 public:
  /// `today` bounds dates; files are handled in the order units, officials, cases, leads, reports,
  /// statistics whatever order they come in. One of them may be a mapping, which settles what the
  /// others do not say.
  Importer(std::vector<ImportFile> files, FactSink sink, Date today, std::string by);
  ~Importer();
  Importer(const Importer&) = delete;
  Importer& operator=(const Importer&) = delete;

  /// Handles up to `rows` rows. True while there is more to do. An error ends the import: the
  /// caller rolls back. A file that cannot be opened is no error but an entry of the log; one that
  /// proves damaged or too large half-way is an error, so that half a file never gets in, and so
  /// is a mapping that cannot be read.
  Result<bool> step(int rows);

  double progress() const;       ///< 0..1 over all files.
  std::string activity() const;  ///< Chinese: 正在导入 provincial-export.xlsx 第 1200 行.
  const ImportLog& log() const;

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

}  // namespace core::intake
