#include "core/rules/setting_tables.h"

#include <doctest/doctest.h>

#include "core/rules/setting_access.h"

using namespace core;
using namespace core::rules;

namespace {

bool is_unit(std::string_view code) { return code == "T01" || code == "T02"; }

std::vector<GroupProblem> problems_of(Fields groups) {
  Settings settings;
  set_value(settings, "rank_groups", std::move(groups));
  return group_problems(settings, is_unit);
}

std::string clause_reason(std::string_view clause) {
  return entry_problem("point_sheet", "x", Fields{{"clause", clause}}).reason;
}

}  // namespace

TEST_CASE("setting tables: a group names units and words for units, each once") {
  CHECK(problems_of({{"一组", List{"T01"}}, {"二组", List{"T02", "township", "other"}}}).empty());
  CHECK(problems_of({{"一组", List{}}, {"二组", List{"subdistrict", "park"}}}).empty());
  const auto unknown = problems_of({{"一组", List{"T01", "T99"}}});
  REQUIRE(unknown.size() == 1);
  CHECK(unknown[0].reason == "没有单位“T99”");
  const auto twice = problems_of({{"a", List{"T01"}}, {"b", List{"T02", "T01"}}});
  REQUIRE(twice.size() == 1);
  CHECK(twice[0].group == "b");
  CHECK(twice[0].other == "a");
  CHECK(twice[0].reason == "“T01”同时列入“a”和“b”，只能列入一组");
  // A code goes before a word, so a unit may be taken out of its kind's group.
  CHECK(problems_of({{"乡镇", List{"township"}}, {"山区乡镇", List{"T02"}}}).empty());
}

TEST_CASE("setting tables: an issuer is for a kind of paper there is") {
  for (const char* paper : {"talk", "talk_notice", "bulletin", "reminder", "proposal", "lead_list"})
    CHECK(entry_problem("issuer", paper, "县联席办").reason.empty());
  for (const char* paper : {"nonsense", "talks", "", "_talk"}) {
    const EntryProblem wrong = entry_problem("issuer", paper, "县联席办");
    CHECK(wrong.field == "entry");
    CHECK_FALSE(wrong.reason.empty());
  }
}

TEST_CASE("setting tables: a point item cites a clause there is, or another document") {
  for (const char* clause : {"3.2", "7.5", "条例23", "条例50", "县委办〔2024〕3号", "条例34第2款"})
    CHECK(clause_reason(clause) == "");
  CHECK(clause_reason("99.9") == "没有“99.9”这一条");
  for (const char* clause : {"2.9", "7", "条例0", "条例51", "条例99999999999999"})
    CHECK_FALSE(clause_reason(clause).empty());
  CHECK(entry_problem("point_sheet", "x", Fields{{"clause", "99.9"}}).field == "clause");
}
