#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/app/desk.h"
#include "core/model/fact_kind.h"
#include "tests/app/every_kind.h"
#include "tests/app/sample_county.h"
#include "tests/support/facts.h"

using namespace core;

namespace {

constexpr std::string_view kToday = "2026-12-31";
constexpr std::string_view kTomorrow = "2027-01-01";
constexpr std::string_view kLongBefore = "2025-12-01";

/// What nothing in the ledger need come before.
const std::string_view kWithoutCause[] = {
    "county.named",     "unit.registered",      "official.appointed", "statistics.recorded",
    "bulletin.drafted", "alert.assigned",       "campaign.started",   "rectification.ordered",
    "prompt.declined",  "experience.submitted", "rulebook.activated", "calendar.published",
    "import.recorded",  "assessment.issued",    "fact.corrected",     "fact.retracted",
};

/// What cannot be said twice in a row.
const std::string_view kOnce[] = {
    "unit.registered",
    "unit.retired",
    "official.left",
    "case.registered",
    "case.extended",
    "case.closed",
    "case.reopened",
    "case.resumed",
    "bulletin.drafted",
    "bulletin.issued",
    "bulletin.withdrawn",
    "bulletin.objection_decided",
    "reminder.issued",
    "alert.assigned",
    "campaign.started",
    "supervision.opened",
    "supervision.notified",
    "supervision.extended",
    "supervision.returned",
    "supervision.accepted",
    "supervision.delisted",
    "talk.opened",
    "talk.held",
    "inquiry.opened",
    "inquiry.concluded",
    "proposal.issued",
    "proposal.answered",
    "rulebook.activated",
    "assessment.objection_decided",
};

/// The left may not be told before the right, though both belong to one measure or case.
const std::pair<std::string_view, std::string_view> kSteps[] = {
    {"case.review_decided", "case.review_requested"},
    {"case.final_decided", "case.final_requested"},
    {"case.resumed", "case.suspended"},
    {"case.reopened", "case.closed"},
    {"lead.handed_over", "lead.assigned"},
    {"bulletin.objected", "bulletin.drafted"},
    {"bulletin.objection_decided", "bulletin.objected"},
    {"bulletin.issued", "bulletin.objection_decided"},
    {"bulletin.reported", "bulletin.issued"},
    {"bulletin.withdrawn", "bulletin.issued"},
    {"filing.sent", "bulletin.issued"},
    {"reminder.received", "reminder.issued"},
    {"reminder.answered", "reminder.issued"},
    {"reminder.judged", "reminder.issued"},
    {"alert.answered", "alert.assigned"},
    {"campaign.progressed", "campaign.started"},
    {"campaign.named", "campaign.started"},
    {"supervision.notified", "supervision.opened"},
    {"supervision.inspected", "supervision.notified"},
    {"supervision.extended", "supervision.notified"},
    {"supervision.acceptance_requested", "supervision.notified"},
    {"supervision.returned", "supervision.acceptance_requested"},
    {"supervision.accepted", "supervision.acceptance_requested"},
    {"supervision.delisted", "supervision.accepted"},
    {"talk.group_formed", "talk.opened"},
    {"talk.targets_set", "talk.group_formed"},
    {"talk.notified", "talk.targets_set"},
    {"talk.held", "talk.notified"},
    {"talk.signed", "talk.held"},
    {"talk.reported", "talk.held"},
    {"talk.rectified", "talk.held"},
    {"talk.rectification_judged", "talk.rectified"},
    {"inquiry.found", "inquiry.opened"},
    {"inquiry.concluded", "inquiry.opened"},
    {"rectification.reported", "rectification.ordered"},
    {"proposal.answered", "proposal.issued"},
    {"assessment.objected", "assessment.issued"},
    {"assessment.objection_decided", "assessment.objected"},
};

template <std::size_t N>
bool is_in(const std::string_view (&list)[N], std::string_view kind) {
  return std::find(std::begin(list), std::end(list), kind) != std::end(list);
}

bool has_chinese(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
}

/// An office that records the year fact by fact.
class Office {
 public:
  Office() {
    auto ledger = store::Ledger::create(file_, "青山县", /*demo=*/true,
                                        {"演示", clock_.now(), clock_.today()});
    REQUIRE(ledger.ok());
    desk_ = std::make_unique<app::Desk>(std::move(ledger).value(), clock_, "演示");
  }

