#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "core/app/bulletin.h"
#include "core/app/rank_query.h"
#include "core/model/measure_words.h"
#include "native/commands/commands.h"
#include "native/one_of.h"

namespace native {
namespace {

struct Options {
  std::string period;
  std::string series;
  bool draft = false;
  core::app::BulletinOrder order;
};

core::Status issue(Context& context, core::app::Desk& desk, Options options) {
  const core::Result<core::Period> period = core::app::period_asked(options.period, options.series);
  if (!period.ok()) return context.refuse_usage(period.error().message);
  options.order.period = period.value();
  options.order.series = core::app::series_asked(options.order.period, options.series);
  CORE_ASSIGN(const core::app::BulletinReceipt receipt,
              options.draft ? core::app::draft_bulletin(desk, options.order)
                            : core::app::issue_bulletin(desk, options.order));
  if (context.json) {
    core::Fields printed{{"bulletin", receipt.key},
                         {"number", receipt.number},
                         {"head", receipt.head},
                         {"sha256", receipt.sha256}};
    if (receipt.is_draft) {
      printed.set("draft", true);
      printed.set("objections_until", core::to_string(receipt.objections_until));
    }
    context.print(printed);
  } else if (receipt.is_draft) {
    fmt::print("已拟稿：{}，核对期至{}，各单位可在此前提出异议；期满后再次执行即印发\n",
               receipt.key, core::to_string(receipt.objections_until));
  } else {
    fmt::print("已印发：{}（{}），末端码 {}\n", receipt.number, receipt.key, receipt.head);
  }
  return core::Done{};
}

void run(Context& context, const Options& options) {
  context.with_desk([&](core::app::Desk& desk) {
    if (const core::Status done = issue(context, desk, options); !done.ok())
      context.fail(done.error());
  });
}

void add_order(CLI::App& command, core::app::BulletinOrder& order) {
  command.add_option("--key", order.key, "通报编号（默认按系列和期间）");
  command.add_option("--number", order.number, "文号（默认为本系列本年度的下一号）");
  command.add_option("--topic", order.topic, "专题");
  command.add_option("--scope", order.scope, "专项通报范围内的单位")->delimiter(',');
  command.add_option("--criticise", order.criticised, "点名批评的单位")->delimiter(',');
  command.add_option("--praise", order.praised, "表扬的单位")->delimiter(',');
  command.add_flag("--grave", order.grave, "重大情况，报县委、县政府主要领导");
}

}  // namespace

void add_issue(CLI::App& program, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("issue", "印发通报：排名、台账位置和规则一并冻结");
  command->footer(
      "例：zelian issue qingshan.zelian bulletin --period 2026-10 --draft\n"
      "    zelian issue qingshan.zelian bulletin --period 2026-10 --criticise T07 --json");
  command->add_option("ledger", context.ledger, "台账文件")->required();
  auto what = std::make_shared<std::string>();
  command->add_option("what", *what, "bulletin")->required()->check(CLI::IsMember({"bulletin"}));
  command->add_option("--period", options->period, "期间，如 2026-10、2026-H2、2026")->required();
  command->add_option("--series", options->series, "系列")
      ->check(one_of(core::measure_words::kSeries));
  command->add_flag("--draft", options->draft, "只拟稿，供各单位核对");
  add_order(*command, options->order);
  command->callback([&context, options, what] { run(context, *options); });
}

}  // namespace native
