#include "core/rules/ranking/indicator.h"

#include <algorithm>
#include <iterator>

namespace core::rules::ranking {
namespace {

using enum Indicator;

constexpr IndicatorSpec kSpecs[] = {
    {AcceptOnTime, "accept_on_time", "及时受理率", "条例23", "accept_or_decline", 15},
    {AnswerOnTime, "answer_on_time", "按期答复率", "条例34", "answer", 25},
    {Satisfied, "satisfied", "满意率", "3.1", "", 15},
    {Participated, "participated", "参评率", "3.1", "", 5},
    {ResolvedOnce, "resolved_once", "一次性化解率", "3.1", "", 0},
    {ReportOnTime, "report_on_time", "周报按时率", "2.7", "weekly_report", 15},
    {PlanInPlace, "plan_in_place", "化解方案到位率", "2.5", "plan", 5},
    {LeadResolvedOnTime, "lead_resolved_on_time", "包案按期化解率", "2.7", "resolve", 10},
    {ReminderAnsweredOnTime, "reminder_answered_on_time", "提醒按期反馈率", "4.8",
     "answer_reminder", 3},
    {DelistedOnTime, "delisted_on_time", "挂牌按期摘牌率", "5.2", "supervision_resolve", 3},
    {RectifiedOnTime, "rectified_on_time", "约谈整改按期报告率", "6.5", "rectify_report", 3},
    {ProposalAnsweredOnTime, "proposal_answered_on_time", "建议按期反馈率", "7.3",
     "proposal_answer", 1},
};
static_assert(std::size(kSpecs) == kIndicators);

struct ShortWord {
  std::string_view word;
  Indicator id;
};
constexpr ShortWord kShortWords[] = {
    {"accept", AcceptOnTime},
    {"answer", AnswerOnTime},
    {"report", ReportOnTime},
    {"plan", PlanInPlace},
    {"lead_resolved", LeadResolvedOnTime},
    {"reminder", ReminderAnsweredOnTime},
    {"delisted", DelistedOnTime},
    {"rectified", RectifiedOnTime},
    {"proposal", ProposalAnsweredOnTime},
};

}  // namespace

std::span<const IndicatorSpec> indicator_specs() { return kSpecs; }

std::optional<Indicator> parse_indicator(std::string_view word) {
  for (const IndicatorSpec& spec : kSpecs)
    if (spec.word == word) return spec.id;
  for (const ShortWord& each : kShortWords)
    if (each.word == word) return each.id;
  return std::nullopt;
}

Weights weights_of(const Settings& settings) {
  Weights weights{};
  for (const IndicatorSpec& spec : kSpecs) weights[place_of(spec.id)] = spec.weight;
  for (const auto& [name, weight] : settings.rank_weights)
    if (const std::optional<Indicator> id = parse_indicator(name)) weights[place_of(*id)] = weight;
  return weights;
}

}  // namespace core::rules::ranking
