#include "tests/intake/import_support.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "core/model/validate.h"
#include "tests/support/data.h"

namespace test {
namespace {

using core::intake::ImportFile;

std::string line_of(const core::State& state, const core::Event& event) {
  const std::string unit = event.unit.known() ? state.unit(event.unit).code : "";
  return fmt::format("  {} {} {} {} {} {}\n", core::to_string(event.on), core::word(event.kind),
                     event.code, event.number, unit, core::to_string(event.until));
}

std::string case_lines(const core::State& state, std::uint32_t i) {
  const core::CaseRow& row = state.cases()[i];
  const core::CaseText& text = state.case_texts()[i];
  std::string out =
      fmt::format("{} {} {} {} {} {} {} {} {} {} | {} | {} | {} | {}\n", text.number,
                  core::to_string(row.registered_on), core::to_string(row.received_on),
                  core::to_string(row.imported_deadline), state.unit(row.unit).code,
                  core::word(row.form), core::word(row.purpose), row.collective, row.first_time,
                  row.people, text.title, text.category, text.petitioner, text.summary);
  std::vector<std::string> events;
  for (std::uint32_t at = row.first_event; at != core::kNoIndex; at = state.event(at).next)
    events.push_back(line_of(state, state.event(at)));
  std::sort(events.begin(), events.end());
  for (const std::string& event : events) out += event;
  return out;
}

}  // namespace

ImportTrial::ImportTrial(std::string_view today, std::string_view county) {
  set_today(today);
  core::Fact fact;
  fact.kind = "county.named";
  fact.on = *core::parse_date("2026-01-01");
  fact.fields = core::Fields{{"name", std::string(county)}};
  history_.add_trusted(fact);
}

void ImportTrial::set_today(std::string_view day) { today_ = *core::parse_date(day); }

void ImportTrial::add(const core::Fact& fact) {
  const std::vector<std::string> problems = core::problems_of(fact, state(), today_);
  CHECK_MESSAGE(problems.empty(), fact.kind << ": " << (problems.empty() ? "" : problems.front()));
  history_.add_trusted(fact);
}

std::vector<core::RecordedFact> ImportTrial::effective_facts(const core::Subject& subject) const {
  std::vector<core::RecordedFact> found;
  std::vector<std::string> ids;
  for (const core::RecordedFact& recorded : history_.facts()) {
    const auto own = core::subject_of(recorded.fact);
    const bool amends =
        !own && std::find(ids.begin(), ids.end(), recorded.fact.fields.text("fact")) != ids.end();
    if (!amends && !(own && *own == subject)) continue;
    ids.push_back(recorded.id);
    found.push_back(recorded);
  }
  return core::effective(std::move(found));
}

core::intake::ImportLog ImportTrial::run(std::vector<ImportFile> files) {
  core::intake::FactSink sink{
      [this](const core::FactView& fact) -> core::Result<core::FactRef> {
        add(fact.owned());
        return core::FactRef{state().fact_count()};
      },
      state(), [this](const core::Subject& subject) { return effective_facts(subject); }};
  core::intake::Importer importer(std::move(files), std::move(sink), today_, "测试员");
  double last = 0;
  for (bool more = true; more;) {
    core::Result<bool> step = importer.step(100);
    REQUIRE_MESSAGE(step.ok(), (step.ok() ? "" : step.error().message));
    more = step.value();
    CHECK(importer.progress() >= last);
    CHECK(!importer.activity().empty());
    last = importer.progress();
  }
  CHECK(last == 1.0);
  for (const core::intake::FileLog& file : importer.log().files)
    CHECK(file.rows == file.added + file.updated + file.unchanged + file.refused + file.skipped);
  return importer.log();
}

core::intake::FileLog ImportTrial::csv(std::string_view name, std::string_view text,
                                       std::string_view mapping) {
  ImportFile file;
  file.name = std::string(name);
  file.bytes = std::string(text);
  if (mapping.empty()) return run({file}).files.front();
  ImportFile settled;
  settled.name = "对应表.json";
  settled.bytes = std::string(mapping);
  return run({file, settled}).files.front();
}

void ImportTrial::units(const std::vector<std::pair<std::string, std::string>>& units) {
  for (const auto& [code, name] : units) {
    core::Fact fact;
    fact.kind = "unit.registered";
    fact.on = *core::parse_date("2026-01-01");
    fact.fields = core::Fields{{"unit", code}, {"name", name}};
    add(fact);
  }
}

std::string ImportTrial::json() const {
  std::string out;
  for (const core::RecordedFact& recorded : facts())
    out += core::to_json(core::fact_to_json(recorded)) + "\n";
  return out;
}

std::string ImportTrial::digest() const {
  std::vector<std::string> lines;
  for (const core::UnitRow& unit : state().units())
    lines.push_back(fmt::format("unit {} {} {} {}\n", unit.code, unit.name, core::word(unit.type),
                                core::word(unit.group)));
  for (const core::OfficialRow& official : state().officials())
    lines.push_back(fmt::format("official {} {} {} {}\n", official.key, official.name,
                                official.post, core::word(official.rank)));
  for (const core::StatisticRow& row : state().statistics())
    lines.push_back(fmt::format("{} {} {} {}/{}\n", state().unit(row.unit).code, row.period,
                                row.indicator, row.numerator, row.denominator));
  for (std::uint32_t i = 0; i < state().cases().size(); ++i)
    lines.push_back(case_lines(state(), i));
  std::sort(lines.begin(), lines.end());
  std::string out;
  for (const std::string& line : lines) out += line;
  return out;
}

ImportFile sample_file(std::string_view name) {
  ImportFile file;
  file.name = std::string(name);
  file.bytes = read_bytes(sample_path(name));
  return file;
}

std::vector<ImportFile> sample_files() {
  std::vector<ImportFile> files;
  for (const std::string_view name :
       {"provincial-export.xlsx", "units-officials.xlsx", "county-ledger.xlsx", "lead-list.xlsx",
        "weekly-reports.csv", "statistics-2026-07.xlsx", "statistics-2026-08.xlsx",
        "statistics-2026-09.xlsx", "statistics-2026-10.xlsx"})
    files.push_back(sample_file(name));
  return files;
}

}  // namespace test
