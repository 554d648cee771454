#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "core/app/demo_county.h"
#include "native/commands/commands.h"

namespace native {
namespace {

struct Options {
  int cases = 600;
  std::uint64_t seed = 1;
  int years = 1;
};

/// Everything in one transaction; the first error ends it.
core::Status fill(core::store::Ledger& ledger, const core::app::DemoPlan& plan,
                  const core::store::Occasion& occasion) {
  CORE_TRY(ledger.begin(occasion));
  core::Status failed = core::Done{};
  core::app::invent_county(plan, [&](const core::Fact& fact) {
    if (!failed.ok()) return;
    const core::Result<core::FactRef> taken = ledger.append(fact);
    if (!taken.ok()) failed = taken.error();
  });
  if (!failed.ok()) {
    CORE_TRY(ledger.rollback());
    return failed;
  }
  return ledger.commit();
}

void run(Context& context, const Options& options) {
  const core::Date today = context.clock.today();
  // The same arguments give the same file, so the clock's time of day stays out of it.
  const core::store::Occasion occasion{"演示", core::to_string(today) + "T08:00:00", today};
  auto ledger = core::store::Ledger::create(context.ledger, "演示县", /*demo=*/true, occasion);
  if (!ledger.ok()) return context.fail(ledger.error());
  const core::app::DemoPlan plan{options.cases, options.seed, options.years, today};
  const core::Status filled = fill(*ledger.value(), plan, occasion);
  if (!filled.ok()) return context.fail(filled.error());

  const core::State& state = ledger.value()->state();
  const auto count = [](std::size_t size) { return static_cast<std::int64_t>(size); };
  if (context.json)
    return context.print(core::Fields{{"facts", count(state.fact_count())},
                                      {"cases", count(state.cases().size())},
                                      {"units", count(state.units().size())},
                                      {"officials", count(state.officials().size())}});
  fmt::print("已生成演示台账 {}：{}件事项，{}条事实\n", context.ledger, state.cases().size(),
             state.fact_count());
}

}  // namespace

void add_demo(CLI::App& program, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      program.add_subcommand("demo", "生成虚构的演示台账；同样的参数得到同样的内容");
  command->footer("例：zelian demo demo.zelian --cases 600 --seed 7 --years 2 --on 2026-11-23");
  command->add_option("ledger", context.ledger, "新台账文件")->required();
  command->add_option("--cases", options->cases, "事项数")
      ->required()
      ->check(CLI::Range(0, 5'000'000));
  command->add_option("--seed", options->seed, "随机种子")->required();
  command->add_option("--years", options->years, "年数")
      ->check(CLI::Range(1, 20))
      ->capture_default_str();
  command->callback([&context, options] { run(context, *options); });
}

}  // namespace native
