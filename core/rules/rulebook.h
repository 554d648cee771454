#pragma once
// Every number the notice and the regulation leave to a setting, with clause, unit, default and
// reason, and the days from which each set of values is in force (contract, section 5).

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/base/value.h"
#include "core/model/state.h"
#include "core/rules/assessment/point_item.h"

namespace core::rules {

struct Activation;

/// How many of a small group are its bottom (3.5).
enum class SmallGroups : std::uint8_t { Proportional, Literal, Merge };

/// Whether a measure on a streak uses up the bulletins behind it (domain 7.4).
enum class StreakOverlap : std::uint8_t { Escalate, Consume };

/// The settings the rules read. Field names are the contract's keys.
struct Settings {
  int forward_days = 15;
  int notify_days = 15;
  int objection_workdays = 5;
  int answer_days = 60;
  int extension_days_max = 30;
  int review_days = 30;
  int final_review_days = 30;
  bool count_start_day = false;
  bool roll_to_workday = true;
  int lead_assign_workdays = 3;
  int plan_workdays = 5;
  int report_weekday =
      0;  ///< 0 = last working day of the week; 1–7 = that weekday of the next week.
  int report_grace_days = 0;
  int weekly_min_workdays = 3;
  int missed_reports_prompt = 2;
  bool imported_deadline_wins = true;
  bool hearing_days_excluded = true;
  int reopen_same_leader_months = 12;
  int bulletin_monthly_day = 10;
  int bulletin_half_year_day = 15;
  int bulletin_annual_day = 31;
  int bulletin_objection_workdays = 5;
  bool bulletin_draft_required = false;
  int bulletin_report_workdays = 5;
  std::map<std::string, std::vector<std::string>> rank_groups;  ///< Empty = by the units' groups.
  int rank_min_items = 5;
  int rank_bottom = 3;
  SmallGroups small_group_policy = SmallGroups::Proportional;
  int rank_pass_line = 95;
  int stand_out_least = 2;
  int stand_out_times = 2;
  std::map<std::string, int> rank_weights;  ///< Empty = the contract's defaults.
  int streak_length = 2;
  bool streak_reset_at_year = false;
  bool unranked_breaks_streak = true;
  int streak_repeat_months = 12;
  StreakOverlap streak_overlap = StreakOverlap::Escalate;
  bool special_same_topic_required = false;
  int filing_workdays = 5;
  int alert_answer_days = 7;
  int reminder_answer_days = 7;
  int judge_workdays = 5;
  bool count_sms = true;
  bool reminder_reset_on_accept = true;
  int reminder_window_days = 180;
  int reminder_min_gap_workdays = 3;
  int reminders_to_list = 2;
  int supervision_notice_workdays = 3;
  int supervision_days = 60;
  int supervision_extension_days_max = 30;
  int supervision_acceptance_workdays = 10;
  int supervision_delist_workdays = 5;
  int talk_step_workdays = 5;
  int talk_report_workdays = 15;
  bool talk_report_per_official = false;
  int talk_return_workdays = 5;
  int inquiry_days = 30;
  int proposal_answer_days = 30;
  int assessment_day = 31;
  std::map<std::string, assessment::PointItem> point_sheet;  ///< Over the example sheet, by key.
  std::map<std::string, std::string> issuer;                 ///< By kind of paper.

  bool operator==(const Settings&) const = default;
};

enum class SettingType : std::uint8_t {
  Integer,
  Boolean,
  Word,      ///< One of `words`; an entry `weekday:` is followed by 1–7.
  Integers,  ///< Object: name -> integer within the range.
  Texts,     ///< Object: name -> text.
  Lists,     ///< Object: name -> list of texts.
  Points,    ///< Object: name -> item of the point sheet.
};

/// What a clerk is told about one setting, and what may be said.
struct SettingSpec {
  std::string_view key;
  std::string_view clause;
  std::string_view unit;    ///< 日, 个工作日, 次, 是/否 …
  std::string_view reason;  ///< Why this default.
  std::string_view default_text;
  SettingType type = SettingType::Integer;
  std::int64_t minimum = 0;
  std::int64_t maximum = 0;
  std::span<const std::string_view> words = {};
};

/// All settings, in the order of the clauses.
std::span<const SettingSpec> setting_specs();

/// Null for a key we do not know.
const SettingSpec* find_setting(std::string_view key);

/// `base` with the values of a JSON object over it. The error names the key: unknown, wrong type or
/// out of range.
Result<Settings> with_values(const Settings& base, const Fields& values);

/// Values that are to hold from a day on, and are in no fact yet.
struct PlannedValues {
  Date from;  ///< Unknown = on every day; only a question says so.
  Fields values;
};

/// Settings by the day from which they hold.
class Rulebook {
 public:
  Rulebook() = default;  ///< Defaults, always.
  explicit Rulebook(Settings always) : always_(std::move(always)) {}

  /// `always` plus every `rulebook.activated` fact of the ledger, by its `from` (its day when it
  /// names none), each over what was in force before. Keys this version does not know, and values
  /// it cannot read, are kept in the facts and passed over here.
  static Rulebook of(const State& state, const Settings& always = {});

  /// What `of` would read were these values activated, too.
  static Rulebook planned(const State& state, std::span<const PlannedValues> more);

  /// The same rulebook with these values from the day on (on every day where none is known),
  /// whatever was in force. The error names the key: unknown, wrong type or out of range.
  Result<Rulebook> overridden(const Fields& values, Date from = {}) const;

  /// The same with every set of values changed; for questions, so ranges are the caller's matter.
  Rulebook changed(Settings (*change)(Settings)) const;

  /// What is in force on that day. A duty goes by the day it was opened.
  const Settings& on(Date day) const { return dated_.empty() ? always_ : dated_on(day); }

 private:
  struct Dated {
    Date from;
    Settings settings;
  };
  const Settings& dated_on(Date day) const;
  void put_in_force(std::span<const Activation> activations);

  Settings always_;
  std::vector<Dated> dated_;  // oldest first
};

}  // namespace core::rules
