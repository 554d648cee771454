#pragma once
// Everything the facts of a ledger add up to: flat columns with dated events, so that any day can
// be asked for. Built only by Folder (fold.h).

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/key_index.h"
#include "core/base/text_map.h"
#include "core/model/codes.h"
#include "core/model/fact.h"
#include "core/model/fact_kind.h"
#include "core/model/indexes.h"
#include "core/model/measure.h"

namespace core {

struct UnitRow {
  std::string code;
  std::string name;                  ///< Latest name.
  std::vector<std::string> aliases;  ///< Earlier names, and names stated as `aliases`.
  UnitType type = UnitType::Unknown;
  UnitGroup group = UnitGroup::Unknown;
  std::string successor;  ///< Code, after retirement.
  Date registered_on;     ///< Unknown = only mentioned, never registered.
  Date retired_on;
  FactRef fact;
};

/// One change in what an official holds: a post taken up, or a departure.
struct Posting {
  Date on;
  bool left = false;  ///< Out of office from this day; the fields below say nothing then.
  OfficialRank rank = OfficialRank::Unknown;
  UnitIndex unit;
  std::string post;
  FactRef fact;
};

/// The row itself is as the appointment recorded last has it; `postings` tell of any other day.
struct OfficialRow {
  std::string key;
  std::string name;
  std::string post;
  OfficialRank rank = OfficialRank::Unknown;
  UnitIndex unit;  ///< Unknown for county leaders.
  std::vector<UnitIndex> oversees;
  Date appointed_on;  ///< Unknown = only mentioned, never appointed.
  Date left_on;       ///< Unknown = in office.
  FactRef fact;
  std::vector<Posting> postings;  ///< By day; of one day what follows on the day before first.
};

/// One dated thing that happened to a case. 32 bytes; events of a case are linked by `next`,
/// ordered by day, then by recording.
struct Event {
  Date on;
  EventKind kind = EventKind::Forwarded;
  std::uint8_t code = 0;  ///< Ground, Rating, LeadLevel, ResolveResult, FlagBits: by kind.
  std::int16_t number =
      0;  ///< Extended: days. ReportFiled: progress %. FinalDecided: hearing days.
          ///< LeadAssigned: LeadBits. Flagged: mask of FlagBits that it sets.
  FactRef fact;
  std::uint32_t next = kNoIndex;
  UnitIndex unit;               ///< Forwarded to / accepting unit; else unknown.
  OfficialIndex official;       ///< LeadAssigned/HandedOver/Engaged: county side.
  OfficialIndex unit_official;  ///< LeadAssigned/HandedOver: unit side.
  Date until;  ///< LeadAssigned: resolve_by. ReportFiled: Monday of the week reported
               ///< on. Suspended: until. Unknown when not stated.
};

/// The undated part of a case that rules read.
struct CaseRow {
  Date received_on;    ///< Unknown = only mentioned, never registered (or the registration was
                       ///< retracted).
  Date registered_on;  ///< `on` of case.registered.
  Date imported_deadline;
  UnitIndex unit;  ///< As registered; forwarding events may move it.
  Form form = Form::Unknown;
  Purpose purpose = Purpose::Unknown;
  bool collective = false;
  bool first_time = false;
  std::int32_t people = 0;
  FactRef fact;  ///< case.registered
  std::uint32_t first_event = kNoIndex;

  bool registered() const { return received_on.known(); }
};

/// The words of a case. Petitioner masked, summary scrubbed; empty for accusations (条例30).
struct CaseText {
  std::string number;
  std::string title;
  std::string category;
  std::string petitioner;
  std::string summary;
};

/// One imported statistics cell pair.
struct StatisticRow {
  UnitIndex unit;
  std::string period;  ///< `2026-10`
  std::string indicator;
  std::int64_t numerator = 0;
  std::int64_t denominator = 0;
  FactRef fact;
  Date on;  ///< The day it was stated.
};

/// A fact whose words no column holds: those of measures (their days and codes are in MeasureRow),
/// of the ledger itself, and of kinds we do not know.
struct OtherFact {
  Subject subject;
  RecordedFact fact;
};

/// Read access to what the facts add up to.
class State {
 public:
  const std::string& county_name() const { return county_name_; }
  const std::string& county_code() const { return county_code_; }
  /// The day the county was named; unknown when nobody has.
  Date county_named_on() const { return county_named_on_; }
  FactRef county_fact() const { return county_fact_; }

