#pragma once
// Everything about one duty or prompt: who, by when, how the day was counted, the sentence it rests
// on, and the facts.

#include <functional>
#include <string>
#include <vector>

#include "core/calendar/calendar.h"
#include "core/model/state.h"
#include "core/rules/duty.h"
#include "core/rules/rulebook.h"
#include "web/models/words.h"

namespace web {

/// Where details come from; all of it outlives the call only.
struct DetailSources {
  const core::State& state;
  const core::rules::Findings& findings;
  const core::calendar::Calendar& calendar;
  const core::rules::Rulebook& rulebook;
  core::Date today;
  /// The fact recorded at a position; null when it cannot be read.
  std::function<const core::RecordedFact*(core::FactRef)> fact;
};

/// One day of a deadline.
struct StripDay {
  enum class Kind : std::uint8_t {
    Counted,
    Skipped,
    MakeUp,  ///< A weekend day worked, and counted.
    Due,     ///< The strict last day.
    Judged,  ///< The day lateness is judged by, where it is another.
  };
  core::Date day;
  Kind kind = Kind::Counted;
  std::string why;  ///< 第3个工作日, 国庆节放假 …
};

struct Quote {
  std::string label;  ///< 六·5
  std::string text;
};

struct FactLine {
  std::string day;
  std::string title;
  std::string details;
  std::string id = {};
  std::string recorded = {};  ///< By whom and when it was recorded.
  bool about_lead = false;    ///< A lead or a weekly report.
};

struct DutyDetail {
  bool shown = false;  ///< False while nothing is chosen.
  std::string heading;
  std::string who;
  StateWords state;
  std::string sentence;  ///< 应于2026年11月20日前完成
  std::string counting;  ///< How the day was found; empty for prompts.
  std::vector<StripDay> strip;
  bool late = false;         ///< The due day is past and nothing was done.
  bool provisional = false;  ///< Rests on a year without an official calendar.
  std::vector<Quote> quotes;
  std::vector<FactLine> facts;
  core::CaseIndex which;
  std::string case_label;  ///< Title and number of the case.
  std::string measure;     ///< Number of the measure, and whom it is about where another owes.
  std::string prompt;      ///< Id of a prompt that may be declined; else empty.
  /// A fact that settles it, and the words of the button that opens its form.
  struct Step {
    std::string kind;
    std::string words;
    core::Fields given;
  };
  std::vector<Step> steps;  ///< Likeliest first; empty for what is settled.
  std::string case_number;
};

DutyDetail duty_detail(const DetailSources& sources, const core::rules::DutyRow& row);
DutyDetail prompt_detail(const DetailSources& sources, const core::rules::PromptRow& row);

/// A clause in words; what is a part of a sentence ends in ……
Quote quote_of(std::string_view clause);

/// One fact as a line of a list; without details when it is about an accusation.
FactLine fact_line(const core::State& state, const core::RecordedFact& fact, core::Date today);

}  // namespace web
