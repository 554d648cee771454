#pragma once
// The time units have to object to a drafted bulletin before it can be issued (3.1).

#include <string_view>
#include <vector>

#include "core/calendar/calendar.h"
#include "core/model/state.h"
#include "core/rules/rulebook.h"
#include "core/store/ledger.h"

namespace core::app {

/// The last day on which units may object to a bulletin drafted that day; unknown when the
/// calendar cannot say.
Date objections_until(const calendar::Calendar& calendar, Date drafted, int workdays);

/// The day the bulletin was drafted; unknown when it was not.
Date drafted_on(const State& state, std::string_view key);

/// What the objections of bulletins are judged by.
struct BulletinGround {
  const State& state;
  const calendar::Calendar& calendar;
  const rules::Rulebook& rulebook;
};

/// The facts of the batch that would issue a bulletin while units may still object to its draft, or
/// without a draft where the rulebook asks for one. Bulletins from before the ledger began are
/// history and recorded as they were.
std::vector<store::Refusal> refused_bulletins(const std::vector<Fact>& facts,
                                              const BulletinGround& ground);

}  // namespace core::app
