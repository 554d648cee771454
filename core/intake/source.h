#pragma once
// One file of an import: its table, its sheets, and what each of them is.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/intake/import_log.h"
#include "core/intake/importer.h"
#include "core/intake/readers/table_reader.h"
#include "core/intake/tables/layout.h"
#include "core/intake/tables/mapping.h"

namespace core::intake {

/// A sheet that will be read.
struct SourceSheet {
  int index = 0;
  std::string name;
  SheetLayout layout;
  std::string period;
  int year = 0;
  std::vector<std::pair<std::string, std::string>> units;  ///< Settled names -> codes.
};

struct Source {
  ImportFile file;
  std::unique_ptr<TableReader> reader;
  std::vector<SourceSheet> sheets;
  std::int64_t facts = 0;  ///< Taken out of this file.
};

/// Opens the file and finds out what its sheets hold, as the mapping settles it. What cannot be
/// read as a whole is `log.error`; sheets that are left out are issues or notes.
void open_source(Source& source, const Mapping& mapping, const HeaderBook& book, FileLog& log);

}  // namespace core::intake
