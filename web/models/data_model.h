#pragma once
// What the ledger holds and where it came from.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/intake/import_log.h"
#include "core/model/state.h"
#include "web/models/list_table.h"

namespace web {

enum class ImportColumn : std::uint8_t {
  Day,
  File,
  As,
  Rows,
  Added,
  Updated,
  Unchanged,
  Refused,
  Skipped,
};
inline constexpr std::size_t kImportColumns = 9;

struct DataModel {
  struct Tile {
    std::string id;
    std::string label;
    std::string number;
    std::string screen;  ///< Where pressing it leads; empty = to the imports.
  };

  std::string county;
  bool demo = false;
  std::string head;  ///< Short code to compare ledgers by.
  std::string size;
  std::vector<Tile> tiles;
  core::Date today;
  ListTable imports;  ///< Newest first; keys are the positions of their facts.
};

struct CountyName {
  bool given = true;
  std::string proposed;  ///< As titles of the last import or names of units have it; may be empty.
};

/// Positions of the records that are of this log, as far as their numbers tell: a file that added
/// nothing has none.
std::vector<std::uint64_t> records_of(const core::State& state, const core::intake::ImportLog& log);

CountyName county_name(const core::State& state, const core::intake::ImportLog& log);

struct LedgerAccount {
  std::string head;
  std::uint64_t bytes = 0;
  bool demo = false;
};

DataModel data_model(const core::State& state, const LedgerAccount& account, core::Date today);

}  // namespace web
