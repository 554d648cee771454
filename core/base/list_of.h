#pragma once
// A list that stands in a field, for loops that have nothing to do where there is none.

#include <string_view>

#include "core/base/value.h"

namespace core {

/// Empty when the field is absent or no list.
inline const List& list_of(const Fields& fields, std::string_view name) {
  static const List kNone;
  const Value* value = fields.find(name);
  return value && value->list() ? *value->list() : kNone;
}

}  // namespace core
