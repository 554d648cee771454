#include "tests/store/history_support.h"

#include <iterator>
#include <utility>

#include "tests/store/ledger_support.h"

namespace test {
namespace {

using core::Fact;
using core::Fields;
using core::List;

constexpr const char* kCaseKinds[] = {
    "case.grounded",      "case.flagged",          "case.forwarded", "case.notified",
    "case.accepted",      "case.extended",         "case.answered",  "case.rated",
    "case.final_decided", "case.suspended",        "case.resolved",  "case.closed",
    "case.reopened",      "case.review_requested", "lead.assigned",  "lead.handed_over",
    "lead.engaged",       "report.filed",          "case.delivered", "case.resumed"};

std::string two_digits(std::uint32_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

std::string HistoryMaker::any_day() {
  return "2026-" + two_digits(1 + pick(11)) + "-" + two_digits(1 + pick(28));
}

Fact HistoryMaker::next() {
  ++recorded_;
  switch (pick(12)) {
    case 0:
      return on_unit();
    case 1:
      return on_official();
    case 2:
    case 3:
      return amendment();
    case 4:
      if (pick(4) == 0)
        return fact("county.named", any_day(), {{"name", "青山" + std::to_string(pick(3)) + "县"}});
      return fact("reminder.issued", any_day(), {{"reminder", "R1"}, {"unit", unit()}});
    case 5:
      return fact("odd.kind" + std::to_string(pick(2)), any_day(), {{"number", int(pick(9))}});
    default:
      return on_case();
  }
}

Fact HistoryMaker::on_unit() {
  switch (pick(4)) {
    case 0:
      return fact("unit.renamed", any_day(),
                  {{"unit", unit()}, {"name", "镇" + std::to_string(pick(9))}});
    case 1:
      return fact("unit.retired", any_day(), {{"unit", unit()}, {"successor", unit()}});
    case 2:
      return fact("statistics.recorded", any_day(),
                  {{"unit", unit()},
                   {"period", "2026-" + two_digits(1 + pick(3))},
                   {"indicator", pick(2) ? "satisfied" : "participated"},
                   {"numerator", int(pick(50))},
                   {"denominator", 50}});
    default:
      return test::unit(unit(), "镇" + std::to_string(pick(9)));
  }
}

Fact HistoryMaker::on_official() {
  if (pick(4) == 0) return fact("official.left", any_day(), {{"official", official()}});
  Fact made = test::official(official(), "某某", pick(2) ? "county_leader" : "unit_main",
                             pick(2) ? unit() : "");
  List oversees;
  for (auto left = pick(4); left > 0; --left) oversees.emplace_back(unit());
  made.fields.set("oversees", std::move(oversees));
  return made;
}

Fact HistoryMaker::on_case() {
  const std::string number = "C" + std::to_string(pick(12));
  if (pick(4) == 0) return register_case(number, unit(), any_day());
  Fields more = {{"unit", unit()},
                 {"ground", "city_listed"},
                 {"key", pick(2) == 0},
                 {"grave", true},
                 {"fourfold", List{"area", "person"}},
                 {"days", int(pick(31))},
                 {"rating", "satisfied"},
                 {"party", pick(2) ? "office" : "unit"},
                 {"result", "partial"},
                 {"until", any_day()},
                 {"week", "2026-W10"}};
  if (pick(2)) more.set("progress", int(pick(101)));
  if (pick(2)) more.set("official", official());
  if (pick(2)) more.set("unit_official", official());
  if (pick(2)) more.set("level", "county_main");
  return test::on_case(kCaseKinds[pick(std::size(kCaseKinds))], number, any_day(), std::move(more));
}

Fact HistoryMaker::amendment() {
  const std::string target = prefix_ + std::to_string(1 + pick(recorded_ - 1));
  if (pick(3) == 0) return retracted(target);
  Fields with;
  if (pick(2)) with.set("on", any_day());
  if (pick(2)) with.set("unit", unit());
  if (pick(3) == 0) with.set("title", core::Value());
  if (pick(3) == 0) with.set("name", "改名");
  return corrected(target, std::move(with));
}

}  // namespace test
