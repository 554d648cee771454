#pragma once
// One line of the assessment's point sheet (7.4): what is counted, for how many points, up to
// where.

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/value.h"

namespace core::rules::assessment {

enum class Direction : std::uint8_t { Deduct, Add };

/// Points are hundredths of a point.
struct PointItem {
  std::string name;
  std::string clause;
  std::string formula;  ///< See formula.h.
  Direction direction = Direction::Deduct;
  std::int64_t base = 0;  ///< Everybody starts with these.
  std::int64_t points =
      0;                  ///< For each thing counted; of a rate, for all of it. 0 = counts nothing.
  std::int64_t cap = -1;  ///< The most that is added or deducted; -1 = no limit.

  bool operator==(const PointItem&) const = default;
};

std::string_view word(Direction direction);   ///< deduct add
std::string_view label(Direction direction);  ///< 扣分 加分

/// Why the JSON object is no item (Chinese); empty when it is one.
std::string item_problem(const Value& value);

/// Why one field of it will not do; empty when it will. `field` is a name of item_json().
std::string item_field_problem(std::string_view field, const Value& value);

/// `value` is one that item_problem() lets pass.
PointItem item_of(const Fields& value);

/// `{"name","clause","formula","direction","base","points","cap"}`; no cap where there is none.
Value item_json(const PointItem& item);

}  // namespace core::rules::assessment
