#include "core/app/undo.h"

#include <doctest/doctest.h>

#include "tests/web/desk_fixture.h"

using core::app::RetractFacts;
using core::app::undo_state;
using core::app::UndoState;

namespace {

constexpr const char* kC = "511720261100000211";

struct Story {
  test::DeskFixture fixture;

  UndoState state() { return undo_state(fixture.desk().ledger()); }
  void undo() {
    const UndoState now = state();
    REQUIRE(now.undo.has_value());
    REQUIRE(fixture.desk().carry_out(RetractFacts{{now.undo->id}, "撤销"}).ok());
  }
  void redo() {
    const UndoState now = state();
    REQUIRE(now.redo.has_value());
    REQUIRE(fixture.desk().carry_out(RetractFacts{{now.redo->id}, "恢复"}).ok());
  }
  void forward() {
    fixture.record(
        R"({"kind":"case.forwarded","on":"2026-11-20","case":"511720261100000211","unit":"T01"})");
  }
  void accept() {
    fixture.record(R"({"kind":"case.accepted","on":"2026-11-21","case":"511720261100000211"})");
  }
  /// Forwarded, accepted: how many of the two hold.
  int steps() {
    const core::State& state = fixture.desk().state();
    int count = 0;
    for (std::uint32_t at = state.case_row(state.find_case(kC)).first_event; at != core::kNoIndex;
         at = state.event(at).next) {
      const core::EventKind kind = state.event(at).kind;
      count += kind == core::EventKind::Forwarded || kind == core::EventKind::Accepted ? 1 : 0;
    }
    return count;
  }
};

}  // namespace

TEST_CASE("undo: the newest fact goes first, and comes back") {
  Story story;
  story.forward();
  story.accept();
  CHECK(story.state().undo->fact.kind == "case.accepted");
  CHECK_FALSE(story.state().redo.has_value());
  story.undo();
  CHECK(story.steps() == 1);
  CHECK(story.state().undo->fact.kind == "case.forwarded");
  CHECK(story.state().redone->kind == "case.accepted");
  story.redo();
  CHECK(story.steps() == 2);
}

TEST_CASE("undo: two steps back and two forward again") {
  Story story;
  story.forward();
  story.accept();
  story.undo();
  story.undo();
  CHECK(story.steps() == 0);
  story.redo();
  CHECK(story.steps() == 1);
  CHECK(story.state().redone->kind == "case.accepted");
  story.redo();
  CHECK(story.steps() == 2);
  CHECK_FALSE(story.state().redo.has_value());
  story.undo();
  CHECK(story.steps() == 1);
}

TEST_CASE("undo: a new fact ends what could be brought back") {
  Story story;
  story.forward();
  story.undo();
  CHECK(story.state().redo.has_value());
  story.forward();
  CHECK_FALSE(story.state().redo.has_value());
  CHECK(story.state().undo->fact.kind == "case.forwarded");
}

TEST_CASE("undo: a correction is taken back as such") {
  Story story;
  story.forward();
  const std::string id = story.state().undo->id;
  core::Fact fact;
  fact.kind = "fact.corrected";
  fact.on = *core::make_date(2026, 11, 23);
  fact.fields = {
      {"fact", id}, {"with", core::Fields{{"on", "2026-11-19"}}}, {"reason", "日期录错"}};
  REQUIRE(story.fixture.desk().carry_out(core::app::RecordFacts{{fact}}).ok());
  CHECK(story.state().undo->fact.kind == "fact.corrected");
  story.undo();
  CHECK(story.state().undo->fact.kind == "case.forwarded");
}

TEST_CASE("undo: an import is not taken back, nor what was before it") {
  Story story;
  story.forward();
  story.fixture.record(
      R"({"kind":"import.recorded","on":"2026-11-23","file":"b.xlsx","digest":"y","rows":1,"added":0,"updated":0,"unchanged":0,"refused":1})");
  CHECK(story.state().undo->fact.kind == "case.forwarded");
  CHECK_FALSE(story.state().at_import);
  story.fixture.record(
      R"({"kind":"import.recorded","on":"2026-11-23","file":"a.xlsx","digest":"x","as":["cases"],"rows":1,"added":1,"updated":0,"unchanged":0,"refused":0})");
  CHECK_FALSE(story.state().undo.has_value());
  CHECK(story.state().at_import);
  story.accept();
  CHECK(story.state().undo->fact.kind == "case.accepted");
}

TEST_CASE("undo: a retraction with a reason is the newest thing a person did") {
  Story story;
  story.forward();
  const std::string forwarded = story.state().undo->id;
  story.accept();
  REQUIRE(story.fixture.desk().carry_out(RetractFacts{{story.state().undo->id}, "误填"}).ok());
  CHECK(story.steps() == 1);
  CHECK(story.state().undo->fact.kind == "fact.retracted");
  CHECK_FALSE(story.state().redo.has_value());
  story.undo();
  CHECK(story.steps() == 2);
  CHECK(story.state().undo->fact.kind == "case.accepted");
  CHECK(story.state().redone->kind == "fact.retracted");
  story.redo();
  CHECK(story.steps() == 1);
  story.undo();
  story.undo();
  CHECK(story.steps() == 1);
  CHECK(story.state().undo->id == forwarded);
}

TEST_CASE("undo: the county's name is taken back, its first one is not") {
  test::DeskFixture fixture(test::DeskFixture::Kind::Empty);
  core::app::Desk& desk = fixture.desk();
  CHECK_FALSE(undo_state(desk.ledger()).undo.has_value());
  fixture.record(R"({"kind":"county.named","on":"2026-11-23","name":"白水县"})");
  CHECK(desk.state().county_name() == "白水县");
  const UndoState now = undo_state(desk.ledger());
  REQUIRE(now.undo.has_value());
  REQUIRE(desk.carry_out(RetractFacts{{now.undo->id}, "撤销"}).ok());
  CHECK(desk.state().county_name() == "青山县");
}
