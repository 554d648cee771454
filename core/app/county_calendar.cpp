#include "core/app/county_calendar.h"

#include <string>
#include <vector>

#include "core/model/day_list.h"

namespace core::app {
namespace {

std::vector<Date> days_of(const Fields& fields, std::string_view name) {
  const Value* value = fields.find(name);
  return days_in(value ? value->list() : nullptr);
}

}  // namespace

calendar::Calendar calendar_of(const State& state) {
  std::vector<calendar::PublishedYear> years;
  for (const OtherFact& other : state.other_facts()) {
    if (other.fact.fact.kind != "calendar.published") continue;
    const Fields& fields = other.fact.fact.fields;
    years.push_back({static_cast<int>(fields.integer("year")), days_of(fields, "holidays"),
                     days_of(fields, "workdays"), std::string(fields.text("source"))});
  }
  if (!years.empty()) return calendar::Calendar::with(years);
  // To copy it is a hundredth of making it, which every question and scenario would do anew.
  static const calendar::Calendar official = calendar::Calendar::with({});
  return official;
}

}  // namespace core::app
