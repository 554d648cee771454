#pragma once
// What the parts of a scenario's expectation have in common: a misspelt name is said, for it would
// match nothing.

#include <span>
#include <string>
#include <string_view>

#include "core/base/value.h"

namespace core::app {

inline Error bad_scenario(std::string message) {
  return {ErrorCode::InvalidInput, std::move(message)};
}

/// No object, or a field of it that has none of the names.
Status check_names(std::string_view where, const Value& object,
                   std::span<const std::string_view> names);

}  // namespace core::app
