#pragma once
// Days as a fact lists them: holidays, working weekends.

#include <vector>

#include "core/base/date.h"
#include "core/base/value.h"

namespace core {

/// The days of a list in its order; what is no day is passed over. No list has none.
std::vector<Date> days_in(const List* list);

}  // namespace core
