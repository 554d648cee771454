#pragma once
// What a state or a text means; widgets give every tone its ink and wash.

#include <cstdint>

namespace web {

enum class Tone : std::uint8_t {
  Plain,
  Secondary,
  Accent,
  Late,  ///< Overdue only.
  Due,   ///< Today, warning, provisional.
  Good,  ///< In time, done, saved.
};

}  // namespace web
