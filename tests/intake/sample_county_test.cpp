// The nine files of the sample county, end to end.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/base/text.h"
#include "core/intake/tables/county_name.h"
#include "tests/intake/import_support.h"
#include "tests/support/data.h"

using core::intake::FileLog;
using core::intake::ImportFile;
using core::intake::ImportLog;

namespace {

core::Fields truth() {
  const core::Result<core::Value> value =
      core::parse_json(test::read_bytes(test::data_path("ledgers/truth.json")));
  REQUIRE(value.ok());
  return *value.value().fields();
}

std::vector<std::string> texts_of(const core::Fields& fields, std::string_view name) {
  std::vector<std::string> out;
  for (const core::Value& value : *fields.find(name)->list()) out.push_back(*value.text());
  return out;
}

const FileLog& log_of(const ImportLog& log, std::string_view file) {
  for (const FileLog& each : log.files)
    if (each.file == file) return each;
  FAIL("no log of " << file);
  return log.files.front();
}

/// The county imported once; the slow part of several cases.
struct County {
  test::ImportTrial trial;
  ImportLog log;
};

const County& county() {
  static const County* const kCounty = [] {
    auto* fresh = new County;
    fresh->log = fresh->trial.run(test::sample_files());
    return fresh;
  }();
  return *kCounty;
}

core::Date first_of(const core::State& state, core::CaseIndex index, core::EventKind kind) {
  for (std::uint32_t at = state.case_row(index).first_event; at != core::kNoIndex;
       at = state.event(at).next)
    if (state.event(at).kind == kind) return state.event(at).on;
  return {};
}

std::int64_t count_events(const core::State& state, core::EventKind kind) {
  std::int64_t count = 0;
  for (std::uint32_t i = 0; i < state.cases().size(); ++i)
    for (std::uint32_t at = state.cases()[i].first_event; at != core::kNoIndex;
         at = state.event(at).next)
      if (state.event(at).kind == kind) ++count;
  return count;
}

}  // namespace

TEST_CASE("sample county: every number of the truth is met") {
  const core::State& state = county().trial.state();
  const core::Fields expected = truth();
  CHECK(static_cast<std::int64_t>(state.units().size()) == expected.integer("units"));
  CHECK(static_cast<std::int64_t>(state.cases().size()) == expected.integer("cases"));
  CHECK(count_events(state, core::EventKind::Answered) == expected.integer("answered"));
  std::int64_t collective = 0;
  std::map<std::string, std::int64_t> by_unit;
  for (const core::CaseRow& row : state.cases()) {
    if (row.collective) ++collective;
    ++by_unit[state.unit(row.unit).name];
  }
  // 13 of them are accusations, of which nothing but number, dates and organ is kept.
  CHECK(collective + 13 == expected.integer("collective"));
  for (const core::Fields::Entry& entry : *expected.find("by_unit")->fields())
    CHECK_MESSAGE(by_unit[entry.first] == *entry.second.integer(), entry.first);
  for (const core::Value& sample : *expected.find("sample")->list()) {
    const core::Fields& each = *sample.fields();
    const core::CaseIndex index = state.find_case(each.text("case"));
    REQUIRE(index.known());
    const core::CaseRow& row = state.case_row(index);
    CHECK(core::to_string(row.registered_on) == each.text("registered_on"));
    CHECK(state.unit(row.unit).name == each.text("unit"));
    const core::Date answered = first_of(state, index, core::EventKind::Answered);
    CHECK(core::to_string(answered) == each.text("answered_on"));
    if (row.purpose != core::Purpose::Accusation) CHECK(row.people == each.integer("people"));
  }
}

