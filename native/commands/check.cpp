#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "core/app/bulletin.h"
#include "core/model/key.h"
#include "native/commands/commands.h"

namespace native {
namespace {

void print_difference(Context& context, const core::app::BulletinDifference& found) {
  context.exit = kRefused;
  if (context.json)
    return context.print(core::Fields{
        {"same", false}, {"where", found.where}, {"issued", found.issued}, {"now", found.now}});
  fmt::print("不一致：{}，印发时为{}，重算为{}\n", found.where, core::to_json(found.issued),
             core::to_json(found.now));
}

/// It is still what was issued, but whoever checks it should know that it holds no more.
std::string withdrawn_text(const core::State& state, std::string_view key) {
  const core::MeasureIndex index = state.find_measure(core::Subject::Kind::Bulletin, key);
  const core::MeasureStep* step =
      index.known() ? state.measure(index).first(core::StepKind::BulletinWithdrawn) : nullptr;
  return step ? fmt::format("（已于{}撤回）", core::to_string(step->on)) : std::string();
}

void run(Context& context, const std::string& typed) {
  context.with_desk([&](core::app::Desk& desk) {
    const std::string key = core::kept_key(core::Subject::Kind::Bulletin, typed, desk.state());
    const auto checked = core::app::check_bulletin(desk, key);
    if (!checked.ok()) return context.fail(checked.error());
    if (checked.value()) return print_difference(context, *checked.value());
    if (context.json) return context.print(core::Fields{{"same", true}});
    fmt::print("与印发时一致：{}{}\n", key, withdrawn_text(desk.state(), key));
  });
}

}  // namespace

void add_check(CLI::App& program, Context& context) {
  CLI::App* command = program.add_subcommand("check", "按冻结的台账位置重算已印发的通报，逐项比对");
  command->footer("例：zelian check qingshan.zelian bulletin monthly-2026-10 --json");
  command->add_option("ledger", context.ledger, "台账文件")->required();
  auto what = std::make_shared<std::string>();
  auto key = std::make_shared<std::string>();
  command->add_option("what", *what, "bulletin")->required()->check(CLI::IsMember({"bulletin"}));
  command->add_option("key", *key, "通报编号")->required();
  command->callback([&context, key, what] { run(context, *key); });
}

}  // namespace native
