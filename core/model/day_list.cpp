#include "core/model/day_list.h"

#include <optional>

namespace core {

std::vector<Date> days_in(const List* list) {
  std::vector<Date> days;
  if (!list) return days;
  for (const Value& item : *list)
    if (const std::optional<Date> day = item.text() ? parse_date(*item.text()) : std::nullopt)
      days.push_back(*day);
  return days;
}

}  // namespace core
