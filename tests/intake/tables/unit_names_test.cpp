#include "core/intake/tables/unit_names.h"

#include <doctest/doctest.h>

#include "core/base/text.h"
#include "tests/intake/import_support.h"

using core::intake::UnitNames;

namespace {

std::string code(UnitNames& names, const core::State& state, std::string_view text) {
  const core::UnitIndex index = names.find(text);
  return index.known() ? state.unit(index).code : "";
}

}  // namespace

TEST_CASE("unit names: code, name, county's name in front or not, full official name") {
  test::ImportTrial trial;
  trial.units({{"D07", "县民政局"},
               {"T01", "柳林镇"},
               {"S01", "新华街道"},
               {"D09", "县市场监督管理局"},
               {"D13", "县城市管理局"}});
  UnitNames names(trial.state());
  for (const std::string_view text : {"D07", "县民政局", "青山县民政局", "民政局", " 县民政局　",
                                      "某某省某某市青山县民政局", "Ｄ０７"}) {
    CAPTURE(text);
    CHECK(code(names, trial.state(), text) == "D07");
  }
  for (const std::string_view text : {"柳林镇", "青山县柳林镇", "柳林镇人民政府", "柳林镇政府"})
    CHECK(code(names, trial.state(), text) == "T01");
  CHECK(code(names, trial.state(), "新华街道办事处") == "S01");
  CHECK(code(names, trial.state(), "市场监督管理局") == "D09");
  CHECK(code(names, trial.state(), "城市管理局") == "D13");
}

TEST_CASE("unit names: never a guess") {
  test::ImportTrial trial;
  trial.units({{"D07", "县民政局"}, {"D08", "县公安局"}, {"X1", "县林场"}, {"X2", "青山县林场"}});
  UnitNames names(trial.state());
  CHECK(!names.find("县民政").known());
  CHECK(!names.find("民政厅").known());
  CHECK(!names.find("邻县民政局").known());
  CHECK(!names.find("").known());
  CHECK(core::contains(names.reason("县民政厅"), "相近：县民政局"));
  CHECK(names.reason("不存在的单位") == "没有登记这个单位");
  CHECK(!names.find("林场").known());
  CHECK(names.reason("林场") == "不止一个单位叫这个名称，请写单位代码");
  CHECK(names.reason("县民政局、县公安局") == "一格写了多个单位，请只留主办单位");
}

TEST_CASE("unit names: the county's name counts at the start or behind its province and city") {
  test::ImportTrial trial;
  trial.units({{"D07", "县民政局"}, {"D01", "县委办公室"}});
  UnitNames names(trial.state());
  for (const std::string_view text :
       {"四川省达州市青山县民政局", "某某自治州青山县民政局", "阿拉善盟青山县民政局"})
    CHECK(code(names, trial.state(), text) == "D07");
  CHECK(code(names, trial.state(), "中共青山县委办公室") == "D01");
  for (const std::string_view text :
       {"小青山县民政局", "四川省达州市小青山县民政局", "邻青山县民政局"})
    CHECK(!names.find(text).known());
}

TEST_CASE("unit names: earlier names, aliases and what a person settled") {
  test::ImportTrial trial;
  trial.units({{"D07", "县民政局"}});
  core::Fact renamed;
  renamed.kind = "unit.renamed";
  renamed.on = *core::parse_date("2026-05-01");
  renamed.fields = core::Fields{{"unit", "D07"}, {"name", "县社会事务局"}};
  trial.add(renamed);
  UnitNames names(trial.state());
  CHECK(code(names, trial.state(), "青山县民政局") == "D07");
  CHECK(code(names, trial.state(), "青山县社会事务局") == "D07");
  CHECK(!names.find("民政口").known());
  names.settle({{"民政口", "D07"}});
  CHECK(code(names, trial.state(), "民政口") == "D07");
  names.settle({});
  CHECK(!names.find("民政口").known());
}