TEST_CASE("sample county: every sheet is recognised and every row accounted for") {
  using core::intake::SheetKind;
  const ImportLog& log = county().log;
  const FileLog& provincial = log_of(log, "provincial-export.xlsx");
  CHECK(provincial.as == std::vector<SheetKind>{SheetKind::Cases});
  CHECK(provincial.rows == 600);
  CHECK(provincial.added == 600);
  CHECK(provincial.dropped_columns == std::vector<std::string>{"住址", "手机号码", "证件号码"});
  CHECK(provincial.scrubbed.id >= 600);
  CHECK(provincial.scrubbed.phone >= 600);
  CHECK(provincial.scrubbed.address >= 600);
  CHECK(provincial.issues.empty());
  const FileLog& ledger = log_of(log, "county-ledger.xlsx");
  CHECK(ledger.rows == 182);
  CHECK(ledger.unchanged == 180);
  CHECK(ledger.skipped == 1);
  CHECK(ledger.refused == 1);
  const FileLog& units = log_of(log, "units-officials.xlsx");
  CHECK(units.as == std::vector<SheetKind>{SheetKind::Units, SheetKind::Officials});
  CHECK(units.added == 32 + 72);
  CHECK(units.issues.empty());
  const FileLog& leads = log_of(log, "lead-list.xlsx");
  CHECK(leads.as == std::vector<SheetKind>{SheetKind::Leads});
  CHECK(leads.added == 50);
  CHECK(leads.issues.empty());
  const FileLog& reports = log_of(log, "weekly-reports.csv");
  CHECK(reports.as == std::vector<SheetKind>{SheetKind::Reports});
  // 22 reports were filed before their case was received.
  CHECK(reports.rows == 529);
  CHECK(reports.added == 529 - 22);
  CHECK(reports.refused == 22);
  for (const core::Issue& issue : reports.issues)
    CHECK(core::contains(issue.reason, "早于收到之日"));
  for (const std::string_view month : {"07", "08", "09", "10"}) {
    const FileLog& each = log_of(log, fmt::format("statistics-2026-{}.xlsx", month));
    CHECK(each.as == std::vector<SheetKind>{SheetKind::Statistics, SheetKind::Statistics});
    CHECK(each.rows == 64);
    CHECK(each.added == 64);
    CHECK(each.issues.empty());
  }
  CHECK(county().trial.state().statistics().size() == 4 * 32 * 5);
}

TEST_CASE("sample county: the bad row is refused with all its reasons") {
  const FileLog& ledger = log_of(county().log, "county-ledger.xlsx");
  std::set<std::string> columns;
  for (const core::Issue& issue : ledger.issues) {
    CHECK(issue.row == 189);
    CHECK(issue.sheet == "台账");
    columns.insert(issue.column);
  }
  CHECK(columns == std::set<std::string>{"责任单位", "登记时间", "信访人·人数"});
  const auto has = [&ledger](std::string_view text) {
    return std::any_of(ledger.issues.begin(), ledger.issues.end(),
                       [text](const core::Issue& issue) { return issue.text == text; });
  };
  CHECK(has("2026.13.45"));
  CHECK(has("不存在的单位"));
  CHECK(has("abc"));
}

TEST_CASE("sample county: no phone, ID number or petitioner's name gets in") {
  const std::string json = county().trial.json();
  const core::Fields expected = truth();
  for (const std::string& phone : texts_of(expected, "phones"))
    CHECK_MESSAGE(!core::contains(json, phone), phone);
  std::set<std::string> officials;
  for (const core::OfficialRow& official : county().trial.state().officials())
    officials.insert(official.name);
  for (const core::RecordedFact& recorded : county().trial.facts())
    officials.insert(recorded.fact.by);
  const auto is_part_of_official = [&officials](const std::string& name) {
    return std::any_of(officials.begin(), officials.end(),
                       [&name](const std::string& each) { return core::contains(each, name); });
  };
  for (const std::string& name : texts_of(expected, "names"))
    if (!is_part_of_official(name)) CHECK_MESSAGE(!core::contains(json, name), name);
  // Wherever officials' names cannot be, even those must not stand.
  for (const core::CaseText& text : county().trial.state().case_texts()) {
    const std::string words = text.title + text.petitioner + text.summary;
    for (const std::string& name : texts_of(expected, "names"))
      CHECK_MESSAGE(!core::contains(words, name), name);
  }
  std::size_t digits = 0;
  for (std::size_t i = 0; i < json.size(); ++i) {
    digits = json[i] >= '0' && json[i] <= '9' ? digits + 1 : 0;
    if (digits != 17 || (i + 1 < json.size() && json[i + 1] == 'x')) continue;
    const std::string number = json.substr(i - 16, 18);
    // All of the sample's cases begin with these digits; digests are hexadecimal.
    const bool known = core::starts_with(number, "51172026") || json.find("digest\":\"") < i;
    CHECK_MESSAGE(known, number);
  }
}

TEST_CASE("sample county: accusations keep number, dates and organ only") {
  const core::State& state = county().trial.state();
  int accusations = 0;
  for (std::uint32_t i = 0; i < state.cases().size(); ++i) {
    const core::CaseRow& row = state.cases()[i];
    if (row.purpose != core::Purpose::Accusation) continue;
    ++accusations;
    const core::CaseText& text = state.case_texts()[i];
    CHECK(text.title.empty());
    CHECK(text.category.empty());
    CHECK(text.petitioner.empty());
    CHECK(text.summary.empty());
    CHECK(row.people == 0);
  }
  CHECK(accusations == 75);
}

