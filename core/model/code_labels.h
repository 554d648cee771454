#pragma once
// Chinese words of codes in the field they stand in.

#include <span>
#include <string_view>

namespace core {

/// As code_label(), where one code means different things: a letter is 来信 of a petitioner, but
/// 提醒函 as the channel of a reminder.
std::string_view code_label_in(std::string_view field, std::string_view code);

/// As code_called(), of the codes of a field: also by what they are called there.
std::string_view code_called_in(std::string_view field, std::span<const std::string_view> codes,
                                std::string_view name);

}  // namespace core
