#pragma once
// An invented provincial export of any length as CSV: 20 columns, about 350 bytes a row, a quarter
// of the rows with quoted cells, some with line breaks and quotes in them.

#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/model/fact.h"

namespace bench {

/// The day the export was made; no row has a later one.
core::Date export_day();

/// The units that the rows name, as facts.
std::vector<core::Fact> unit_facts();

/// Header and `rows` rows; the same on every machine.
std::string ledger_csv(int rows);

}  // namespace bench
