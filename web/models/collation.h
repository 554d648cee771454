#pragma once
// The order Chinese lists are read in: digits, Latin letters, then characters by their sound.

#include <string>
#include <string_view>

namespace web {

/// The 3755 characters everyday Chinese is written with, by pinyin.
std::u32string everyday_characters();

/// A key to compare by, so that a list reads as in a Chinese dictionary: the 3755 everyday
/// characters of GB 2312 by pinyin, its 3008 rarer ones by radical and stroke behind them, then
/// everything else by code point. Upper and lower case are equal, full and half width too.
std::u32string collation_key(std::string_view text);

}  // namespace web
