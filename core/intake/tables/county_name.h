#pragma once
// Which county a title speaks of.

#include <string>
#include <string_view>

namespace core::intake {

/// `青山县` out of `北江市青山县县级领导包案责任清单`; empty when no county, district or banner
/// stands in it. A suggestion for a person, nothing is decided by it.
std::string county_in(std::string_view title);

/// A ledger begun in the page has no county of its own yet.
inline constexpr std::string_view kUnnamedCounty = "本县";

/// What an import into such a ledger notes when a title names one, and the name in such a note.
std::string county_note(std::string_view county);
std::string noted_county(std::string_view note);

}  // namespace core::intake
