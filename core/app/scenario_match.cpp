#include "core/app/scenario_match.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "core/app/scenario_assessment.h"
#include "core/app/scenario_names.h"
#include "core/app/scenario_rank.h"
#include "core/base/date.h"
#include "core/base/list_of.h"
#include "core/rules/catalog.h"
#include "core/rules/describe.h"

namespace core::app {
namespace {

constexpr std::string_view kParts[] = {"on",     "duties", "prompts",    "none",
                                       "counts", "rank",   "assessment", "note"};
constexpr std::string_view kFields[] = {
    "id",      "rule",      "clauses", "text",          "unit",           "official", "case",
    "measure", "opened_on", "due_on",  "judged_on",     "state",          "done_on",  "because",
    "action",  "level",     "count",   "provisional",   "week",           "n",        "period",
    "to",      "overdue",   "ground",  "reason",        "channel",        "convener", "targets",
    "sms",     "answer_by", "missed",  "extension_cut", "basis_withdrawn"};
constexpr std::size_t kShown = 6;

template <typename State>
bool is_state(std::string_view word, State last) {
  for (std::uint8_t code = 0; code <= static_cast<std::uint8_t>(last); ++code)
    if (rules::word(static_cast<State>(code)) == word) return true;
  return false;
}

// A word there is none of matches nothing, so that `none` would hold whatever the rules say.
Status check_words(std::string_view part, const Fields& pattern) {
  const std::string_view name = pattern.text("rule");
  const rules::Rule* rule = name.empty() ? nullptr : rules::find_rule(name);
  if (!name.empty() && !rule)
    return bad_scenario(fmt::format("“{}”中没有“{}”这条规则", part, name));
  const std::string_view state = pattern.text("state");
  const bool known =
      ((!rule || rule->finds_duties()) && is_state(state, rules::DutyState::Void)) ||
      ((!rule || !rule->finds_duties()) && is_state(state, rules::PromptState::Declined));
  if (!state.empty() && !known)
    return bad_scenario(fmt::format("“{}”中没有“{}”这个状态", part, state));
  return Done{};
}

Status check_pattern(std::string_view part, const Value& pattern) {
  if (!pattern.fields()) return bad_scenario(fmt::format("“{}”的各项应为对象", part));
  CORE_TRY(check_names(part, pattern, kFields));
  CORE_TRY(check_words(part, *pattern.fields()));
  if (part == "counts" && !pattern.fields()->find("n"))
    return bad_scenario("“counts”的各项应有数目（n）");
  return Done{};
}

// A list must hold at least what the pattern lists; everything else must be equal.
bool value_matches(const Value& wanted, const Value* got) {
  if (!got) return false;
  if (!wanted.list() || !got->list()) return wanted == *got;
  const List& items = *got->list();
  return std::all_of(wanted.list()->begin(), wanted.list()->end(), [&items](const Value& item) {
    return std::find(items.begin(), items.end(), item) != items.end();
  });
}

bool matches(const Fields& pattern, const Value& row) {
  return std::all_of(pattern.begin(), pattern.end(), [&row](const Fields::Entry& entry) {
    return entry.first == "n" || value_matches(entry.second, row.fields()->find(entry.first));
  });
}

std::size_t count_matches(const Fields& pattern, const List& rows) {
  return static_cast<std::size_t>(std::count_if(
      rows.begin(), rows.end(), [&pattern](const Value& row) { return matches(pattern, row); }));
}

// The rows a person would compare the expectation with: the same rule on the same case.
std::string nearest(const Fields& pattern, const List& rows) {
  Fields loose;
  for (const std::string_view name : {"rule", "case"})
    if (const Value* value = pattern.find(name)) loose.set(name, *value);
  std::string text;
  std::size_t found = 0;
  for (const Value& row : rows) {
    if (!matches(loose, row)) continue;
    if (++found <= kShown) text += (text.empty() ? "" : "\n") + to_json(row);
  }
  if (found > kShown) text += fmt::format("\n…共{}条", found);
  return text.empty() ? "没有" : text;
}

// One day's entry being compared.
class Matcher {
 public:
  Matcher(const Fields& entry, const DerivedDay& day, ScenarioOutcome& outcome)
      : entry_(entry), day_(day), outcome_(outcome) {}

  void run() {
    for (const Value& pattern : list_of(entry_, "duties"))
      expect_some("duties", *pattern.fields(), day_.duties);
    for (const Value& pattern : list_of(entry_, "prompts"))
      expect_some("prompts", *pattern.fields(), day_.prompts);
    for (const Value& pattern : list_of(entry_, "none")) expect_none(*pattern.fields());
    for (const Value& pattern : list_of(entry_, "counts")) expect_count(*pattern.fields());
    if (const Value* asked = entry_.find("assessment"))
      match_assessment(*asked->fields(), day_.assessment, entry_.text("on"), outcome_);
    if (const Value* rank = entry_.find("rank"))
      match_rank(*rank->fields(), day_.ranking, entry_.text("on"), outcome_);
  }

 private:
  void expect_some(std::string_view part, const Fields& pattern, const List& rows) {
    if (count_matches(pattern, rows) > 0) return pass();
    fail(part, pattern, nearest(pattern, rows));
  }

  void expect_none(const Fields& pattern) {
    for (const List* rows : {&day_.duties, &day_.prompts}) {
      for (const Value& row : *rows) {
        if (matches(pattern, row)) return fail("none", pattern, to_json(row));
      }
    }
    pass();
  }

  void expect_count(const Fields& pattern) {
    const std::size_t found =
        count_matches(pattern, day_.duties) + count_matches(pattern, day_.prompts);
    if (pattern.integer("n", -1) == static_cast<std::int64_t>(found)) return pass();
    fail("counts", pattern, fmt::format("{}条", found));
  }

  void pass() { ++outcome_.passed; }

  void fail(std::string_view part, const Value& pattern, std::string got) {
    outcome_.failed.push_back(
        {fmt::format("{} {} {}", entry_.text("on"), part, to_json(pattern)), std::move(got)});
  }

  const Fields& entry_;
  const DerivedDay& day_;
  ScenarioOutcome& outcome_;
};

}  // namespace

Status check_expectation(const Value& entry) {
  if (!entry.fields()) return bad_scenario("“expect”的各项应为对象");
  if (!parse_date(entry.fields()->text("on"))) return bad_scenario("“expect”的各项应有日期（on）");
  bool asks = false;
  for (const auto& [name, value] : *entry.fields()) {
    asks = asks || (name != "on" && name != "note");
    if (std::find(std::begin(kParts), std::end(kParts), name) == std::end(kParts))
      return bad_scenario(fmt::format("“expect”中没有“{}”这一部分", name));
    if (name == "rank") CORE_TRY(check_rank_part(value));
    if (name == "assessment") CORE_TRY(check_assessment_part(value));
    if (name == "on" || name == "rank" || name == "assessment" || name == "note") continue;
    if (!value.list()) return bad_scenario(fmt::format("“{}”应为列表", name));
    for (const Value& pattern : *value.list()) CORE_TRY(check_pattern(name, pattern));
  }
  if (!asks) return bad_scenario("“expect”的各项应写明应当推出什么");
  return Done{};
}

void match_expectation(const Fields& entry, const DerivedDay& day, ScenarioOutcome& outcome) {
  Matcher(entry, day, outcome).run();
}

}  // namespace core::app
