#pragma once
// One setting by its key: whether a value will do, putting it in, reading it back.

#include <string>
#include <string_view>

#include "core/rules/rulebook.h"

namespace core::rules {

/// Why the value will not do for this setting (Chinese, names the key); empty when it will.
std::string setting_problem(std::string_view key, const Value& value);

/// `value` is one that setting_problem() lets pass. Of a table, only the entries it names change.
void set_value(Settings& settings, std::string_view key, const Value& value);

/// What set_value() would take; null for a key we do not know.
Value value_of(const Settings& settings, std::string_view key);

/// All of them: equal settings give equal fields, and with_values() gives the settings back.
Fields values_of(const Settings& settings);

}  // namespace core::rules
