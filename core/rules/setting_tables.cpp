#include "core/rules/setting_tables.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>

#include "core/base/text.h"
#include "core/model/codes.h"
#include "core/rules/clauses.h"

namespace core::rules {
namespace {

// A kind of paper is one of these, or one of these with more behind it: talk, talk_notice.
constexpr std::string_view kPapers[] = {"assessment",  "bulletin", "filing",   "inquiry",
                                        "lead",        "proposal", "reminder", "rectification",
                                        "supervision", "talk"};

constexpr std::string_view kRegulation = "条例";
constexpr int kArticles = 50;  // of the regulation

bool is_paper(std::string_view entry) {
  return std::any_of(std::begin(kPapers), std::end(kPapers), [entry](std::string_view paper) {
    return starts_with(entry, paper) &&
           (entry.size() == paper.size() || entry[paper.size()] == '_');
  });
}

// Whether it reads as a clause of the notice or the regulation and is none; a county may cite more.
bool is_no_clause(std::string_view text) {
  if (starts_with(text, kRegulation)) {
    int article = 0;
    const auto [end, error] =
        std::from_chars(text.data() + kRegulation.size(), text.data() + text.size(), article);
    const bool is_number = end == text.data() + text.size();
    return is_number && (error != std::errc() || article < 1 || article > kArticles);
  }
  const bool of_notice = text.find_first_not_of("0123456789.") == std::string_view::npos;
  return of_notice && clause_text(text).empty();
}

bool is_word_for_units(std::string_view word) {
  return word == "other" || parse_code<UnitType>(word) != UnitType::Unknown;
}

}  // namespace

EntryProblem entry_problem(std::string_view key, std::string_view entry, const Value& value) {
  if (key == "issuer" && !is_paper(entry))
    return {"entry", std::string(entry),
            fmt::format("没有“{}”这类文书；可用的是{}", entry, fmt::join(kPapers, "、"))};
  if (key != "point_sheet" || !value.fields()) return {};
  const std::string_view clause = value.fields()->text("clause");
  if (!is_no_clause(clause)) return {};
  return {"clause", std::string(clause), fmt::format("没有“{}”这一条", clause)};
}

std::vector<GroupProblem> group_problems(const Settings& settings,
                                         const std::function<bool(std::string_view)>& is_unit) {
  std::vector<GroupProblem> problems;
  std::map<std::string_view, std::string_view> group_of;
  for (const auto& [group, words] : settings.rank_groups) {
    for (const std::string& word : words) {
      if (!is_word_for_units(word) && !is_unit(word))
        problems.push_back({group, {}, fmt::format("没有单位“{}”", word)});
      const auto [at, is_new] = group_of.emplace(word, group);
      if (!is_new && at->second != group)
        problems.push_back(
            {group, std::string(at->second),
             fmt::format("“{}”同时列入“{}”和“{}”，只能列入一组", word, at->second, group)});
    }
  }
  return problems;
}

}  // namespace core::rules
