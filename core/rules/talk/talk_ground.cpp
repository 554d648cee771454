#include "core/rules/talk/talk_ground.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

// With the ground it proposes who talks to whom (6.2).
constexpr std::string_view kClauses[] = {"6.1", "6.2"};

bool is_irregular_visit(Ground ground) {
  return ground == Ground::BeijingVisit || ground == Ground::ProvinceCollective ||
         ground == Ground::ProvinceIndividual;
}

// The first talk since: about this case, or with this unit on this ground.
Moment talked(const Context& context, UnitIndex unit, CaseIndex about, TalkGround ground,
              Date from) {
  for (const MeasureTaken& taken : context.decisions.of_unit(unit)) {
    if (taken.kind != Subject::Kind::Talk || taken.at.on < from) continue;
    if (taken.case_index.known() && taken.case_index == about) return taken.at;
    if (!taken.case_index.known() && taken.code == static_cast<std::uint8_t>(ground))
      return taken.at;
  }
  return {};
}

void add_prompt(PromptRow row, TalkGround ground, const Context& context, Findings& out) {
  row.code = static_cast<std::uint8_t>(ground);
  settle_prompt(row, context, out,
                talked(context, row.unit, row.case_index, ground, row.opened_on));
  out.prompts.push_back(row);
}

void check(const CaseFacts& facts, const Context& context, Findings& out) {
  std::int32_t number = 0;
  for (const GroundFact& each : facts.grounds) {
    if (!is_irregular_visit(each.ground)) continue;
    PromptRow row =
        prompt_about(facts, RuleId::TalkGround, Action::Talk, facts.unit_on(each.at.on), ++number);
    row.opened_on = each.at.on;
    row.because = note(out, each.at.fact);
    add_prompt(row, TalkGround::IrregularVisit, context, out);
  }
}

void add_failed(const MeasureFacts& facts, UnitIndex unit, Date from, std::int32_t number,
                Evidence because, const Context& context, Findings& out) {
  PromptRow row = prompt_about(facts, RuleId::TalkGround, Action::Talk, unit, number);
  row.opened_on = from;
  row.because = because;
  add_prompt(row, TalkGround::RectificationFailed, context, out);
}

// What was ordered by a day and is not done on it: a listed case, an order to rectify.
void check_overdue(const DutyRow& late, const Context& context, Findings& out) {
  MeasureFacts facts;
  if (!read_measure(context.state, late.measure, context.today, facts)) return;
  // What was ordered, of that unit: an order to rectify may go to several.
  const FactRef ordered =
      late.because.count > 0 ? FactRef{out.evidence[late.because.first]} : facts.steps.front().fact;
  const Evidence because = note(out, ordered);
  add_failed(facts, late.unit, late.judged_on + 1, late.occurrence, because, context, out);
}

bool is_returned(const MeasureStep& step) {
  return step.kind == StepKind::TalkRectificationJudged &&
         step.code == static_cast<std::uint8_t>(Judged::NotFixed);
}

// Of the same unit, or official where they answer one by one.
bool is_same_party(const MeasureStep& step, const MeasureStep& other) {
  return step.unit == other.unit &&
         (step.official == other.official || !step.official.known() || !other.official.known());
}

// The report of the same party that was sent back before.
const MeasureStep* returned_before(const MeasureFacts& facts, const MeasureStep& step) {
  const MeasureStep* found = nullptr;
  for (const MeasureStep& each : facts.steps) {
    if (&each == &step) break;
    if (is_returned(each) && is_same_party(each, step)) found = &each;
  }
  return found;
}

// Once is sent back for a new term; a second report that will not do calls for another talk.
void check_talk(const MeasureFacts& facts, const Context& context, Findings& out) {
  std::int32_t number = 0;
  for (const MeasureStep& step : facts.steps) {
    const MeasureStep* before = is_returned(step) ? returned_before(facts, step) : nullptr;
    if (before)
      add_failed(facts, step.unit, step.on, ++number, note(out, before->fact, step.fact), context,
                 out);
  }
}

bool is_judged_since(const MeasureFacts& facts, const MeasureStep& step) {
  return std::any_of(
      &step + 1, facts.steps.data() + facts.steps.size(), [&step](const MeasureStep& each) {
        return each.kind == StepKind::TalkRectificationJudged && is_same_party(each, step);
      });
}

template <typename Visit>
void each_talk(const Context& context, Visit visit) {
  MeasureFacts facts;
  for (std::uint32_t i = 0; i < context.state.measures().size(); ++i)
    if (context.state.measures()[i].kind == Subject::Kind::Talk &&
        read_measure(context.state, MeasureIndex{i}, context.today, facts))
      visit(facts);
}

void check_measures(const Context& context, Findings& out) {
  for (std::size_t i = out.case_duties; i < out.duties.size(); ++i) {
    const DutyRow row = out.duties[i];
    if (row.state != DutyState::Overdue) continue;
    if (row.rule == RuleId::SupervisionResolve || row.rule == RuleId::Rectification)
      check_overdue(row, context, out);
  }
  each_talk(context, [&](const MeasureFacts& facts) { check_talk(facts, context, out); });
}

std::string text(const State&, const Findings&, const PromptRow& row) {
  const auto ground = static_cast<TalkGround>(row.code);
  return fmt::format("建议约谈：{}", code_label(core::word(ground)));
}

}  // namespace

void add_talks_ahead(const Context& context, Findings& out) {
  each_talk(context, [&](const MeasureFacts& facts) {
    // Prompts on this talk are fewer than its steps: no number of theirs is given again.
    auto number = static_cast<std::int32_t>(facts.steps.size());
    for (const MeasureStep& step : facts.steps)
      if (is_returned(step) && !returned_before(facts, step) && !is_judged_since(facts, step))
        add_failed(facts, step.unit, context.today + 1, ++number, note(out, step.fact), context,
                   out);
  });
}

const Rule kTalkGround = {
    .id = RuleId::TalkGround,
    .word = "talk_ground",
    .clauses = kClauses,
    .title = "约谈情形",
    .source = "《关于建立健全信访工作有关机制的通知》六",
    .about = SubjectKind::Case,
    .needs = bit(EventKind::Grounded),
    .check = check,
    .check_county = check_measures,
    .prompt_text = text,
};

}  // namespace core::rules
