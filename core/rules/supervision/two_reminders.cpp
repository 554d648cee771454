#include "core/rules/supervision/two_reminders.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "core/rules/case_facts.h"
#include "core/rules/finding_id.h"
#include "core/rules/lead/lead_facts.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"5.1"};

constexpr std::size_t kLargestCount = 255;

Moment judged_fixed(const Context& context, MeasureIndex reminder) {
  MeasureFacts facts;
  return read_measure(context.state, reminder, context.today, facts) ? facts.judged_fixed()
                                                                     : Moment{};
}

// Walks the reminders and listings of one case by day (domain 7.6).
class Walk {
 public:
  Walk(const CaseFacts& facts, const Context& context, Findings& out)
      : facts_(facts), context_(context), out_(out) {}

  void run(std::span<const MeasureTaken> taken) {
    for (const MeasureTaken& each : taken) {
      if (each.kind == Subject::Kind::Supervision) take_listing(each);
      if (each.kind == Subject::Kind::Reminder) take_reminder(each);
    }
    finish({});
    add_prompt({}, !facts_.closed());
  }

 private:
  // What is listed has been answered for; counting starts anew once it is off the list.
  void take_listing(const MeasureTaken& listing) {
    finish(listing.at);
    const MeasureStep* delisted =
        context_.state.measure(listing.measure).first(StepKind::SupervisionDelisted);
    listed_until_ = delisted && delisted->on <= context_.today ? delisted->on : context_.today;
  }

  // One that does not count may still be judged, and what is fixed is fixed.
  void take_reminder(const MeasureTaken& reminder) {
    count_reminder(reminder);
    if (const Moment fixed = judged_fixed(context_, reminder.measure); fixed.known())
      fixed_on_.push_back(fixed.on);
  }

  void count_reminder(const MeasureTaken& reminder) {
    const Settings& settings = context_.rulebook.on(reminder.at.on);
    const bool sms =
        context_.state.measure(reminder.measure).first(StepKind::ReminderIssued)->second ==
        static_cast<std::uint8_t>(Channel::Sms);
    if ((sms && !settings.count_sms) || is_listed(reminder.at.on)) return;
    if (was_refused_before(reminder.at.on)) finish({});
    if (!run_.empty() && was_fixed_by(reminder.at.on, settings)) {
      finish({});  // However soon it came: what is fixed is over, and this one begins anew.
    } else if (!run_.empty()) {
      if (too_soon(reminder, settings)) return;
      if (reminder.at.on - run_.back().at.on > settings.reminder_window_days) finish({});
    }
    run_.push_back(reminder);
    std::erase_if(fixed_on_, [&reminder](Date day) { return day <= reminder.at.on; });
    if (run_.size() == static_cast<std::size_t>(settings.reminders_to_list))
      reached_on_ = reminder.at.on;
  }

  bool is_listed(Date day) const { return listed_until_.known() && day <= listed_until_; }

  bool too_soon(const MeasureTaken& reminder, const Settings& settings) const {
    const Date earliest =
        context_.calendar.add_workdays(run_.back().at.on, settings.reminder_min_gap_workdays);
    return earliest.known() && reminder.at.on < earliest;
  }

  // What was refused is decided: reminders of later days call for another decision.
  bool was_refused_before(Date day) const {
    if (!reached_on_.known() || context_.decisions.declined.empty()) return false;
    const PromptRow row = prompt_of(run_, number_ + 1);
    const Moment refused =
        declined_since(context_.decisions, finding_id(context_.state, row), reached_on_);
    return refused.known() && refused.on < day;
  }

  bool was_fixed_by(Date day, const Settings& settings) const {
    return settings.reminder_reset_on_accept &&
           std::any_of(fixed_on_.begin(), fixed_on_.end(),
                       [day](Date fixed) { return fixed <= day; });
  }

  // Ends the run: by a listing, because the next reminder does not follow on it, or today. What it
  // calls for stays open until somebody decides, or the next run calls for it with newer reminders.
  void finish(Moment listed) {
    if (reached_on_.known()) {
      add_prompt({}, /*may_be_open=*/false);
      proposed_.swap(run_);
      proposed_on_ = reached_on_;
      ++number_;
    }
    if (listed.known()) add_prompt(listed, /*may_be_open=*/false);
    run_.clear();
    reached_on_ = Date{};
  }

  PromptRow prompt_of(const std::vector<MeasureTaken>& run, std::int32_t number) const {
    return prompt_about(facts_, RuleId::TwoReminders, Action::List, run.back().unit, number);
  }

  void add_prompt(Moment listed, bool may_be_open) {
    if (proposed_.empty()) return;
    PromptRow row = prompt_of(proposed_, number_);
    row.code = static_cast<std::uint8_t>(std::min(proposed_.size(), kLargestCount));
    row.opened_on = proposed_on_;
    row.because = note(out_, FactRef{});
    for (const MeasureTaken& each : proposed_) note_more(out_, row.because, each.at.fact);
    settle_prompt(row, context_, out_, listed);
    if (may_be_open || row.state != PromptState::Open) out_.prompts.push_back(row);
    proposed_.clear();
  }

  const CaseFacts& facts_;
  const Context& context_;
  Findings& out_;
  std::vector<MeasureTaken> run_;
  std::vector<Date> fixed_on_;  // what was judged 整改到位 since the last of the run was issued
  Date reached_on_;
  std::vector<MeasureTaken> proposed_;  // the last run that was long enough, until it is written
  Date proposed_on_;
  Date listed_until_;
  std::int32_t number_ = 0;
};

void check(const Context& context, Findings& out) {
  const std::vector<MeasureTaken>& all = context.decisions.by_case;
  CaseFacts facts;
  for (std::size_t first = 0; first < all.size();) {
    const CaseIndex which = all[first].case_index;
    const std::span<const MeasureTaken> taken = context.decisions.of_case(which);
    if (read_case(context.state, which, context.today, facts) && is_key_case(facts))
      Walk(facts, context, out).run(taken);
    first += taken.size();
  }
}

std::string text(const State&, const Findings&, const PromptRow& row) {
  return fmt::format("建议挂牌督办：重点案件连续{}次被提醒告知", row.code);
}

}  // namespace

const Rule kTwoReminders = {
    .id = RuleId::TwoReminders,
    .word = "two_reminders",
    .clauses = kClauses,
    .title = "连续2次被提醒告知",
    .source = "《关于建立健全信访工作有关机制的通知》五",
    .about = SubjectKind::Case,
    .check_county = check,
    .prompt_text = text,
};

}  // namespace core::rules
