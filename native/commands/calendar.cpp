#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "core/calendar/proof_json.h"
#include "native/commands/commands.h"

namespace native {
namespace {

namespace calendar = core::calendar;

struct Options {
  std::string from;
  int days = 0;
  bool working = false;
  int year = 0;
};

void show_deadline(Context& context, const calendar::Calendar& days, const Options& options,
                   core::Date from) {
  const calendar::Deadline deadline = options.working
                                          ? calendar::working_days(days, from, options.days)
                                          : calendar::calendar_days(days, from, options.days);
  if (context.json) return context.print(calendar::deadline_json(days, deadline, options.working));
  for (const calendar::ProofDay& day : calendar::proof_of(days, deadline, options.working))
    fmt::print("{} {} {}\n", core::to_string(day.day), day.counted ? "计" : "－", day.why);
  fmt::print("到期 {}，逾期自 {} 之后计{}\n", core::to_string(deadline.due),
             core::to_string(deadline.judged),
             deadline.provisional ? "（跨入没有放假安排可依的年份，暂定）" : "");
}

/// Whether the days the regulation itself fixes are known for the year.
bool has_statutory_days(const calendar::Calendar& days, int year) {
  for (const int month : {1, 5, 10}) {
    const std::optional<core::Date> day = core::make_date(year, month, 1);
    if (!day || days.kind(*day) != calendar::DayKind::Holiday) return false;
  }
  return true;
}

void show_year(Context& context, const calendar::Calendar& days, int year) {
  if (context.json) return context.print(calendar::year_json(days, year));
  for (const core::Date day : days.special_days(year))
    fmt::print("{} {} {}\n", core::to_string(day),
               days.kind(day) == calendar::DayKind::Holiday ? "放假" : "上班", days.name(day));
  for (const std::string_view source : days.sources(year)) fmt::print("依据：{}\n", source);
  if (days.is_official(year)) return;
  if (has_statutory_days(days, year))
    return fmt::print("{}年没有放假安排可依，暂按法定节日和双休日\n", year);
  fmt::print("{}年尚无日历，只知双休日，法定节日没有计入\n", year);
}

void show(Context& context, const calendar::Calendar& days, const Options& options) {
  if (options.year != 0) return show_year(context, days, options.year);
  const std::optional<core::Date> from = core::parse_date(options.from);
  if (!from) {
    context.refuse_usage(fmt::format("--from 不是有效日期：{}", options.from));
    return;
  }
  show_deadline(context, days, options, *from);
}

void run(Context& context, const Options& options) {
  if (context.ledger.empty()) return show(context, calendar::Calendar::official(), options);
  context.with_desk([&](core::app::Desk& desk) { show(context, desk.calendar(), options); });
}

}  // namespace

void add_calendar(CLI::App& program, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("calendar", "期限怎样算出来：逐日列明");
  command->footer("例：zelian calendar --from 2026-09-30 --days 15 --working");
  command->add_option("ledger", context.ledger, "台账文件（有县里自定的放假日时）");
  CLI::Option* from = command->add_option("--from", options->from, "起算日");
  CLI::Option* days =
      command->add_option("--days", options->days, "天数")->check(CLI::Range(1, 3660));
  from->needs(days);
  days->needs(from);
  command->add_flag("--working", options->working, "按工作日计");
  CLI::Option* year = command->add_option("--year", options->year, "列出一年的放假与调休")
                          ->check(CLI::Range(1900, 2999));
  year->excludes(from);
  command->callback([&context, options] {
    if (options->year == 0 && options->from.empty())
      throw CLI::RequiredError("--from 与 --days，或 --year");
    run(context, *options);
  });
}

}  // namespace native
