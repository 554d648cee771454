#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "core/store/head_code.h"
#include "native/commands/commands.h"

namespace native {
namespace {

void report_on(Context& context, const core::store::VerifyReport& report) {
  if (!report.ok) context.exit = kLedgerUnusable;
  const auto or_null = [](const std::string& id) {
    return id.empty() ? core::Value() : core::Value(id);
  };
  if (context.json)
    return context.print(core::Fields{{"facts", static_cast<std::int64_t>(report.facts)},
                                      {"head", report.head},
                                      {"head_at", or_null(report.head_at)},
                                      {"ok", report.ok},
                                      {"first_bad", or_null(report.first_bad)},
                                      {"reason", report.reason}});
  if (!report.ok) {
    fmt::print("核验不通过{}：{}\n",
               report.first_bad.empty() ? "" : "，自 " + report.first_bad + " 起", report.reason);
    return;
  }
  fmt::print("{}条事实，链完整，投影与重算一致，末端码 {}\n", report.facts, report.head);
  if (!report.head_at.empty()) fmt::print("给出的末端码是记到 {} 时的\n", report.head_at);
}

// The file is not opened as a ledger first: what cannot be opened is what one wants to look into.
core::Done run(Context& context, const std::string& head) {
  if (!head.empty() && !core::store::is_head_code(head))
    return context.refuse_usage(fmt::format("末端码应形如 K3Q9-7MZ2-41XA：{}", head));
  Progress progress;
  const core::Result<core::store::VerifyReport> checked = core::store::Ledger::verify_file(
      context.ledger, [&progress](double share) { progress.show(share, "核验"); }, head);
  if (!checked.ok())
    context.fail(checked.error());
  else
    report_on(context, checked.value());
  return {};
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
