#include "tests/rules/measure_county.h"

#include <utility>

namespace test {

using namespace core;

namespace {

List units_of(std::initializer_list<std::string_view> units) {
  List list;
  for (const std::string_view unit : units) list.emplace_back(unit);
  return list;
}

}  // namespace

FactRef MeasureCounty::issue(std::string_view key, std::string_view on, std::string_view series,
                             std::string_view period, std::initializer_list<Placed> places) {
  List rows;
  for (const Placed& each : places) {
    Fields row{{"unit", each.unit}};
    if (each.rank > 0) {
      row.set("rank", each.rank);
      row.set("of", each.of);
      row.set("score", 60);
    }
    rows.emplace_back(std::move(row));
  }
  Fields fields{{"bulletin", key}, {"series", series}, {"units", std::move(rows)}};
  if (!period.empty()) fields.set("period", period);
  return add("bulletin.issued", on, std::move(fields));
}

FactRef MeasureCounty::criticise(std::string_view key, std::string_view on,
                                 std::initializer_list<std::string_view> units) {
  List rows;
  for (const std::string_view unit : units)
    rows.emplace_back(Fields{{"unit", unit}, {"mention", "criticised"}});
  return add("bulletin.issued", on,
             {{"bulletin", key}, {"series", "special"}, {"units", std::move(rows)}});
}

FactRef MeasureCounty::withdraw(std::string_view key, std::string_view on) {
  return add("bulletin.withdrawn", on, {{"bulletin", key}});
}

FactRef MeasureCounty::remind(std::string_view key, std::string_view on, std::string_view reason,
                              std::string_view unit, std::string_view about) {
  Fields fields{{"reminder", key}, {"unit", unit}, {"reason", reason}, {"channel", "letter"}};
  if (!about.empty()) fields.set("case", about);
  return add("reminder.issued", on, std::move(fields));
}

FactRef MeasureCounty::open_talk(std::string_view key, std::string_view on, std::string_view ground,
                                 std::initializer_list<std::string_view> units) {
  return add("talk.opened", on, {{"talk", key}, {"ground", ground}, {"units", units_of(units)}});
}

Seen::Seen(const State& state, std::string_view on, const rules::Settings& settings)
    : rulebook_(settings),
      decisions_(rules::decisions_of(state, day(on))),
      context_(rules::with_official_days(
          {state, official_calendar(), rulebook_, decisions_, day(on), {}, {}})) {}

}  // namespace test
