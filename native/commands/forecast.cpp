#include "core/app/forecast.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "native/commands/commands.h"

namespace native {
namespace {

void print_rows(const core::Fields& forecast, std::string_view part, std::string_view title) {
  const core::List& rows = *forecast.find(part)->list();
  fmt::print("{}（{}）\n", title, rows.size());
  for (const core::Value& row : rows) {
    const core::Fields& fields = *row.fields();
    fmt::print("  {}\t{}\t{}\t{}\n", fields.text("due_on"), fields.text("unit"),
               fields.text("text"), fields.text("case"));
  }
}

void run(Context& context, const std::string& until) {
  context.with_desk([&](core::app::Desk& desk) {
    const std::optional<core::Date> to = core::parse_date(until);
    if (!to || *to < desk.today())
      return context.fail(
          {core::ErrorCode::NotFound, fmt::format("--until 应为今天或以后的日期：{}", until)});
    const core::Value forecast = core::app::forecast_json(desk, *to);
    if (context.json) return context.print(forecast);
    print_rows(*forecast.fields(), "due", "将到期");
    print_rows(*forecast.fields(), "late", "将逾期");
    print_rows(*forecast.fields(), "prompts", "将需决定");
    print_rows(*forecast.fields(), "near", "差一步");
  });
}

}  // namespace

void add_forecast(CLI::App& program, Context& context) {
  auto until = std::make_shared<std::string>();
  CLI::App* command = program.add_subcommand(
      "forecast", "如果到某日为止什么都不发生：到期什么、逾期什么、谁差一步");
  command->footer("例：zelian forecast qingshan.zelian --until 2026-12-31 --json");
  command->add_option("ledger", context.ledger, "台账文件")->required();
  command->add_option("--until", *until, "到哪一天")->required();
  command->callback([&context, until] { run(context, *until); });
}

}  // namespace native
