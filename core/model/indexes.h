#pragma once
// Places in the rows of State; distinct types so that a unit is never taken for a case.

#include <compare>
#include <cstdint>

namespace core {

inline constexpr std::uint32_t kNoIndex = 0xFFFFFFFF;

struct UnitIndex {
  std::uint32_t value = kNoIndex;
  constexpr bool known() const { return value != kNoIndex; }
  constexpr auto operator<=>(const UnitIndex&) const = default;
};
struct OfficialIndex {
  std::uint32_t value = kNoIndex;
  constexpr bool known() const { return value != kNoIndex; }
  constexpr auto operator<=>(const OfficialIndex&) const = default;
};
struct CaseIndex {
  std::uint32_t value = kNoIndex;
  constexpr bool known() const { return value != kNoIndex; }
  constexpr auto operator<=>(const CaseIndex&) const = default;
};
struct MeasureIndex {
  std::uint32_t value = kNoIndex;
  constexpr bool known() const { return value != kNoIndex; }
  constexpr auto operator<=>(const MeasureIndex&) const = default;
};

}  // namespace core
