#pragma once
// What can only be judged of a rulebook's tables as a whole: weights that make 100, units in one
// group each.

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/app/rulebook_file.h"
#include "core/app/rulebook_timeline.h"

namespace core::app {

/// The days on which a table would begin to be another.
struct TableDays {
  std::set<Date> weights;
  std::set<Date> groups;
};

/// What the weights of all indicators make together.
inline constexpr std::int64_t kAllWeights = 100;
std::int64_t sum_of_weights(const rules::Settings& settings);

/// The entries of a list as people type it into one cell.
std::vector<std::string> pieces_of(std::string_view cell);

/// Whether the ledger knows the unit.
std::function<bool(std::string_view)> known_units(const State& state);

/// Puts codes where the groups of a file name units, or types of units, as people call them.
void put_unit_codes(std::vector<StatedValue>& values, const State& state);

/// The file with its groups said by the names of units and of types of units, for people to read;
/// a code stays where its name would not be understood as that code.
RulebookFile with_unit_names(RulebookFile file, const State& state);

/// Adds what is wrong with the tables as `rulebook` has them on these days, each once and at the
/// row of the file that says so.
void check_tables(const RulebookFile& file, const State& state, const rules::Rulebook& rulebook,
                  const TableDays& days, Issues& issues);

}  // namespace core::app
