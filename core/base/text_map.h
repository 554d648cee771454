#pragma once
// Maps from text that are asked with views: looking something up copies nothing.

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace core {

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

template <typename T>
using TextMap = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

}  // namespace core
