#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "core/app/rulebook_check.h"
#include "core/app/rulebook_effect.h"
#include "core/app/rulebook_tables.h"
#include "core/app/rulebook_words.h"
#include "core/app/rulebook_workbook.h"
#include "native/commands/commands.h"

namespace native {
namespace {

using core::app::RulebookCheck;
using core::app::RulebookFile;

struct Options {
  std::string exported;
  std::string checked;
  std::string activated;
  std::string from;
  std::string approver;
};

/// Why the options do not go together (Chinese); empty when they do.
std::string usage_problem(const Options& options) {
  const bool activates = !options.activated.empty();
  if (!options.exported.empty() + !options.checked.empty() + activates != 1)
    return "--export、--check、--activate 应选且只选一项";
  if (activates && (options.from.empty() || options.approver.empty()))
    return "启用规则应写明启用日期（--from）和批准人（--approver）";
  if (!options.from.empty() && !core::parse_date(options.from))
    return fmt::format("--from 不是有效日期：{}", options.from);
  return {};
}

core::Result<RulebookFile> read_rulebook(const std::string& path) {
  CORE_ASSIGN(const std::string bytes, read_file(path));
  return core::app::is_rulebook_workbook(path)
             ? core::app::read_rulebook_workbook(bytes, file_name(path))
             : core::app::read_rulebook_json(bytes, file_name(path));
}

/// Beside it first, so that a full disk costs nobody the file that was there. Says why it was not
/// written; nothing when it was.
std::string write_file(const std::string& path, const std::string& bytes) {
  const std::string beside = path + ".new";
  std::FILE* file = std::fopen(beside.c_str(), "wb");
  if (!file) return fmt::format("写不了文件：{}", path);
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  const bool closed = std::fclose(file) == 0;
  if (written && closed && std::rename(beside.c_str(), path.c_str()) == 0) return {};
  std::remove(beside.c_str());
  return fmt::format("写入失败：{}", path);
}

core::Value issue_json(const core::Issue& issue) {
  return core::Fields{{"sheet", issue.sheet},
                      {"row", issue.row},
                      {"column", issue.column},
                      {"text", issue.text},
                      {"reason", issue.reason}};
}

core::Value change_json(const core::app::RulebookChange& change) {
  core::Fields fields{{"key", change.place.key},
                      {"from", core::to_string(change.from)},
                      {"before", change.before},
                      {"after", change.after}};
  if (!change.place.entry.empty()) fields.set("entry", change.place.entry);
  return fields;
}

/// The result of --check and of --activate, as JSON.
core::Fields check_json(const RulebookCheck& check) {
  core::List issues;
  for (const core::Issue& issue : check.issues) issues.push_back(issue_json(issue));
  core::List changes;
  for (const core::app::RulebookChange& change : check.changes)
    changes.push_back(change_json(change));
  return {{"ok", check.issues.empty()},
          {"issues", std::move(issues)},
          {"changes", std::move(changes)},
          {"examples", check.examples},
          {"expectations", check.expectations},
          {"set_aside", static_cast<std::int64_t>(check.set_aside.size())}};
}

void print_check(const RulebookCheck& check) {
  for (const core::Issue& issue : check.issues)
    fmt::print(stderr, "{}\n", core::app::issue_line(issue));
  for (const core::app::RulebookChange& change : check.changes)
    fmt::print("自{}起\t{}\t{} → {}\n", core::to_string(change.from),
               core::app::place_label(change.place), core::app::told(change.before),
               core::app::told(change.after));
  if (check.changes.empty() && check.issues.empty()) fmt::print("与现行规则相同，没有变化\n");
  fmt::print("示例{}个，相符{}项\n", check.examples, check.expectations);
  if (!check.set_aside.empty())
    fmt::print("其中{}个内置示例与新设置不符，不予采用\n", check.set_aside.size());
}

class Command {
 public:
  Command(Context& context, core::app::Desk& desk, const Options& options)
      : context_(context), desk_(desk), options_(options) {}

  core::Status run() {
    if (!options_.exported.empty()) return write(options_.exported);
    const core::Date from = core::parse_date(options_.from).value_or(desk_.today());
    const bool activates = !options_.activated.empty();
    CORE_ASSIGN(const RulebookFile file,
                read_rulebook(activates ? options_.activated : options_.checked));
    const RulebookCheck check =
        core::app::check_rulebook(file, desk_.state(), desk_.rulebook(), from);
    if (!check.issues.empty()) context_.exit = kRefused;
    return activates ? activate(file, check) : show(file, check);
  }

