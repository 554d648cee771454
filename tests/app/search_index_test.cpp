#include "core/app/search_index.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/app/search_text.h"
#include "core/model/memory_history.h"
#include "tests/model/history.h"

namespace {

using core::CaseIndex;
using core::app::SearchIndex;

struct Words {
  std::string number, title, summary;
  std::string unit = "T01";
};

std::string quoted(std::string_view text) { return core::to_json(core::Value(text)); }

std::string registration(const Words& words) {
  return fmt::format(
      R"({{"kind":"case.registered","on":"2026-03-03","case":{},"unit":{},"title":{},)"
      R"("summary":{},"received_on":"2026-03-02"}})",
      quoted(words.number), quoted(words.unit), quoted(words.title), quoted(words.summary));
}

/// A county without cases, and the index over it.
struct Searched {
  Searched() {
    for (
        const char* json :
        {R"({"kind":"county.named","on":"2026-01-04","name":"青山县"})",
         R"({"kind":"unit.registered","on":"2026-01-04","unit":"T01","name":"城关镇","type":"township","group":"township"})",
         R"({"kind":"unit.registered","on":"2026-01-04","unit":"D01","name":"县民政局","type":"department","group":"department","aliases":["青山县民政局"]})"})
      REQUIRE(test::add(history, json) == "");
  }

  void add(const Words& words) {
    history.add_trusted(test::fact(registration(words)));
    index.update(history.state());
  }

  void say(std::string_view json) {
    REQUIRE(test::add(history, json) == "");
    index.update(history.state());
  }

  /// The numbers of the cases found, with a blank between.
  std::string find(std::string_view text, std::size_t at_most = 100) const {
    std::size_t total = 0;
    std::string numbers;
    for (const CaseIndex found : index.find(text, at_most, &total))
      numbers += (numbers.empty() ? "" : " ") + history.state().case_text(found).number;
    last_total = total;
    return numbers;
  }

  core::MemoryHistory history;
  SearchIndex index;
  mutable std::size_t last_total = 0;
};

/// Cases whose words contain the text, looked up one by one.
std::vector<CaseIndex> by_reading(const core::State& state, std::string_view text) {
  const std::u32string part = core::app::search_text(core::trim(text));
  const auto has = [&part](std::string_view words) {
    return core::app::search_text(words).find(part) != std::u32string::npos;
  };
  std::vector<CaseIndex> found;
  for (std::uint32_t at = 0; at < state.cases().size(); ++at) {
    const core::CaseText& words = state.case_texts()[at];
    bool hit = has(words.number) || has(words.title) || has(words.summary);
    const core::UnitIndex unit = state.cases()[at].unit;
    if (unit.known()) hit = hit || has(state.unit(unit).name);
    if (hit) found.push_back({at});
  }
  return found;
}

/// The same numbers on every machine.
struct Dice {
  std::uint64_t state = 7;
  std::size_t below(std::size_t bound) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>((state >> 33) % bound);
  }
};

/// Few different characters, so that parts occur often, across text ends and overlapping too.
std::string random_text(Dice& dice, std::size_t longest) {
  static constexpr std::string_view kCharacters[] = {"问", "题", "反", "映", "A", "ａ", "1", "，"};
  std::string text;
  for (std::size_t n = dice.below(longest + 1); n > 0; --n) text += kCharacters[dice.below(8)];
  return text;
}

