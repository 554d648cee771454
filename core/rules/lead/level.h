#pragma once
// Which leader a ground asks for (contract, levels of lead by ground; clauses 2.2–2.4).

#include <string_view>

#include "core/model/codes.h"

namespace core::rules {

/// A case the office flagged as key without naming a ground: any county leader (2.2).
inline constexpr LeadLevel kLevelOfFlaggedCase = LeadLevel::CountyLeader;

/// None for a ground we do not know.
LeadLevel level_of(Ground ground);

/// The level an official can stand for when the lead does not state one.
LeadLevel level_of_rank(OfficialRank rank);

/// The highest level an official of this rank can stand for, whatever a lead states: county_main
/// (2.3) is for the county's main leaders, the others for leaders of the county. An unknown rank is
/// not judged.
LeadLevel highest_level_of_rank(OfficialRank rank);

/// Whether an official of this rank may lead on the unit's side: main leaders for county_main
/// (2.3), deputies or main leaders below. An unknown rank is not judged.
bool unit_side_suffices(LeadLevel level, OfficialRank rank);

/// 县委、县政府主要领导 / 县分管领导 / 县级领导.
std::string_view lead_label(LeadLevel level);

}  // namespace core::rules
