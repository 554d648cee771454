#include "core/intake/masking/names.h"

#include <doctest/doctest.h>

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
  CHECK(mask_petitioner("上官云", 1).shown == "上官某");
}

TEST_CASE("names: several people become the first and their number") {
  CHECK(mask_petitioner("杨芳丽", 10).shown == "杨某等10人");
  CHECK(mask_petitioner("杨芳丽等10人", 10).shown == "杨某等10人");
  CHECK(mask_petitioner("杨芳丽等12人", 10).shown == "杨某等12人");
  CHECK(mask_petitioner("张三、李四，王五", 0).shown == "张某等3人");
  CHECK(mask_petitioner("张三、李四等 12 人", 0).shown == "张某等12人");
  CHECK(mask_petitioner("张三等十余人", 13).shown == "张某等13人");
  CHECK(mask_petitioner("张三 李四", 0).shown == "张某等2人");
  CHECK(mask_petitioner("李 小 明", 0).shown == "李某");
  CHECK(mask_petitioner("李　小　明、王 强", 0).shown == "李某等2人");
}

TEST_CASE("names: every full name of the cell is reported for the texts") {
  const MaskedPetitioner found = mask_petitioner("张三、欧阳四五等12人", 0);
  REQUIRE(found.names.size() == 2);
  CHECK(found.names[0].full == "张三");
  CHECK(found.names[1].full == "欧阳四五");
  CHECK(found.names[1].masked == "欧阳某");
  CHECK(mask_petitioner("张 三", 1).names.at(0).full == "张三");
  CHECK(mask_petitioner("李 小 明", 1).names.at(0).full == "李小明");
}

