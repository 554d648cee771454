#include <doctest/doctest.h>

#include <iterator>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/rules/rulebook.h"
#include "tests/rules/ordered_setting.h"

using namespace core;
using test::Ordered;
using test::Told;
using test::What;

namespace {

using enum rules::RuleId;
using enum test::Counted;

constexpr bool kOnLastDays = true;

std::vector<Ordered> terms_of_cases() {
  return {
      {"forward_days", {1, 5, 15, 40}, {{Late, Forward}}},
      {"notify_days", {1, 5, 15, 40}, {{Late, Notify}, {Late, AcceptOrDecline}}},
      {"objection_workdays", {1, 5, 9}, {{Late, Objection}}},
      {"answer_days", {10, 30, 60, 200}, {{Late, Answer}}},
      {"extension_days_max", {0, 10, 30}, {{Late, Answer}}, {{"answer_days", 40}}},
      {"review_days", {2, 10, 30, 200}, {{Late, Review}}},
      {"final_review_days", {2, 10, 30, 200}, {{Late, FinalReview}}},
      {"hearing_days_excluded", {false, true}, {{Late, FinalReview}}},
  };
}

// What came to be late before the office decided is decided with it, so a shorter term may bring
// fewer prompts on one case, though never none.
std::vector<Ordered> reminding_in_cases() {
  const std::vector<What> prompted = {{Prompted, OverdueItem}};
  return {
      {"notify_days", {1, 15}, prompted, {{"answer_days", 365}, {"plan_workdays", 60}}},
      {"answer_days", {10, 40, 100}, prompted, {{"plan_workdays", 60}}},
      {"plan_workdays", {0, 5, 60}, prompted, {{"answer_days", 365}, {"notify_days", 365}}},
  };
}

std::vector<Ordered> counting_in_cases() {
  const std::vector<What> statute = {{Late, Forward}, {Late, Notify}, {Late, AcceptOrDecline},
                                     {Late, Answer},  {Late, Review}, {Late, FinalReview}};
  return {
      {"count_start_day", {true, false}, statute, {}, kOnLastDays},
      {"roll_to_workday", {false, true}, statute, {}, kOnLastDays},
      {"roll_to_workday", {false, true}, {{Late, Resolve}}, {}, kOnLastDays},
      {"roll_to_workday", {false, true}, {{Late, WeeklyReport}}, {{"report_grace_days", 1}}},
  };
}

std::vector<Ordered> of_leads() {
  return {
      {"lead_assign_workdays", {0, 3, 10, 60}, {{Late, AssignLead}}},
      {"plan_workdays", {0, 5, 20, 60}, {{Late, Plan}}},
      {"reopen_same_leader_months", {12, 1, 0}, {{Prompts, ReopenedToSameLeader}}},
      {"report_grace_days", {0, 2, 6}, {{Late, WeeklyReport}}},
      // Not the runs of missed ones: a short week that was reported on in time ends a run.
      {"weekly_min_workdays", {1, 2, 3, 4, 5}, {{Owed, WeeklyReport}, {Late, WeeklyReport}}},
      {"missed_reports_prompt", {1, 2, 3, 5}, {{Prompts, MissedReports}}},
  };
}

// A week is not owed when its last day falls into a pause, and an earlier day may.
std::vector<Ordered> without_pause() {
  return {{"report_due",
           {"last_workday", "weekday:1", "weekday:3", "weekday:7"},
           {{Late, WeeklyReport}}},
          {"report_due", {"last_workday", "weekday:4", "weekday:7"}, {{Prompted, MissedReports}}}};
}

std::vector<Ordered> of_bulletins() {
  return {
      {"bulletin_monthly_day", {1, 10, 15, 31}, {{Late, Bulletin}}},
      {"bulletin_half_year_day", {1, 15, 31}, {{Late, Bulletin}}},
      {"bulletin_annual_day", {1, 31}, {{Late, Bulletin}}},
      {"bulletin_report_workdays", {1, 5, 20, 60}, {{Late, BulletinReport}}},
      {"filing_workdays", {1, 5, 20, 60}, {{Late, Filing}}},
  };
}

// Finding a talk where there was a reminder before is finding more, too.
std::vector<Ordered> of_streaks() {
  const std::vector<What> bottom = {{Prompts, BottomStreak}, {Talks, BottomStreak}};
  std::vector<What> both = bottom;
  both.insert(both.end(), {{Prompts, SpecialStreak}, {Talks, SpecialStreak}});
  return {
      {"rank_bottom", {3, 2, 1}, bottom},
      {"small_group_policy", {"literal", "proportional"}, bottom},
      {"rank_pass_line", {100, 95, 60}, bottom},
      {"streak_length", {2, 3, 4}, both},
      {"streak_reset_at_year", {false, true}, bottom},
      {"unranked_breaks_streak", {false, true}, bottom},
      {"streak_repeat_months", {60, 3, 1}, {{Talks, BottomStreak}, {Talks, SpecialStreak}}},
      {"streak_overlap", {"escalate", "consume"}, both},
  };
}

// Where more reminders follow on each other they are one run, and refusing it refuses all of it:
// the same case may have two prompts where they are two runs.
std::vector<Ordered> of_reminders() {
  return {
      {"alert_answer_days", {1, 7, 20, 90}, {{Late, AnswerAlert}, {Prompts, LateAlert}}},
      {"reminder_answer_days", {1, 7, 20, 90}, {{Late, AnswerReminder}}},
      {"judge_workdays", {1, 5, 20, 60}, {{Late, JudgeReminder}, {Late, JudgeRectification}}},
      {"count_sms", {true, false}, {{Prompted, TwoReminders}}},
      // Without a gap: a reminder soon after one that was fixed counts only where counting begins
      // anew with it, and a later one may be within the window of that one alone.
      {"reminder_reset_on_accept",
       {false, true},
       {{Prompted, TwoReminders}},
       {{"reminder_min_gap_workdays", 0}}},
      {"reminder_window_days", {3650, 60, 10}, {{Prompted, TwoReminders}}},
      {"reminder_min_gap_workdays", {0, 20, 60}, {{Prompted, TwoReminders}}},
      {"reminders_to_list", {2, 3, 4}, {{Prompts, TwoReminders}}},
  };
}

std::vector<Ordered> of_listings() {
  return {
      {"supervision_notice_workdays", {1, 3, 10, 60}, {{Late, SupervisionNotice}}},
      {"supervision_days", {1, 30, 60, 365}, {{Late, SupervisionResolve}, {Prompts, TalkGround}}},
      {"supervision_extension_days_max",
       {0, 30, 365},
       {{Late, SupervisionResolve}, {Prompts, TalkGround}}},
      {"supervision_acceptance_workdays", {1, 5, 10, 60}, {{Late, SupervisionAcceptance}}},
      {"supervision_delist_workdays", {1, 5, 10}, {{Late, SupervisionDelist}}},
  };
}

std::vector<Ordered> of_talks() {
  return {
      {"talk_step_workdays",
       {1, 4, 7},
       {{Late, TalkGroup},
        {Late, TalkTargets},
        {Late, TalkNotice},
        {Late, TalkHold},
        {Late, TalkSign},
        {Late, TalkReport}}},
      {"talk_report_workdays", {1, 5, 15, 90}, {{Late, RectifyReport}, {Prompted, OverdueItem}}},
      {"talk_report_per", {"official", "unit"}, {{Owed, RectifyReport}, {Late, RectifyReport}}},
      {"talk_return_workdays", {1, 5, 60}, {{Late, RectifyReport}}},
      {"talk_return_workdays", {1, 60}, {{Prompted, OverdueItem}}, {{"talk_report_workdays", 90}}},
  };
}

std::vector<Ordered> of_accountability() {
  return {
      {"inquiry_days", {2, 10, 30, 365}, {{Late, Inquiry}}},
      {"proposal_answer_days", {2, 10, 30, 365}, {{Late, ProposalAnswer}}},
      {"assessment_day", {1, 31}, {{Late, Assessment}}},
  };
}

std::vector<Ordered> counting_in_measures() {
  const std::vector<What> counted = {{Late, AnswerAlert},        {Prompts, LateAlert},
                                     {Late, AnswerReminder},     {Late, Inquiry},
                                     {Late, SupervisionResolve}, {Late, ProposalAnswer}};
  const std::vector<What> stated = {{Late, Bulletin}, {Late, Campaign}, {Late, Rectification}};
  return {
      {"count_start_day", {true, false}, counted, {}, kOnLastDays},
      {"roll_to_workday", {false, true}, counted, {}, kOnLastDays},
      {"roll_to_workday", {false, true}, stated, {}, kOnLastDays},
  };
}

// Settings of which no value finds more than another whatever happened.
constexpr std::string_view kUnordered[] = {
    // 限办时间 may come before or after the day that is counted here.
    "imported_deadline_wins",
    // They say when a bulletin may be issued, and it is refused before; nothing is found.
    "bulletin_objection_workdays", "bulletin_draft_required",
    // Who is ranked, with whom and by what, moves everybody else's place.
    "rank_groups", "rank_min_items", "rank_weights",
    // A bulletin that does not criticise ends every run of the unit, or only those on its topic.
    "special_same_topic_required",
    // Points of the yearly assessment, and names on papers.
    "point_sheet", "issuer"};

// Thresholds of the analysis in bulletins, which finds neither duties nor prompts.
constexpr std::string_view kOfAnalysis[] = {"stand_out_least", "stand_out_times"};

using Table = std::vector<Ordered> (*)();
constexpr Table kOfCases[] = {terms_of_cases, reminding_in_cases, counting_in_cases, of_leads};
constexpr Table kWithoutPause[] = {without_pause};
constexpr Table kOfMeasures[] = {of_bulletins, of_streaks,        of_reminders,        of_listings,
                                 of_talks,     of_accountability, counting_in_measures};

void check_all(std::span<const Table> tables, Told told) {
  for (const Table table : tables)
    for (const Ordered& setting : table()) test::check_order(setting, told);
}

}  // namespace

TEST_CASE("thresholds: a stricter setting never finds less about a case") {
  check_all(kOfCases, Told::Cases);
  check_all(kWithoutPause, Told::CasesWithoutPause);
}

TEST_CASE("thresholds: a stricter setting never finds less about a measure") {
  check_all(kOfMeasures, Told::Measures);
}

TEST_CASE("thresholds: of every setting it is said which way is stricter, or that none is") {
  std::set<std::string_view> named(std::begin(kUnordered), std::end(kUnordered));
  named.insert(std::begin(kOfAnalysis), std::end(kOfAnalysis));
  for (const std::span<const Table> tables :
       {std::span<const Table>(kOfCases), std::span<const Table>(kWithoutPause),
        std::span<const Table>(kOfMeasures)})
    for (const Table table : tables)
      for (const Ordered& setting : table()) named.insert(setting.key);
  for (const rules::SettingSpec& spec : rules::setting_specs()) {
    CAPTURE(std::string(spec.key));
    CHECK(named.count(spec.key) == 1);
  }
}
