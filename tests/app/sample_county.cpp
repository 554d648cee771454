#include "tests/app/sample_county.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "core/app/bulletin.h"
#include "tests/support/data.h"
#include "tests/support/facts.h"

namespace test {

using namespace core;

namespace {

constexpr std::string_view kBegins = "2026-07-01";
constexpr std::string_view kLeadsListed = "2026-09-01";
constexpr std::string_view kSampleDay = "2026-11-23";
constexpr int kRowsPerStep = 1000;

/// Period and day of issue.
constexpr std::pair<std::string_view, std::string_view> kBulletins[] = {
    {"2026-07", "2026-08-10"},
    {"2026-08", "2026-09-10"},
    {"2026-09", "2026-10-14"},
    {"2026-10", "2026-11-10"},
};

std::vector<Fact> facts_in(std::string_view lines) {
  std::vector<Fact> facts;
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    if (end > 0) facts.push_back(fact(lines.substr(0, end)));
    lines = end == std::string_view::npos ? std::string_view() : lines.substr(end + 1);
  }
  return facts;
}

}  // namespace

SampleCounty::SampleCounty() : clock_(day(kBegins)) {
  auto ledger =
      store::Ledger::create(file_, "青山县", /*demo=*/true, {"演示", clock_.now(), clock_.today()});
  REQUIRE(ledger.ok());
  desk_ = std::make_unique<app::Desk>(std::move(ledger).value(), clock_, "演示");
  go_to(kSampleDay);
  import({"county-ledger.xlsx", "provincial-export.xlsx", "statistics-2026-07.xlsx",
          "statistics-2026-08.xlsx", "statistics-2026-09.xlsx", "statistics-2026-10.xlsx",
          "units-officials.xlsx"});
  go_to(kLeadsListed);
  import({"lead-list.xlsx"});
  go_to(kSampleDay);
  import({"lead-list.xlsx", "weekly-reports.csv"});
  record("office-record.jsonl");
  for (const auto& [period, on] : kBulletins) {
    go_to(on);
    issue_bulletin(period);
  }
  go_to(kSampleDay);
  record("bulletin-record.jsonl");
}

void SampleCounty::go_to(std::string_view on) {
  clock_.set(day(on));
  desk_->set_today(day(on));
}

void SampleCounty::import(const std::vector<std::string_view>& files) {
  std::vector<intake::ImportFile> read;
  for (const std::string_view name : files) {
    intake::ImportFile& file = read.emplace_back();
    file.name = std::string(name);
    file.bytes = read_bytes(sample_path(name));
  }
  REQUIRE(desk_->begin_import(std::move(read), /*dry_run=*/false).ok());
  for (bool more = true; more;) {
    const Result<bool> stepped = desk_->step_import(kRowsPerStep);
    REQUIRE(stepped.ok());
    more = stepped.value();
  }
}

void SampleCounty::record(std::string_view file) {
  const auto refused = desk_->record(facts_in(read_bytes(sample_path(file))));
  REQUIRE(refused.ok());
  for (const store::Refusal& each : refused.value()) FAIL_CHECK(file << ": " << each.reason);
}

void SampleCounty::issue_bulletin(std::string_view period) {
  app::BulletinOrder order;
  order.period = *parse_period(period);
  const auto issued = app::issue_bulletin(*desk_, order);
  REQUIRE_MESSAGE(issued.ok(), issued.error().message);
}

}  // namespace test
