#include "core/app/county_calendar.h"

#include <string>
#include <vector>

namespace core::app {
namespace {

std::vector<Date> days_in(const Fields& fields, std::string_view name) {
  std::vector<Date> days;
  const Value* value = fields.find(name);
  if (!value || !value->list()) return days;
  for (const Value& item : *value->list())
    if (const std::optional<Date> day = item.text() ? parse_date(*item.text()) : std::nullopt)
      days.push_back(*day);
  return days;
}

}  // namespace

calendar::Calendar calendar_of(const State& state) {
  std::vector<calendar::PublishedYear> years;
  for (const OtherFact& other : state.other_facts()) {
    if (other.fact.fact.kind != "calendar.published") continue;
    const Fields& fields = other.fact.fact.fields;
    years.push_back({static_cast<int>(fields.integer("year")), days_in(fields, "holidays"),
                     days_in(fields, "workdays"), std::string(fields.text("source"))});
  }
  return calendar::Calendar::with(years);
}

}  // namespace core::app
