#pragma once
// Days, numbers and states as the screens say them.

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/rules/duty.h"
#include "web/models/tone.h"

namespace web {

/// `11月20日`, with the year before it when it is not `today`'s; — for an unknown day.
std::string short_day(core::Date day, core::Date today);
/// `2026年11月20日`
std::string full_day(core::Date day);
/// A sentence of the core as the page says it: its days (2026-11-20) written out, without the names
/// that fields have in files （unit）; what it quotes stays as it is.
std::string plain_words(std::string_view sentence);
/// `周一`
std::string_view weekday_word(core::Date day);
/// Long keys shortened from the left: `…00127`.
std::string short_number(std::string_view number);
/// `1,234`
std::string grouped(std::uint64_t count);
/// `1.2 MB`
std::string size_words(std::uint64_t bytes);

struct StateWords {
  std::string text;
  Tone tone = Tone::Plain;
};

/// The day by which the duty still has to be done: the strict day, or the day it is judged by once
/// the strict day is past.
core::Date next_due(const core::rules::DutyRow& row, core::Date today);

/// 逾期 3天 / 今天 / 3天后 / 已办 / 迟办 / 漏报 / 免办
StateWords state_words(const core::rules::DutyRow& row, core::Date today);
/// 待定 / 已采纳 / 不处理
StateWords state_words(const core::rules::PromptRow& row);

}  // namespace web
