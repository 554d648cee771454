#pragma once
// An import into a history in memory, as tests of the intake use it.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/intake/importer.h"
#include "core/model/memory_history.h"

namespace test {

/// A county in memory that files are imported into.
class ImportTrial {
 public:
  explicit ImportTrial(std::string_view today = "2027-03-01", std::string_view county = "青山县");

  /// Imports the files (name, bytes); every fact must be valid.
  core::intake::ImportLog run(std::vector<core::intake::ImportFile> files);

  /// A CSV file.
  core::intake::FileLog csv(std::string_view name, std::string_view text,
                            std::string_view mapping = {});

  /// Registers units by code and name.
  void units(const std::vector<std::pair<std::string, std::string>>& units);

  void add(const core::Fact& fact);
  void set_today(std::string_view day);

  const core::State& state() const { return history_.state(); }
  std::span<const core::RecordedFact> facts() const { return history_.facts(); }

  /// All facts as JSON lines.
  std::string json() const;

  /// What the state says about cases, units, officials and statistics, free of fact numbers.
  std::string digest() const;

 private:
  std::vector<core::RecordedFact> effective_facts(const core::Subject& subject) const;

  core::MemoryHistory history_;
  core::Date today_;
};

/// One file of the sample county.
core::intake::ImportFile sample_file(std::string_view name);

/// All nine.
std::vector<core::intake::ImportFile> sample_files();

}  // namespace test
