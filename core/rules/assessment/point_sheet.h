#pragma once
// The point sheet in force: the example sheet with the county's own items over it.

#include <string>
#include <vector>

#include "core/rules/rulebook.h"

namespace core::rules::assessment {

struct SheetItem {
  std::string key;
  PointItem item;
};

/// An example every county replaces by its own: nothing in the notice sets a number of points.
const std::vector<SheetItem>& example_sheet();

/// The example's items in their order, each as the county has it, then the county's own by key.
std::vector<SheetItem> sheet_of(const Settings& settings);

/// Whether an item of the example is in force as it is, not as the county has it.
bool has_example_items(const Settings& settings);

}  // namespace core::rules::assessment
