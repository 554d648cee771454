#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "core/app/duty_list.h"
#include "core/rules/catalog.h"
#include "core/rules/describe.h"
#include "native/commands/commands.h"
#include "native/names.h"
#include "native/question_options.h"

namespace native {
namespace {

using core::app::DutyFilter;

template <typename Row>
std::string clauses(const core::app::View& view, const Row& row) {
  return fmt::format("{}",
                     fmt::join(core::rules::clauses_of(view.state, view.findings, row), "、"));
}

/// Who owes it; where the office does, whom it is about.
std::string unit_words(const core::State& state, const core::rules::DutyRow& row) {
  const bool about = row.unit.known() && core::rules::rule(row.rule).owed_by_office;
  return fmt::format("{}{}", about ? "关于" : "", unit_name(state, row.unit));
}

/// A day that a calendar not yet published may move says so.
std::string due_words(const core::rules::DutyRow& row) {
  return core::to_string(row.due_on) + (row.provisional ? "（暂定）" : "");
}

void print_words(const core::app::View& view, const core::app::Picked& picked) {
  const core::State& state = view.state;
  for (const core::rules::DutyRow* row : picked.duties)
    fmt::print("{}\t{}\t{}\t{}\t{}\t{}\n", core::rules::label(row->state), due_words(*row),
               unit_words(state, *row), core::rules::duty_text(state, *row, view.today),
               core::rules::case_number(state, row->case_index), clauses(view, *row));
  for (const core::rules::PromptRow* row : picked.prompts)
    fmt::print("{}\t\t{}\t{}\t{}\t{}\n", core::rules::label(row->state),
               unit_name(state, row->unit), core::rules::prompt_text(state, view.findings, *row),
               core::rules::case_number(state, row->case_index), clauses(view, *row));
}

struct Options {
  DutyFilter filter;
  QuestionOptions question;
};

core::Status answer(Context& context, const core::app::View& view, const Options& options) {
  const DutyFilter filter = core::app::with_kept_keys(options.filter, view.state);
  if (const std::string problem = core::app::problem_of(filter, view.state); !problem.empty())
    return context.refuse_usage(problem);
  if (context.json)
    context.print(core::app::duties_json(view, filter));
  else
    print_words(view, core::app::pick(view, filter));
  return core::Done{};
}

void run(Context& context, const Options& options) {
  answer_question(context, options.question, [&](core::app::Desk&, const core::app::View& view) {
    return answer(context, view, options);
  });
}

}  // namespace

void add_duties(CLI::App& program, Context& context) {
  auto options = std::make_shared<Options>();
  DutyFilter* filter = &options->filter;
  CLI::App* command = program.add_subcommand("duties", "谁、欠什么、哪天到期、依据哪一条");
  command->footer("例：zelian duties qingshan.zelian --on 2026-11-23 --state overdue --json");
  command->add_option("ledger", context.ledger, "台账文件")->required();
  command->add_option("--unit", filter->unit, "单位代码");
  command->add_option("--case", filter->case_number, "信访件编号");
  command->add_option("--official", filter->official, "领导");
  command->add_option("--state", filter->state, "状态")
      ->check(CLI::IsMember({"open", "overdue", "done", "done_late", "void", "taken", "declined"}));
  command->add_option("--rule", filter->rule, "规则，如 weekly_report");
  options->question.add_to(*command);
  command->callback([&context, options] { run(context, *options); });
}

}  // namespace native
