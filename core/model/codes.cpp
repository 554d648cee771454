#include "core/model/codes.h"

#include <array>
#include <cstddef>

namespace core {
namespace {

// Words in the order of the enumerators; the first is that of Unknown (None).
constexpr std::array kUnitTypes = std::to_array<std::string_view>(
    {"", "township", "subdistrict", "department", "vertical", "enterprise", "park"});
constexpr std::array kUnitGroups = std::to_array<std::string_view>({"", "township", "department"});
constexpr std::array kOfficialRanks = std::to_array<std::string_view>(
    {"", "county_main", "county_leader", "unit_main", "unit_deputy", "liaison"});
constexpr std::array kForms =
    std::to_array<std::string_view>({"", "letter", "visit", "web", "phone", "mailbox"});
constexpr std::array kPurposes =
    std::to_array<std::string_view>({"", "appeal", "advice", "accusation", "other"});
constexpr std::array kRatings =
    std::to_array<std::string_view>({"", "satisfied", "fair", "dissatisfied", "unrated"});
constexpr std::array kRatingParties = std::to_array<std::string_view>({"", "office", "unit"});
constexpr std::array kResolveResults =
    std::to_array<std::string_view>({"", "full", "partial", "judicial"});
constexpr std::array kLeadLevels =
    std::to_array<std::string_view>({"", "county_leader", "county_portfolio", "county_main"});
constexpr std::array kGrounds = std::to_array<std::string_view>(
    {"", "central_assigned", "province_assigned", "city_assigned", "superior_assigned",
     "county_screened", "city_leader_reception", "city_leader_instruction", "province_listed",
     "national_listed", "city_listed", "beijing_visit", "province_collective",
     "province_individual"});
constexpr std::array kEventKinds = std::to_array<std::string_view>(
    {"case.grounded",        "case.flagged",          "case.forwarded",
     "case.objected",        "case.notified",         "case.accepted",
     "case.declined",        "case.extended",         "case.answered",
     "case.delivered",       "case.review_requested", "case.review_decided",
     "case.final_requested", "case.final_decided",    "case.rated",
     "case.suspended",       "case.resumed",          "case.resolved",
     "case.closed",          "case.reopened",         "lead.assigned",
     "lead.handed_over",     "lead.engaged",          "report.filed"});

template <typename Code, std::size_t Count>
std::string_view word_in(const std::array<std::string_view, Count>& words, Code code) {
  return words[static_cast<std::size_t>(code)];
}

template <typename Code, std::size_t Count>
Code code_in(const std::array<std::string_view, Count>& words, std::string_view text) {
  for (std::size_t i = 1; i < Count; ++i)
    if (words[i] == text) return static_cast<Code>(i);
  return static_cast<Code>(0);
}

}  // namespace

std::string_view word(UnitType code) { return word_in(kUnitTypes, code); }
std::string_view word(UnitGroup code) { return word_in(kUnitGroups, code); }
std::string_view word(OfficialRank code) { return word_in(kOfficialRanks, code); }
std::string_view word(Form code) { return word_in(kForms, code); }
std::string_view word(Purpose code) { return word_in(kPurposes, code); }
std::string_view word(Rating code) { return word_in(kRatings, code); }
std::string_view word(RatingParty code) { return word_in(kRatingParties, code); }
std::string_view word(ResolveResult code) { return word_in(kResolveResults, code); }
std::string_view word(LeadLevel code) { return word_in(kLeadLevels, code); }
std::string_view word(Ground code) { return word_in(kGrounds, code); }
std::string_view word(EventKind code) { return word_in(kEventKinds, code); }

template <>
UnitType parse_code(std::string_view text) {
  return code_in<UnitType>(kUnitTypes, text);
}
template <>
UnitGroup parse_code(std::string_view text) {
  return code_in<UnitGroup>(kUnitGroups, text);
}
template <>
OfficialRank parse_code(std::string_view text) {
  return code_in<OfficialRank>(kOfficialRanks, text);
}
template <>
Form parse_code(std::string_view text) {
  return code_in<Form>(kForms, text);
}
template <>
Purpose parse_code(std::string_view text) {
  return code_in<Purpose>(kPurposes, text);
}
template <>
Rating parse_code(std::string_view text) {
  return code_in<Rating>(kRatings, text);
}
template <>
RatingParty parse_code(std::string_view text) {
  return code_in<RatingParty>(kRatingParties, text);
}
template <>
ResolveResult parse_code(std::string_view text) {
  return code_in<ResolveResult>(kResolveResults, text);
}
template <>
LeadLevel parse_code(std::string_view text) {
  return code_in<LeadLevel>(kLeadLevels, text);
}
template <>
Ground parse_code(std::string_view text) {
  return code_in<Ground>(kGrounds, text);
}

std::optional<EventKind> event_kind(std::string_view kind) {
  for (std::size_t i = 0; i < kEventKinds.size(); ++i)
    if (kEventKinds[i] == kind) return static_cast<EventKind>(i);
  return std::nullopt;
}

}  // namespace core
