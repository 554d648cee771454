#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "native/commands/commands.h"

namespace native {
namespace {

struct Options {
  std::string name;
  bool demo = false;
};

void run(Context& context, const Options& options) {
  const core::store::Occasion occasion{context.by, context.clock.now(), context.clock.today()};
  const auto ledger =
      core::store::Ledger::create(context.ledger, options.name, options.demo, occasion);
  if (!ledger.ok()) return context.fail(ledger.error());
  if (context.json)
    return context.print(core::Fields{{"ledger", context.ledger}, {"county", options.name}});
  fmt::print("已建立台账 {}（{}{}）\n", context.ledger, options.name, options.demo ? "，演示" : "");
}

}  // namespace

void add_init(CLI::App& program, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("init", "新建台账");
  command->footer("例：zelian init qingshan.zelian --name 青山县");
  command->add_option("ledger", context.ledger, "台账文件")->required();
  command->add_option("--name", options->name, "县名")->required();
  command->add_flag("--demo", options->demo, "演示台账，永远标明“演示”");
  command->callback([&context, options] { run(context, *options); });
}

}  // namespace native
