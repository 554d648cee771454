#include "core/intake/masking/scrubber.h"

#include <doctest/doctest.h>

#include <vector>

using core::intake::PersonName;
using core::intake::Scrubbed;
using core::intake::Scrubber;

namespace {

constexpr std::string_view kCase = "511720260100000001";

struct Trial {
  std::string text;
  Scrubbed counts;
};

Trial scrub(std::string_view text, const std::vector<PersonName>& names = {},
            std::string_view surname = {}) {
  Scrubber scrubber([](std::string_view digits) { return digits == kCase; });
  Trial trial;
  trial.text = scrubber.scrub(text, names, trial.counts, surname);
  return trial;
}

std::int64_t total(const Scrubbed& counts) {
  return counts.id + counts.phone + counts.address + counts.name + counts.birth + counts.account +
         counts.plate;
}

void check_kept(std::string_view text) {
  const Trial trial = scrub(text);
  CHECK(trial.text == text);
  CHECK(total(trial.counts) == 0);
}

}  // namespace

TEST_CASE("scrubber: mobiles go in every way people write them") {
  for (const std::string_view text :
       {"电话13800138000", "电话：138-0013-8000", "电话138 0013 8000", "电话+8613800138000",
        "电话86 13800138000", "电话１３８００１３８０００", "电话13800138000X", "a13800138000"}) {
    CAPTURE(text);
    const Trial trial = scrub(text);
    CHECK(trial.counts.phone == 1);
    CHECK(trial.text.find("8000") == std::string::npos);
    CHECK(trial.text.find("８０００") == std::string::npos);
  }
  CHECK(scrub("联系电话15679295829。").text == "联系电话〔已隐去〕。");
}

TEST_CASE("scrubber: land lines and service lines go, ordinary numbers stay") {
  CHECK(scrub("请打0818-2345678联系").text == "请打〔已隐去〕联系");
  CHECK(scrub("请打(0818)2345678联系").counts.phone == 1);
  CHECK(scrub("请打01062345678联系").counts.phone == 1);
  CHECK(scrub("座机2345678").text == "座机〔已隐去〕");
  CHECK(scrub("拨打400-800-1234").counts.phone == 1);
  check_kept("拖欠工资2345678元");
  for (const std::string_view text :
       {"电话13812 345678", "电话1381234 5678", "请打0818 2345 678", "请打010 6234 5678"}) {
    CAPTURE(text);
    CHECK(scrub(text).text.find("678") == std::string::npos);
    CHECK(scrub(text).counts.phone == 1);
  }
  CHECK(scrub("电话0818-2345678、(0818)2345679、2345670，欠2345678元").text ==
        "电话〔已隐去〕、〔已隐去〕、〔已隐去〕，欠2345678元");
  check_kept("面积13812.345678平方米，涉及13000 120000元");
  check_kept("2026-03-26 15:30到访，2026.3.26-2026.4.9期间");
  check_kept("青信联办交〔2026〕12号，涉及资金1234567.89元、面积120平方米");
  check_kept("2026年第36周");
}

TEST_CASE("scrubber: ID numbers go, numbers of known cases stay") {
  CHECK(scrub("身份证号51185619780903369X。").text == "身份证号〔已隐去〕。");
  CHECK(scrub("身份证号511733 19830128 8943").counts.id == 1);
  CHECK(scrub("证号５１１７３３１９８３０１２８８９４３").text == "证号〔已隐去〕");
  CHECK(scrub("旧证511733830128894").counts.id == 1);
  CHECK(scrub("护照E12345678；").text == "护照〔已隐去〕；");
  CHECK(scrub("护照号码：G12345678").counts.id == 1);
  check_kept("型号E12345678");
  CHECK(scrub("身份证51185619780903369x").counts.id == 1);
  CHECK(scrub("重复件，前件511720260100000001。").text == "重复件，前件511720260100000001。");
  CHECK(scrub("前件511720260100000002。").counts.id == 1);
  const Trial both = scrub("511733198301288943 13800138000");
  CHECK(both.counts.id == 1);
  CHECK(both.counts.phone == 1);
}

