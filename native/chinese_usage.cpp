#include "native/chinese_usage.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace native {
namespace {

/// What stands before or after `cut` in the library's sentence: the part that names something.
std::string named(std::string_view sentence, std::string_view cut, bool after) {
  const std::size_t at = sentence.find(cut);
  if (at == std::string_view::npos) return std::string(sentence);
  return std::string(after ? sentence.substr(at + cut.size()) : sentence.substr(0, at));
}

/// `--state: x not in {open,overdue}` or `--cases: Value x not in range 0 to 9`.
std::string misfit(std::string_view said) {
  constexpr std::string_view kOutside = " not in ";
  constexpr std::string_view kRange = "range ";
  const std::size_t at = said.find(kOutside);
  if (at == std::string_view::npos) return fmt::format("参数有误：{}", said);
  std::string_view allowed = said.substr(at + kOutside.size());
  if (allowed.substr(0, kRange.size()) != kRange)
    return fmt::format("参数有误：{}，应为{}之一", said.substr(0, at), allowed);
  allowed.remove_prefix(kRange.size());
  return fmt::format("参数有误：{}，应在{}至{}之间", named(said, ":", false),
                     named(allowed, " to ", false), named(allowed, " to ", true));
}

/// No command, or a word that is none.
std::string no_command(const CLI::App& program) {
  const std::vector<std::string> left = program.remaining();
  return left.empty() ? "请给出命令" : fmt::format("不认识的命令：{}", left.front());
}

std::string complaint(const CLI::App& program, const CLI::Error& error) {
  const std::string_view said = error.what();
  switch (static_cast<CLI::ExitCodes>(error.get_exit_code())) {
    case CLI::ExitCodes::RequiredError:
      if (said.find("subcommand") != std::string_view::npos) return no_command(program);
      return fmt::format("缺少参数：{}", named(said, " is required", false));
    case CLI::ExitCodes::ExtrasError:
      return fmt::format("不认识的命令或参数：{}", named(said, ": ", true));
    case CLI::ExitCodes::ConversionError:
      return fmt::format("参数有误：{}", named(said, ": ", true));
    case CLI::ExitCodes::ArgumentMismatch:
      return fmt::format("参数个数不对：{}", named(said, ":", false));
    case CLI::ExitCodes::ExcludesError:
      return fmt::format("{}与{}不能同用", named(said, " excludes ", false),
                         named(said, " excludes ", true));
    case CLI::ExitCodes::RequiresError:
      return fmt::format("用{}时须同时给出{}", named(said, " requires ", false),
                         named(said, " requires ", true));
    default:
      return misfit(said);
  }
}

std::string failure(const CLI::App* app, const CLI::Error& error) {
  const CLI::App* program = app->get_parent() ? app->get_parent() : app;
  return fmt::format("{}\n用法见 {} --help\n", complaint(*program, error), program->get_name());
}

constexpr auto kLabels = std::to_array<std::pair<const char*, const char*>>({
    {"Usage", "用法"},
    {"Positionals", "参数"},
    {"OPTIONS", "选项"},
    {"SUBCOMMAND", "命令"},
    {"SUBCOMMANDS", "命令"},
    {"REQUIRED", "（必填）"},
    {"TEXT", "文字"},
    {"INT", "整数"},
    {"UINT", "整数"},
    {"Excludes", "不与之同用"},
    {"Needs", "须同用"},
});

}  // namespace

void use_chinese(CLI::App& program) {
  for (const auto& [english, chinese] : kLabels) program.get_formatter()->label(english, chinese);
  program.set_help_flag("-h,--help", "显示用法");
  program.get_help_ptr()->group("选项");
  program.option_defaults()->group("选项");
  program.failure_message(failure);
}

void name_commands(CLI::App& program) {
  for (CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; })) {
    command->group("命令");
    command->get_help_ptr()->group("选项");
  }
}

}  // namespace native
