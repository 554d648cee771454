// Opens a ledger of an invented county: load_bench CASES. Once for every line of standard input.

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <utility>

#include "core/app/demo_county.h"
#include "core/store/ledger.h"
#include "tests/bench/measure.h"

namespace {

using core::store::Ledger;
using core::store::MemoryFile;

void fill(MemoryFile& file, const core::app::DemoPlan& plan) {
  const core::store::Occasion occasion{"bench", core::to_string(plan.today) + "T08:00:00",
                                       plan.today};
  auto made = Ledger::create(file, "青山县", /*demo=*/true, occasion);
  bench::require(made.ok(), "the ledger cannot be made");
  const std::unique_ptr<Ledger> ledger = std::move(made).value();
  bench::require(ledger->begin(occasion).ok(), "the ledger cannot be written");
  core::app::invent_county(plan, [&](const core::Fact& fact) {
    bench::require(ledger->append(fact).ok(), "a fact was not taken");
  });
  bench::require(ledger->commit().ok(), "the facts were not kept");
}

}  // namespace

int main(int argc, char** argv) {
  bench::require(argc == 2, "load_bench CASES");
  core::app::DemoPlan plan;
  plan.cases = std::atoi(argv[1]);
  plan.today = *core::make_date(2026, 11, 20);
  MemoryFile file;
  fill(file, plan);
  char line[16];
  while (std::fgets(line, sizeof line, stdin) != nullptr) {
    std::unique_ptr<Ledger> ledger;
    const double time = bench::milliseconds_of([&] {
      auto opened = Ledger::open(file);
      bench::require(opened.ok(), "the ledger cannot be opened");
      ledger = std::move(opened).value();
    });
    bench::print({{"milliseconds", time},
                  {"cases", static_cast<std::int64_t>(ledger->state().cases().size())},
                  {"facts", static_cast<std::int64_t>(ledger->state().fact_count())},
                  {"bytes", static_cast<std::int64_t>(ledger->size())}});
  }
}
