#pragma once
// `--known-on` and `--settings`: the options of every command that answers "what if".

#include <string>
#include <vector>

#include "core/app/question.h"
#include "core/base/result.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace native {

struct QuestionOptions {
  std::string known_on;
  std::string settings_file;

  std::vector<CLI::Option*> add_to(CLI::App& command);
};

/// Reads the day and the file. The error says which of them will not do.
core::Result<core::app::Question> question_of(const QuestionOptions& options);

}  // namespace native
