#include "tests/rules/ordered_setting.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <set>
#include <string>

#include "core/model/memory_history.h"
#include "core/rules/catalog.h"
#include "core/rules/setting_access.h"
#include "tests/rules/case_inventor.h"
#include "tests/rules/county.h"
#include "tests/rules/measure_inventor.h"

namespace test {

using namespace core;
using rules::Settings;

namespace {

using enum Counted;

constexpr std::uint32_t kHistoriesOfCases = 36;
constexpr std::uint32_t kHistoriesOfMeasures = 24;
const std::string_view kDays[] = {"2026-05-20", "2026-09-06", "2027-01-20"};

constexpr std::uint32_t count_of(Told told) {
  return told == Told::Measures ? kHistoriesOfMeasures : kHistoriesOfCases;
}

using History = std::unique_ptr<MemoryHistory>;

// Of cases some where anything may follow on anything, and most that go their usual course.
std::vector<Fact> invent_facts(std::uint32_t seed, Told told) {
  Random random(6000 + seed);
  if (told == Told::Measures) return measure_history(random);
  std::vector<Fact> facts = county_facts();
  const std::vector<Fact> cases = seed % 4 == 0 ? case_history(random) : case_courses(random);
  facts.insert(facts.end(), cases.begin(), cases.end());
  if (told == Told::CasesWithoutPause)
    std::erase_if(facts, [](const Fact& each) { return each.kind == "case.suspended"; });
  return facts;
}

History invent(std::uint32_t seed, Told told) {
  History history = std::make_unique<MemoryHistory>();
  for (const Fact& each : invent_facts(seed, told)) history->add_trusted(each);
  return history;
}

const std::vector<History>& histories(Told told) {
  static std::array<std::vector<History>, 3> all;
  std::vector<History>& found = all[static_cast<std::size_t>(told)];
  for (std::uint32_t seed = 1; found.size() < count_of(told); ++seed)
    found.push_back(invent(seed, told));
  return found;
}

/// What a finding is about. The unit of a case is left out: it is whoever has the case.
using About = std::array<std::uint32_t, 4>;

template <typename Row>
About about_of(const Row& row, std::int32_t occurrence) {
  return {row.case_index.value, row.measure.value, row.case_index.known() ? 0 : row.unit.value,
          static_cast<std::uint32_t>(occurrence)};
}

bool is_late(const rules::DutyRow& row) {
  return row.state == rules::DutyState::Overdue || row.state == rules::DutyState::DoneLate;
}

/// Sorted; what has two prompts stands there twice.
std::vector<About> found_of(const rules::Findings& findings, const What& what) {
  std::vector<About> found;
  for (const rules::DutyRow& row : findings.duties)
    if (row.rule == what.rule && (what.counted == Owed || is_late(row)))
      found.push_back(about_of(row, row.occurrence));
  // Which number or week a prompt goes by may differ: of the same run, more is missing.
  for (const rules::PromptRow& row : findings.prompts)
    if (row.rule == what.rule && (what.counted != Talks || row.action == rules::Action::Talk))
      found.push_back(about_of(row, 0));
  std::sort(found.begin(), found.end());
  if (what.counted == Prompted) found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::string words_of(const Ordered& setting, std::size_t value, const What& what) {
  constexpr std::string_view kWords[] = {"owed", "late", "prompts", "talks", "prompted"};
  return fmt::format("{} {}: {} {}", setting.key, to_json(setting.strictest_first[value]),
                     rules::rule(what.rule).word, kWords[static_cast<std::size_t>(what.counted)]);
}

/// Looks at counties under every value.
class Comparison {
 public:
  explicit Comparison(const Ordered& setting)
      : setting_(setting),
        totals_(setting.never_fewer.size() * setting.strictest_first.size()),
        before_(setting.never_fewer.size()) {
    for (const Value& each : setting.strictest_first) {
      Settings settings = rules::with_values({}, setting.beside).value();
      REQUIRE(rules::setting_problem(setting.key, each).empty());
      rules::set_value(settings, setting.key, each);
      rulebooks_.emplace_back(settings);
    }
  }

  void look_at(const State& state) {
    std::set<Date> days;
    for (const std::string_view on : kDays) days.insert(day(on));
    if (setting_.on_last_days) add_last_days(state, days);
    for (const Date on : days) look_at(state, on);
  }

  /// Without a difference the counties would not have tried the value.
  void expect_differences() const {
    for (std::size_t i = 0; i < before_.size(); ++i)
      for (std::size_t value = 1; value < rulebooks_.size(); ++value) {
        INFO(words_of(setting_, value, setting_.never_fewer[i]));
        CHECK(total(value, i) < total(value - 1, i));
      }
  }

 private:
  std::size_t total(std::size_t value, std::size_t what) const {
    return totals_[value * before_.size() + what];
  }

  void derive(const State& state, std::size_t value, Date on) {
    findings_.clear();
    rules::derive(state, official_calendar(), rulebooks_[value], on, findings_);
  }

  // A difference of a day or two shows on that day alone, unless something was done just then.
  void add_last_days(const State& state, std::set<Date>& days) {
    const Date last = *days.rbegin();
    derive(state, 0, last);
    for (const rules::DutyRow& row : findings_.duties)
      for (const What& what : setting_.never_fewer)
        if (row.rule == what.rule && row.judged_on < last) days.insert(row.judged_on + 1);
  }

  void look_at(const State& state, Date on) {
    for (std::size_t value = 0; value < rulebooks_.size(); ++value) {
      derive(state, value, on);
      for (std::size_t i = 0; i < before_.size(); ++i) compare(value, i);
    }
  }

  void compare(std::size_t value, std::size_t what) {
    std::vector<About> now = found_of(findings_, setting_.never_fewer[what]);
    totals_[value * before_.size() + what] += now.size();
    const std::vector<About>& stricter = before_[what];
    if (value > 0 && !std::includes(stricter.begin(), stricter.end(), now.begin(), now.end()))
      FAIL_CHECK(words_of(setting_, value, setting_.never_fewer[what]));
    before_[what] = std::move(now);
  }

  const Ordered& setting_;
  std::vector<rules::Rulebook> rulebooks_;
  std::vector<std::size_t> totals_;
  std::vector<std::vector<About>> before_;  // under the value before, by what is counted
  rules::Findings findings_;
};

}  // namespace

void check_order(const Ordered& setting, Told told) {
  CAPTURE(std::string(setting.key));
  Comparison comparison(setting);
  std::uint32_t seed = 0;
  for (const History& history : histories(told)) {
    ++seed;
    CAPTURE(seed);
    comparison.look_at(history->state());
  }
  comparison.expect_differences();
}

}  // namespace test
