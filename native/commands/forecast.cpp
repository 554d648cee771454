#include "core/app/forecast.h"
#include "core/app/past_view.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "native/commands/commands.h"
#include "native/names.h"
#include "native/question_options.h"

namespace native {
namespace {

void print_rows(const core::State& state, const core::Fields& forecast, std::string_view part,
                std::string_view title) {
  const core::List& rows = *forecast.find(part)->list();
  fmt::print("{}（{}）\n", title, rows.size());
  for (const core::Value& row : rows) {
    const core::Fields& fields = *row.fields();
    // A day that a calendar not yet published may move says so.
    fmt::print("  {}{}\t{}\t{}\t{}\n", fields.text("due_on"),
               fields.boolean("provisional") ? "（暂定）" : "",
               unit_name(state, state.find_unit(fields.text("unit"))), fields.text("text"),
               fields.text("case"));
  }
}

struct Options {
  std::string until;
  QuestionOptions question;
};

// On a past day nothing of what came after it is known.
core::Status answer(Context& context, core::app::Desk& desk, const core::app::View& asked,
                    const Options& options) {
  using Rules = core::app::PastView::Rules;
  const Rules rules = options.question.settings_file.empty() ? Rules::OfDay : Rules::OfView;
  CORE_ASSIGN(
      const std::unique_ptr<core::app::PastView> past,
      core::app::PastView::of(desk, asked, core::parse_date(options.question.known_on), rules));
  const core::app::View view = past ? past->view() : asked;
  const std::optional<core::Date> to = core::parse_date(options.until);
  if (!to || *to < view.today)
    return context.refuse_usage(fmt::format("--until 应为今天或以后的日期：{}", options.until));
  const core::Value forecast = core::app::forecast_json(view, *to);
  if (context.json) {
    context.print(forecast);
    return core::Done{};
  }
  print_rows(view.state, *forecast.fields(), "due", "将到期");
  print_rows(view.state, *forecast.fields(), "late", "将逾期");
  print_rows(view.state, *forecast.fields(), "prompts", "将需决定");
  print_rows(view.state, *forecast.fields(), "near", "差一步");
  return core::Done{};
}

void run(Context& context, const Options& options) {
  answer_question(context, options.question,
                  [&](core::app::Desk& desk, const core::app::View& view) {
                    return answer(context, desk, view, options);
                  });
}

}  // namespace

void add_forecast(CLI::App& program, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "forecast", "如果到某日为止什么都不发生：到期什么、逾期什么、谁差一步");
  command->footer(
      "例：zelian forecast qingshan.zelian --until 2026-12-31 --json\n"
      "    zelian forecast qingshan.zelian --until 2026-12-31 --settings 设置.json");
  command->add_option("ledger", context.ledger, "台账文件")->required();
  command->add_option("--until", options->until, "到哪一天")->required();
  options->question.add_to(*command);
  command->callback([&context, options] { run(context, *options); });
}

}  // namespace native
