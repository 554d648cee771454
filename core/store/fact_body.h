#pragma once
// Reads back the fields of a stored fact, fast: a ledger is opened by reading all of them.

#include <string_view>

#include "core/base/result.h"
#include "core/base/value.h"

namespace core::store {

/// The fields of a JSON object. The same outcome as parse_json for every input, only faster for the
/// canonical form that to_json writes.
Result<Fields> read_body(std::string_view json);

/// The same for the object that `json` begins with: adds its fields to `fields`, which are empty,
/// takes it off the front and gives its bytes.
Result<std::string_view> take_body(std::string_view& json, Fields& fields);

/// Takes the object that `json` begins with off the front and gives its bytes, unread; empty when
/// it does not end.
std::string_view skip_body(std::string_view& json);

/// Takes the text in quotes that `json` begins with off the front; false when there is none.
bool take_text(std::string_view& json, std::string& text);

}  // namespace core::store
