#include "native/question_options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "core/app/asked_settings.h"
#include "core/app/rulebook_workbook.h"
#include "native/context.h"

namespace native {
namespace {

using Asked = std::vector<core::rules::PlannedValues>;

core::Result<Asked> as_rulebook(core::Result<core::app::RulebookFile> file, core::app::Desk& desk) {
  if (!file.ok()) return file.error();
  return core::app::asked_settings(file.value(), desk.state(), desk.rulebook(), desk.today());
}

// The file that `rulebook --export` writes, or the values alone.
core::Result<Asked> settings_in(const std::string& path, core::app::Desk& desk) {
  CORE_ASSIGN(const std::string bytes, read_file(path));
  if (core::app::is_rulebook_workbook(path))
    return as_rulebook(core::app::read_rulebook_workbook(bytes, file_name(path)), desk);
  CORE_ASSIGN(const core::Value document, core::parse_json(bytes));
  if (!document.fields())
    return core::Error{core::ErrorCode::InvalidInput,
                       fmt::format("设置文件应是一个 JSON 对象：{}", path)};
  const core::Value* values = document.fields()->find("settings");
  if (document.fields()->find("format") || (values && values->list()))
    return as_rulebook(core::app::read_rulebook_json(bytes, file_name(path)), desk);
  return core::app::asked_settings(
      values && values->fields() ? *values->fields() : *document.fields(), desk.state());
}

core::Result<core::app::Question> question_of(const QuestionOptions& options,
                                              core::app::Desk& desk) {
  core::app::Question question;
  question.known_on = core::parse_date(options.known_on);
  if (options.settings_file.empty()) return question;
  CORE_ASSIGN(question.settings, settings_in(options.settings_file, desk));
  return question;
}

core::Status say_answer(core::app::Desk& desk, const QuestionOptions& options, const Say& say) {
  CORE_ASSIGN(const core::app::Question question, question_of(options, desk));
  CORE_ASSIGN(const std::unique_ptr<core::app::Answer> found,
              core::app::Answer::to(desk, question));
  return say(desk, found->view());
}

}  // namespace

std::vector<CLI::Option*> QuestionOptions::add_to(CLI::App& command) {
  return {command.add_option("--known-on", known_on, "只按这一天（含）以前已记录的事实"),
          command.add_option("--settings", settings_file,
                             "假如按这些设置（导出的规则文件，或“键: 值”的 JSON）")};
}

void answer_question(Context& context, const QuestionOptions& options, const Say& say) {
  if (!options.known_on.empty() && !core::parse_date(options.known_on)) {
    context.refuse_usage(fmt::format("--known-on 不是有效日期：{}", options.known_on));
    return;
  }
  context.with_desk([&](core::app::Desk& desk) {
    if (const core::Status done = say_answer(desk, options, say); !done.ok())
      context.fail(done.error());
  });
}

}  // namespace native
