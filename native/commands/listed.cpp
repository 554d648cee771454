#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "core/app/listed_cases.h"
#include "core/rules/describe.h"
#include "native/commands/commands.h"
#include "native/names.h"
#include "native/question_options.h"

namespace native {
namespace {

using core::app::ListedCase;

/// 逾期13天, 余7天; nothing once it waits for acceptance.
std::string left(const ListedCase& listed, core::Date today) {
  const bool resolving = listed.step == core::StepKind::SupervisionOpened ||
                         listed.step == core::StepKind::SupervisionNotified;
  if (!resolving || !listed.due_on.known()) return "";
  const int days = listed.due_on - today;
  return days < 0 ? fmt::format("逾期{}天", -days) : fmt::format("余{}天", days);
}

/// The day, and why it is not as late as what was approved.
std::string due_text(const ListedCase& listed) {
  if (!listed.due_on.known()) return "—";
  if (listed.days_approved == 0) return core::to_string(listed.due_on);
  return fmt::format("{}（批准延期{}日，按规则只计{}日）", core::to_string(listed.due_on),
                     listed.days_approved, listed.days_counted);
}

void print_line(const core::app::View& view, const ListedCase& listed) {
  const core::MeasureRow& row = view.state.measure(listed.measure);
  fmt::print("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}/{}/{}\t{}\n", row.key,
             core::rules::case_number(view.state, row.case_index),
             unit_name(view.state, listed.unit), core::to_string(listed.opened_on),
             core::app::step_label(listed.step), due_text(listed), left(listed, view.today),
             listed.inspections[0], listed.inspections[1], listed.inspections[2],
             listed.inspected_on.known() ? core::to_string(listed.inspected_on) : "未督查");
}

core::Status answer(Context& context, const core::app::View& view) {
  // Delisted today is listed no more.
  const std::vector<ListedCase> cases = core::app::listed_cases(view, view.today + 1, view.today);
  if (context.json) {
    core::List list;
    for (const ListedCase& each : cases) list.push_back(core::app::listed_case_json(view, each));
    context.print(core::Fields{{"on", core::to_string(view.today)}, {"listed", std::move(list)}});
    return core::Done{};
  }
  fmt::print(
      "挂牌督办调度清单（{}件）\n编号\t事项\t责任单位\t挂牌\t环节\t化解期限\t\t调度/督导/"
      "实地\t上次督查\n",
      cases.size());
  for (const ListedCase& each : cases) print_line(view, each);
  return core::Done{};
}

void run(Context& context, const QuestionOptions& options) {
  answer_question(context, options, [&](core::app::Desk&, const core::app::View& view) {
    return answer(context, view);
  });
}

}  // namespace

void add_listed(CLI::App& program, Context& context) {
  auto options = std::make_shared<QuestionOptions>();
  CLI::App* command = program.add_subcommand(
      "listed", "挂牌督办调度清单：每件到了哪一步、还剩几天、督查过几次（5.3）");
  command->footer(
      "例：zelian listed qingshan.zelian --on 2026-11-23\n"
      "--json：{on, listed}，每件带环节、期限、三种督查的次数和所依据事实的编号");
  command->add_option("ledger", context.ledger, "台账文件")->required();
  options->add_to(*command);
  command->callback([&context, options] { run(context, *options); });
}

}  // namespace native
