#pragma once
// Reads back the fields of a stored fact, fast: a ledger is opened by reading all of them.

#include <string_view>

#include "core/base/result.h"
#include "core/base/value.h"

namespace core::store {

/// The fields of a JSON object. The same outcome as parse_json for every input, only faster for the
/// canonical form that to_json writes.
Result<Fields> read_body(std::string_view json);

}  // namespace core::store
