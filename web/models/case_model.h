#pragma once
// One case with its history, its duties and what was recorded about it.

#include <span>
#include <string>
#include <vector>

#include "web/models/duty_detail.h"

namespace web {

struct CaseModel {
  struct Entry {
    std::string label;
    std::string text;
  };
  struct Duty {
    std::uint64_t key = 0;  ///< Stable.
    DutyDetail detail;
    core::Date due;   ///< Unknown for prompts.
    std::string day;  ///< The same in words.
    std::string clause;
    enum class Rank : std::uint8_t { Late, Open, Settled } rank = Rank::Settled;
  };

  /// Who leads it, from a day on.
  struct Lead {
    std::string since;
    std::string level;
    std::string leaders;  ///< 县委书记 周明 · 镇长 李建国
    std::string more;     ///< Task force, plan, resolve by.
  };
  /// A weekly report.
  struct Report {
    std::string week;
    std::string day;
    int progress = -1;  ///< Percent; -1 = not stated.
    std::string words;
  };
  /// A fact that may come next.
  struct Step {
    std::string kind;
    std::string words;
  };

  bool shown = false;
  core::CaseIndex which;
  std::string title;
  std::string number;
  StateWords state;               ///< Stage.
  std::vector<StateWords> marks;  ///< 挂牌督办, 重点案件.
  std::string summary;
  std::vector<Entry> entries;   ///< 责任单位, 信访人, 登记日期 …
  std::vector<Entry> grounds;   ///< Why it needs a county leader, with dates.
  std::vector<Duty> duties;     ///< Overdue first, what is open by its day, the newest of the rest.
  std::vector<FactLine> facts;  ///< Newest first; what was taken back is gone.
  std::vector<Lead> leads;      ///< Newest first.
  std::vector<Report> reports;  ///< Newest first.
  std::vector<Step> steps;      ///< What usually comes next, likeliest first.
  std::vector<Step> others;     ///< Everything that can be recorded about a case.
  std::size_t late = 0;
};

/// `facts` are those on the case and on measures about it that hold, in recording order.
CaseModel case_model(const DetailSources& sources, core::CaseIndex which,
                     std::span<const core::RecordedFact> facts);

}  // namespace web
