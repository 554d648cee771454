// Who can be talked to, who signs, and who answers afterwards (6.2–6.5).
#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <vector>

#include "core/model/in_office.h"
#include "core/model/posting.h"
#include "core/model/step_look.h"

namespace core {
namespace {

using enum StepKind;

bool holds(const std::vector<UnitIndex>& units, UnitIndex unit) {
  return std::find(units.begin(), units.end(), unit) != units.end();
}

void check_form(const StepLook& look) {
  const std::string_view ground = look.text("ground");
  if (ground == word(TalkGround::BottomStreak) || ground == word(TalkGround::SpecialStreak))
    check_rests_on_bulletin(look);
  const Value* units = look.fact.fields.find("units");
  if (units && units->list() && units->list()->empty())
    look.refuse("应至少写明一个被约谈的单位（units）");
  const bool several = units && units->list() && units->list()->size() > 1;
  if (several && look.text("form") == word(TalkForm::Individual))
    look.refuse("约谈几个单位的，应为集中约谈（collective）");
}

// Those who are to talk are somebody (6.3).
void check_group(const StepLook& look) {
  const Value* members = look.fact.fields.find("members");
  const bool has_members = members && members->list() && !members->list()->empty();
  if (look.text("leader").empty() && !has_members)
    look.refuse("应写明约谈小组的组长（leader）或成员（members）");
}

void check_target_unit(const StepLook& look, const Fields& target, const OfficialRow& official) {
  const MeasureStep* opened = look.first(TalkOpened);
  if (!opened || opened->units.empty()) return;
  const UnitIndex said = look.state.find_unit(target.text("unit"));
  const Posting* post = known_post(official, look.fact.on);
  for (const UnitIndex unit : {said, post ? post->unit : UnitIndex{}})
    if (unit.known() && !holds(opened->units, unit))
      return look.refuse(
          fmt::format("{}所在的{}不在约谈的单位之内", official.name, look.state.unit(unit).name));
}

void check_target(const StepLook& look, const Fields& target) {
  const OfficialIndex index = look.state.find_official(target.text("official"));
  if (!index.known() || !look.state.official(index).appointed_on.known())
    return look.refuse(fmt::format("约谈对象“{}”未登记", target.text("official")));
  if (std::string problem = out_of_office(index, look.fact.on, look.state, look.today);
      !problem.empty())
    look.refuse(std::move(problem));
  check_target_unit(look, target, look.state.official(index));
}

void check_targets(const StepLook& look) {
  const Value* targets = look.fact.fields.find("targets");
  if (!targets || !targets->list() || targets->list()->empty())
    return look.refuse("应至少明确一名约谈对象（targets）");
  for (const Value& target : *targets->list())
    if (target.fields()) check_target(look, *target.fields());  // else said by the check of types
}

bool is_meant(const OfficialRow& row, std::string_view official) {
  return row.key == official || row.name == official;
}

/// Whether the words mean somebody of a unit the talk is with, of which nobody in particular is
/// talked to: such a unit signs and answers by whom it sends.
bool stands_for_unit(const StepLook& look, const MeasureStep& targets, std::string_view official) {
  const MeasureStep* opened = look.first(TalkOpened);
  if (!opened) return false;
  const auto unit_of = [&](const OfficialRow& row) {
    const Posting* const post = known_post(row, look.fact.on);
    return post ? post->unit : UnitIndex{};
  };
  std::vector<UnitIndex> spoken_for;
  for (std::size_t i = 0; i < targets.officials.size(); ++i) {
    if (targets.units[i].known())
      spoken_for.push_back(targets.units[i]);
    else if (targets.officials[i].known())
      spoken_for.push_back(unit_of(look.state.official(targets.officials[i])));
  }
  const std::span<const OfficialRow> all = look.state.officials();
  return std::any_of(all.begin(), all.end(), [&](const OfficialRow& row) {
    const UnitIndex unit = is_meant(row, official) ? unit_of(row) : UnitIndex{};
    return unit.known() && holds(opened->units, unit) && !holds(spoken_for, unit);
  });
}

/// Whether the words mean one of those, by key or by name.
bool is_named(const StepLook& look, const MeasureStep& targets, std::string_view official) {
  return std::any_of(targets.officials.begin(), targets.officials.end(), [&](OfficialIndex index) {
    return index.known() && is_meant(look.state.official(index), official);
  });
}

/// Whether the words mean somebody talked to, or may do so.
bool is_target(const StepLook& look, std::string_view official) {
  const MeasureStep* targets = look.last(TalkTargetsSet);
  if (!targets || targets->officials.empty()) return true;
  const bool somebody_is_unknown = std::any_of(targets->officials.begin(), targets->officials.end(),
                                               [](OfficialIndex index) { return !index.known(); });
  return somebody_is_unknown || is_named(look, *targets, official) ||
         stands_for_unit(look, *targets, official);
}

// Both sides sign (6.3): who is talked to is not the office.
void check_signer(const StepLook& look) {
  const std::string_view official = look.text("official");
  if (official.empty()) return;
  const bool for_target = look.text("side") == word(SignSide::Target);
  if (for_target && !is_target(look, official))
    look.refuse(fmt::format("“{}”不在约谈对象之内", official));
  const MeasureStep* targets = look.last(TalkTargetsSet);
  if (!for_target && targets && is_named(look, *targets, official))
    look.refuse(fmt::format("“{}”是约谈对象，不能代表约谈方签字", official));
}

// Who has signed has signed: the days run from the first time. Who refused may sign later.
void check_signs_once(const StepLook& look) {
  const std::string_view official = look.text("official");
  if (!look.row || official.empty()) return;
  for (const MeasureStep& step : look.row->steps) {
    if (step.kind != TalkSigned || step.on > look.fact.on || step.number != 0) continue;
    if (word(static_cast<SignSide>(step.code)) != look.text("side") || !step.official.known())
      continue;
    const OfficialRow& signer = look.state.official(step.official);
    if (signer.key == official || signer.name == official)
      return look.refuse(fmt::format("“{}”已于{}签字", official, to_string(step.on)));
  }
}

// Who is talked to about what is settled once the talk has been held (6.3).
void check_not_held(const StepLook& look) {
  if (const MeasureStep* held = look.over(TalkHeld))
    look.refuse(fmt::format("约谈已于{}进行", to_string(held->on)));
}

bool has_signed(const StepLook& look, SignSide side) {
  return look.row &&
         std::any_of(look.row->steps.begin(), look.row->steps.end(), [&](const MeasureStep& step) {
           return step.kind == TalkSigned && step.code == static_cast<std::uint8_t>(side) &&
                  step.on <= look.fact.on;
         });
}

// What is reported up is the record both sides have signed; who will not sign refuses. What a unit
// hands in is taken whenever it comes.
void check_both_signed(const StepLook& look) {
  if (!look.first(TalkSigned)) return;  // said by the check of what is needed before
  if (!has_signed(look, SignSide::Office)) look.refuse("约谈记录尚无约谈方签字");
  if (!has_signed(look, SignSide::Target)) look.refuse("约谈记录尚无被约谈方签字（拒签的应记明）");
}

void check_answering(const StepLook& look) {
  const std::string_view official = look.text("official");
  if (!official.empty() && !is_target(look, official))
    look.refuse(fmt::format("“{}”不在约谈对象之内", official));
}

/// Whether a report, or what became of it, is that of the official who is named; where nobody is,
/// it is the unit's.
bool is_of_named(const StepLook& look, const MeasureStep& step) {
  const std::string_view official = look.text("official");
  return official.empty() || !step.official.known() ||
         is_same(look.state, step.official, look.state.find_official(official));
}

// What was judged 整改到位 is over.
void check_not_fixed(const StepLook& look) {
  const UnitIndex unit = look.state.find_unit(look.text("unit"));
  if (!look.row || !unit.known()) return;
  for (const MeasureStep& step : look.row->steps) {
    if (step.kind != TalkRectificationJudged || step.unit != unit || step.on >= look.fact.on)
      continue;
    if (is_of_named(look, step) && static_cast<Judged>(step.code) == Judged::Fixed)
      return look.refuse(
          fmt::format("{}的整改已于{}核查到位", look.state.unit(unit).name, to_string(step.on)));
  }
}

void check_judged_report(const StepLook& look) {
  const UnitIndex unit = look.state.find_unit(look.text("unit"));
  if (!look.row || !unit.known()) return;
  const auto is_report = [&](const MeasureStep& step) {
    return step.kind == TalkRectified && step.unit == unit && step.on <= look.fact.on;
  };
  const auto is_his = [&](const MeasureStep& step) {
    return is_report(step) && is_of_named(look, step);
  };
  const std::vector<MeasureStep>& steps = look.row->steps;
  if (std::none_of(steps.begin(), steps.end(), is_report))
    return look.refuse(fmt::format("{}尚未报送整改落实情况", look.state.unit(unit).name));
  const auto report = std::find_if(steps.rbegin(), steps.rend(), is_his);
  if (report == steps.rend())
    return look.refuse(fmt::format("“{}”尚未报送整改落实情况", look.text("official")));
  // A report is judged once; the next one comes with a term of its own.
  const auto judged = std::find_if(steps.rbegin(), report, [&](const MeasureStep& step) {
    return step.kind == TalkRectificationJudged && step.unit == unit && step.on <= look.fact.on &&
           is_of_named(look, step);
  });
  if (judged != report)
    look.refuse(fmt::format("{}的报告已于{}核查", to_string(report->on), to_string(judged->on)));
}

}  // namespace

void check_talk_step(const StepLook& look) {
  switch (look.kind) {
    case TalkOpened:
      return check_form(look);
    case TalkGroupFormed:
      check_group(look);
      return check_not_held(look);
    case TalkNotified:
      return check_not_held(look);
    case TalkTargetsSet:
      check_not_held(look);
      return check_targets(look);
    case TalkSigned:
      check_signs_once(look);
      return check_signer(look);
    case TalkReported:
      return check_both_signed(look);
    case TalkRectified:
      check_is_meant(look, TalkOpened);
      check_not_fixed(look);
      return check_answering(look);
    case TalkRectificationJudged:
      check_is_meant(look, TalkOpened);
      return check_judged_report(look);
    default:
      return;
  }
}

}  // namespace core
