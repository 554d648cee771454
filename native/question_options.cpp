#include "native/question_options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "native/context.h"

namespace native {
namespace {

// The error says which of the two will not do.
core::Result<core::app::Question> question_of(const QuestionOptions& options) {
  core::app::Question question;
  if (!options.known_on.empty()) {
    question.known_on = core::parse_date(options.known_on);
    if (!question.known_on)
      return core::Error{core::ErrorCode::NotFound,
                         fmt::format("--known-on 不是有效日期：{}", options.known_on)};
  }
  if (options.settings_file.empty()) return question;
  CORE_ASSIGN(const std::string text, read_file(options.settings_file));
  CORE_ASSIGN(const core::Value document, core::parse_json(text));
  if (!document.fields())
    return core::Error{core::ErrorCode::InvalidInput,
                       fmt::format("设置文件应是一个 JSON 对象：{}", options.settings_file)};
  // Both the bare values and a whole rulebook file will do.
  const core::Value* values = document.fields()->find("settings");
  question.settings = values && values->fields() ? *values->fields() : *document.fields();
  return question;
}

core::Status say_answer(core::app::Desk& desk, const QuestionOptions& options, const Say& say) {
  CORE_ASSIGN(const core::app::Question question, question_of(options));
  CORE_ASSIGN(const std::unique_ptr<core::app::Answer> found,
              core::app::Answer::to(desk, question));
  return say(desk, found->view());
}

}  // namespace

std::vector<CLI::Option*> QuestionOptions::add_to(CLI::App& command) {
  return {command.add_option("--known-on", known_on, "只按这一天（含）以前已记录的事实"),
          command.add_option("--settings", settings_file, "假如按这些设置（JSON 文件）")};
}

void answer_question(Context& context, const QuestionOptions& options, const Say& say) {
  context.with_desk([&](core::app::Desk& desk) {
    if (const core::Status done = say_answer(desk, options, say); !done.ok())
      context.fail(done.error());
  });
}

}  // namespace native
