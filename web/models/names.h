#pragma once
// What things of the ledger are called on screen, so that every screen says the same.

#include <string>
#include <string_view>

#include "core/model/fact.h"
#include "core/model/state.h"
#include "core/rules/duty.h"

namespace web {

/// Name of a unit, its code when nobody named it; empty for none.
std::string unit_name(const core::State& state, core::UnitIndex unit);

/// Name of an official; empty for none.
std::string official_name(const core::State& state, core::OfficialIndex official);

/// `西山镇 李建国`, or the one that is known.
std::string who_owes(const core::State& state, core::UnitIndex unit, core::OfficialIndex official);

/// To whom a proposal goes: the county's heads for `county`, a unit by its name.
std::string addressee(const core::State& state, std::string_view to);

/// The unit that owes a duty; unknown where the office does, whose duty may be about a unit, or an
/// organ that is no unit of the county.
core::UnitIndex debtor(const core::rules::DutyRow& row);

/// Who owes a duty by name: the unit, else the office itself or the organ.
std::string duty_unit(const core::State& state, const core::rules::DutyRow& row);

/// What an accusation is called everywhere.
inline constexpr std::string_view kAccusationTitle = "检举控告事项";

/// Title of a case. Of accusations nothing but 检举控告事项 is ever shown (条例30).
std::string case_title(const core::State& state, core::CaseIndex which);
/// The same without a copy; valid as long as the state is not changed.
std::string_view case_title_view(const core::State& state, core::CaseIndex which);

/// 受理, 周报告; 其他记录 of a kind we do not know.
std::string fact_title(const core::Fact& fact);

/// The fields of a fact in words: `报告周 2026年第46周 · 进展 65%`; keys and codes by their names.
/// The field that names the subject is left out.
std::string fact_details(const core::State& state, const core::Fact& fact);

}  // namespace web
