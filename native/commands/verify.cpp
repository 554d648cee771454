#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "native/commands/commands.h"

namespace native {
namespace {

void run(Context& context, const std::string& head) {
  context.with_desk([&](core::app::Desk& desk) {
    Progress progress;
    core::Result<core::store::VerifyReport> checked =
        desk.ledger().verify([&progress](double share) { progress.show(share, "核验"); });
    if (!checked.ok()) return context.fail(checked.error());
    core::store::VerifyReport report = std::move(checked).value();
    if (report.ok && !head.empty() && head != report.head) {
      report.ok = false;
      report.reason = fmt::format("末端码不同：给出的是{}，台账是{}", head, report.head);
    }
    if (!report.ok) context.exit = kLedgerUnusable;
    if (context.json)
      return context.print(core::Fields{
          {"facts", static_cast<std::int64_t>(report.facts)},
          {"head", report.head},
          {"ok", report.ok},
          {"first_bad", report.first_bad.empty() ? core::Value() : core::Value(report.first_bad)},
          {"reason", report.reason}});
    if (report.ok) {
      fmt::print("{}条事实，链完整，投影与重算一致，末端码 {}\n", report.facts, report.head);
    } else {
      fmt::print("核验不通过{}：{}\n",
                 report.first_bad.empty() ? "" : "，自 " + report.first_bad + " 起", report.reason);
    }
  });
}

}  // namespace

void add_verify(CLI::App& program, Context& context) {
  auto head = std::make_shared<std::string>();
  CLI::App* command = program.add_subcommand("verify", "核验台账：链、编号、投影与重算是否一致");
  command->footer("例：zelian verify qingshan.zelian --head K3Q9-7MZ2-41XA");
  command->add_option("ledger", context.ledger, "台账文件")->required();
  command->add_option("--head", *head, "以前抄下的末端码，用来发现末尾被截去");
  command->callback([&context, head] { run(context, *head); });
}

}  // namespace native
