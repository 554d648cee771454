#pragma once
// What a bulletin says beside the ranking (通知 3.2): “四重” and categories by unit against the
// period before, causes, and the units whose handling stands out. Volume is described here and
// never scored: how many people petition is nobody's merit or fault.

#include <map>
#include <string>
#include <vector>

#include "core/base/period.h"
#include "core/rules/duty.h"
#include "core/rules/rulebook.h"

namespace core::rules::ranking {

/// A number of this period and of the one before, with the facts behind both.
struct Compared {
  std::int64_t now = 0;
  std::int64_t before = 0;
  std::vector<FactRef> because;         ///< Of `now`, in the order of the ledger, each once.
  std::vector<FactRef> because_before;  ///< Of `before`.

  std::int64_t change() const { return now - before; }
};

/// In the order of the notice.
enum class Fourfold : std::uint8_t { Area, Issue, Person, Group };
inline constexpr std::size_t kFourfolds = 4;
std::string_view word(Fourfold each);
std::string_view label(Fourfold each);

struct UnitAnalysis {
  UnitIndex unit;                 ///< Unknown = the whole county.
  Compared received;              ///< Cases received.
  Compared fourfold[kFourfolds];  ///< Of them flagged as such by the end of the period.
  std::map<std::string, Compared> categories;
  Compared late;            ///< Duties judged in the period and not done in time.
  Compared late_fourfold;   ///< Of them on cases with a “四重” flag.
  bool stands_out = false;  ///< Late on more “四重” duties than its share: see analyse().
};

/// Where lateness comes from: the rule that was not kept, and the reason of a reminder.
struct Cause {
  std::string word;  ///< weekly_report, T3
  bool reminder = false;
  RuleId rule = RuleId::Count;  ///< Of a duty.
  Compared count;
};
std::string_view label(const Cause& cause);  ///< 周进度报告, 推诿扯皮、敷衍塞责

struct Analysis {
  Period period;
  bool over = true;                 ///< Not over = the numbers still change.
  UnitAnalysis county;              ///< The sums of all units; nothing stands out in it.
  std::vector<UnitAnalysis> units;  ///< By code; only units with anything to say.
  std::vector<Cause> causes;        ///< The most frequent first, duties before reminders.
  std::int64_t handling = 0;        ///< Units that handle “四重” cases in the period.
};

/// As of `today`. A unit stands out when it was late on “四重” duties at least `stand_out_least`
/// times, and more often than `stand_out_times` the mean of the units that handle such cases. What
/// is about an accusation is counted, but neither flagged nor in a category (条例30).
Analysis analyse(const State& state, const Settings& settings, const Findings& findings, Date today,
                 const Period& period);

}  // namespace core::rules::ranking