 private:
  core::Status write(const std::string& path) {
    const RulebookFile file =
        core::app::export_rulebook(desk_.state(), desk_.rulebook(), desk_.today());
    const std::string problem = write_file(
        path, core::app::is_rulebook_workbook(path)
                  ? core::app::rulebook_workbook(core::app::with_unit_names(file, desk_.state()))
                  : core::app::rulebook_json(file));
    if (!problem.empty()) return core::Error{core::ErrorCode::InvalidInput, problem};
    if (context_.json)
      context_.print(core::Fields{{"file", path},
                                  {"settings", static_cast<std::int64_t>(file.settings.size())},
                                  {"weights", static_cast<std::int64_t>(file.weights.size())},
                                  {"points", static_cast<std::int64_t>(file.points.size())},
                                  {"examples", static_cast<std::int64_t>(file.examples.size())}});
    else
      fmt::print("已导出：{}\n", path);
    return core::Done{};
  }

  // Only a sound file says what it would do.
  core::Status show(const RulebookFile& file, const RulebookCheck& check) {
    if (!check.issues.empty()) {
      if (context_.json) context_.print(check_json(check));
      if (!context_.json) print_check(check);
      return core::Done{};
    }
    const std::vector<core::Fact> facts =
        core::app::activation_facts(check, file, desk_.today(), options_.approver);
    const core::app::RulebookEffect planned = core::app::effect_of(
        desk_.state(), desk_.calendar(), desk_.rulebook(), facts, desk_.today());
    CORE_ASSIGN(const core::app::RulebookEffect always,
                core::app::effect_if_always(desk_.state(), desk_.calendar(), desk_.rulebook(),
                                            core::app::changed_values(check), desk_.today()));
    if (context_.json) {
      core::Fields document = check_json(check);
      document.set("effect", core::app::effect_json(desk_.state(), planned));
      document.set("if_always", core::app::effect_json(desk_.state(), always));
      context_.print(document);
      return core::Done{};
    }
    print_check(check);
    for (const core::app::RulebookEffect* effect : {&planned, &always})
      for (const std::string& line : core::app::effect_lines(desk_.state(), *effect))
        fmt::print("{}\n", line);
    return core::Done{};
  }

  core::Status activate(const RulebookFile& file, const RulebookCheck& check) {
    std::vector<core::Fact> facts;
    if (check.issues.empty())
      facts = core::app::activation_facts(check, file, desk_.today(), options_.approver);
    if (!facts.empty()) CORE_TRY(desk_.carry_out(core::app::RecordFacts{facts}));
    if (context_.json) {
      core::Fields document = check_json(check);
      document.set("added", static_cast<std::int64_t>(facts.size()));
      context_.print(document);
      return core::Done{};
    }
    print_check(check);
    if (check.issues.empty()) fmt::print("已启用：记录{}条事实\n", facts.size());
    if (!check.issues.empty()) fmt::print("未启用\n");
    return core::Done{};
  }

  Context& context_;
  core::app::Desk& desk_;
  const Options& options_;
};

void run(Context& context, const Options& options) {
  if (const std::string problem = usage_problem(options); !problem.empty()) {
    context.refuse_usage(problem);
    return;
  }
  context.with_desk([&](core::app::Desk& desk) {
    const core::Status done = Command(context, desk, options).run();
    if (!done.ok()) context.fail(done.error());
  });
}

}  // namespace

void add_rulebook(CLI::App& program, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "rulebook", "规则文件：导出、核对（指出错格、看对台账的影响）、经批准启用");
  command->footer(
      "例：zelian rulebook qingshan.zelian --export 规则.xlsx\n"
      "    zelian rulebook qingshan.zelian --check 规则.json --from 2027-01-01\n"
      "    zelian rulebook qingshan.zelian --activate 规则.json --from 2027-01-01 --approver "
      "赵国华");
  command->add_option("ledger", context.ledger, "台账文件")->required();
  command->add_option("--export", options->exported, "导出现行规则（.json 或 .xlsx）")
      ->type_name("文件");
  command->add_option("--check", options->checked, "核对，不改动台账")->type_name("文件");
  command->add_option("--activate", options->activated, "核对无误后启用")->type_name("文件");
  command->add_option("--from", options->from, "启用日期；未写生效日期的行自该日起生效")
      ->type_name("日期");
  command->add_option("--approver", options->approver, "批准人")->type_name("姓名");
  command->callback([&context, options] { run(context, *options); });
}

}  // namespace native
