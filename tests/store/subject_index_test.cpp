#include "core/store/subject_index.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "core/model/fold.h"

using core::FactRef;
using core::Subject;
using core::store::SubjectIndex;

namespace {

using Facts = std::vector<FactRef>;

core::Fact fact_of(std::string_view kind, std::string_view field, std::string_view key) {
  return {std::string(kind), core::Date{1}, "", {{std::string(field), core::Value(key)}}};
}

/// An index beside the state it goes with.
struct Indexed {
  core::Folder folder{[](const Subject&) { return std::vector<core::RecordedFact>(); }};
  SubjectIndex index;

  core::store::SubjectId take(const core::Fact& fact, FactRef target = {}) {
    const std::uint32_t position = folder.state().fact_count() + 1;
    const core::RecordedFact recorded{{position}, fmt::format("f{}", position), {}, fact};
    core::RecordedView view;
    look_at(recorded, view);
    const auto about = index.about(view.fact, target, folder.state());
    if (about.id == 0) return 0;
    index.link(about.id);
    folder.fold(view, about.subject);
    return about.id;
  }
  core::store::SubjectId find(Subject::Kind kind, std::string_view key) const {
    return index.find({kind, key}, folder.state());
  }
};

}  // namespace

TEST_CASE("subject index: kind and key together name a subject") {
  Indexed all;
  CHECK(all.find(Subject::Kind::Case, "A") == 0);
  const auto case_a = all.take(fact_of("case.registered", "case", "A"));
  const auto unit_a = all.take(fact_of("unit.registered", "unit", "A"));
  CHECK(case_a != unit_a);
  CHECK(all.find(Subject::Kind::Case, "A") == case_a);
  CHECK(all.find(Subject::Kind::Unit, "A") == unit_a);
  CHECK(all.find(Subject::Kind::Talk, "A") == 0);
}

TEST_CASE("subject index: facts come back in the order of recording") {
  Indexed all;
  for (const char* number : {"A", "B", "A", "A", "B"})
    all.take(fact_of("case.accepted", "case", number));
  const auto a = all.find(Subject::Kind::Case, "A");
  CHECK(all.index.facts(a) == Facts{FactRef{1}, FactRef{3}, FactRef{4}});
  CHECK(all.index.facts(all.find(Subject::Kind::Case, "B")) == Facts{FactRef{2}, FactRef{5}});
  CHECK(all.index.subject_at(FactRef{4}) == a);
}

TEST_CASE("subject index: a case only mentioned has no facts yet") {
  Indexed all;
  core::Fact listed = fact_of("supervision.opened", "supervision", "S1");
  listed.fields.set("case", "A");
  all.take(listed);
  CHECK(all.folder.state().find_case("A").known());
  CHECK(all.find(Subject::Kind::Case, "A") == 0);
  const auto a = all.take(fact_of("case.registered", "case", "A"));
  CHECK(all.index.facts(a) == Facts{FactRef{2}});
}

TEST_CASE("subject index: many keys stay found while it grows") {
  Indexed all;
  std::vector<core::store::SubjectId> cases, talks;
  for (int i = 0; i < 3000; ++i) {
    cases.push_back(all.take(fact_of("case.registered", "case", fmt::format("short{}", i))));
    talks.push_back(all.take(fact_of("talk.opened", "talk", fmt::format("short{}", i))));
  }
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const std::string key = fmt::format("short{}", i);
    CHECK(all.find(Subject::Kind::Case, key) == cases[i]);
    CHECK(all.find(Subject::Kind::Talk, key) == talks[i]);
    CHECK(all.index.facts(talks[i]).size() == 1);
  }
}

TEST_CASE("subject index: a fact is about what it names, an amendment about what it amends") {
  Indexed all;
  const core::Fact amendment = fact_of("fact.retracted", "fact", "f1");
  CHECK(all.take(amendment, FactRef{1}) == 0);
  const auto a = all.take(fact_of("case.registered", "case", "A"));
  CHECK(all.take(fact_of("case.registered", "case", "A")) == a);
  CHECK(all.take(amendment, FactRef{1}) == a);
  CHECK(all.take(amendment, FactRef{9}) == 0);
  CHECK(all.take(amendment, {}) == 0);
  CHECK(all.index.facts(a) == Facts{FactRef{1}, FactRef{2}, FactRef{3}});
}
