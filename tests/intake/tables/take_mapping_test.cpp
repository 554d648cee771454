#include "core/intake/take_mapping.h"

#include <doctest/doctest.h>

#include "tests/intake/import_support.h"

namespace {

using core::intake::ImportFile;
using core::intake::take_mapping;

ImportFile file(const char* name, const char* bytes = "") { return {name, bytes, {}, {}}; }

const char* const kMapping =
    R"({"sheets":[{"file":"7月","as":"cases","year":2026,)"
    R"("columns":{"编码X":"case","啥时候登记":"registered_on"}}],"units":{"城里":"T01"}})";
const char* const kTable = "编码X,啥时候登记,责任单位\nA1,10月10日,城里\n";

std::string why_not(std::vector<ImportFile> files) {
  const auto taken = take_mapping(files);
  return taken.ok() ? std::string() : taken.error().message;
}

}  // namespace

TEST_CASE("mapping: one among the files settles what the tables do not say") {
  test::ImportTrial trial;
  trial.units({{"T01", "柳林镇"}});
  const auto without = trial.run({file("7月.csv", kTable)}).files.front();
  CHECK(without.rows == 0);
  CHECK(without.error == "认不出这张表：没有找到已知的表头，可在对应表（.json）里写明");
  const auto with = trial.run({file("列.JSON", kMapping), file("表/7月.csv", kTable)}).files;
  REQUIRE(with.size() == 1);
  CHECK(with.front().added == 1);
  CHECK(with.front().notes == std::vector<std::string>{"对应表“列.JSON”已用于此文件"});
  REQUIRE(trial.state().cases().size() == 1);
  CHECK(core::to_string(trial.state().cases()[0].registered_on) == "2026-10-10");
}

TEST_CASE("mapping: of a file it does not name that is said") {
  test::ImportTrial trial;
  trial.units({{"T01", "柳林镇"}});
  const char* units = "单位代码,单位名称\nT01,柳林镇\n";
  const char* mapping = R"({"sheets":[{"file":"7月","as":"cases"}]})";
  const auto log = trial.run({file("单位.csv", units), file("列.json", mapping)}).files.front();
  CHECK(log.unchanged == 1);
  CHECK(log.notes == std::vector<std::string>{"对应表“列.json”没有写到此文件"});
}

TEST_CASE("mapping: what is none, and more than one, are refused by name") {
  CHECK(why_not({file("a.csv")}).empty());
  CHECK(why_not({file("a.csv"), file("b.json", kMapping)}).empty());
  CHECK(why_not({file("a.csv"), file("b.json", kMapping), file("c.json", kMapping)}) ==
        "没有导入：“b.json”、“c.json”都是对应表，一次只能用一份");
  CHECK(why_not({file("b.json", kMapping)}) == "没有导入：“b.json”是对应表，请与台账一起选取");
  CHECK(why_not({file("a.csv"), file("规则.json", R"({"rows":[]})")}) ==
        "没有导入：“规则.json”不能用作对应表，不认识“rows”，可用：sheets、units");
  CHECK(why_not({file("a.csv"), file("b.json", "编码,单位")}) ==
        "没有导入：“b.json”不能用作对应表，第1个字节处不是有效的 JSON");
  ImportFile named = file("对应", kMapping);
  named.mapping = true;
  CHECK(why_not({file("a.csv"), named}).empty());
}