  std::vector<Fact> year() const { return test::every_kind(desk_->state().fact_id(FactRef{1})); }

  void record(const Fact& fact) {
    const auto refused = desk_->record({fact});
    REQUIRE(refused.ok());
    for (const store::Refusal& each : refused.value()) FAIL_CHECK(fact.kind << each.reason);
  }

  /// In a batch with facts that are fine, before and behind it: refused with a reason in Chinese
  /// that holds `part`, and nothing of the batch is there.
  void refuse(const Fact& bad, std::string_view part = {}) {
    INFO(to_json(fact_to_json(bad)));
    // Of a kind that a later program may know.
    const Fact fine = test::fact("office.noted", "2026-12-30", {{"text", "例会"}});
    const std::string head = desk_->ledger().head_code();
    const std::size_t count = desk_->state().fact_count();
    const auto refused = desk_->record({fine, bad, fine});
    REQUIRE(refused.ok());
    CHECK(refused.value().size() == 1);
    if (refused.value().empty()) return;
    CHECK(refused.value().front().index == 1);
    const std::string& reason = refused.value().front().reason;
    INFO(reason);
    CHECK(has_chinese(reason));
    CHECK(reason.find(part) != std::string::npos);
    CHECK(desk_->ledger().head_code() == head);
    CHECK(desk_->state().fact_count() == count);
  }

  bool verifies() const {
    const auto report = desk_->ledger().verify();
    return report.ok() && report.value().ok;
  }

 private:
  test::SetClock clock_{test::day(kToday)};
  store::MemoryFile file_;
  std::unique_ptr<app::Desk> desk_;
};

Fact on_day(Fact fact, std::string_view on) {
  fact.on = test::day(on);
  return fact;
}

Fact with(Fact fact, std::string_view name, Value value) {
  fact.fields.set(name, std::move(value));
  return fact;
}

/// The fact with one key in it that nobody knows, once for each field that takes such a key.
std::vector<Fact> with_unknown(const Fact& fact, FieldType one, FieldType many,
                               std::string_view object_field) {
  std::vector<Fact> found;
  const KindSpec& kind = *find_kind(fact.kind);
  for (const FieldSpec& spec : kind.fields) {
    const Value* value = fact.fields.find(spec.name);
    if (spec.type == one) found.push_back(with(fact, spec.name, "X9"));
    if (spec.type == many && many != one) found.push_back(with(fact, spec.name, List{"X9"}));
    if (spec.type != FieldType::Objects || !value || !value->list()->front().fields()) continue;
    Fields object = *value->list()->front().fields();
    if (!object.find(object_field)) continue;
    object.set(object_field, "X9");
    found.push_back(with(fact, spec.name, List{object}));
  }
  return found;
}

/// Tries something before each fact of the year is recorded.
void each_fact(const std::function<void(Office&, const Fact&)>& attempt) {
  Office office;
  for (const Fact& fact : office.year()) {
    attempt(office, fact);
    office.record(fact);
  }
  CHECK(office.verifies());
}

}  // namespace

TEST_CASE("bad input: the year has a fact of every kind") {
  std::set<std::string> seen;
  for (const Fact& fact : test::every_kind("f1")) seen.insert(fact.kind);
  for (const KindSpec& kind : fact_kinds()) {
    CAPTURE(std::string(kind.kind));
    CHECK(seen.count(std::string(kind.kind)) == 1);
  }
}

TEST_CASE("bad input: a fact of any kind after today is refused") {
  each_fact(
      [](Office& office, const Fact& fact) { office.refuse(on_day(fact, kTomorrow), "在今天"); });
}

