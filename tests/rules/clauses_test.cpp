#include "core/rules/clauses.h"

#include <doctest/doctest.h>

#include "core/base/value.h"
#include "tests/support/data.h"

using namespace core;

TEST_CASE("clauses: the notice is quoted word for word") {
  const Result<Value> document =
      parse_json(test::read_bytes(test::data_path("notice/clauses.json")));
  REQUIRE(document.ok());
  const List& listed = *document.value().fields()->find("clauses")->list();
  REQUIRE(listed.size() == 36);
  for (std::size_t i = 0; i < listed.size(); ++i) {
    const Fields& clause = *listed[i].fields();
    CAPTURE(std::string(clause.text("id")));
    CHECK(rules::clauses()[i].id == clause.text("id"));
    CHECK(rules::clause_text(clause.text("id")) == clause.text("text"));
  }
}

TEST_CASE("clauses: articles of the regulation are marked as summaries") {
  int articles = 0;
  for (const rules::Clause& each : rules::clauses()) {
    if (each.id.substr(0, 6) != "条例") continue;
    ++articles;
    CHECK(each.text.find("（摘要）") != std::string_view::npos);
  }
  CHECK(articles >= 6);
}
