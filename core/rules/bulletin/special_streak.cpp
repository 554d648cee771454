#include "core/rules/bulletin/special_streak.h"

#include "core/rules/bulletin/streaks.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"3.5"};

void check(const Context& context, Findings& out) {
  for (const StreakHit& hit : special_hits(context))
    out.prompts.push_back(prompt_of(hit, RuleId::SpecialStreak, context, out));
}

std::string text(const State&, const Findings&, const PromptRow& row) {
  return streak_text("连续被专项通报点名批评", row);
}

}  // namespace

const Rule kSpecialStreak = {
    .id = RuleId::SpecialStreak,
    .word = "special_streak",
    .clauses = kClauses,
    .title = "连续被专项通报",
    .source = "《关于建立健全信访工作有关机制的通知》三",
    .about = SubjectKind::MeasureUnit,
    .check_county = check,
    .prompt_text = text,
};

}  // namespace core::rules
