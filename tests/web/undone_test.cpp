// What was registered and taken back stands in no list and no number, as if it had never been.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/web/desk_page.h"

namespace {

constexpr const char* kScreens[] = {"overview", "cases", "leads", "reports", "units", "data"};

/// Everything that is said on every screen.
std::vector<std::string> all_words(test::Desk& desk) {
  std::vector<std::string> words;
  for (const char* screen : kScreens) {
    desk.go(screen);
    for (const web::RegistryItem& item : desk.ui.items()) words.push_back(item.label);
    if (!desk.ui.shows("tab_officials")) continue;
    desk.ui.press("tab_officials");
    for (const web::RegistryItem& item : desk.ui.items()) words.push_back(item.label);
    desk.ui.press("tab_units");
  }
  return words;
}

void leaves_nothing(std::string_view fact) {
  test::Desk desk;
  // A fact before it, so that there is something to undo on both sides.
  desk.fixture.record(
      R"({"kind":"case.forwarded","on":"2026-11-20","case":"511720261100000211","unit":"T01"})");
  desk.ui.frames();
  std::vector<std::string> before = all_words(desk);
  desk.fixture.record(fact);
  desk.ui.frames();
  CHECK_FALSE(all_words(desk) == before);
  desk.ui.press("undo");
  desk.ui.press("知道了");
  std::vector<std::string> after = all_words(desk);
  // The facts themselves are never fewer, and so is what marks the ledger's end.
  const auto forget = [](std::vector<std::string>& words) {
    std::erase_if(words, [](const std::string& label) {
      return label.starts_with("事实") || label.find('-') != std::string::npos ||
             label.find("撤销") != std::string::npos;
    });
  };
  forget(before);
  forget(after);
  for (const std::string& label : after)
    CHECK_MESSAGE(std::find(before.begin(), before.end(), label) != before.end(), label);
  CHECK(after.size() == before.size());
}

}  // namespace

TEST_CASE("undone: a case that was registered by mistake is nowhere") {
  leaves_nothing(
      R"({"kind":"case.registered","on":"2026-11-20","case":"XX-1","received_on":"2026-11-19","form":"visit","purpose":"appeal","unit":"T01"})");
}

TEST_CASE("undone: nor is a unit, or an official") {
  leaves_nothing(
      R"({"kind":"unit.registered","on":"2026-11-20","unit":"U77","name":"新设局","type":"department"})");
  leaves_nothing(
      R"({"kind":"official.appointed","on":"2026-11-20","official":"T01/新人","name":"新人","post":"镇长","rank":"unit_main","unit":"T01"})");
}
