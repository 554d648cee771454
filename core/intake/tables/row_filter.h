#pragma once
// Rows of a sheet that are no data: blank ones, sums, signatures, repeated headers.

#include <optional>
#include <string>

#include "core/intake/tables/row_view.h"

namespace core::intake {

enum class RowSort : std::uint8_t { Data, Blank, Skipped, OtherHeader };

/// The column that tells the rows of such a sheet apart.
Column key_column(SheetKind kind);

/// Blank: nothing in any column. Skipped: 合计, 填表人, a title within the data, the header again.
/// OtherHeader: a header whose columns stand in another order than those of the table's.
RowSort sort_of(const RowView& row);

}  // namespace core::intake
