#pragma once
// What notify, accept_or_decline and objection have in common: they begin when an item is
// forwarded.

#include "core/rules/rule.h"

namespace core::rules {

/// Claims, and items whose purpose nobody stated: acceptance is a step of claims only (条例31), so
/// what has been accepted is taken for one.
inline bool is_claim(const CaseFacts& facts) {
  return facts.row->purpose == Purpose::Appeal || facts.row->purpose == Purpose::Unknown;
}

/// Of an accusation only number, dates and organ are kept (条例30); its handling is not clocked.
inline bool is_accusation(const CaseFacts& facts) {
  return facts.row->purpose == Purpose::Accusation;
}

/// Clause of the three duties.
inline constexpr std::string_view kReceiptClauses[] = {"条例23"};

}  // namespace core::rules
