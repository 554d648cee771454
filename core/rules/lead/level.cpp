#include "core/rules/lead/level.h"

namespace core::rules {

LeadLevel level_of(Ground ground) {
  switch (ground) {
    case Ground::NationalListed:
    case Ground::ProvinceListed:
    case Ground::BeijingVisit:
    case Ground::ProvinceCollective:
      return LeadLevel::CountyMain;
    case Ground::CityListed:
    case Ground::ProvinceIndividual:
    case Ground::CountyScreened:
      return LeadLevel::CountyPortfolio;
    case Ground::Unknown:
      return LeadLevel::None;
    default:  // Assigned from above, or taken up by a leader of the city: 2.2.
      return LeadLevel::CountyLeader;
  }
}

LeadLevel level_of_rank(OfficialRank rank) {
  if (rank == OfficialRank::CountyMain) return LeadLevel::CountyMain;
  if (rank == OfficialRank::CountyLeader) return LeadLevel::CountyLeader;
  return LeadLevel::None;
}

LeadLevel highest_level_of_rank(OfficialRank rank) {
  if (rank == OfficialRank::Unknown) return LeadLevel::CountyMain;
  return rank == OfficialRank::CountyLeader ? LeadLevel::CountyPortfolio : level_of_rank(rank);
}

bool unit_side_suffices(LeadLevel level, OfficialRank rank) {
  if (rank == OfficialRank::Unknown) return true;
  if (level == LeadLevel::CountyMain) return rank == OfficialRank::UnitMain;
  return rank != OfficialRank::Liaison;
}

std::string_view lead_label(LeadLevel level) {
  switch (level) {
    case LeadLevel::CountyMain:
      return "县委、县政府主要领导";
    case LeadLevel::CountyPortfolio:
      return "县分管领导";
    default:
      return "县级领导";
  }
}

}  // namespace core::rules
