#pragma once
// How a person has arranged the columns of one list: kept with the ledger, not part of it.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/value.h"

namespace web {

/// Columns are named by their ids, so that a version with other columns still reads it.
struct ColumnView {
  std::vector<std::string> order;  ///< Columns it does not name stand behind.
  std::vector<std::string> hidden;
  std::map<std::string, float, std::less<>> widths;  ///< Design pixels.
  int frozen = -1;    ///< How many stay at the left; -1 = as the list has it.
  bool wrap = false;  ///< Rows as high as their content.

  bool is_hidden(std::string_view id) const;
  void hide(std::string_view id);
  void show(std::string_view id);

  friend bool operator==(const ColumnView& a, const ColumnView& b) = default;
};

core::Value view_json(const ColumnView& view);
/// What cannot be read is as if it had not been said.
ColumnView view_of(const core::Value& json);

/// The columns that are shown, as indexes into `ids`, left to right. Never empty when `ids` is not.
std::vector<std::size_t> shown_columns(const ColumnView& view,
                                       const std::vector<std::string_view>& ids);

/// The order of the columns while nobody has chosen another.
void use_order(ColumnView& view, const std::vector<std::string>& order, bool wanted);

/// Puts the column at `from` of the shown ones before the one at `before` (the number of shown
/// columns = at the end).
void move_column(ColumnView& view, const std::vector<std::string_view>& ids, std::size_t from,
                 std::size_t before);

}  // namespace web
