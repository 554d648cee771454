#include "core/rules/statute/review_duty.h"

#include <fmt/format.h>

namespace core::rules {
namespace {

int term_of(const ReviewRound& round, const Settings& settings) {
  if (!round.final_round) return settings.review_days;
  return settings.final_review_days + (settings.hearing_days_excluded ? round.hearing_days : 0);
}

// Whoever asks for the final review, or whose final review is decided, has had the review's answer.
Moment passed_by(const CaseFacts& facts, const ReviewRound& round) {
  if (round.final_round) return {};
  for (const ReviewRound& other : facts.reviews) {
    if (other.final_round && other.requested.on >= round.requested.on) return other.requested;
  }
  return {};
}

void check_round(const CaseFacts& facts, const ReviewRound& round, std::int32_t number,
                 const Context& context, Findings& out) {
  const Settings& settings = context.rulebook.on(round.requested.on);
  const RuleId rule = round.final_round ? RuleId::FinalReview : RuleId::Review;
  DutyRow& row = add_duty(out, facts, rule, round.unit, number);
  count_days(row, context, settings, round.requested.on, term_of(round, settings));
  const Moment implied = passed_by(facts, round);
  settle(row, context.today, {round.decided, implied, {}});
  row.because = note(out, round.requested.fact, earlier(round.decided, implied).fact);
}

}  // namespace

void check_reviews(const CaseFacts& facts, const Context& context, bool final_round,
                   Findings& out) {
  std::int32_t number = 0;
  for (const ReviewRound& round : facts.reviews) {
    if (round.final_round != final_round) continue;
    ++number;
    check_round(facts, round, number, context, out);
  }
}

std::string review_text(const DutyRow& row, std::string_view what) {
  switch (row.state) {
    case DutyState::Open:
      return fmt::format("应于{}日内作出{}意见", row.term, what);
    case DutyState::Overdue:
      return fmt::format("{}意见超{}日未出", what, row.term);
    case DutyState::Done:
      return fmt::format("已按期作出{}意见", what);
    case DutyState::DoneLate:
      return fmt::format("作出{}意见超期", what);
    case DutyState::Void:
      return fmt::format("{}意见时间无记录", what);
  }
  return {};
}

}  // namespace core::rules
