#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "core/app/coverage.h"
#include "native/commands/commands.h"

namespace native {
namespace {

using core::app::CoveringPart;

std::string names(const std::vector<CoveringPart>& parts) {
  std::string text;
  for (const CoveringPart& part : parts)
    text +=
        fmt::format("{}{}{}", text.empty() ? "" : " ", part.name, part.exists ? "" : "（待建）");
  return text;
}

void run(Context& context) {
  if (context.json) return context.print(core::app::coverage_json());
  for (const core::app::ClauseCoverage& each : core::app::clause_coverage()) {
    fmt::print("{}\t{}\n", each.clause, each.targets);
    fmt::print("  规则：{}\n", fmt::join(each.rules, " "));
    fmt::print("  事实：{}\n", fmt::join(each.kinds, " "));
    fmt::print("  文书：{}\n  画面：{}\n", names(each.papers), names(each.screens));
  }
}

}  // namespace

void add_clauses(CLI::App& program, Context& context) {
  CLI::App* command = program.add_subcommand("clauses", "通知逐条落到哪些规则、事实、文书和画面");
  command->footer("例：zelian clauses --json");
  command->callback([&context] { run(context); });
}

}  // namespace native
