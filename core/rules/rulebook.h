#pragma once
// Every number the notice and the regulation leave to a setting, with clause, unit, default and
// reason, and the days from which each set of values is in force (contract, section 5).

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/base/value.h"
#include "core/model/state.h"

namespace core::rules {

/// The settings the rules of today read. Field names are the contract's keys.
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

  bool operator==(const Settings&) const = default;
};

enum class SettingType : std::uint8_t {
  Integer,
  Boolean,
  Word,      ///< One of `words`; an entry `weekday:` is followed by 1–7.
  Integers,  ///< Object: name -> integer within the range.
  Texts,     ///< Object: name -> text.
  Lists,     ///< Object: name -> list of texts.
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

/// All settings of the contract, those no rule reads yet included, in its order.
std::span<const SettingSpec> setting_specs();

/// Null for a key we do not know.
const SettingSpec* find_setting(std::string_view key);

/// `base` with the values of a JSON object over it. The error names the key: unknown, wrong type or
/// out of range.
Result<Settings> with_values(const Settings& base, const Fields& values);

/// Settings by the day from which they hold.
class Rulebook {
 public:
  Rulebook() = default;  ///< Defaults, always.
  explicit Rulebook(Settings always) : always_(always) {}

  /// `always` plus every `rulebook.activated` fact of the ledger, by its `from` (its day when it
  /// names none), each over what was in force before. Keys this version does not know, and values
  /// it cannot read, are kept in the facts and passed over here.
  static Rulebook of(const State& state, const Settings& always = {});

  /// What is in force on that day. A duty goes by the day it was opened.
  const Settings& on(Date day) const { return dated_.empty() ? always_ : dated_on(day); }

 private:
  struct Dated {
    Date from;
    Settings settings;
  };
  const Settings& dated_on(Date day) const;

  Settings always_;
  std::vector<Dated> dated_;  // oldest first
};

}  // namespace core::rules