TEST_CASE("names: a Latin name with blanks in it is one person's") {
  const MaskedPetitioner found = mask_petitioner("Zhang San", 1);
  CHECK(found.shown == "Z某");
  std::string known;
  for (const auto& each : found.names) {
    known += each.full + "|";
    CHECK(each.masked == "Z某");
  }
  CHECK(known == "ZhangSan|Zhang San|Zhang　San|Zhang|San|");
  CHECK(mask_petitioner("José  Luis García", 0).shown == "J某");
  CHECK(mask_petitioner("Zhang San、Li Si", 0).shown == "Z某等2人");
  CHECK(mask_petitioner("张三 李四", 0).shown == "张某等2人");
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

namespace {

/// Whether the text would lose the whole name.
bool is_known(const MaskedPetitioner& found, std::string_view name) {
  for (const auto& each : found.names)
    if (each.full == name) return true;
  return false;
}

void check_person(std::string_view cell, std::string_view shown,
                  std::initializer_list<std::string_view> names) {
  CAPTURE(cell);
  const MaskedPetitioner found = mask_petitioner(cell, 0);
  CHECK(found.shown == shown);
  for (const std::string_view name : names) {
    CAPTURE(name);
    CHECK(is_known(found, name));
    CHECK(found.shown.find(name) == std::string::npos);
  }
}

}  // namespace

TEST_CASE("names: a person's name is found after and before what the person is") {
  check_person("柳林镇村民王小明", "王某", {"王小明"});
  check_person("县一中教师赵大力", "赵某", {"赵大力"});
  check_person("赵大力教师", "赵某", {"赵大力"});
  check_person("农民工陈建国等12人", "陈某等12人", {"陈建国"});
  check_person("四川宏达建筑公司周建华", "周某", {"周建华"});
  check_person("业主吴用", "吴某", {"吴用"});
  check_person("业主王先生", "王某", {});
  check_person("出租车司机周游", "周某", {"周游"});
  check_person("村民张三", "张某", {"张三"});
  check_person("村民 张三", "张某", {"张三"});
  check_person("村民欧阳磊丽", "欧阳某", {"欧阳磊丽"});
  check_person("村民买买提·艾力", "买某", {"买买提·艾力"});
  check_person("退役军人张大山", "张某", {"张大山"});
  check_person("信访人：孙小兵", "孙某", {"孙小兵"});
  check_person("石桥村三组张三", "张某", {"张三"});
  CHECK(mask_petitioner("村民张某", 1).shown == "张某");
  CHECK(mask_petitioner("某某公司（法定代表人：钱有财）", 1).shown == "某某公司");
  check_person("某某公司（法定代表人：钱有财）", "某某公司", {"钱有财"});
}

TEST_CASE("names: organisations and groups without a name stay whole") {
  for (const std::string_view cell :
       {"恒达公司项目部", "石桥村村民小组", "幸福小区业主委员会", "全体职工", "农民工", "东河小学",
        "职工家属", "农民工代表", "红岩乡人民政府", "幸福小区业主联盟", "退役军人"}) {
    CAPTURE(cell);
    CHECK(mask_petitioner(cell, 20).shown == cell);
  }
  CHECK(mask_petitioner("石桥村村民等12人", 1).shown == "石桥村村民等12人");
}

TEST_CASE("names: everybody a cell names is known, whatever joins them or follows") {
  check_person("张三和李四", "张某等2人", {"张三", "李四"});
  check_person("张三与李四", "张某等2人", {"张三", "李四"});
  check_person("张三夫妇和李四", "张某等2人", {"张三", "李四"});
  check_person("村民张三和李四", "张某等2人", {"张三", "李四"});
  check_person("王和平", "王某", {"王和平"});
  check_person("王建和", "王某", {"王建和"});
  check_person("张三夫妇", "张某", {"张三"});
  check_person("张三及家属", "张某", {"张三"});
  check_person("张三及其妻李四", "张某等2人", {"张三", "李四"});
  check_person("张三（代李四）", "张某", {"张三", "李四"});
  check_person("张三（李四之妻）", "张某", {"张三", "李四"});
  check_person("张三（柳林镇，安置户）", "张某", {"张三"});
  CHECK(mask_petitioner("张三（柳林镇，安置户）", 1).names.size() == 1);
  check_person("张三（妻子李四）", "张某", {"张三", "李四"});
  check_person("张三（委托李四）", "张某", {"张三", "李四"});
  check_person("张三代李四", "张某等2人", {"张三", "李四"});
  check_person("张三的儿子张小三", "张某等2人", {"张三", "张小三"});
  check_person("石桥村的张三", "张某", {"张三"});
  check_person("张三 女 柳林镇石桥村", "张某", {"张三"});
  check_person("联系人：李四 电话", "李某", {"李四"});
  check_person("张三*", "张某", {"张三"});
  check_person("张三51172519620411123X", "张某", {"张三"});
  check_person("张三13812345678李四", "张某等2人", {"张三", "李四"});
  check_person("钱 多九", "钱某", {"钱多九", "钱 多九", "钱　多九"});
  check_person("张三 男", "张某", {"张三"});
  check_person("张三 男 45岁", "张某", {"张三"});
  check_person("张三等十二人", "张某等12人", {"张三"});
  check_person("张三等一百零三人", "张某等103人", {"张三"});
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

TEST_CASE("names: however a group is told, only its first name is shown, and that masked") {
  for (const std::string_view cell :
       {"王春花等12名农民工", "王春花等农民工12人", "王春花为首的12名群众", "王春花等十二户村民"})
    CHECK(mask_petitioner(cell, 0).shown == "王某等12人");
  CHECK(mask_petitioner("王春花等业主", 0).shown == "王某");
  for (const std::string_view cell : {"1.陈建国 2.李梅", "(1)陈建国(2)李梅", "①陈建国②李梅",
                                      "陈建国-李梅", "陈建国~李梅", "陈建国\\李梅"}) {
    const MaskedPetitioner found = mask_petitioner(cell, 0);
    CHECK(found.shown == "陈某等2人");
    CHECK(found.names.size() == 2);
  }
  for (const std::string_view cell :
       {"王春花12人", "王春花1962.4.11生", "王春花(女)45岁", "王春花<匿名>"})
    CHECK(mask_petitioner(cell, 0).shown == "王某");
  CHECK(mask_petitioner("某某高等专科学校", 0).shown == "某某高等专科学校");
  CHECK(mask_petitioner("张某等15000000人", 15'000'000).shown == "张某等15000000人");
}
