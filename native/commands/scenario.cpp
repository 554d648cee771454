#include "core/app/scenario.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "native/commands/commands.h"

namespace native {
namespace {

struct Failure {
  std::string file;
  std::string expect;
  std::string got;
};

struct Totals {
  std::int64_t passed = 0;
  std::vector<Failure> failed;
};

core::Result<core::app::ScenarioOutcome> run_file(const std::string& path) {
  CORE_ASSIGN(const std::string text, read_file(path));
  return core::app::run_scenario(text);
}

void add_file(const std::string& path, Totals& totals) {
  const core::Result<core::app::ScenarioOutcome> outcome = run_file(path);
  if (!outcome.ok()) {
    totals.failed.push_back({path, "可读的场景文件", outcome.error().message});
    return;
  }
  totals.passed += outcome.value().passed;
  for (const core::app::ScenarioFailure& failure : outcome.value().failed)
    totals.failed.push_back({path, failure.expect, failure.got});
}

void run(Context& context, const std::vector<std::string>& files) {
  Totals totals;
  for (const std::string& path : files) add_file(path, totals);
  if (!totals.failed.empty()) context.exit = kRefused;
  core::List failed;
  for (const Failure& failure : totals.failed) {
    failed.push_back(
        core::Fields{{"file", failure.file}, {"expect", failure.expect}, {"got", failure.got}});
    if (!context.json)
      fmt::print("{}\n  应有：{}\n  实为：{}\n", failure.file, failure.expect, failure.got);
  }
  if (context.json)
    return context.print(core::Fields{{"passed", totals.passed}, {"failed", std::move(failed)}});
  fmt::print("通过{}项，不符{}项\n", totals.passed, totals.failed.size());
}

}  // namespace

void add_scenario(CLI::App& program, Context& context) {
  auto files = std::make_shared<std::vector<std::string>>();
  CLI::App* command = program.add_subcommand("scenario", "运行场景文件：给定事实，应当推出什么");
  command->footer("例：zelian scenario tests/scenarios/*.json");
  command->add_option("files", *files, "场景文件")->required();
  command->callback([&context, files] { run(context, *files); });
}

}  // namespace native
