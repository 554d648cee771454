// zelian: the command line (contract, section 3).
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>

#include "native/chinese_usage.h"
#include "native/commands/commands.h"

namespace {

/// Options may stand before or after the command's own.
void add_common(CLI::App& program, native::Context& context) {
  program.add_flag("--json", context.json, "结果以 JSON 写到标准输出");
  program.add_option("--on", context.on, "把哪一天当作今天（YYYY-MM-DD，默认真实日期）")
      ->type_name("日期");
  program.add_option("--by", context.by, "记录人")->type_name("姓名")->capture_default_str();
}

bool set_day(native::Context& context) {
  if (context.on.empty()) return true;
  const std::optional<core::Date> day = core::parse_date(context.on);
  if (day) context.clock.set_today(*day);
  return day.has_value();
}

/// A full disk behind standard output shows only when all is written.
int exit_after_output(int exit) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return exit;
  fmt::print(stderr, "结果没有写完：标准输出写入失败\n");
  return exit == native::kDone ? native::kRefused : exit;
}

}  // namespace

int main(int argc, char** argv) {
  native::Context context;
  CLI::App program{"责链 zelian：县信访工作联席会议办公室的责任台账", "zelian"};
  native::use_chinese(program);
  program.require_subcommand(1);
  program.fallthrough();
  add_common(program, context);
  // Callbacks of commands run only after every option is known.
  program.parse_complete_callback([&] {
    if (!set_day(context)) throw CLI::ValidationError("--on", "不是有效日期：" + context.on);
  });
  for (const auto add :
       {native::add_init, native::add_import, native::add_record, native::add_duties,
        native::add_show, native::add_calendar, native::add_forecast, native::add_clauses,
        native::add_rank, native::add_analyse, native::add_listed, native::add_issue,
        native::add_check, native::add_rulebook, native::add_assess, native::add_verify,
        native::add_scenario, native::add_demo})
    add(program, context);
  native::name_commands(program);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? native::kDone : native::kUsage;
  }
  return exit_after_output(context.exit);
}
