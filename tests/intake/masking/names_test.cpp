#include "core/intake/masking/names.h"

#include <doctest/doctest.h>

using core::intake::mask_name;
using core::intake::mask_petitioner;
using core::intake::MaskedPetitioner;

TEST_CASE("names: one person becomes surname and 某") {
  CHECK(mask_petitioner("郭桂建", 1).shown == "郭某");
  CHECK(mask_petitioner("罗刚", 0).shown == "罗某");
  CHECK(mask_petitioner("欧阳磊丽", 1).shown == "欧阳某");
  CHECK(mask_petitioner("司马伟", 1).shown == "司马某");
  CHECK(mask_petitioner("　张 三 ", 1).shown == "张某");
  CHECK(mask_petitioner("张三（男，45岁）", 1).shown == "张某");
  CHECK(mask_petitioner("张三 13800138000", 1).shown == "张某");
  CHECK(mask_petitioner("李女士", 1).shown == "李某");
  CHECK(mask_petitioner("阿不都·热合曼", 1).shown == "阿某");
  CHECK(mask_name("上官云") == "上官某");
}

TEST_CASE("names: several people become the first and their number") {
  CHECK(mask_petitioner("杨芳丽", 10).shown == "杨某等10人");
  CHECK(mask_petitioner("杨芳丽等10人", 10).shown == "杨某等10人");
  CHECK(mask_petitioner("杨芳丽等12人", 10).shown == "杨某等12人");
  CHECK(mask_petitioner("张三、李四，王五", 0).shown == "张某等3人");
  CHECK(mask_petitioner("张三、李四等 12 人", 0).shown == "张某等12人");
  CHECK(mask_petitioner("张三等十余人", 13).shown == "张某等13人");
  CHECK(mask_petitioner("张三 李四", 0).shown == "张某等2人");
}

TEST_CASE("names: every full name of the cell is reported for the texts") {
  const MaskedPetitioner found = mask_petitioner("张三、欧阳四五等12人", 0);
  REQUIRE(found.names.size() == 2);
  CHECK(found.names[0].full == "张三");
  CHECK(found.names[1].full == "欧阳四五");
  CHECK(found.names[1].masked == "欧阳某");
  CHECK(mask_petitioner("张 三", 1).names.at(0).full == "张三");
}

TEST_CASE("names: organisations keep their name, a representative in it does not") {
  CHECK(mask_petitioner("青山县恒达置业有限公司", 1).shown == "青山县恒达置业有限公司");
  CHECK(mask_petitioner("幸福小区全体业主", 30).shown == "幸福小区全体业主");
  CHECK(mask_petitioner("石桥村村民委员会", 1).shown == "石桥村村民委员会");
  CHECK(mask_petitioner("匿名", 1).shown == "匿名");
  const MaskedPetitioner found = mask_petitioner("幸福小区业主代表张三丰", 1);
  CHECK(found.shown == "幸福小区业主代表张某");
  CHECK(found.names.at(0).full == "张三丰");
}

TEST_CASE("names: what is masked already stays masked, nothing stays nothing") {
  CHECK(mask_petitioner("张某", 1).shown == "张某");
  CHECK(mask_petitioner("张某某等3人", 3).shown == "张某等3人");
  CHECK(mask_petitioner("张*", 1).shown == "张某");
  CHECK(mask_petitioner("张某", 1).names.empty());
  CHECK(mask_petitioner("", 3).shown.empty());
  CHECK(mask_petitioner("无", 1).shown.empty());
  CHECK(mask_petitioner(" - ", 1).shown.empty());
}
