#pragma once
// The closed lists of the contract as enumerations; what is stored is always the contract's word.

#include <cstdint>
#include <optional>
#include <string_view>

namespace core {

enum class UnitType : std::uint8_t {
  Unknown,
  Township,
  Subdistrict,
  Department,
  Vertical,  ///< 垂管单位
  Enterprise,
  Park,
};
enum class UnitGroup : std::uint8_t { Unknown, Township, Department };
enum class OfficialRank : std::uint8_t {
  Unknown,
  CountyMain,    ///< 县委书记、县长
  CountyLeader,  ///< 县级领导
  UnitMain,      ///< 单位主要领导
  UnitDeputy,    ///< 单位分管领导
  Liaison,       ///< 联络员
};
enum class Form : std::uint8_t { Unknown, Letter, Visit, Web, Phone, Mailbox };
enum class Purpose : std::uint8_t { Unknown, Appeal, Advice, Accusation, Other };
enum class Rating : std::uint8_t { Unknown, Satisfied, Fair, Dissatisfied, Unrated };
enum class RatingParty : std::uint8_t { Unknown, Office, Unit };
enum class ResolveResult : std::uint8_t { Unknown, Full, Partial, Judicial };

/// county_leader < county_portfolio < county_main: a higher level satisfies a lower one.
enum class LeadLevel : std::uint8_t { None, CountyLeader, CountyPortfolio, CountyMain };

enum class Ground : std::uint8_t {
  Unknown,
  CentralAssigned,
  ProvinceAssigned,
  CityAssigned,
  SuperiorAssigned,  ///< 上级交办督办 in a list that does not say by whom (2.2 all the same)
  CountyScreened,
  CityLeaderReception,
  CityLeaderInstruction,
  ProvinceListed,
  NationalListed,
  CityListed,
  BeijingVisit,
  ProvinceCollective,
  ProvinceIndividual,
};

enum class EventKind : std::uint8_t {
  Grounded,   ///< code = Ground
  Flagged,    ///< code = bits switched on, number = bits switched off (FlagBits)
  Forwarded,  ///< unit
  Objected,
  Notified,
  Accepted,
  Declined,
  Extended,  ///< number = days
  Answered,
  Delivered,
  ReviewRequested,
  ReviewDecided,
  FinalRequested,
  FinalDecided,  ///< number = hearing days
  Rated,         ///< code = Rating, number = RatingParty
  Suspended,     ///< until
  Resumed,
  Resolved,  ///< code = ResolveResult
  Closed,
  Reopened,
  LeadAssigned,    ///< code = LeadLevel, number = LeadBits
  LeadHandedOver,  ///< the same
  LeadEngaged,
  ReportFiled,  ///< until = Monday of the week, number = progress
};

/// Bits of a Flagged event.
enum FlagBits : std::uint8_t {
  kFlagKey = 1,
  kFlagGrave = 2,
  kFlagArea = 4,
  kFlagIssue = 8,
  kFlagPerson = 16,
  kFlagGroup = 32,
};
/// “四重”: what they are called in facts, and their flags in the same order.
inline constexpr std::string_view kFourfoldWords[] = {"area", "issue", "person", "group"};
inline constexpr std::uint8_t kFourfoldFlags[] = {kFlagArea, kFlagIssue, kFlagPerson, kFlagGroup};

/// Bits of a lead event: what came with it.
enum LeadBits : std::int16_t { kLeadHasPlan = 1, kLeadHasTaskForce = 2 };

/// The contract's word, and back; parse gives Unknown (None) for a word that is not in the list.
std::string_view word(UnitType);
std::string_view word(UnitGroup);
std::string_view word(OfficialRank);
std::string_view word(Form);
std::string_view word(Purpose);
std::string_view word(Rating);
std::string_view word(RatingParty);
std::string_view word(ResolveResult);
std::string_view word(LeadLevel);
std::string_view word(Ground);
std::string_view word(EventKind);  ///< The fact kind: `case.accepted`.

/// For every enumeration above but EventKind, whose 0 is no "unknown".
template <typename Code>
Code parse_code(std::string_view text);

/// The event a fact kind becomes; nothing for kinds that are no events of a case.
std::optional<EventKind> event_kind(std::string_view kind);

}  // namespace core
