#pragma once
// Options whose words are the core's.

#include <CLI/CLI.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace native {

/// Refuses whatever is none of the words; usage lists them.
inline CLI::Validator one_of(std::span<const std::string_view> words) {
  return CLI::IsMember(std::vector<std::string>(words.begin(), words.end()));
}

}  // namespace native
