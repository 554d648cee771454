#include "core/rules/setting_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>

#include "core/base/text.h"
#include "core/model/codes.h"
#include "core/model/fact_kind.h"
#include "core/rules/clauses.h"

namespace core::rules {
namespace {

// A kind of paper is one of these, or one of these with more behind it: talk, talk_notice.
struct Paper {
  std::string_view word;
  std::string_view label;
};

constexpr Paper kPapers[] = {
    {"assessment", "考核结果"},  {"bulletin", "通报"},
    {"filing", "备案函"},        {"inquiry", "倒查报告"},
    {"lead", "责任清单"},        {"proposal", "建议书"},
    {"reminder", "提醒函"},      {"rectification", "整改通知书"},
    {"supervision", "挂牌督办"}, {"talk", "约谈"},
};

std::string papers_text() {
  std::string text;
  for (const Paper& each : kPapers)
    text += fmt::format("{}{}（{}）", text.empty() ? "" : "、", each.word, each.label);
  return text;
}

constexpr std::string_view kRegulation = "条例";
constexpr int kArticles = 50;  // of the regulation

bool is_paper(std::string_view entry) {
  return std::any_of(std::begin(kPapers), std::end(kPapers), [entry](const Paper& paper) {
    return starts_with(entry, paper.word) &&
           (entry.size() == paper.word.size() || entry[paper.word.size()] == '_');
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

std::string_view paper_called(std::string_view name) {
  for (const Paper& each : kPapers)
    if (each.label == name) return each.word;
  return name;
}

std::string_view unit_type_called(std::string_view name) {
  static constexpr std::string_view kTypes[] = {"township", "subdistrict", "department",
                                                "vertical", "enterprise",  "park"};
  for (const std::string_view type : kTypes)
    if (code_label(type) == name) return type;
  return name;
}

EntryProblem entry_problem(std::string_view key, std::string_view entry, const Value& value) {
  if (key == "issuer" && !is_paper(entry))
    return {"entry", std::string(entry),
            fmt::format("没有“{}”这类文书；可用的是{}", entry, papers_text())};
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
