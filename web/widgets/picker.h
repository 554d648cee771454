#pragma once
// A field that is filled by choosing from a list, searched by typing when the list is long.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "web/widgets/look.h"

namespace web {

struct PickEntry {
  std::string_view words;
  std::string_view more;  ///< Beside the words, secondary.
  bool chosen = false;
};

struct PickerOptions {
  std::string_view label;  ///< What assistive technology calls it.
  std::string_view shown;  ///< What is chosen, in words; empty shows the hint.
  std::string_view hint = "请选择";
  std::size_t count = 0;
  std::function<PickEntry(std::size_t)> entry;
  float width = 0;         ///< Device pixels.
  bool several = false;    ///< The list stays open while entries are chosen.
  bool clearable = false;  ///< Offers to choose nothing.
  bool required = false;
  std::string_view problem = {};  ///< What is wrong, drawn by the caller.
};

inline constexpr std::size_t kPickNothing = static_cast<std::size_t>(-2);

/// The entry pressed in this frame, kPickNothing when cleared, SIZE_MAX for none. `id` names field
/// and list; `search` is kept by the caller.
std::size_t picker(const Look& look, const char* id, const PickerOptions& options,
                   std::string& search);

}  // namespace web
