#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "core/app/analysis_query.h"
#include "core/model/key.h"
#include "core/model/measure_words.h"
#include "native/commands/commands.h"
#include "native/one_of.h"
#include "native/question_options.h"

namespace native {
namespace {

namespace ranking = core::rules::ranking;

/// 12（+3）; what is nothing in both periods stays out of the way.
std::string figure(const ranking::Compared& compared) {
  if (compared.now == 0 && compared.before == 0) return "—";
  return fmt::format("{}（{:+}）", compared.now, compared.change());
}

void print_unit(std::string_view name, const ranking::UnitAnalysis& row) {
  fmt::print("{}\t{}", name, figure(row.received));
  for (const ranking::Compared& each : row.fourfold) fmt::print("\t{}", figure(each));
  fmt::print("\t{}\t{}\t{}\n", figure(row.late), figure(row.late_fourfold),
             row.stands_out ? "突出" : "");
}

void print_units(const core::State& state, const ranking::Analysis& analysis) {
  fmt::print(
      "一、“四重”与办理（括号内为与上期相比）\n单位\t收到\t重点领域\t重点问题\t重点人员\t"
      "重点群体\t逾期\t“四重”逾期\t\n");
  for (const ranking::UnitAnalysis& row : analysis.units)
    print_unit(state.unit(row.unit).name, row);
  print_unit("全县", analysis.county);
}

void print_categories(const core::State& state, const ranking::Analysis& analysis) {
  fmt::print("二、内容分类\n单位\t分类\t件数\n");
  const auto print = [](std::string_view name, const ranking::UnitAnalysis& row) {
    for (const auto& [category, count] : row.categories)
      fmt::print("{}\t{}\t{}\n", name, category, figure(count));
  };
  for (const ranking::UnitAnalysis& row : analysis.units) print(state.unit(row.unit).name, row);
  print("全县", analysis.county);
}

void print_causes(const ranking::Analysis& analysis) {
  fmt::print("三、根源\n类别\t事由\t次数\n");
  for (const ranking::Cause& cause : analysis.causes)
    fmt::print("{}\t{}\t{}\n", cause.reminder ? "提醒情形" : "逾期事项", ranking::label(cause),
               figure(cause.count));
}

void print_standing_out(const core::State& state, const ranking::Analysis& analysis, int times) {
  fmt::print("四、“四重”问题办理相对突出的单位\n");
  bool any = false;
  for (const ranking::UnitAnalysis& row : analysis.units) {
    if (!row.stands_out) continue;
    any = true;
    fmt::print("{}\t“四重”事项逾期{}次，高于{}个承办单位平均数的{}倍\n", state.unit(row.unit).name,
               row.late_fourfold.now, analysis.handling, times);
  }
  if (!any) fmt::print("无\n");
}

struct Options {
  core::app::AnalysisQuery query;
  QuestionOptions question;
};

core::Status answer(Context& context, const core::app::View& view, Options options) {
  const core::State& state = view.state;
  options.query.unit = core::kept_key(core::Subject::Kind::Unit, options.query.unit, state);
  const core::Status problem = core::app::problem_of(options.query, state);
  if (!problem.ok()) return context.refuse_usage(problem.error().message);
  CORE_ASSIGN(const ranking::Analysis analysis, core::app::analysed(view, options.query));
  if (context.json) {
    context.print(core::app::analysis_json(state, analysis));
    return core::Done{};
  }
  fmt::print("{}综合分析{}\n", core::label(analysis.period),
             analysis.over ? "" : "（本期未结束，数据为截至今日）");
  print_units(state, analysis);
  print_categories(state, analysis);
  print_causes(analysis);
  print_standing_out(state, analysis,
                     view.rulebook.on(core::last_day(analysis.period)).stand_out_times);
  return core::Done{};
}

void run(Context& context, const Options& options) {
  answer_question(context, options.question, [&](core::app::Desk&, const core::app::View& view) {
    return answer(context, view, options);
  });
}

}  // namespace

void add_analyse(CLI::App& program, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "analyse", "“四重”与内容分类按单位综合分析、与上期相比、根源、突出的单位（3.2）");
  command->footer(
      "例：zelian analyse qingshan.zelian --period 2026-10\n"
      "    zelian analyse qingshan.zelian --period 2026-H2 --unit T01 --json\n"
      "--json：{period, before, over, county, units, causes}，每个数字为\n"
      "{now, before, change, because, because_before}，后两项是所依据事实的编号");
  command->add_option("ledger", context.ledger, "台账文件")->required();
  command->add_option("--period", options->query.period, "期间，如 2026-10、2026-H2、2026")
      ->required();
  command->add_option("--series", options->query.series, "系列")
      ->check(one_of(core::measure_words::kSeries));
  command->add_option("--unit", options->query.unit, "只看一个单位（全县数和根源不变）");
  options->question.add_to(*command);
  command->callback([&context, options] { run(context, *options); });
}

}  // namespace native
