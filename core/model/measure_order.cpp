#include "core/model/measure_order.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/text.h"
#include "core/model/amendment.h"
#include "core/model/fact_kind.h"
#include "core/model/in_office.h"
#include "core/model/measure_needs.h"
#include "core/model/measure_step.h"
#include "core/model/step_look.h"

namespace core {
namespace {

using Problems = std::vector<std::string>;
using enum StepKind;

class Check : StepLook {
 public:
  explicit Check(const StepLook& look) : StepLook(look) {}

  void run() {
    check_once();
    check_need();
    check_named_day();
    check_case_day();
    check_unit_is_there();
    check_of_kind();
    check_bulletin_step(*this);
    check_reminder_step(*this);
    check_supervision_step(*this);
    check_talk_step(*this);
  }

 private:
  void check_of_kind() {
    switch (kind) {
      case BulletinIssued:
      case BulletinDecided:
        return check_objections({BulletinObjected, BulletinDecided});
      case AssessmentObjected:
        return check_assessed();
      case AssessmentIssued:
        check_assessment(*this);
        [[fallthrough]];
      case AssessmentDecided:
        return check_objections({AssessmentObjected, AssessmentDecided});
      case FilingSent:
        return check_filed_measure();
      case CampaignProgressed:
      case CampaignNamed:
        return check_is_meant(*this, CampaignStarted);
      case InquiryFound:
        return check_inquiry_open();
      case InquiryConcluded:
        return check_phases();
      case RectificationReported:
        return check_ordered();
      case ProposalIssued:
        return check_proposal(*this);
      case ProposalAnswered:
        return check_proposal_answer(*this);
      default:
        return;
    }
  }

  void check_once() {
    if (happens_once(kind) && first(kind))
      refuse(fmt::format("已有“{}”的记录，不能重复", label(kind)));
  }

  void check_need() {
    const std::optional<StepKind> needs = needed_before(kind);
    if (!needs) return;
    const MeasureStep* step = first(*needs);
    if (!step) {
      refuse(fmt::format("此前没有“{}”的记录", label(*needs)));
    } else if (fact.on < step->on) {
      refuse(fmt::format("日期{}早于{}（{}）", to_string(fact.on), label(*needs),
                         to_string(step->on)));
    }
  }

  void check_named_day() {
    for (const std::string_view name : {"answer_by", "resolve_by", "due"}) {
      const std::optional<Date> day = parse_date(text(name));
      if (day && *day < fact.on)
        refuse(fmt::format("期限{}早于{}（{}）", to_string(*day), label(kind), to_string(fact.on)));
    }
  }

  // Nothing is done about a case before it was received.
  void check_case_day() {
    const CaseIndex about = state.find_case(text("case"));
    if (!about.known() || !state.case_row(about).registered()) return;
    const Date received = state.case_row(about).received_on;
    if (fact.on < received)
      refuse(fmt::format("日期{}早于收到事项之日（{}）", to_string(fact.on), to_string(received)));
  }

  // A measure begins with units that are still there; what is under way may be brought to its end.
  void check_unit_is_there() {
    switch (kind) {
      case ReminderIssued:
      case AlertAssigned:
      case CampaignStarted:
      case SupervisionOpened:
      case TalkOpened:
      case RectificationOrdered:
        break;
      default:
        return;
    }
    check_not_retired(text("unit"));
    if (const Value* units = fact.fields.find("units"); units && units->list())
      for (const Value& unit : *units->list())
        if (unit.text()) check_not_retired(*unit.text());
  }

  void check_not_retired(std::string_view code) {
    if (std::string problem = retired_before(code, fact.on, state); !problem.empty())
      refuse(std::move(problem));
  }

  struct Taken {
    Subject::Kind kind;
    StepKind step;
  };

  struct Found {
    const MeasureRow* row = nullptr;
    const MeasureStep* step = nullptr;
  };

  // An objection is decided before the bulletin (or the assessment once more) goes out, and only
  // what was objected is decided.
  struct Objection {
    StepKind raised;
    StepKind decided;
  };

