#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "core/app/assessment.h"
#include "core/base/decimal.h"
#include "core/model/key.h"
#include "native/commands/commands.h"
#include "native/question_options.h"

namespace native {
namespace {

using core::rules::assessment::ItemScore;
using core::rules::assessment::UnitScore;

struct Options {
  std::string year;
  std::string unit;
  bool issue = false;
  QuestionOptions question;
};

void print_unit(const core::State& state, const UnitScore& score, bool with_items) {
  const core::UnitRow& unit = state.unit(score.unit);
  fmt::print("{}\t{}\t{}分\n", unit.code, unit.name, core::decimal_text(score.score, 2));
  for (const ItemScore& item : score.items) {
    if (!with_items && item.points == 0) continue;
    fmt::print("\t{}\t{}\t{}{}\t依据 {}\n", item.item.name, core::decimal_text(item.points, 2),
               item.of > 0 ? fmt::format("{}/", item.count) : std::string(),
               item.of > 0 ? fmt::format("{}件", item.of) : fmt::format("{}次", item.count),
               item.item.clause);
  }
}

void print_words(const core::app::View& view, const core::Period& year, const Options& options) {
  const core::rules::assessment::Assessment assessment = core::app::assess(view, year);
  const core::rules::Settings& settings = view.rulebook.on(core::last_day(year));
  const bool is_example = core::rules::assessment::has_example_items(settings);
  const std::string_view remark = !is_example                    ? ""
                                  : settings.point_sheet.empty() ? "（计分表为示例）"
                                                                 : "（计分表部分为示例）";
  fmt::print("{}度考核{}{}\n", core::label(year), remark,
             assessment.over ? "" : "（年度未结束，数据还会变化）");
  for (const UnitScore& score : assessment.units)
    if (options.unit.empty() || view.state.unit(score.unit).code == options.unit)
      print_unit(view.state, score, !options.unit.empty());
}

core::Status issue(Context& context, core::app::Desk& desk, const core::Period& year) {
  CORE_ASSIGN(const core::app::AssessmentReceipt receipt, core::app::issue_assessment(desk, year));
  if (context.json)
    context.print(core::Fields{{"assessment", core::to_string(year)},
                               {"units", receipt.units},
                               {"head", receipt.head},
                               {"digest", receipt.digest}});
  else
    fmt::print("已形成{}度考核：{}个单位，台账校验码 {}\n", core::label(year), receipt.units,
               receipt.head);
  return core::Done{};
}

core::Status answer(Context& context, core::app::Desk& desk, const core::app::View& view,
                    Options options) {
  options.unit = core::kept_key(core::Subject::Kind::Unit, options.unit, view.state);
  const std::string problem = core::app::assessment_problem(view, options.year, options.unit);
  if (!problem.empty()) return context.refuse_usage(problem);
  const core::Period year = *core::parse_period(options.year);
  if (options.issue) return issue(context, desk, year);
  if (context.json)
    context.print(core::app::assessment_json(view, core::app::assess(view, year), options.unit));
  else
    print_words(view, year, options);
  return core::Done{};
}

void run(Context& context, const Options& options) {
  answer_question(context, options.question,
                  [&](core::app::Desk& desk, const core::app::View& view) {
                    return answer(context, desk, view, options);
                  });
}

}  // namespace

void add_assess(CLI::App& program, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("assess", "年度考核：各单位得分，每一分都能打开事实");
  command->footer(
      "例：zelian assess qingshan.zelian --year 2026 --unit T01 --json\n"
      "    zelian assess qingshan.zelian --year 2026 --issue");
  command->add_option("ledger", context.ledger, "台账文件")->required();
  command->add_option("--year", options->year, "年度，如 2026")->required();
  CLI::Option* unit = command->add_option("--unit", options->unit, "只看一个单位");
  CLI::Option* issue = command->add_flag("--issue", options->issue, "形成考核结果，记入台账");
  issue->excludes(unit);
  for (CLI::Option* each : options->question.add_to(*command)) issue->excludes(each);
  command->callback([&context, options] { run(context, *options); });
}

}  // namespace native
