#pragma once
// What the rules derive: duties (what somebody owes by a day) and prompts (what the office should
// decide). Flat rows; describe.h turns a row into words.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/model/state.h"
#include "core/rules/fact_pool.h"

namespace core::rules {

enum class RuleId : std::uint8_t {
  Forward,
  Notify,
  AcceptOrDecline,
  Objection,
  Answer,
  Review,
  FinalReview,
  AssignLead,
  Plan,
  WeeklyReport,
  Resolve,
  Bulletin,
  BulletinReport,
  Filing,
  AnswerReminder,
  JudgeReminder,
  AnswerAlert,
  Campaign,
  SupervisionNotice,
  SupervisionResolve,
  SupervisionAcceptance,
  SupervisionDelist,
  TalkGroup,
  TalkTargets,
  TalkNotice,
  TalkHold,
  TalkSign,
  TalkReport,
  RectifyReport,
  JudgeRectification,
  Inquiry,
  Rectification,
  ProposalAnswer,
  Assessment,
  // prompts
  LeadLevel,
  ReopenedToSameLeader,
  MissedReports,
  OverdueItem,
  LateAlert,
  BottomStreak,
  SpecialStreak,
  TwoReminders,
  TalkGround,
  YearlyAssessment,
  Count,
};

enum class DutyState : std::uint8_t { Open, Overdue, Done, DoneLate, Void };
enum class PromptState : std::uint8_t { Open, Taken, Declined };
enum class Action : std::uint8_t {
  AssignLead,
  RaiseLead,
  Remind,
  Talk,
  List,
  File,
  CloseOrder,
  IssueBulletin
};

/// What a duty's words add to its state.
enum class Remark : std::uint8_t {
  None,
  ExtensionCut,  ///< More days were approved than the rulebook lets count.
  Missed,  ///< A weekly report that had not come when the next one was due, or never did (漏报).
};

/// Ids of clauses, which live as long as the program.
using Clauses = std::span<const std::string_view>;

/// A run of Findings::evidence.
struct Evidence {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

struct DutyRow {
  RuleId rule = RuleId::Forward;
  DutyState state = DutyState::Open;
  bool provisional = false;      ///< The deadline touches a year without an official calendar.
  bool in_working_days = false;  ///< How the days were counted, for the proof.
  bool stated = false;  ///< Somebody set the day (限办时间, resolve_by): nothing was counted.
  Remark remark = Remark::None;
  std::int16_t term = 0;        ///< Days or working days from `opened_on` to `due_on`; 0 where the
                                ///< day is not reached by counting (weekly reports, resolve).
  CaseIndex case_index;         ///< Unknown when it is about no case.
  MeasureIndex measure;         ///< The measure it is about; unknown when about none.
  UnitIndex unit;               ///< Who owes it; unknown where it is the office itself (forward) or
                                ///< the reviewing organ; by Rule::owed_by_office whom it is about.
  OfficialIndex official;       ///< Who answers for it, where one is named.
  std::int32_t occurrence = 0;  ///< Tells duties of one rule on one subject apart; part of the id.
                                ///< What it is depends on the rule: OccurrenceKind.
  Date opened_on;               ///< The day it came to be owed; also the day counting starts from.
  Date due_on;                  ///< Strict: reminding goes by this day.
  Date judged_on;               ///< Late after this day (rolled over days off, grace added).
  Date done_on;                 ///< Unknown while not done.
  Evidence because;
};

struct PromptRow {
  RuleId rule = RuleId::LeadLevel;
  PromptState state = PromptState::Open;
  Action action = Action::AssignLead;
  std::uint8_t code = 0;  ///< LeadLevel: proposed core::LeadLevel. MissedReports, TwoReminders:
                          ///< how many. OverdueItem: RuleId of what is overdue. Streaks: how many
                          ///< hits within the months that count. TalkGround: core::TalkGround.
  bool basis_withdrawn = false;  ///< Taken, and the bulletin behind it was withdrawn since.
  CaseIndex case_index;          ///< Unknown when it is about no case.
  MeasureIndex measure;          ///< The measure it follows from; unknown when from none.
  UnitIndex unit;
  OfficialIndex official;       ///< ReopenedToSameLeader: the leader it goes back to.
  std::int32_t occurrence = 0;  ///< Part of the id.
  Date opened_on;               ///< The day its condition was met.
  Evidence because;
};

/// Everything one pass found. Reuse one object: its memory is kept between passes.
struct Findings {
  std::vector<DutyRow> duties;
  std::vector<PromptRow> prompts;
  FactPool evidence;
  std::size_t this_case = 0;    ///< Duties from here on are about the case being looked at.
  std::size_t case_duties = 0;  ///< So many duties are about cases alone; those of measures follow.

  /// Appends what was found about other cases.
  void append(const Findings& other);
  void clear() {
    this_case = 0;
    case_duties = 0;
    duties.clear();
    prompts.clear();
    evidence.clear();
  }
};

}  // namespace core::rules
