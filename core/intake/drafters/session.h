#pragma once
// What all drafters of one import share: the ledger behind them, names, units, what was stated.

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/intake/import_log.h"
#include "core/intake/importer.h"
#include "core/intake/masking/scrubber.h"
#include "core/intake/tables/unit_names.h"

namespace core::intake {

class Session {
 public:
  Session(FactSink sink, Date today, std::string by);

  const State& state() const { return sink_.state; }
  Date today() const { return today_; }
  UnitNames& units() { return units_; }
  Scrubber& scrubber() { return scrubber_; }

  /// Hands the fact over when nothing stands against it; otherwise gives what does. Facts without
  /// `by` get the importer's.
  Result<std::vector<std::string>> take(FactView& fact);
  Result<std::vector<std::string>> take(const Fact& fact);

  /// Facts taken so far.
  std::int64_t taken() const { return taken_; }

  std::vector<RecordedFact> facts_of_case(std::string_view number) const;

  /// Says before the first row where else names could stand: in file and sheet names, and, with
  /// `later_texts`, in sheets about the same cases.
  void watch_names(std::string file_and_sheet_names, bool later_texts);
  /// Full names of a case's petitioners.
  void remember_names(std::string_view number, const std::vector<PersonName>& names);
  std::span<const PersonName> names_of(std::string_view number) const;
  /// A file's or sheet's name without personal data and with every petitioner's name masked.
  std::string scrubbed_title(std::string_view text);

  /// Which fields of a case this import has stated already (bits of the case drafter).
  std::uint32_t& stated(CaseIndex index);

  /// Cases of which this import has stated a leader already.
  std::unordered_set<std::uint32_t>& stated_leads() { return stated_leads_; }

  /// Facts this import has already compared a row with.
  std::unordered_set<std::uint32_t>& compared() { return compared_; }

 private:
  bool is_official(std::string_view name) const;

  FactSink sink_;
  Date today_;
  std::string by_;
  UnitNames units_;
  Scrubber scrubber_;
  std::int64_t taken_ = 0;
  std::vector<std::uint32_t> stated_;
  std::unordered_set<std::uint32_t> stated_leads_;
  std::unordered_set<std::uint32_t> compared_;
  std::string watched_;
  bool later_texts_ = false;
  std::vector<PersonName> seen_in_watched_;
  std::unordered_map<std::string, std::vector<PersonName>> names_;  // by case
};

}  // namespace core::intake
