#pragma once
// What a column of a sheet says, and under which headers it is found in the wild.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/intake/import_log.h"

namespace core::intake {

enum class Column : std::uint8_t {
  None,
  // cases; CaseNumber also leads and reports
  CaseNumber,
  Title,
  Petitioner,
  People,
  Purpose,
  Category,
  PetitionedOn,
  RegisteredOn,
  ForwardedOn,
  AcceptedOn,
  AnsweredOn,
  FinishedOn,
  Deadline,
  Form,
  Summary,
  FirstTime,
  Collective,
  Status,
  UnitRating,
  OfficeRating,
  Unit,  ///< Also leads, reports, statistics and officials.
  // units
  UnitCode,
  UnitName,
  UnitType,
  UnitAliases,
  // officials
  OfficialName,
  Post,
  Rank,
  Oversees,
  AppointedOn,
  // leads
  Ground,
  Document,
  LeadLevel,
  CountyLeader,
  UnitLeader,
  TaskForce,
  Plan,
  ResolveBy,
  AssignedOn,
  // reports
  Week,
  Work,
  Progress,
  Problems,
  NextWeek,
  NeedsCounty,
  FiledOn,
  FiledBy,
  // statistics
  ForwardTotal,
  ForwardOnTime,
  ForwardLate,
  ForwardRate,
  AcceptTotal,
  AcceptOnTime,
  AcceptLate,
  AcceptRate,
  AnswerTotal,
  AnswerOnTime,
  AnswerLate,
  AnswerRate,
  TotalRate,
  RatingTotal,
  Unrated,
  RatedTotal,
  Satisfied,
  Fair,
  Dissatisfied,
  OverdueUnrated,
  SatisfiedRate,
  ParticipatedRate,
  ContactTotal,
  Contacted,
  ContactedRate,
  PublishableTotal,
  Published,
  PublishedRate,
  ResolvedOnce,
  FirstAnswered,
  Last
};

inline constexpr std::size_t kColumnCount = static_cast<std::size_t>(Column::Last);

/// Why a column must not get in at all (design, guard rails 1 and 2).
enum class Dropped : std::uint8_t { No, Id, Phone, Address, Birth, Other };

/// The name a saved mapping uses: `case`, `registered_on`, …
std::string_view word(Column column);
/// None for a word that is not in the list.
Column parse_column(std::string_view text);

/// Whether sheets of the kind have such a column.
bool is_of(Column column, SheetKind kind);

/// A header as it is compared: without blanks, marks of obligation, units in brackets.
std::string header_key(std::string_view header);

/// Whether a header nobody knows names personal data or a mark on a person.
Dropped dropped_as(std::string_view key);

/// All known headers, ready for look-up.
class HeaderBook {
 public:
  HeaderBook();

  /// None when sheets of this kind have no such header.
  Column find(std::string_view key, SheetKind kind) const;

 private:
  struct Entry {
    std::string_view key;
    std::uint8_t kinds;
    Column column;
  };
  std::vector<Entry> entries_;  // by key
};

}  // namespace core::intake
