#pragma once
// The sentences that rules, duties, papers and screens cite.

#include <span>
#include <string>
#include <string_view>

namespace core::rules {

struct Clause {
  std::string_view id;       ///< `2.7` of the notice, `条例34` of the regulation.
  std::string_view text;     ///< The notice word for word; the regulation in summary (摘要).
  std::string_view targets;  ///< What a clause of the notice must become: rule record document
                             ///< screen judgement frame. Empty for articles.
};

/// Every clause of the notice in its order, then the articles of the regulation we cite.
std::span<const Clause> clauses();

/// Empty for an id we do not know.
std::string_view clause_text(std::string_view id);

/// As a person cites it: `2.7` -> 二·7; articles stay as they are.
std::string clause_label(std::string_view id);

}  // namespace core::rules
