#pragma once
// The worked examples of a rulebook file: a few of ours, and every scenario as rows of a sheet.

#include <vector>

#include "core/app/rulebook_file.h"

namespace core::app {

/// Scenarios that hold under the defaults, for a county to begin with.
List example_scenarios();

/// Whether the example is one of ours, word for word, however it was read.
bool is_built_in(const RulebookExample& example);

/// One row for each setting, fact and expectation of the examples, with the words of a clerk.
std::vector<RulebookRow> example_rows(const std::vector<RulebookExample>& examples);

/// Rows put together to scenarios; the file's issues name what is no part, fact or field.
void read_examples(const std::vector<RulebookRow>& rows, RulebookFile& file);

}  // namespace core::app