  void check_objections(Objection kinds) {
    if (!row) return;
    for (const MeasureStep& step : row->steps) {
      if (step.kind != kinds.raised || step.on > fact.on || decided(step, kinds.decided)) continue;
      if (kind != kinds.decided)
        refuse(fmt::format("{}的异议尚未处理", state.unit(step.unit).name));
      else if (state.unit(step.unit).code == text("unit"))
        return;
    }
    if (kind == kinds.decided) refuse("该单位没有待处理的异议");
  }

  bool decided(const MeasureStep& objection, StepKind decision) const {
    return std::any_of(row->steps.begin(), row->steps.end(), [&](const MeasureStep& step) {
      return step.kind == decision && step.on <= fact.on && step.unit == objection.unit &&
             &objection < &step;
    });
  }

  void check_assessed() {
    const UnitIndex unit = state.find_unit(text("unit"));
    if (!row || !unit.known() || !row->first(AssessmentIssued)) return;
    const bool assessed =
        std::any_of(row->standings.begin(), row->standings.end(),
                    [unit](const Standing& standing) { return standing.unit == unit; });
    if (!assessed) refuse(fmt::format("{}不在该年度考核之内", state.unit(unit).name));
  }

  // What is filed has been taken: a draft is no measure yet. Each kind of measure has numbers of
  // its own, so a number may have to say which is meant.
  void check_filed_measure() {
    const std::string_view key = text("measure");
    const std::string_view said = text("measure_kind");
    Found found;
    std::string kinds;
    for (const auto& [measure, taken] :
         {Taken{Subject::Kind::Bulletin, BulletinIssued}, Taken{Subject::Kind::Talk, TalkOpened},
          Taken{Subject::Kind::Reminder, ReminderIssued},
          Taken{Subject::Kind::Assessment, AssessmentIssued}}) {
      const MeasureIndex index = state.find_measure(measure, key);
      const MeasureStep* step = index.known() ? state.measure(index).first(taken) : nullptr;
      if (!step || (!said.empty() && said != filed_word(measure))) continue;
      if (found.step && !calls_for_filing(*step)) continue;
      if (!found.step || calls_for_filing(*found.step))
        kinds.append(kinds.empty() ? "" : "、").append(filed_word(measure));
      found = {&state.measure(index), step};
    }
    if (!found.step) return refuse(fmt::format("没有编号为“{}”的措施", key));
    if (kinds.find("、") != std::string::npos)
      return refuse(
          fmt::format("编号“{}”有几项措施，应写明是哪一种（measure_kind：{}）", key, kinds));
    if (fact.on < found.step->on) refuse("报送日期早于措施本身");
    const UnitIndex unit = state.find_unit(text("unit"));
    if (unit.known() && !concerns(found, unit))
      refuse(fmt::format("编号“{}”的措施不涉及{}", key, state.unit(unit).name));
  }

  // A measure that names no units may be about any.
  static bool concerns(const Found& measure, UnitIndex unit) {
    const auto& [row, step] = measure;
    const bool names_none = !step->unit.known() && step->units.empty() && row->standings.empty();
    return names_none || step->unit == unit ||
           std::find(step->units.begin(), step->units.end(), unit) != step->units.end() ||
           std::any_of(row->standings.begin(), row->standings.end(),
                       [unit](const Standing& standing) { return standing.unit == unit; });
  }

  // Of reminders only those about a streak (3.5).
  static bool calls_for_filing(const MeasureStep& step) {
    return step.kind != ReminderIssued ||
           step.code == static_cast<std::uint8_t>(ReminderReason::T7);
  }

  void check_inquiry_open() {
    if (const MeasureStep* concluded = over(InquiryConcluded))
      refuse(fmt::format("倒查已于{}结束", to_string(concluded->on)));
  }

