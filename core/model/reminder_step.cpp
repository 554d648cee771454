// What a reminder and a listing must rest on (4.1–4.8, 5.1, 5.2).
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "core/base/text.h"
#include "core/model/step_look.h"

namespace core {
namespace {

using enum StepKind;

/// Two reminders in a row, says the notice; a county may ask for more.
constexpr std::size_t kFewestReminders = 2;

// A text message leaves the house: nothing of a petitioner goes with it (design, section 2).
void check_text(const StepLook& look) {
  const CaseIndex about = look.state.find_case(look.text("case"));
  const std::string_view said = look.text("text");
  if (!about.known() || said.empty() || look.text("channel") != word(Channel::Sms)) return;
  const CaseText& words = look.state.case_text(about);
  for (const std::string& private_words : {words.petitioner, words.title, words.summary})
    if (!private_words.empty() && contains(said, private_words))
      look.refuse("短信内容不得含信访人和诉求的信息");
}

// What a reminder names by its number is there: else it would answer nothing, or something else.
void check_named_measure(const StepLook& look) {
  const std::string_view key = look.text("measure");
  if (key.empty()) return;
  const auto& rows = look.state.measures();
  const bool there = std::any_of(rows.begin(), rows.end(), [&](const MeasureRow& row) {
    return row.key == key && row.kind != Subject::Kind::Filing && !row.steps.empty() &&
           row.steps.front().on <= look.fact.on;
  });
  if (!there) look.refuse(fmt::format("此前没有编号为“{}”的措施（measure）", key));
}

// What was found to be put right stays so; what was not may be judged once more.
void check_judged(const StepLook& look) {
  const MeasureStep* latest = look.last(ReminderJudged);
  if (latest && latest->code == static_cast<std::uint8_t>(Judged::Fixed))
    look.refuse(fmt::format("已于{}核查为整改到位", to_string(latest->on)));
}

/// The other listings of the case this one is about.
std::vector<const MeasureRow*> other_listings(const StepLook& look) {
  std::vector<const MeasureRow*> found;
  const CaseIndex wanted = look.kind == SupervisionOpened ? look.state.find_case(look.text("case"))
                           : look.row                     ? look.row->case_index
                                                          : CaseIndex{};
  if (!wanted.known()) return found;
  for (const MeasureRow& row : look.state.measures())
    if (row.kind == Subject::Kind::Supervision && row.case_index == wanted &&
        row.first(SupervisionOpened) && row.key != look.text("supervision"))
      found.push_back(&row);
  return found;
}

// In whatever order they are recorded, a case is on the list once at a time.
void check_not_listed(const StepLook& look) {
  for (const MeasureRow* row : other_listings(look)) {
    const MeasureStep* delisted = row->first(SupervisionDelisted);
    if (!delisted) return look.refuse(fmt::format("该事项已挂牌督办（{}），尚未摘牌", row->key));
    if (row->first(SupervisionOpened)->on <= look.fact.on && look.fact.on < delisted->on)
      return look.refuse(
          fmt::format("该事项当时已挂牌督办（{}），{}才摘牌", row->key, to_string(delisted->on)));
  }
}

void check_not_listed_since(const StepLook& look) {
  const MeasureStep* opened = look.first(SupervisionOpened);
  for (const MeasureRow* row : other_listings(look)) {
    const Date listed = row->first(SupervisionOpened)->on;
    if (opened && opened->on <= listed && listed < look.fact.on)
      return look.refuse(
          fmt::format("该事项{}已另行挂牌督办（{}），应先摘牌", to_string(listed), row->key));
  }
}

void check_listed_reminder(const StepLook& look, std::string_view number) {
  const MeasureIndex index = look.state.find_measure(Subject::Kind::Reminder, number);
  const MeasureStep* issued =
      index.known() ? look.state.measure(index).first(ReminderIssued) : nullptr;
  if (!issued) return look.refuse(fmt::format("没有编号为“{}”的提醒", number));
  if (look.state.measure(index).case_index != look.state.find_case(look.text("case")))
    look.refuse(fmt::format("提醒“{}”不是就该事项发出的", number));
  if (look.fact.on < issued->on)
    look.refuse(fmt::format("日期{}早于提醒“{}”（{}）", to_string(look.fact.on), number,
                            to_string(issued->on)));
}

/// How many reminders the ledger knows of on the case by that day.
std::size_t reminders_on_case(const StepLook& look) {
  const CaseIndex about = look.state.find_case(look.text("case"));
  if (!about.known()) return 0;
  std::size_t count = 0;
  for (const MeasureRow& row : look.state.measures()) {
    if (row.kind != Subject::Kind::Reminder || row.case_index != about) continue;
    const MeasureStep* issued = row.first(ReminderIssued);
    if (issued && issued->on <= look.fact.on) ++count;
  }
  return count;
}

// Which reminders are meant may be left to the ledger; that there are two may not.
void check_listed_reminders(const StepLook& look) {
  const Value* reminders = look.fact.fields.find("reminders");
  const List none;
  const List& numbers = reminders && reminders->list() ? *reminders->list() : none;
  if (std::max(numbers.size(), reminders_on_case(look)) < kFewestReminders)
    return look.refuse("以连续两次提醒挂牌的，此前应就该事项提醒过两次");
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (!numbers[i].text()) continue;  // said by the check of types
    for (std::size_t j = 0; j < i; ++j)
      if (numbers[j] == numbers[i])
        look.refuse(fmt::format("提醒“{}”写了两次", *numbers[i].text()));
    check_listed_reminder(look, *numbers[i].text());
  }
}

// Grave effect is a person's judgement: it needs a reason and somebody who approves (5.1, domain
// 7.6).
void check_listing(const StepLook& look) {
  if (look.text("ground") == word(SupervisionGround::Grave)) {
    if (look.is_blank("reason")) look.refuse("以严重不良影响挂牌的，应写明理由（reason）");
    if (look.is_blank("approver"))
      look.refuse("以严重不良影响挂牌的，应写明批准的召集人（approver）");
  }
  if (look.text("ground") == word(SupervisionGround::TwoReminders)) check_listed_reminders(look);
  check_not_listed(look);
}

// A request that has been answered is not answered again.
void check_pending_acceptance(const StepLook& look) {
  const MeasureStep* request = look.last(SupervisionAcceptanceRequested);
  if (!request) return;  // said by the check of what is needed before
  for (const StepKind answer : {SupervisionAccepted, SupervisionReturned})
    if (const MeasureStep* step = look.last(answer); step && step > request)
      return look.refuse("没有待验收的申请");
}

void check_listed(const StepLook& look) {
  if (look.over(SupervisionDelisted)) return look.refuse("已摘牌销号");
  if (look.kind != SupervisionInspected && look.over(SupervisionAccepted))
    look.refuse("已验收通过");
}

}  // namespace

void check_reminder_step(const StepLook& look) {
  if (look.kind == ReminderIssued) check_text(look);
  if (look.kind == ReminderIssued) check_named_measure(look);
  if (look.kind == ReminderIssued && look.text("reason") == word(ReminderReason::T7))
    check_rests_on_bulletin(look);
  if (look.kind == ReminderJudged) check_judged(look);
}

void check_supervision_step(const StepLook& look) {
  switch (look.kind) {
    case SupervisionOpened:
      return check_listing(look);
    case SupervisionDelisted:
      return check_not_listed_since(look);
    case SupervisionAccepted:
    case SupervisionReturned:
      return check_pending_acceptance(look);
    case SupervisionInspected:
    case SupervisionExtended:
    case SupervisionAcceptanceRequested:
      return check_listed(look);
    default:
      return;
  }
}

}  // namespace core
