#pragma once
// `--known-on` and `--settings`: the options of every command that answers "what if".

#include <functional>
#include <string>
#include <vector>

#include "core/app/question.h"
#include "core/base/result.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace native {

struct Context;

struct QuestionOptions {
  std::string known_on;
  std::string settings_file;

  std::vector<CLI::Option*> add_to(CLI::App& command);
};

/// Says something of what the ledger answers, or why it will not.
using Say = std::function<core::Status(core::app::Desk&, const core::app::View&)>;

/// Opens the ledger, asks it under these options and lets `say` speak. Whatever goes wrong, an
/// option that will not do included, becomes the command's failure.
void answer_question(Context& context, const QuestionOptions& options, const Say& say);

}  // namespace native
