#pragma once
// A clerk's words in the example sheet and the contract's words, both ways.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/value.h"
#include "core/model/fact_kind.h"

namespace core::app {

/// What a row of the example sheet is.
enum class ExamplePart : std::uint8_t { Fact, Refused, Setting, Duty, Prompt, None, Count };

std::string_view label(ExamplePart part);  ///< 事实 拒绝 设置 任务 建议 没有 个数
std::optional<ExamplePart> parse_part(std::string_view text);

/// A kind by its contract word or its Chinese label.
const KindSpec* kind_named(std::string_view text);
/// The label where it leads back to the kind, else the word.
std::string_view kind_text(const KindSpec& kind);

/// A rule's word out of its word or its title; empty when there is none.
std::string_view rule_named(std::string_view text);
/// The title where it leads back to the rule, else the word.
std::string_view rule_text(std::string_view word);

/// A name with its value: `状态=逾期`.
using Pair = std::pair<std::string, std::string>;

/// Splits `a=b；c=d`; JSON lists and objects may hold separators. Nothing when a piece has no `=`.
std::optional<std::vector<Pair>> split_pairs(std::string_view content);

/// A field of a fact by word or label; the value as its type asks. A field the kind does not have
/// keeps its name and is text.
Fields::Entry fact_field(const KindSpec& kind, const Pair& pair);
Pair fact_pair(const KindSpec& kind, const Fields::Entry& field);

/// The same for a duty or prompt of an expectation.
Fields::Entry finding_field(const Pair& pair);
Pair finding_pair(const Fields::Entry& field);

/// What stands in a cell, for people alone: the fields of an item of the points by their headers.
std::string told(const Value& value);

/// What a failed example says, its JSON put in words.
std::string in_words(std::string_view text);

}  // namespace core::app