TEST_CASE("bad input: a correction moves no fact beyond today") {
  Office office;
  const Fact correction = office.year().end()[-2];
  REQUIRE(correction.kind == "fact.corrected");
  office.refuse(with(correction, "with", Fields{{"on", kTomorrow}}), "在今天");
  office.refuse(with(correction, "with", Fields{{"on", "下月"}}), "无效");
  office.record(with(correction, "with", Fields{{"on", kToday}}));
}

TEST_CASE("bad input: a fact of any kind that names an unknown unit is refused") {
  std::set<std::string> tried;
  each_fact([&tried](Office& office, const Fact& fact) {
    for (const Fact& bad : with_unknown(fact, FieldType::UnitKey, FieldType::UnitKeys, "unit")) {
      office.refuse(bad, "X9");
      tried.insert(fact.kind);
    }
    const KindSpec& kind = *find_kind(fact.kind);
    if (kind.subject == Subject::Kind::Unit && fact.kind != "unit.registered") {
      office.refuse(with(fact, "unit", "X9"), "X9");
      tried.insert(fact.kind);
    }
  });
  // Whatever names a unit in the year was tried, but for the registration that makes it known.
  for (const Fact& fact : test::every_kind("f1"))
    if (fact.fields.find("unit") || fact.fields.find("units")) {
      CAPTURE(fact.kind);
      CHECK((tried.count(fact.kind) == 1 || fact.kind == "unit.registered"));
    }
}

TEST_CASE("bad input: a fact of any kind that names an unknown leader, case or fact is refused") {
  int tried = 0;
  each_fact([&tried](Office& office, const Fact& fact) {
    std::vector<Fact> bad =
        with_unknown(fact, FieldType::OfficialKey, FieldType::OfficialKey, "official");
    for (const FieldType key : {FieldType::CaseKey, FieldType::FactId})
      for (Fact& each : with_unknown(fact, key, key, "case")) bad.push_back(std::move(each));
    for (const Fact& each : bad) office.refuse(each, "X9");
    tried += static_cast<int>(bad.size());
  });
  CHECK(tried > 12);
}

TEST_CASE("bad input: a fact of any kind before its cause is refused") {
  int tried = 0;
  each_fact([&tried](Office& office, const Fact& fact) {
    if (is_in(kWithoutCause, fact.kind)) return;
    office.refuse(on_day(fact, kLongBefore));
    ++tried;
  });
  CHECK(tried > 60);
}

TEST_CASE("bad input: a fact about something that never began is refused") {
  int tried = 0;
  each_fact([&tried](Office& office, const Fact& fact) {
    const KindSpec& kind = *find_kind(fact.kind);
    const bool begins = kind.subject == Subject::Kind::Other || kind.key.empty() ||
                        is_in(kWithoutCause, fact.kind) || fact.kind == "case.registered" ||
                        fact.kind == "bulletin.issued" || fact.kind == "reminder.issued" ||
                        fact.kind == "supervision.opened" || fact.kind == "talk.opened" ||
                        fact.kind == "inquiry.opened" || fact.kind == "proposal.issued";
    if (begins) return;
    const bool by_year = kind.subject == Subject::Kind::Assessment;
    office.refuse(with(fact, kind.key, by_year ? Value(2024) : Value("无此号")));
    ++tried;
  });
  CHECK(tried > 50);
}

TEST_CASE("bad input: a step that was left out is noticed") {
  Office office;
  const std::vector<Fact> year = office.year();
  for (const Fact& fact : year) {
    for (const auto& [step, needed] : kSteps) {
      if (needed != fact.kind) continue;
      const auto at = std::find_if(year.begin(), year.end(),
                                   [&step = step](const Fact& each) { return each.kind == step; });
      REQUIRE(at != year.end());
      // A second request for acceptance in the year comes when the first was answered.
      if (at > &fact - &year.front() + year.begin()) office.refuse(*at);
    }
    office.record(fact);
  }
}

TEST_CASE("bad input: what happens once does not happen twice") {
  std::set<std::string> tried;
  Office office;
  for (const Fact& fact : office.year()) {
    office.record(fact);
    if (!is_in(kOnce, fact.kind)) continue;
    office.refuse(fact);
    tried.insert(fact.kind);
  }
  CHECK(tried.size() == std::size(kOnce));
}
