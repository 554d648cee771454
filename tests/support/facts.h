#pragma once
// Days and facts in one short expression.

#include <string_view>

#include "core/base/date.h"
#include "core/model/fact.h"

namespace test {

/// A test that names no day of the calendar fails.
core::Date day(std::string_view text);

core::Fact fact(std::string_view kind, std::string_view on, core::Fields fields);

/// A fact as `zelian record` takes it; a test whose JSON is no fact fails.
core::Fact fact(std::string_view json);

}  // namespace test
