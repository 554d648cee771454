// Prints `checksum NAME SHA256` for what is derived from three counties. tests/run.sh compares the
// lines of the native and the wasm build, and of the demo county the output of the command line.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdio>
#include <string>
#include <string_view>

#include "core/app/assessment.h"
#include "core/app/demo_county.h"
#include "core/app/duty_list.h"
#include "core/app/forecast.h"
#include "core/app/rank_query.h"
#include "core/app/rulebook_workbook.h"
#include "core/base/hash.h"
#include "core/model/memory_history.h"
#include "tests/app/sample_county.h"
#include "tests/rules/county.h"
#include "tests/support/data.h"
#include "tests/support/scenario_files.h"

using namespace core;

namespace {

const std::string_view kDays[] = {"2026-02-20", "2026-07-01", "2026-11-23", "2027-01-20"};
const std::string_view kPeriods[] = {"2026-07", "2026-08", "2026-09", "2026-10", "2026-H2", "2026"};

/// Of what the command line would print.
void print_checksum(std::string_view name, std::string_view text) {
  fmt::print("checksum {} {}\n", name, to_hex(sha256(text)));
  std::fflush(stdout);
}

std::string printed(const Value& value) { return to_pretty_json(value) + "\n"; }

void print_duties(app::Desk& desk, std::string_view county) {
  for (const std::string_view on : kDays) {
    desk.set_today(test::day(on));
    const std::string duties = printed(app::duties_json(app::view_of(desk), {}));
    CHECK(duties.find("\"rule\"") != std::string::npos);
    print_checksum(fmt::format("{}-duties-{}", county, on), duties);
  }
}

void print_rankings(app::Desk& desk, std::string_view county) {
  for (const std::string_view period : kPeriods) {
    const Value ranking = app::ranking_json(app::view_of(desk), *parse_period(period));
    print_checksum(fmt::format("{}-rank-{}", county, period), printed(ranking));
  }
}

/// As `zelian demo --cases 400 --seed 7 --years 2 --on 2026-11-23` makes it.
void fill_demo(store::Ledger& ledger, const store::Occasion& occasion) {
  REQUIRE(ledger.begin(occasion).ok());
  app::invent_county({400, 7, 2, occasion.today},
                     [&](const Fact& fact) { CHECK(ledger.append(fact).ok()); });
  REQUIRE(ledger.commit().ok());
}

}  // namespace

TEST_CASE("same everywhere: the demo county's duties and rankings") {
  const test::SetClock clock(test::day("2026-11-23"));
  const store::Occasion occasion{"演示", clock.now(), clock.today()};
  store::MemoryFile file;
  auto ledger = store::Ledger::create(file, "演示县", /*demo=*/true, occasion);
  REQUIRE(ledger.ok());
  fill_demo(*ledger.value(), occasion);
  app::Desk desk(std::move(ledger).value(), clock, "演示");
  print_duties(desk, "demo");
  print_rankings(desk, "demo");
}

TEST_CASE("same everywhere: everything that follows from the sample county") {
  test::SampleCounty county;
  app::Desk& desk = county.desk();
  print_checksum("sample-head", desk.ledger().head_code());
  print_duties(desk, "sample");
  print_rankings(desk, "sample");
  desk.set_today(test::day("2026-11-23"));
  print_checksum("sample-forecast",
                 printed(app::forecast_json(app::view_of(desk), test::day("2027-02-01"))));
  const app::View view = app::view_of(desk);
  const auto assessment = app::assess(view, *parse_period("2026"));
  print_checksum("sample-assessment", printed(app::assessment_json(view, assessment, {})));
  const auto rulebook = app::export_rulebook(desk.state(), desk.rulebook(), desk.today());
  print_checksum("sample-rulebook-xlsx", app::rulebook_workbook(rulebook));
}

TEST_CASE("same everywhere: what follows from the facts of every scenario") {
  std::string lines;
  for (const std::string& name : test::scenario_names()) {
    const std::string text = test::read_bytes(test::tests_path("scenarios/" + name));
    const Result<Value> scenario = parse_json(text);
    REQUIRE(scenario.ok());
    MemoryHistory history;
    for (const Value& json : *scenario.value().fields()->find("facts")->list()) {
      const Result<Fact> fact = fact_from_json(json);
      REQUIRE(fact.ok());
      (void)history.add(fact.value(), test::day("2030-01-01"));  // some are there to be refused
    }
    for (const std::string_view on : kDays)
      for (const std::string& line : test::comparable(history, test::day(on))) lines += line + "\n";
  }
  CHECK(lines.size() > 100000);
  print_checksum("scenarios", lines);
}
