#include "core/store/subject_index.h"

#include <doctest/doctest.h>

using core::FactRef;
using core::Subject;
using core::store::SubjectIndex;

namespace {

using Facts = std::vector<FactRef>;

}  // namespace

TEST_CASE("subject index: kind and key together name a subject") {
  SubjectIndex index;
  CHECK(index.find({Subject::Kind::Case, "A"}) == 0);
  CHECK(index.add({Subject::Kind::Case, "A"}) == 1);
  CHECK(index.add({Subject::Kind::Unit, "A"}) == 2);
  CHECK(index.find({Subject::Kind::Case, "A"}) == 1);
  CHECK(index.find({Subject::Kind::Unit, "A"}) == 2);
  CHECK(index.find({Subject::Kind::Talk, "A"}) == 0);
  CHECK(index.subject(2).kind == Subject::Kind::Unit);
}

TEST_CASE("subject index: facts come back in the order of recording") {
  SubjectIndex index;
  const auto a = index.add({Subject::Kind::Case, "A"});
  const auto b = index.add({Subject::Kind::Case, "B"});
  for (const auto id : {a, b, a, a, b}) index.link(id);
  CHECK(index.facts(a) == Facts{FactRef{1}, FactRef{3}, FactRef{4}});
  CHECK(index.facts(b) == Facts{FactRef{2}, FactRef{5}});
  CHECK(index.subject_at(FactRef{4}) == a);
  CHECK(index.facts(index.add({Subject::Kind::Case, "C"})).empty());
}

TEST_CASE("subject index: many keys stay found while it grows") {
  SubjectIndex index;
  for (int i = 0; i < 5000; ++i) index.add({Subject::Kind::Case, "short" + std::to_string(i)});
  for (int i = 0; i < 5000; ++i)
    CHECK(index.find({Subject::Kind::Case, "short" + std::to_string(i)}) ==
          static_cast<std::uint32_t>(i + 1));
}

TEST_CASE("subject index: a fact is about what it names, an amendment about what it amends") {
  SubjectIndex index;
  const core::Fact named{"case.registered", core::Date{1}, "", {{"case", "A"}}};
  const core::Fact amendment{"fact.retracted", core::Date{1}, "", {{"fact", "f1"}}};
  CHECK(index.subject_for(named, {}) == 1);
  CHECK(index.subject_for(named, {}) == 1);
  CHECK(index.subject_for(amendment, FactRef{1}) == 0);
  index.link(1);
  CHECK(index.subject_for(amendment, FactRef{1}) == 1);
  CHECK(index.subject_for(amendment, FactRef{2}) == 0);
  CHECK(index.subject_for(amendment, {}) == 0);
  CHECK(index.count() == 1);
}
