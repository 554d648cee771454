#pragma once
// Keeps the typed tables equal to the state, and tells whether they are.

#include <cstddef>
#include <string>

#include "core/base/result.h"
#include "core/model/fold.h"
#include "core/store/database.h"

namespace core::store {

class Projections {
 public:
  static Result<Projections> prepare(const Database& database);

  /// Says that the tables hold the state already.
  void adopt();

  /// Writes rows that changed. Statistics wait for finish().
  Status write(const State& state, const Touched& touched);
  /// Writes what waited; before every commit.
  Status finish(const State& state);

 private:
  struct Table {
    Statement put;
    Statement remove;
  };

  Status write_unit_rows(const State& state, UnitIndex index);
  Status write_official_rows(const State& state, OfficialIndex index);

  Table county_, unit_, alias_, official_, oversees_, case_, statistic_;
  Statement statistic_list_;
  bool statistics_wait_ = false;
};

/// Name of the first table that does not hold exactly what the state says; empty when all do.
Result<std::string> differing_projection(const Database& database, const State& state);

}  // namespace core::store