  std::span<const UnitRow> units() const { return units_; }
  std::span<const OfficialRow> officials() const { return officials_; }
  std::span<const CaseRow> cases() const { return cases_; }
  std::span<const CaseText> case_texts() const { return texts_; }
  std::span<const Event> events() const { return events_; }
  /// In the order of recording.
  std::span<const StatisticRow> statistics() const;
  std::span<const MeasureRow> measures() const { return measures_; }
  std::span<const OtherFact> other_facts() const { return others_; }

  const UnitRow& unit(UnitIndex index) const { return units_[index.value]; }
  const OfficialRow& official(OfficialIndex index) const { return officials_[index.value]; }
  const CaseRow& case_row(CaseIndex index) const { return cases_[index.value]; }
  const CaseText& case_text(CaseIndex index) const { return texts_[index.value]; }
  const Event& event(std::uint32_t index) const { return events_[index]; }
  const MeasureRow& measure(MeasureIndex index) const { return measures_[index.value]; }

  /// By natural key; unknown index when never mentioned.
  UnitIndex find_unit(std::string_view code) const;
  OfficialIndex find_official(std::string_view key) const;
  CaseIndex find_case(std::string_view number) const;
  MeasureIndex find_measure(Subject::Kind kind, std::string_view key) const;
  /// The fact as it holds now; null when it is none of other_facts().
  const RecordedFact* other_fact(FactRef ref) const;

  /// `id` of a fact folded at this position; empty for no fact.
  std::string fact_id(FactRef ref) const;
  /// The position of a fact by its id; no fact when unknown.
  FactRef find_fact(std::string_view id) const;
  /// What kind a fact is of; null for no fact and for kinds we do not know.
  const KindSpec* fact_kind(FactRef ref) const;
  /// The row of the unit, official or case that a fact is about; kNoIndex for all others.
  std::uint32_t subject_row(FactRef ref) const;
  std::uint32_t fact_count() const { return static_cast<std::uint32_t>(stamps_.size()); }

 private:
  friend class Folder;

  struct Stamp {
    std::uint32_t origin;
    std::uint32_t number;
    const KindSpec* kind;
    std::uint32_t row = kNoIndex;  // of its unit, official or case
  };

  std::string county_name_;
  std::string county_code_;
  Date county_named_on_;
  FactRef county_fact_;
  std::vector<UnitRow> units_;
  std::vector<OfficialRow> officials_;
  std::vector<CaseRow> cases_;
  std::vector<CaseText> texts_;
  std::vector<Event> events_;
  std::vector<std::uint32_t> free_events_;        // left by refolds, reused first
  std::vector<std::uint32_t> last_events_;        // per case
  mutable std::vector<StatisticRow> statistics_;  // by position
  mutable std::size_t outdated_ = 0;              // of them: no longer hold, go when somebody asks
  std::vector<MeasureRow> measures_;
  std::vector<OtherFact> others_;  // by position
  TextMap<std::uint32_t> unit_by_code_;
  TextMap<std::uint32_t> official_by_key_;
  KeyIndex case_by_number_;
  mutable std::uint32_t case_asked_ = 0;  // rows and facts ask for one case many times over
  std::array<TextMap<std::uint32_t>, static_cast<std::size_t>(Subject::Kind::Other) + 1>
      measure_by_key_;
  std::vector<std::string> origins_;               // id prefixes
  std::vector<std::vector<std::uint32_t>> seats_;  // per origin: position of fact number n at [n]
  std::vector<Stamp> stamps_;                      // per position - 1
};

}  // namespace core