  // 7.1: before, during and after are all looked into; that nothing was found is a finding, too.
  void check_phases() {
    if (!row || !first(InquiryOpened)) return;
    std::string missing;
    for (const auto phase : {InquiryPhase::Before, InquiryPhase::During, InquiryPhase::After}) {
      const bool found =
          std::any_of(row->steps.begin(), row->steps.end(), [&](const MeasureStep& step) {
            return step.kind == InquiryFound && step.code == static_cast<std::uint8_t>(phase) &&
                   step.on <= fact.on;
          });
      if (found) continue;
      if (!missing.empty()) missing += "、";
      missing += code_label(word(phase));
    }
    if (!missing.empty())
      refuse(fmt::format("{}尚无倒查发现；没有问题的，也应记明“未发现问题”", missing));
  }

  void check_ordered() {
    const UnitIndex unit = state.find_unit(text("unit"));
    if (!row || !unit.known()) return;
    const bool ordered = std::any_of(row->steps.begin(), row->steps.end(), [&](const auto& step) {
      return step.kind == RectificationOrdered && step.unit == unit && step.on <= fact.on;
    });
    if (!ordered) refuse(fmt::format("没有责令{}整改的记录", state.unit(unit).name));
  }
};

Problems problems_among(const StepAmong& step, const State& state, Date today) {
  MeasureRow others = step.row;
  std::erase_if(others.steps,
                [&step](const MeasureStep& each) { return each.fact == step.recorded.ref; });
  const Fact& fact = step.recorded.fact;
  Problems found;
  Check(
      {fact, *step_kind(fact.kind), state, today, others.steps.empty() ? nullptr : &others, found})
      .run();
  return found;
}

// Steps that were recorded before this one and come after it. An objection is taken whatever was
// issued since: what was decided on it is recorded next.
void check_later_steps(const Fact& fact, const MeasureRow& row, const State& state, Date today,
                       Problems& out) {
  const StepKind kind = *step_kind(fact.kind);
  if (row.steps.empty() || row.steps.back().on < fact.on) return;
  if (kind == BulletinObjected || kind == AssessmentObjected) return;
  const RecordedFact added{FactRef{state.fact_count() + 1}, {}, {}, fact};
  MeasureRow after = row;
  after.steps.push_back(read_step(kind, added, names_in(state)));
  order_steps(after.steps);
  auto step = std::find_if(after.steps.begin(), after.steps.end(),
                           [&](const MeasureStep& each) { return each.fact == added.ref; });
  for (++step; step != after.steps.end(); ++step)
    if (const RecordedFact* later = state.other_fact(step->fact))
      for (const std::string& problem : new_problems({*later, row}, {*later, after}, state, today))
        out.push_back(said_of(label(step->kind), step->on, problem));
}

}  // namespace

std::string_view label(StepKind kind) { return find_kind(word(kind))->label; }

void check_is_meant(const StepLook& look, StepKind begun) {
  const MeasureStep* start = look.first(begun);
  const UnitIndex unit = look.state.find_unit(look.text("unit"));
  if (!start || !unit.known() || start->units.empty()) return;
  if (std::find(start->units.begin(), start->units.end(), unit) == start->units.end())
    look.refuse(fmt::format("“{}”不在{}的单位之内", look.state.unit(unit).name, label(begun)));
}

std::vector<std::string> new_problems(const StepAmong& before, const StepAmong& after,
                                      const State& state, Date today) {
  const Problems known = problems_among(before, state, today);
  Problems now = problems_among(after, state, today);
  if (now.size() <= known.size()) return {};
  std::erase_if(now, [&known](const std::string& problem) {
    return std::find(known.begin(), known.end(), problem) != known.end();
  });
  return now;
}

void check_measure_order(const Fact& fact, const State& state, Date today, Problems& out) {
  const std::optional<Subject> subject = subject_of(fact);
  const MeasureIndex index = state.find_measure(subject->kind, subject->key);
  const MeasureRow* row = index.known() ? &state.measure(index) : nullptr;
  Check({fact, *step_kind(fact.kind), state, today, row, out}).run();
  if (row && out.empty()) check_later_steps(fact, *row, state, today, out);
}

}  // namespace core
