#include "core/rules/finding_id.h"

#include <fmt/format.h>

#include <charconv>

#include "core/rules/catalog.h"

namespace core::rules {
namespace {

bool recurs_by_week(RuleId rule) {
  return rule == RuleId::WeeklyReport || rule == RuleId::MissedReports;
}

std::optional<std::int32_t> parse_occurrence(RuleId rule, std::string_view text) {
  if (recurs_by_week(rule)) {
    const std::optional<IsoWeek> week = parse_iso_week(text);
    return week ? std::optional(monday(*week).days) : std::nullopt;
  }
  std::int32_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stop != end || number < 1) return std::nullopt;
  return number;
}

}  // namespace

std::string finding_id(const State& state, const FindingId& id) {
  const std::string& number = state.case_text(id.case_index).number;
  const std::string occurrence = recurs_by_week(id.rule) ? to_string(iso_week(Date{id.occurrence}))
                                                         : std::to_string(id.occurrence);
  return fmt::format("{}/{}/{}", rule(id.rule).word, number, occurrence);
}

std::optional<FindingId> parse_finding_id(const State& state, std::string_view text) {
  const std::size_t first = text.find('/');
  const std::size_t last = text.rfind('/');
  if (first == std::string_view::npos || first == last) return std::nullopt;
  const Rule* found = find_rule(text.substr(0, first));
  if (!found) return std::nullopt;
  const CaseIndex index = state.find_case(text.substr(first + 1, last - first - 1));
  const auto occurrence = parse_occurrence(found->id, text.substr(last + 1));
  if (!index.known() || !occurrence) return std::nullopt;
  return FindingId{found->id, index, *occurrence};
}

}  // namespace core::rules
