#include "core/app/coverage.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/support/data.h"

using namespace core;

namespace {

std::string targets_in(const Fields& clause) {
  std::string joined;
  for (const Value& target : *clause.find("target")->list())
    joined += (joined.empty() ? "" : " ") + *target.text();
  return joined;
}

}  // namespace

TEST_CASE("coverage: every clause of the notice has what its target says") {
  const Result<Value> notice = parse_json(test::read_bytes(test::data_path("notice/clauses.json")));
  REQUIRE(notice.ok());
  const List& clauses = *notice.value().fields()->find("clauses")->list();
  const std::vector<app::ClauseCoverage> coverage = app::clause_coverage();
  REQUIRE(coverage.size() == clauses.size());
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    const Fields& clause = *clauses[i].fields();
    CAPTURE(std::string(clause.text("id")));
    CHECK(coverage[i].clause == clause.text("id"));
    CHECK(coverage[i].targets == targets_in(clause));
    CHECK(coverage[i].missing().empty());
  }
}

TEST_CASE("coverage: a clause without its rule, fact, paper or screen is missing them") {
  app::ClauseCoverage bare;
  bare.targets = "rule record document screen judgement";
  CHECK(bare.missing().size() == 5);
  bare.rules.push_back("answer");
  bare.papers.push_back({"提醒函", false});
  CHECK(bare.missing() == std::vector<std::string_view>{"record", "judgement", "screen"});
  bare.targets = "frame";
  CHECK(bare.missing().empty());
}
