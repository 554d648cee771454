#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/value.h"
#include "core/rules/catalog.h"
#include "tests/support/data.h"
#include "tests/support/facts.h"
#include "tests/support/scenario_files.h"

using namespace core;

namespace {

const std::string_view kDutyRules[] = {
    "forward",
    "notify",
    "accept_or_decline",
    "objection",
    "answer",
    "review",
    "final_review",
    "assign_lead",
    "plan",
    "weekly_report",
    "resolve",
    "bulletin",
    "bulletin_report",
    "filing",
    "answer_reminder",
    "judge_reminder",
    "answer_alert",
    "campaign",
    "supervision_notice",
    "supervision_resolve",
    "supervision_acceptance",
    "supervision_delist",
    "talk_group",
    "talk_targets",
    "talk_notice",
    "talk_hold",
    "talk_sign",
    "talk_report",
    "rectify_report",
    "judge_rectification",
    "inquiry",
    "rectification",
    "proposal_answer",
    "assessment",
};

const std::string_view kPromptRules[] = {
    "lead_level",  "reopened_to_same_leader", "missed_reports", "overdue_item",
    "late_alert",  "bottom_streak",           "special_streak", "two_reminders",
    "talk_ground", "yearly_assessment",
};

// A right is never overdue: it is open while it may be used, and void on the day after.
const std::string_view kRight = "objection";
// Follows from the grounds of a case, not from the passing of a day.
const std::string_view kTimeless = "lead_level";

/// What the scenario files say about one rule.
struct Said {
  std::set<std::string> fires;    ///< Overdue, or proposed.
  std::set<std::string> quiet;    ///< Just not: open still, or nothing.
  std::set<std::string> settled;  ///< Done, void, taken or declined.
  bool turns = false;             ///< Quiet on one day and fired on the next, in one file.
};

enum class Voice { None, Quiet, Fires, Settled };

bool is_prompt(std::string_view rule) {
  return std::find(std::begin(kPromptRules), std::end(kPromptRules), rule) !=
         std::end(kPromptRules);
}

/// What a duty or prompt in this state says about its rule.
Voice voice_of(std::string_view rule, std::string_view state) {
  for (const std::string_view settled : {"done", "done_late", "void", "taken", "declined"})
    if (state == settled) return Voice::Settled;
  if (is_prompt(rule)) return Voice::Fires;
  if (state == "overdue") return Voice::Fires;
  if (state == "open") return rule == kRight ? Voice::Fires : Voice::Quiet;
  return Voice::None;
}

Voice voice_of_count(std::string_view rule, const Fields& counted) {
  if (counted.integer("n") == 0) return Voice::Quiet;
  return voice_of(rule, counted.text("state"));
}

class Audit {
 public:
  void read(const std::string& file) {
    const Result<Value> json = parse_json(test::read_bytes(test::tests_path("scenarios/" + file)));
    REQUIRE(json.ok());
    file_ = file;
    days_.clear();
    for (const Value& entry : *json.value().fields()->find("expect")->list()) read_day(entry);
    for (auto& [rule, days] : days_)
      for (const Date day : days.quiet)
        if (days.fires.count(day + 1) > 0) said_[rule].turns = true;
  }

  const Said& of(std::string_view rule) { return said_[std::string(rule)]; }

 private:
  struct Days {
    std::set<Date> quiet;
    std::set<Date> fires;
  };

  void read_day(const Value& entry) {
    const Fields& fields = *entry.fields();
    day_ = test::day(fields.text("on"));
    each(fields, "duties", [](std::string_view rule, const Fields& row) {
      return voice_of(rule, row.text("state"));
    });
    each(fields, "prompts", [](std::string_view rule, const Fields& row) {
      return voice_of(rule, row.text("state"));
    });
    each(fields, "none", [](std::string_view, const Fields&) { return Voice::Quiet; });
    each(fields, "counts", voice_of_count);
  }

  template <typename Ask>
  void each(const Fields& fields, std::string_view part, Ask ask) {
    const Value* rows = fields.find(part);
    if (!rows) return;
    for (const Value& row : *rows->list()) {
      const std::string rule(row.fields()->text("rule"));
      hear(rule, ask(rule, *row.fields()));
    }
  }

  void hear(const std::string& rule, Voice voice) {
    Said& said = said_[rule];
    if (voice == Voice::Settled) said.settled.insert(file_);
    if (voice == Voice::Quiet) {
      said.quiet.insert(file_);
      days_[rule].quiet.insert(day_);
    }
    if (voice == Voice::Fires) {
      said.fires.insert(file_);
      days_[rule].fires.insert(day_);
    }
  }

  std::map<std::string, Said> said_;
  std::map<std::string, Days> days_;  ///< Of the file being read.
  std::string file_;
  Date day_{};
};

Audit audit_of_all() {
  Audit audit;
  for (const std::string& file : test::scenario_names()) audit.read(file);
  return audit;
}

/// Whether three different files can play the three parts.
bool has_three(const Said& said) {
  for (const std::string& fires : said.fires)
    for (const std::string& quiet : said.quiet)
      for (const std::string& settled : said.settled)
        if (fires != quiet && quiet != settled && settled != fires) return true;
  return false;
}

template <std::size_t N>
void check_rules(Audit& audit, const std::string_view (&rules)[N]) {
  for (const std::string_view rule : rules) {
    CAPTURE(std::string(rule));
    CHECK(has_three(audit.of(rule)));
    if (rule != kRight && rule != kTimeless) CHECK(audit.of(rule).turns);
  }
}

}  // namespace

TEST_CASE("scenario audit: the rules are those of the contract, no more and no fewer") {
  std::size_t known = 0;
  for (const std::string_view word : kDutyRules) {
    const rules::Rule* rule = rules::find_rule(word);
    CAPTURE(std::string(word));
    REQUIRE(rule);
    CHECK(rule->finds_duties());
    ++known;
  }
  for (const std::string_view word : kPromptRules) {
    const rules::Rule* rule = rules::find_rule(word);
    CAPTURE(std::string(word));
    REQUIRE(rule);
    CHECK_FALSE(rule->finds_duties());
    ++known;
  }
  CHECK(rules::catalog().size() == known);
}

TEST_CASE(
    "scenario audit: of every rule three files say when it fires, just does not, is settled") {
  Audit audit = audit_of_all();
  check_rules(audit, kDutyRules);
  check_rules(audit, kPromptRules);
}

TEST_CASE("scenario audit: a rule that is only named is not proven") {
  CHECK(voice_of("answer", "") == Voice::None);
  CHECK(voice_of("answer", "open") == Voice::Quiet);
  CHECK(voice_of("answer", "overdue") == Voice::Fires);
  CHECK(voice_of("objection", "open") == Voice::Fires);
  CHECK(voice_of("two_reminders", "") == Voice::Fires);
  CHECK(voice_of("two_reminders", "taken") == Voice::Settled);
  CHECK_FALSE(has_three({{"a"}, {"a"}, {"a"}, true}));
  CHECK_FALSE(has_three({{"a"}, {"a", "b"}, {"a", "b"}, true}));
  CHECK(has_three({{"a"}, {"a", "b"}, {"b", "c"}, true}));
}
