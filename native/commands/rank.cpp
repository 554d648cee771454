#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "core/app/rank_query.h"
#include "core/base/decimal.h"
#include "core/model/key.h"
#include "core/model/measure_words.h"
#include "core/rules/ranking/ranking_json.h"
#include "native/commands/commands.h"
#include "native/one_of.h"
#include "native/question_options.h"

namespace native {
namespace {

namespace ranking = core::rules::ranking;

std::string score_text(std::int64_t score) {
  return score == ranking::kNotRated ? "—" : core::decimal_text(score, 2);
}

std::string parts_text(const ranking::UnitCounts& counts, const ranking::RankedUnit& row) {
  std::string text;
  for (std::size_t i = 0; i < ranking::kIndicators; ++i) {
    if (row.rates[i] == ranking::kNotRated) continue;
    const ranking::Count& count = counts[i];
    text += fmt::format("{}{}{}/{}{}", text.empty() ? "" : " ", ranking::indicator_specs()[i].label,
                        count.used().numerator, count.used().denominator,
                        count.source() == ranking::Source::Statistics ? "（统计表）" : "");
  }
  return text;
}

void print_group(const core::State& state, const core::app::Ranked& found,
                 const ranking::GroupRanking& group, const std::string& only) {
  fmt::print("{}：{}个单位参与排名\n", ranking::group_label(group.name), group.of);
  for (const ranking::RankedUnit& row : group.units) {
    const core::UnitRow& unit = state.unit(row.unit);
    if (!only.empty() && unit.code != only) continue;
    const bool ranked = row.reason == ranking::Unranked::Ranked;
    const std::string place = ranked
                                  ? fmt::format("{}{}", row.rank, row.shared > 1 ? "（并列）" : "")
                                  : std::string(ranking::label(row.reason));
    fmt::print("{}\t{}\t{}\t{}\t{}\t{}\n", place, unit.name, score_text(row.score),
               row.bottom ? fmt::format("后{}位", group.bottom) : "",
               parts_text(found.counts.at(0, row.unit), row),
               ranking::margin_text(row.margin, group));
  }
}

void print_words(const core::app::View& view, const core::app::RankQuery& query) {
  const core::Result<core::Period> period = core::app::period_asked(query.period, query.series);
  const core::app::Ranked found = core::app::ranked(view, period.value());
  fmt::print("{}{}{}\n", core::label(period.value()),
             core::app::has_example_weights(view, period.value()) ? "（权重为示例）" : "",
             found.ranking.over ? "" : "（本期未结束，数据为截至今日）");
  for (const ranking::GroupRanking& group : found.ranking.groups)
    print_group(view.state, found, group, query.unit);
}

void print_items(const core::Value& figure) {
  const core::Fields& fields = *figure.fields();
  fmt::print("{}\t{}/{}\t依据 {}\n", fields.text("label"), fields.integer("numerator"),
             fields.integer("denominator"), fields.text("clause"));
  for (const core::Value& item : *fields.find("items")->list())
    fmt::print("{}\t{}\t{}\t{}\n", item.fields()->boolean("counted") ? "达标" : "未达标",
               item.fields()->text("case"), item.fields()->text("day"),
               item.fields()->text("done_on"));
}

struct Options {
  core::app::RankQuery query;
  QuestionOptions question;
};

core::Status answer(Context& context, const core::app::View& view, Options options) {
  options.query.unit = core::kept_key(core::Subject::Kind::Unit, options.query.unit, view.state);
  const core::Status problem = core::app::problem_of(options.query, view);
  if (!problem.ok()) return context.refuse_usage(problem.error().message);
  if (!context.json && options.query.indicator.empty()) {
    print_words(view, options.query);
    return core::Done{};
  }
  CORE_ASSIGN(const core::Value json, core::app::rank_json(view, options.query));
  if (context.json)
    context.print(json);
  else
    print_items(json);
  return core::Done{};
}

void run(Context& context, const Options& options) {
  answer_question(context, options.question, [&](core::app::Desk&, const core::app::View& view) {
    return answer(context, view, options);
  });
}

}  // namespace

void add_rank(CLI::App& program, Context& context) {
  auto options = std::make_shared<Options>();
  core::app::RankQuery* query = &options->query;
  CLI::App* command =
      program.add_subcommand("rank", "一个期间的排名：得分、各项分子分母、离后3位差几件");
  command->footer(
      "例：zelian rank qingshan.zelian --period 2026-10 --json\n"
      "    zelian rank qingshan.zelian --period 2026-10 --unit T01 --indicator answer_on_time\n"
      "    zelian rank qingshan.zelian --period 2026-10 --known-on 2026-11-05 --settings "
      "设置.json");
  command->add_option("ledger", context.ledger, "台账文件")->required();
  command->add_option("--period", query->period, "期间，如 2026-10、2026-H2、2026")->required();
  command->add_option("--series", query->series, "系列")
      ->check(one_of(core::measure_words::kSeries));
  command->add_option("--unit", query->unit, "只看一个单位");
  command->add_option("--indicator", query->indicator, "列出该单位这项指标的每一件");
  options->question.add_to(*command);
  command->callback([&context, options] { run(context, *options); });
}

}  // namespace native