void check_against_reading(const Searched& searched, const std::string& text) {
  if (core::trim(text).empty()) return;
  const std::vector<CaseIndex> expected = by_reading(searched.history.state(), text);
  std::size_t total = 0;
  const std::vector<CaseIndex> found = searched.index.find(text, 10'000, &total);
  CHECK_MESSAGE(found == expected, "searched: " << text);
  CHECK(total == expected.size());
}

TEST_CASE("search: a case is found by any part of its title, summary and number") {
  Searched searched;
  searched.add({"XF2026-01", "征地补偿问题", "反映征地补偿款未足额发放"});
  searched.add({"XF2026-02", "拖欠工资问题", "反映某公司拖欠农民工工资"});
  CHECK(searched.find("征地") == "XF2026-01");
  CHECK(searched.find("工资问题") == "XF2026-02");
  CHECK(searched.find("补偿款未足额发放") == "XF2026-01");
  CHECK(searched.find("2026-0") == "XF2026-01 XF2026-02");
  CHECK(searched.find("-02") == "XF2026-02");
  CHECK(searched.find("问题") == "XF2026-01 XF2026-02");
  CHECK(searched.find("拖欠工资问题") == "XF2026-02");
  CHECK(searched.find("拖欠工人") == "");
}

TEST_CASE("search: one character is enough") {
  Searched searched;
  searched.add({"1", "征地", "补偿"});
  searched.add({"2", "拆迁", "补办"});
  CHECK(searched.find("补") == "1 2");
  CHECK(searched.find("偿") == "1");
  CHECK(searched.find("迁") == "2");
  CHECK(searched.find("水") == "");
}

TEST_CASE("search: width, case and kind of white space make no difference") {
  Searched searched;
  searched.add({"xf-1", "ＡＢＣ公司（东区）", "第一行\n第二行"});
  CHECK(searched.find("abc公司(东区)") == "xf-1");
  CHECK(searched.find("ＸＦ－１") == "xf-1");
  CHECK(searched.find("第一行 第二行") == "xf-1");
  CHECK(searched.find("第一行\u3000第二行") == "xf-1");
  CHECK(searched.find("  公司\t") == "xf-1");
}

TEST_CASE("search: nothing to search for finds nothing") {
  Searched searched;
  CHECK(searched.find("问题") == "");
  searched.add({"1", "问题", ""});
  CHECK(searched.find("") == "");
  CHECK(searched.find(" \u3000\n") == "");
  CHECK(searched.last_total == 0);
}

TEST_CASE("search: a part never spans two texts or two cases") {
  Searched searched;
  searched.add({"1", "甲乙", "丙丁"});
  // 64 addresses are one slot: these end before, at and after its end.
  for (const std::size_t length : {56U, 57U, 58U, 59U, 60U, 61U, 62U, 63U}) {
    std::string title;
    for (std::size_t n = 0; n < length; ++n) title += n + 1 == length ? "乙" : "天";
    searched.add({fmt::format("{}", length), title, ""});
    searched.add({"丙" + std::to_string(length), "", ""});
  }
  CHECK(searched.find("甲乙丙丁") == "");
  CHECK(searched.find("乙丙") == "");
  CHECK(searched.find("天乙丙") == "");
  CHECK(searched.find("天乙丙5") == "");
}

TEST_CASE("search: the total counts every case, the list ends where asked") {
  Searched searched;
  for (int n = 0; n < 50; ++n)
    searched.add({fmt::format("N{:02}", n), "反映问题，反映问题", "反映问题"});
  CHECK(searched.find("反映问题", 2) == "N00 N01");
  CHECK(searched.last_total == 50);
  CHECK(searched.find("反映", 0) == "");
  CHECK(searched.last_total == 50);
}

TEST_CASE("search: a case is found by the names of the unit that has it") {
  Searched searched;
  searched.add({"1", "甲", "", "T01"});
  searched.add({"2", "乙", "", "D01"});
  CHECK(searched.find("城关") == "1");
  CHECK(searched.find("民政局") == "2");
  CHECK(searched.find("青山县民政局") == "2");
  searched.say(R"({"kind":"case.forwarded","on":"2026-03-05","case":"1","unit":"D01"})");
  CHECK(searched.find("城关") == "");
  CHECK(searched.find("县民政") == "1 2");
  searched.say(R"({"kind":"unit.renamed","on":"2026-04-01","unit":"D01","name":"县社会局"})");
  CHECK(searched.find("社会局") == "1 2");
}

TEST_CASE("search: corrected words are found, what stood there before is not") {
  Searched searched;
  searched.add({"1", "征地补偿", "原来的概况"});
  searched.add({"2", "征地安置", "别的"});
  const std::string id = searched.history.facts()[3].id;
  searched.say(fmt::format(
      R"({{"kind":"fact.corrected","on":"2026-04-01","fact":"{}","with":{{"title":"房屋拆迁"}},"reason":"录入有误"}})",
      id));
  CHECK(searched.find("征地") == "2");
  CHECK(searched.find("拆迁") == "1");
  CHECK(searched.find("原来") == "1");
  searched.say(fmt::format(
      R"({{"kind":"fact.retracted","on":"2026-04-02","fact":"{}","reason":"重复登记"}})", id));
  CHECK(searched.find("拆迁") == "");
  CHECK(searched.find("原来") == "");
}

TEST_CASE("search: a caller who names the touched cases gets the same") {
  Searched searched;
  for (int n = 0; n < 40; ++n)
    searched.history.add_trusted(
        test::fact(registration({fmt::format("N{:02}", n), "老标题", "概况"})));
  searched.index.update(searched.history.state(), {});
  CHECK(searched.find("N17") == "N17");
  searched.history.add_trusted(test::fact(registration({"N17", "新标题", "概况"})));
  const CaseIndex touched[] = {{17}};
  searched.index.update(searched.history.state(), touched);
  CHECK(searched.find("新标题") == "N17");
  CHECK(searched.find("老标题", 0) == "");
  CHECK(searched.last_total == 39);
}

TEST_CASE("search: cases taken in step by step are found as if all had been taken at once") {
  Searched searched;
  const auto add = [&](int from, int to) {
    for (int n = from; n < to; ++n)
      searched.history.add_trusted(
          test::fact(registration({fmt::format("N{:02}", n), "老标题", "反映问题"})));
  };
  const auto steps = [&](std::size_t cases) {
    int count = 1;
    while (searched.index.prepare(searched.history.state(), cases)) ++count;
    return count;
  };
  add(0, 40);
  CHECK(steps(7) > 10);  // every case is read three times
  CHECK_FALSE(searched.index.prepare(searched.history.state(), 7));
  CHECK(searched.find("N17") == "N17");
  CHECK(searched.index.find("问题").count() == 40);
  CHECK(searched.index.find("问题").contains(CaseIndex{39}));
  CHECK_FALSE(searched.index.find("N17").contains(CaseIndex{39}));
  SUBCASE("and what changes meanwhile is taken as it is then") {
    add(40, 60);
    CHECK(searched.index.prepare(searched.history.state(), 7));
    searched.history.add_trusted(test::fact(registration({"N45", "新标题", "概况"})));
    searched.history.add_trusted(test::fact(registration({"N05", "新标题", "概况"})));
    while (searched.index.prepare(searched.history.state(), 7)) {
    }
    searched.index.update(searched.history.state());
    CHECK(searched.index.find("新标题").count() == 2);
    CHECK(searched.index.find("老标题").count() == 58);
  }
  SUBCASE("and a search in the middle of it finds everything") {
    add(40, 60);
    CHECK(searched.index.prepare(searched.history.state(), 7));
    searched.index.update(searched.history.state());
    CHECK(searched.index.find("问题").count() == 60);
    CHECK_FALSE(searched.index.prepare(searched.history.state(), 7));
  }
}

TEST_CASE("search: a cleared index takes another ledger") {
  Searched first;
  for (int n = 0; n < 5; ++n) first.add({fmt::format("甲{}", n), "问题", ""});
  Searched second;
  second.add({"乙", "问题", ""});
  first.index.clear();
  first.index.update(second.history.state());
  CHECK(first.index.find("问题", 10) == std::vector<CaseIndex>{{0}});
  SUBCASE("and one that shrank is taken anew by itself") {
    Searched empty;
    first.index.update(empty.history.state());
    CHECK(first.index.find("问题", 10).empty());
  }
}

TEST_CASE("search: what is found is exactly what reading finds, whatever was added and changed") {
  Searched searched;
  Dice dice;
  for (int round = 0; round < 40; ++round) {
    for (std::size_t n = 1 + dice.below(30); n > 0; --n)
      searched.history.add_trusted(
          test::fact(registration({fmt::format("N{}", dice.below(400)), random_text(dice, 9),
                                   random_text(dice, 70), dice.below(2) == 0 ? "T01" : "D01"})));
    searched.index.update(searched.history.state());
    for (std::size_t length = 1; length <= 9; ++length)
      check_against_reading(searched, random_text(dice, length));
  }
}

TEST_CASE("search: frequent pairs over many windows are found exactly") {
  Searched searched;
  Dice dice;
  for (int n = 0; n < 4000; ++n)
    searched.history.add_trusted(
        test::fact(registration({fmt::format("N{}", n), random_text(dice, 40),
                                 random_text(dice, n % 500 == 0 ? 3000 : 60), "D01"})));
  searched.index.update(searched.history.state());
  for (const char* text : {"问题", "反映问题", "题反映", "a1a", "映映映映", "，问", "问题反映aa"})
    check_against_reading(searched, text);
  for (int n = 0; n < 60; ++n) check_against_reading(searched, random_text(dice, 6));
}

TEST_CASE("search: a part of more pairs than there are marks is found exactly") {
  Searched searched;
  std::string part;
  for (int n = 0; n < 300; ++n) part += "问题反映";
  for (int n = 0; n < 20; ++n)
    searched.history.add_trusted(test::fact(registration(
        {fmt::format("N{}", n), n % 3 == 0 ? "问题" : "反映", (n % 2 == 0 ? "a" : "") + part})));
  searched.history.add_trusted(
      test::fact(registration({"M", "问题", part.substr(0, part.size() - 3) + "题"})));
  searched.index.update(searched.history.state());
  check_against_reading(searched, part);
  check_against_reading(searched, part.substr(3));
  check_against_reading(searched, "a" + part);
  check_against_reading(searched, part + "映");
}

}  // namespace

TEST_CASE("search index: an accusation is found by its number, whenever it became one") {
  Searched county;
  county.add({"C-1", "征地补偿", "反映张三丰贪污"});
  county.add({"C-2", "征地补偿", "反映低保"});
  CHECK(county.find("贪污") == "C-1");
  county.say(
      R"({"kind":"fact.corrected","on":"2026-03-04","fact":"f4","with":{"purpose":"accusation"},"reason":"实为检举控告"})");
  CHECK(county.find("贪污") == "");
  CHECK(county.find("征地") == "C-2");
  CHECK(county.find("C-1") == "C-1");
  SearchIndex fresh;
  fresh.update(county.history.state());
  CHECK(fresh.find("贪污").count() == 0);
  county.say(
      R"({"kind":"fact.corrected","on":"2026-03-05","fact":"f4","with":{"purpose":"appeal"},"reason":"实为求决"})");
  CHECK(county.find("贪污") == "C-1");
}
