// Ranks units over periods, margins included, from recorded figures: rank_bench UNITS PERIODS. One
// ranking of every period for every line of standard input.

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "core/model/fold.h"
#include "core/rules/ranking/indicators.h"
#include "core/rules/ranking/ranking.h"
#include "core/rules/rulebook.h"
#include "tests/bench/measure.h"

namespace {

namespace ranking = core::rules::ranking;

constexpr int kYear = 2025;

void fold(core::Folder& folder, core::Fact fact) {
  const std::uint32_t position = folder.state().fact_count() + 1;
  const core::Subject subject = *core::subject_of(fact);
  folder.fold({{position}, fmt::format("f{}", position), {}, std::move(fact)}, subject);
  folder.take_touched();
}

void fold_figures(core::Folder& folder, const std::string& unit, int month, bench::Dice& dice) {
  for (std::size_t place = 0; place < ranking::kIndicators; ++place) {
    const auto denominator = static_cast<std::int64_t>(5 + dice.below(400));
    const auto late = static_cast<std::int64_t>(dice.below(30));
    fold(folder, {"statistics.recorded",
                  *core::make_date(kYear + 1, 1, 5),
                  {},
                  {{"unit", unit},
                   {"period", fmt::format("{}-{:02}", kYear, month)},
                   {"indicator", ranking::spec_of(static_cast<ranking::Indicator>(place)).word},
                   {"numerator", std::max<std::int64_t>(denominator - late, 0)},
                   {"denominator", denominator}}});
  }
}

void fold_units(core::Folder& folder, int units, int months) {
  bench::Dice dice(3);
  for (int number = 0; number < units; ++number) {
    const std::string unit = fmt::format("U{}", number);
    const std::string_view group = number % 2 == 0 ? "township" : "department";
    fold(folder, {"unit.registered",
                  *core::make_date(2020, 1, 2),
                  {},
                  {{"unit", unit}, {"name", unit}, {"type", group}, {"group", group}}});
    for (int month = 1; month <= months; ++month) fold_figures(folder, unit, month, dice);
  }
}

struct Total {
  std::int64_t ranked = 0;
  std::int64_t margins = 0;
};

Total rank_all(const core::State& state, const core::rules::Rulebook& rulebook,
               const std::vector<core::Period>& periods, core::Date today) {
  Total total;
  const ranking::Counts counts = ranking::count_indicators(state, {}, today, periods);
  for (std::size_t slot = 0; slot < periods.size(); ++slot)
    for (const ranking::GroupRanking& group :
         ranking::rank_units(state, counts, slot, rulebook, today).groups)
      for (const ranking::RankedUnit& unit : group.units) {
        total.ranked += unit.rank > 0 ? 1 : 0;
        total.margins += unit.margin.possible ? 1 : 0;
      }
  return total;
}

}  // namespace

int main(int argc, char** argv) {
  bench::require(argc == 3, "rank_bench UNITS PERIODS");
  core::Folder folder([](const core::Subject&) { return std::vector<core::RecordedFact>(); });
  fold_units(folder, std::atoi(argv[1]), std::atoi(argv[2]));
  const core::rules::Rulebook rulebook = core::rules::Rulebook::of(folder.state());
  std::vector<core::Period> periods;
  for (int month = 1; month <= std::atoi(argv[2]); ++month)
    periods.push_back(*core::parse_period(fmt::format("{}-{:02}", kYear, month)));
  char line[16];
  while (std::fgets(line, sizeof line, stdin) != nullptr) {
    Total total;
    const double time = bench::milliseconds_of([&] {
      total = rank_all(folder.state(), rulebook, periods, *core::make_date(kYear + 1, 2, 1));
    });
    bench::print({{"milliseconds", time}, {"ranked", total.ranked}, {"margins", total.margins}});
  }
}
