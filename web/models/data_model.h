#pragma once
// What the ledger holds and where it came from.

#include <cstdint>
#include <string>
#include <vector>

#include "core/model/state.h"

namespace web {

struct DataModel {
  struct Tile {
    std::string id;
    std::string label;
    std::string number;
    std::string screen;  ///< Where pressing it leads; empty = nowhere.
  };
  struct Import {
    std::string key;  ///< Id of the fact.
    std::string day;
    std::string file;
    std::string as;
    std::string rows, added, updated, unchanged, refused;
    bool any_refused = false;
  };

  std::string county;
  bool demo = false;
  std::string head;  ///< Short code to compare ledgers by.
  std::string size;
  std::vector<Tile> tiles;
  std::vector<Import> imports;  ///< Newest first.
};

struct LedgerAccount {
  std::string head;
  std::uint64_t bytes = 0;
  bool demo = false;
};

DataModel data_model(const core::State& state, const LedgerAccount& account, core::Date today);

}  // namespace web
