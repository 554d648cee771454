#pragma once
// Findings in words: ids, sentences, clauses, evidence (contract, section 2).

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/value.h"
#include "core/model/state.h"
#include "core/rules/duty.h"

namespace core::rules {

/// `weekly_report`, `lead_level`: the contract's word.
std::string_view rule_word(RuleId rule);
std::string_view rule_title(RuleId rule);   ///< Chinese: 周进度报告.
std::string_view word(DutyState state);     ///< open overdue done done_late void
std::string_view word(PromptState state);   ///< open taken declined
std::string_view label(DutyState state);    ///< 未到期 逾期 已办 迟办 免办
std::string_view label(PromptState state);  ///< 待定 已采纳 不处理
std::string_view word(Action action);       ///< assign_lead raise_lead remind …

/// Empty when it is about no case.
std::string_view case_number(const State& state, CaseIndex index);

/// Clause ids, `2.7` or `条例34`: all that findings of a rule may rest on, and what one does.
Clauses clauses_of(RuleId rule);
Clauses clauses_of(const State& state, const Findings& findings, const DutyRow& row);
Clauses clauses_of(const State& state, const Findings& findings, const PromptRow& row);

/// Chinese, short: 第47周进度报告未报 / 应于60日内作出处理意见.
std::string duty_text(const State& state, const DutyRow& row, Date today);
std::string prompt_text(const State& state, const Findings& findings, const PromptRow& row);

std::vector<std::string> because_ids(const State& state, const Findings& findings,
                                     Evidence because);

/// The JSON objects of contract section 2.
Value duty_json(const State& state, const Findings& findings, const DutyRow& row, Date today);
Value prompt_json(const State& state, const Findings& findings, const PromptRow& row);

}  // namespace core::rules
