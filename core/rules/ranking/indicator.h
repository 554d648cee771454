#pragma once
// The indicators a ranking is made of: words, names, clauses, the duties behind them and the
// contract's default weights.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/rules/rulebook.h"

namespace core::rules::ranking {

enum class Indicator : std::uint8_t {
  AcceptOnTime,
  AnswerOnTime,
  Satisfied,
  Participated,
  ResolvedOnce,
  ReportOnTime,
  PlanInPlace,
  LeadResolvedOnTime,
  ReminderAnsweredOnTime,
  DelistedOnTime,
  RectifiedOnTime,
  ProposalAnsweredOnTime,
};

inline constexpr std::size_t kIndicators = 12;
using Weights = std::array<std::int64_t, kIndicators>;

struct IndicatorSpec {
  Indicator id;
  std::string_view word;    ///< The contract's word.
  std::string_view label;   ///< Chinese.
  std::string_view clause;  ///< Where the duty behind it comes from.
  std::string_view rule;    ///< The rule whose duties are counted; empty where events are.
  std::int64_t weight;      ///< Unless the county sets its own.
};

/// All of them, in the order of the contract.
std::span<const IndicatorSpec> indicator_specs();
inline const IndicatorSpec& spec_of(Indicator id) {
  return indicator_specs()[static_cast<std::size_t>(id)];
}
inline constexpr std::size_t place_of(Indicator id) { return static_cast<std::size_t>(id); }

/// Reads `accept_on_time`, and the contract's short form `accept`.
std::optional<Indicator> parse_indicator(std::string_view word);

/// The county's weights over the contract's.
Weights weights_of(const Settings& settings);

/// The decisive order when scores are equal.
inline constexpr Indicator kTieBreakers[] = {Indicator::AnswerOnTime, Indicator::AcceptOnTime,
                                             Indicator::ReportOnTime, Indicator::Satisfied};

}  // namespace core::rules::ranking