TEST_CASE("sample county: a second import adds nothing") {
  test::ImportTrial trial;
  trial.run(test::sample_files());
  const std::size_t facts = trial.facts().size();
  const ImportLog again = trial.run(test::sample_files());
  CHECK(trial.facts().size() == facts);
  for (const FileLog& file : again.files) {
    CHECK_MESSAGE(file.added == 0, file.file);
    CHECK_MESSAGE(file.updated == 0, file.file);
    CHECK_MESSAGE(file.unchanged + file.refused + file.skipped == file.rows, file.file);
  }
  trial.set_today("2027-03-02");
  trial.run({test::sample_file("units-officials.xlsx"), test::sample_file("county-ledger.xlsx")});
  CHECK(trial.facts().size() == facts);
}

TEST_CASE("sample county: the order of files makes no difference") {
  const std::string expected = county().trial.digest();
  std::vector<ImportFile> files = test::sample_files();
  std::reverse(files.begin(), files.end());
  test::ImportTrial reversed;
  reversed.run(files);
  CHECK(reversed.digest() == expected);
  CHECK(reversed.facts().size() == county().trial.facts().size());
  std::rotate(files.begin(), files.begin() + 4, files.end());
  test::ImportTrial rotated;
  rotated.run(files);
  CHECK(rotated.digest() == expected);
}

TEST_CASE("sample county: a ledger without a county of its own takes the same rows") {
  test::ImportTrial unnamed("2027-03-01", core::intake::kUnnamedCounty);
  const ImportLog log = unnamed.run(test::sample_files());
  CHECK(unnamed.digest() == county().trial.digest());
  for (const FileLog& file : log.files)
    CHECK_MESSAGE(file.refused == log_of(county().log, file.file).refused, file.file);
}

TEST_CASE("sample county: sheets that speak of several counties name none") {
  std::vector<ImportFile> files(2);
  files[0].name = "青山县单位.csv";
  files[0].bytes = "单位编号,单位名称,单位类别\nD01,县民政局,县直部门\n";
  files[1].name = "绿水县事项.csv";
  files[1].bytes = "信访件编号,信访日期,责任单位\nA1,2026-11-02,绿水县民政局\n";
  test::ImportTrial trial("2026-11-23", core::intake::kUnnamedCounty);
  CHECK(log_of(trial.run(files), "绿水县事项.csv").refused == 1);
  files[1].name = "事项.csv";
  files[1].bytes = "信访件编号,信访日期,责任单位\nA1,2026-11-02,青山县民政局\n";
  CHECK(log_of(trial.run({files[1]}), "事项.csv").refused == 1);
  CHECK(log_of(trial.run(files), "事项.csv").added == 1);
}

TEST_CASE("sample county: one file at a time gives the same state, whichever ledger goes first") {
  test::ImportTrial trial;
  for (const std::string_view name :
       {"units-officials.xlsx", "county-ledger.xlsx", "provincial-export.xlsx", "lead-list.xlsx",
        "weekly-reports.csv", "statistics-2026-10.xlsx", "statistics-2026-09.xlsx",
        "statistics-2026-08.xlsx", "statistics-2026-07.xlsx"})
    trial.run({test::sample_file(name)});
  CHECK(trial.digest() == county().trial.digest());
}

TEST_CASE(
    "sample county: before the end of the year, days that lie ahead are left out and listed") {
  test::ImportTrial trial("2026-11-23");
  const ImportLog log = trial.run(test::sample_files());
  const FileLog& provincial = log_of(log, "provincial-export.xlsx");
  CHECK(provincial.added == 600);
  CHECK(count_events(trial.state(), core::EventKind::Answered) == 418 - 77);
  std::int64_t ahead = 0;
  for (const core::Issue& issue : provincial.issues)
    if (issue.column == "作出处理意见日期") ++ahead;
  CHECK(ahead == 77);
  // Once the days have come, the same files say something new.
  trial.set_today("2027-03-01");
  trial.run(test::sample_files());
  CHECK(count_events(trial.state(), core::EventKind::Answered) == 418);
}

TEST_CASE("sample county: cases without their units are refused, one by one") {
  test::ImportTrial trial;
  const ImportLog log = trial.run(
      {test::sample_file("provincial-export.xlsx"), test::sample_file("weekly-reports.csv")});
  CHECK(log.files[0].refused == 600);
  CHECK(log.files[1].refused == 529);
  // Nothing but that the two files were tried.
  REQUIRE(trial.facts().size() == 3);
  for (const std::size_t at : {std::size_t{1}, std::size_t{2}})
    CHECK(trial.facts()[at].fact.kind == "import.recorded");
}
