#include "core/rules/reminder/proposed_reminder.h"

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/rules/catalog.h"
#include "core/rules/lead/lead_facts.h"

namespace core::rules {
namespace {

constexpr std::size_t kWholeMessage = 70;
constexpr std::size_t kPartOfMessage = 67;
constexpr std::size_t kPartMark = 5;  // (1/2)

// By these reasons overdue_item tells which reminder answers it.
ReminderReason reason_of_late(RuleId late) {
  if (late == RuleId::Campaign) return ReminderReason::T4;
  return late == RuleId::RectifyReport ? ReminderReason::T6 : ReminderReason::T5;
}

ReminderReason reason_of(const PromptRow& prompt) {
  switch (prompt.rule) {
    case RuleId::LateAlert:
      return ReminderReason::T2;
    case RuleId::BottomStreak:
    case RuleId::SpecialStreak:
      return ReminderReason::T7;
    case RuleId::OverdueItem:
      return reason_of_late(static_cast<RuleId>(prompt.code));
    default:
      return ReminderReason::T6;
  }
}

// What is wrong, in words that name nobody.
std::string matter_of(const PromptRow& prompt) {
  switch (prompt.rule) {
    case RuleId::MissedReports:
      return fmt::format("连续{}周未报进度", prompt.code);
    case RuleId::LateAlert:
      return "预警反馈不及时";
    case RuleId::BottomStreak:
      return "连续通报排名靠后";
    case RuleId::SpecialStreak:
      return "连续被专项通报批评";
    case RuleId::OverdueItem:
      // Named by a superior before its day is over, too.
      if (static_cast<RuleId>(prompt.code) == RuleId::Campaign) return "专项工作推进滞后";
      return fmt::format("{}逾期", rule(static_cast<RuleId>(prompt.code)).title);
    default:
      return std::string(rule(prompt.rule).title);
  }
}

std::string of_day(Date day) {
  const YearMonthDay begun = civil(day);
  return fmt::format("{}月{}日的", begun.month, begun.day);
}

// Two characters side by side that no number is made of may be a name.
bool is_plain_number(std::string_view number) {
  constexpr std::u32string_view kOfNumbers = U"〔〕（）第号字信访年";
  bool spelled_out = false;
  for (std::size_t at = 0; at < number.size();) {
    const char32_t each = next_code_point(number, at);
    const bool of_number = each < 0x80 || kOfNumbers.find(each) != std::u32string_view::npos;
    if (spelled_out && !of_number) return false;
    spelled_out = !of_number;
  }
  return true;
}

// By its day where its number may hold anything: the office makes up those of measures.
std::string subject_of_prompt(const State& state, const PromptRow& prompt) {
  if (prompt.case_index.known()) {
    const std::string& number = state.case_text(prompt.case_index).number;
    if (is_plain_number(number)) return fmt::format("事项{}", number);
    return of_day(state.case_row(prompt.case_index).received_on) + "事项";
  }
  if (!prompt.measure.known()) return {};
  const std::vector<MeasureStep>& steps = state.measure(prompt.measure).steps;
  return steps.empty() ? std::string() : of_day(steps.front().on);
}

bool is_key(const State& state, const PromptRow& prompt, Date today) {
  CaseFacts facts;
  return prompt.case_index.known() && read_case(state, prompt.case_index, today, facts) &&
         is_key_case(facts);
}

std::size_t units_of(char32_t character) { return character > 0xFFFF ? 2 : 1; }

}  // namespace

ProposedReminder proposed_reminder(const State& state, const Rulebook& rulebook, Date today,
                                   const PromptRow& prompt) {
  ProposedReminder proposed;
  proposed.reason = reason_of(prompt);
  proposed.channel = is_key(state, prompt, today) ? Channel::Letter : Channel::Sms;
  proposed.answer_by = today + rulebook.on(today).reminder_answer_days;
  const YearMonthDay by = civil(proposed.answer_by);
  proposed.text = fmt::format(
      "【{}信访联席办】{}：{}{}，请整改并于{}月{}日前反馈。", state.county_name(),
      prompt.unit.known() ? std::string_view(state.unit(prompt.unit).name) : std::string_view(),
      subject_of_prompt(state, prompt), matter_of(prompt), by.month, by.day);
  return proposed;
}

std::vector<std::string> sms_parts(std::string_view text) {
  std::size_t whole = 0;
  for (std::size_t at = 0; at < text.size();) whole += units_of(next_code_point(text, at));
  if (whole <= kWholeMessage) return {std::string(text)};
  std::vector<std::string> pieces(1);
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t each = next_code_point(text, at);
    if (length + units_of(each) > kPartOfMessage - kPartMark) {
      pieces.emplace_back();
      length = 0;
    }
    append_code_point(pieces.back(), each);
    length += units_of(each);
  }
  for (std::size_t i = 0; i < pieces.size(); ++i)
    pieces[i] = fmt::format("({}/{}){}", i + 1, pieces.size(), pieces[i]);
  return pieces;
}

}  // namespace core::rules
