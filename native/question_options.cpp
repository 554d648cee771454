#include "native/question_options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "native/context.h"

namespace native {

std::vector<CLI::Option*> QuestionOptions::add_to(CLI::App& command) {
  return {command.add_option("--known-on", known_on, "只按这一天（含）以前已记录的事实"),
          command.add_option("--settings", settings_file, "假如按这些设置（JSON 文件）")};
}

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

}  // namespace native