TEST_CASE("scrubber: bank numbers, mail, messengers and plates go") {
  CHECK(scrub("卡号6228480402564890018").text == "卡号〔已隐去〕");
  CHECK(scrub("卡号6228 4804 0256 4890").counts.account == 1);
  CHECK(scrub("邮箱zhang.san@example.com联系").text == "邮箱〔已隐去〕联系");
  CHECK(scrub("微信号：wx_zhang88，").text == "微信号：〔已隐去〕，");
  CHECK(scrub("QQ：12345678").text == "QQ：〔已隐去〕");
  CHECK(scrub("川A·12345堵路").text == "〔已隐去〕堵路");
  CHECK(scrub("沪AD12345停放").counts.plate == 1);
  check_kept("通过微信信访反映");
}

TEST_CASE("scrubber: where people live goes, where things happened stays") {
  CHECK(scrub("要求答复。家住红岩乡1村8组38号。").text == "要求答复。家住〔已隐去〕。");
  CHECK(scrub("现住址：幸福小区3栋，反映").text == "现住址：〔已隐去〕，反映");
  CHECK(scrub("反映石桥村3组12号房屋").text == "反映石桥村〔已隐去〕房屋");
  CHECK(scrub("反映石桥村三组十二号房屋").counts.address == 1);
  CHECK(scrub("幸福小区3栋2单元501室漏水").text == "幸福小区〔已隐去〕漏水");
  CHECK(scrub("幸福小区3栋2-501漏水").text == "幸福小区〔已隐去〕漏水");
  CHECK(scrub("建设路88号旁").text == "建设路〔已隐去〕旁");
  CHECK(scrub("户籍地：某某市青山县东河镇2村").text == "户籍地：〔已隐去〕");
  CHECK(scrub("本人住柳林镇红星村三组，家在红岩乡青石村反映低保").text ==
        "本人住〔已隐去〕，家在〔已隐去〕反映低保");
  CHECK(scrub("张某，男，住青山县柳林镇，反映").text == "张某，男，住〔已隐去〕，反映");
  check_kept("家住〔已隐去〕。户籍地：〔已隐去〕");
  check_kept("反映柳林镇红星村征地");
  check_kept("国家在柳林镇投资，专家在红星村指导，业主家在漏水");
  check_kept("向户籍地派出所报告，户籍地村委会未办，住建局、住房在建，住进县医院");
  check_kept("反映柳林镇石桥村道路建设");
  check_kept("石桥村3组修路占地");
  check_kept("2026年7月12号到访");
  check_kept("石桥村二十户村民");
  check_kept("落实第12号文件");
}

TEST_CASE("scrubber: a long cell of the same is read once, not once a character") {
  // Once a character would take a minute and more for each of them.
  core::intake::Scrubber scrubber([](std::string_view) { return false; });
  for (const std::string_view part :
       {"1-", "q", "QQ", "微信", "村1-", "3栋", "1组", "a@", "男，", "1月", "138-", "(0", "室1"}) {
    CAPTURE(part);
    std::string text;
    while (text.size() < 1 << 18) text += part;
    core::intake::Scrubbed counts;
    CHECK(scrubber.scrub(text, {}, counts).size() <= text.size() * 9);
  }
}

TEST_CASE("scrubber: birth dates go, other dates stay") {
  CHECK(scrub("1962年4月11日出生，").text == "〔已隐去〕出生，");
  CHECK(scrub("出生日期：1962-04-11").text == "出生日期：〔已隐去〕");
  CHECK(scrub("生于1962年").counts.birth == 1);
  CHECK(scrub("系1962年生人").counts.birth == 1);
  CHECK(scrub("男，1962年4月11日生，汉族").text == "男，〔已隐去〕生，汉族");
  CHECK(scrub("男，1962-04-11生").text == "男，〔已隐去〕生");
  check_kept("2026年3月1日生效，3月2日生产，9月1日学生开学");
  check_kept("事情发生于1998年");
}

TEST_CASE("scrubber: known names become their masked form, longer ones first") {
  const Trial trial =
      scrub("信访人郭桂建反映：郭桂建与郭桂发生争执。", {{"郭桂", "郭某"}, {"郭桂建", "郭某"}});
  CHECK(trial.text == "信访人郭某反映：郭某与郭某发生争执。");
  CHECK(trial.counts.name == 2);
}

