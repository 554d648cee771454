#include "core/app/show.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <string_view>
#include <vector>

#include "native/commands/commands.h"
#include "native/one_of.h"

namespace native {
namespace {

struct Options {
  std::string what;
  std::string key;
};

std::vector<std::string_view> shown() {
  std::vector<std::string_view> words = {"case", "unit", "official"};
  for (const std::string_view measure : core::app::shown_measures()) words.push_back(measure);
  return words;
}

core::Result<core::Value> find(core::app::Desk& desk, const Options& options) {
  if (options.what == "case") return core::app::show_case(desk, options.key);
  if (options.what == "unit") return core::app::show_unit(desk, options.key);
  if (options.what == "official") return core::app::show_official(desk, options.key);
  return core::app::show_measure(desk, options.what, options.key);
}

void run(Context& context, const Options& options) {
  context.with_desk([&](core::app::Desk& desk) {
    const core::Result<core::Value> found = find(desk, options);
    if (found.ok())
      context.print(found.value());
    else
      context.refuse_usage(found.error().message);
  });
}

}  // namespace

void add_show(CLI::App& program, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      program.add_subcommand("show", "一件事项、一个单位、一名领导或一项措施的全部记录（JSON）");
  command->footer(
      "例：zelian show qingshan.zelian case 511720260100000001\n"
      "    zelian show qingshan.zelian bulletin monthly-2026-10");
  command->add_option("ledger", context.ledger, "台账文件")->required();
  command->add_option("what", options->what, "case、unit、official 或措施的种类")
      ->required()
      ->check(one_of(shown()));
  command->add_option("key", options->key, "编号、单位代码、领导或措施的编号")->required();
  command->callback([&context, options] { run(context, *options); });
}

}  // namespace native
