#pragma once
// What a setting is called in Chinese.

#include <string_view>

namespace core::rules {

/// Empty for a key we do not know.
std::string_view setting_label(std::string_view key);

}  // namespace core::rules