TEST_CASE("scrubber: names nobody listed go after the words that introduce a petitioner") {
  CHECK(scrub("信访人罗刚反映").text == "信访人罗某反映");
  CHECK(scrub("信访人李静桂反映").text == "信访人李某反映");
  CHECK(scrub("来访人：欧阳磊丽等3人").text == "来访人：欧阳某等3人");
  CHECK(scrub("信访人于上午来访").text == "信访人于上午来访");
  CHECK(scrub("信访人郭某反映").text == "信访人郭某反映");
  CHECK(scrub("接谈郭桂建3次", {}, "郭").text == "接谈郭某3次");
  CHECK(scrub("接谈高校3次", {}, "郭").text == "接谈高校3次");
  CHECK(scrub("与王小明见面，王小明同意", {}, "王").text == "与王某见面，王某同意");
  CHECK(scrub("代理人李大嘴、李大嘴之妻").text == "代理人李某、李某之妻");
}

TEST_CASE("scrubber: who is named beside a petitioner goes, what only begins like a name stays") {
  CHECK(scrub("其妻子王翠花、儿子李强均在外").text == "其妻子王某、儿子李某均在外");
  CHECK(scrub("李某之妻赵玉兰患病，赵玉兰要求救助").text == "李某之妻赵某患病，赵某要求救助");
  CHECK(scrub("与邻居周大海因宅基地争执").text == "与邻居周某因宅基地争执");
  CHECK(scrub("村民代表：欧阳德到访").text == "村民代表：欧阳某到访");
  CHECK(scrub("联系人：陈小满").text == "联系人：陈某");
  CHECK(scrub("爱人孙丽").counts.name == 1);
  check_kept("妻子常年患病，儿子高考在即，女儿成家后母亲单独生活");
  check_kept("邻居强占道路，邻居房屋漏水，父亲时任村主任");
  check_kept("妻子向镇政府反映，儿子于去年返乡");
  check_kept("村民代表大会讨论，村民代表全村农户");
  check_kept("孩子上学，电子版材料，子女入学");
}

TEST_CASE(
    "scrubber: a day right behind what somebody is was a birth date, an extension is a phone") {
  CHECK(scrub("张某，男，1962年4月11日，反映").text == "张某，男，〔已隐去〕，反映");
  CHECK(scrub("王某（女，汉族，1970.03.15）").text == "王某（女，汉族，〔已隐去〕）");
  check_kept("张某，女，2021年3月到镇政府反映");
  CHECK(scrub("电话0818-6543210转803，").text == "电话〔已隐去〕，");
  check_kept("0818人次转803件");
}

TEST_CASE("scrubber: the petitioner is found again by his surname, wherever a name can end") {
  CHECK(scrub("约谈罗大刚，劝导罗刚。", {}, "罗").text == "约谈罗某，劝导罗某。");
  CHECK(scrub("罗大刚未到场，罗大刚的诉求已答复", {}, "罗").text == "罗某未到场，罗某的诉求已答复");
  CHECK(scrub("关于罗大刚反映的问题", {}, "罗").text == "关于罗某反映的问题");
  CHECK(scrub("向王家村、王主任了解，王庄村民", {}, "王").text == "向王家村、王主任了解，王庄村民");
  CHECK(scrub("高度重视，提高质量，安全生产", {}, "高").text == "高度重视，提高质量，安全生产");
  CHECK(scrub("陈述意见，陈列证据", {}, "陈").text == "陈述意见，陈列证据");
}

TEST_CASE("scrubber: numbers that are no home, no birth and no sum stay; doors and cards go") {
  check_kept("石桥村2号机井停用，国道318号线扩建，1990年生产队分地");
  CHECK(scrub("幸福小区8-2-501漏水").text == "幸福小区〔已隐去〕漏水");
  CHECK(scrub("存折号1234567890123").counts.id == 1);
  CHECK(scrub("电话1 3 8 0 0 1 3 8 0 0 0联系").counts.phone == 1);
}
