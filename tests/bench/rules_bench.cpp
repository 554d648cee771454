// Derives all duties and prompts of an invented county: rules_bench CASES LED_PERCENT. One pass for
// every line of standard input, so that the native and the wasm program can take turns.

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "core/app/county_calendar.h"
#include "core/app/demo_county.h"
#include "core/model/fold.h"
#include "core/rules/derive.h"
#include "tests/bench/measure.h"

namespace {

using core::rules::DutyRow;
using core::rules::Findings;
using core::rules::PromptRow;

/// The county without its words, which no rule reads.
void fold_county(core::Folder& folder, const core::app::DemoPlan& plan) {
  std::uint32_t position = 0;
  core::app::invent_county(plan, [&](const core::Fact& fact) {
    core::RecordedFact recorded{{++position}, fmt::format("f{}", position), {}, fact};
    for (const char* words : {"title", "summary", "category", "petitioner"})
      recorded.fact.fields.erase(words);
    folder.fold(recorded, *core::subject_of(fact));
    folder.take_touched();
  });
}

/// Every field of every row, in order.
class Checksum {
 public:
  void add(std::int64_t value) {
    sum_ = (sum_ ^ static_cast<std::uint64_t>(value)) * 0x9E3779B97F4A7C15U;
    sum_ ^= sum_ >> 32;
  }
  void add(core::rules::Evidence evidence) {
    add(evidence.first);
    add(evidence.count);
  }
  void add(const DutyRow& row) {
    add(static_cast<int>(row.rule));
    add(static_cast<int>(row.state));
    add((row.provisional ? 4 : 0) + (row.in_working_days ? 2 : 0) + (row.stated ? 1 : 0));
    add(row.term);
    add(row.case_index.value);
    add(row.unit.value);
    add(row.official.value);
    add(row.occurrence);
    for (const core::Date day : {row.opened_on, row.due_on, row.judged_on, row.done_on})
      add(day.days);
    add(row.because);
  }
  void add(const PromptRow& row) {
    add(static_cast<int>(row.rule));
    add(static_cast<int>(row.state));
    add(static_cast<int>(row.action));
    add(row.code);
    add(row.case_index.value);
    add(row.unit.value);
    add(row.official.value);
    add(row.occurrence);
    add(row.opened_on.days);
    add(row.because);
  }
  std::string text() const { return fmt::format("{:016x}", sum_); }

 private:
  std::uint64_t sum_ = 0;
};

std::string checksum(const Findings& findings) {
  Checksum sum;
  for (const DutyRow& row : findings.duties) sum.add(row);
  for (const PromptRow& row : findings.prompts) sum.add(row);
  for (const core::FactRef fact : findings.evidence) sum.add(fact.position);
  return sum.text();
}

/// What writing as many rows costs when nothing has to be worked out.
double writing(const Findings& findings, Findings& copy) {
  return bench::milliseconds_of([&] {
    copy.clear();
    copy.duties.reserve(findings.duties.size());
    copy.evidence.reserve(findings.evidence.size());
    for (const DutyRow& row : findings.duties) copy.duties.push_back(row);
    for (const PromptRow& row : findings.prompts) copy.prompts.push_back(row);
    for (const core::FactRef fact : findings.evidence) copy.evidence.push_back(fact);
  });
}

}  // namespace

int main(int argc, char** argv) {
  bench::require(argc == 3, "rules_bench CASES LED_PERCENT");
  core::app::DemoPlan plan;
  plan.cases = std::atoi(argv[1]);
  plan.years = 3;
  plan.today = *core::make_date(2026, 11, 20);
  plan.led_percent = std::atoi(argv[2]);
  core::Folder folder([](const core::Subject&) { return std::vector<core::RecordedFact>(); });
  const double folding = bench::milliseconds_of([&] { fold_county(folder, plan); });
  const core::calendar::Calendar calendar = core::app::calendar_of(folder.state());
  const core::rules::Rulebook rulebook = core::rules::Rulebook::of(folder.state());
  Findings findings;
  Findings copy;
  const auto pass = [&] {
    core::rules::derive(folder.state(), calendar, rulebook, plan.today, findings);
  };
  pass();  // memory is there from the second pass on, as on a desk
  bench::print({{"cases", static_cast<std::int64_t>(folder.state().cases().size())},
                {"facts", static_cast<std::int64_t>(folder.state().fact_count())},
                {"duties", static_cast<std::int64_t>(findings.duties.size())},
                {"prompts", static_cast<std::int64_t>(findings.prompts.size())},
                {"fold_milliseconds", folding},
                {"checksum", checksum(findings)}});
  char line[16];
  while (std::fgets(line, sizeof line, stdin) != nullptr) {
    const double alone = bench::milliseconds_of([&] {
      core::rules::derive(folder.state(), calendar, rulebook, plan.today, /*cores=*/1, findings);
    });
    const double time = bench::milliseconds_of(pass);
    bench::print({{"milliseconds", time},
                  {"one_core_milliseconds", alone},
                  {"writing_milliseconds", writing(findings, copy)},
                  {"checksum", checksum(findings)}});
  }
}
