#include "tests/bench/ledger_text.h"

#include <fmt/format.h>

#include <string_view>

#include "tests/bench/measure.h"

namespace bench {
namespace {

using core::Date;

constexpr std::string_view kHeader =
    "信访件编号,姓名,信访人数,住址,手机号码,证件号码,问题属地,信访目的,内容分类,信访日期,登记日期,"
    "转交责任单位日期,作出受理意见日期,作出处理意见日期,限办时间,信访形式,概况,是否办结,责任单位,"
    "责任单位评价状态\n";

struct Unit {
  std::string_view code, name, type, group;
};
constexpr Unit kUnits[] = {{"T01", "城关镇", "township", "township"},
                           {"T02", "东河镇", "township", "township"},
                           {"T03", "西山镇", "township", "township"},
                           {"T04", "柳林镇", "township", "township"},
                           {"T05", "青石镇", "township", "township"},
                           {"T06", "竹园乡", "township", "township"},
                           {"T07", "红岩乡", "township", "township"},
                           {"T08", "滨江街道", "subdistrict", "township"},
                           {"D01", "县自然资源局", "department", "department"},
                           {"D02", "县住房和城乡建设局", "department", "department"},
                           {"D03", "县人力资源和社会保障局", "department", "department"},
                           {"D04", "县农业农村局", "department", "department"},
                           {"D05", "县教育局", "department", "department"},
                           {"D06", "县民政局", "department", "department"},
                           {"D07", "县交通运输局", "department", "department"},
                           {"D08", "县生态环境局", "department", "department"}};
constexpr std::string_view kSurnames[] = {"王", "李", "张", "刘", "陈", "杨", "赵", "黄",
                                          "周", "吴", "徐", "孙", "胡", "朱", "高", "欧阳"};
constexpr std::string_view kGivenNames[] = {"建国", "晓东", "立新", "海涛", "国平", "春华", "秀英",
                                            "玉兰", "永强", "伟",   "芳",   "敏",   "静",   "磊"};
constexpr std::string_view kPurposes[] = {"求决", "求决", "求决", "求决", "申诉", "意见建议"};
constexpr std::string_view kCategories[] = {
    "国土资源_征地补偿安置", "劳动和社会保障_拖欠工资", "城乡建设_物业服务", "城乡建设_房屋拆迁",
    "农村农业_土地承包",     "教育文体_学校招生",       "卫生计生_医疗纠纷", "民政_低保待遇",
    "交通能源_道路修建",     "环境保护_噪声污染"};
constexpr std::string_view kForms[] = {"来信", "来访", "网上信访", "电话信访", "领导信箱"};
constexpr std::string_view kMatters[] = {
    "其房屋被拆除后未得到安置补偿", "所在公司拖欠农民工工资",   "小区物业公司乱收费且不公开账目",
    "附近工厂夜间排放废气影响生活", "开发商逾期交房且拒不退款", "养老保险待遇核定有误",
    "征地补偿款发放明细没有公开",   "与邻居的宅基地边界有纠纷", "低保申请被无故拒绝",
    "损毁的灌溉水渠长期无人修复"};
constexpr std::string_view kDemands[] = {"要求依法依规足额兑现", "要求公开相关账目",
                                         "要求限期整改并书面答复", "要求核实并追究责任"};
constexpr std::string_view kRatings[] = {"满意", "基本满意", "不满意", "未评价"};

std::string digits(Dice& dice, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += static_cast<char>('0' + dice.below(10));
  return text;
}

/// As the export writes it; empty after the day of the export.
std::string day(Date date) { return date > export_day() ? std::string() : core::to_string(date); }

std::string summary(Dice& dice, std::string_view name) {
  std::string text = fmt::format("信访人{}反映{}", name, dice.pick(kMatters));
  if (dice.below(2) == 0) text += fmt::format("，{}", dice.pick(kMatters));
  text += fmt::format("：{}。", dice.pick(kDemands));
  if (dice.below(5) == 0) text += fmt::format("联系电话13{}。", digits(dice, 9));
  if (dice.below(4) != 0) return text;
  if (dice.below(3) == 0) text += "\n其称\"\"多次反映未果\"\"，请予答复";
  return fmt::format("\"{}\"", text);
}

void append_row(std::string& out, Dice& dice, int number) {
  const Date received = export_day() - static_cast<int>(dice.below(1000));
  const Date registered = received + static_cast<int>(dice.below(3));
  const Date forwarded = registered + 1 + static_cast<int>(dice.below(14));
  const Date accepted = forwarded + 1 + static_cast<int>(dice.below(15));
  const Date answered = accepted + 10 + static_cast<int>(dice.below(70));
  const bool open = dice.below(3) == 0 || answered > export_day();
  const std::string name = fmt::format("{}{}", dice.pick(kSurnames), dice.pick(kGivenNames));
  const std::size_t unit = dice.below(std::size(kUnits));
  const std::string_view place = kUnits[dice.below(8)].name;
  fmt::format_to(std::back_inserter(out), "5117{}{:010},{},{},{}{}村{}组,13{},511702{}{},",
                 core::civil(received).year, number, name, 1 + dice.below(9) * dice.below(2), place,
                 1 + dice.below(20), 1 + dice.below(9), digits(dice, 9), 1950 + dice.below(55),
                 digits(dice, 8));
  fmt::format_to(std::back_inserter(out), "某某省某某市青山县{},{},{},{},{},{},{},{},{},", place,
                 dice.pick(kPurposes), dice.pick(kCategories), day(received), day(registered),
                 day(forwarded), day(accepted), open ? std::string() : day(answered),
                 core::to_string(accepted + 60));
  fmt::format_to(std::back_inserter(out), "{},{},{},{},{}\n", dice.pick(kForms),
                 summary(dice, name), open ? "否" : "是", kUnits[unit].name,
                 open ? std::string_view() : dice.pick(kRatings));
}

}  // namespace

core::Date export_day() { return *core::make_date(2026, 11, 20); }

std::vector<core::Fact> unit_facts() {
  std::vector<core::Fact> facts;
  for (const Unit& unit : kUnits)
    facts.push_back(
        {"unit.registered",
         *core::make_date(2020, 1, 2),
         {},
         {{"unit", unit.code}, {"name", unit.name}, {"type", unit.type}, {"group", unit.group}}});
  return facts;
}

std::string ledger_csv(int rows) {
  Dice dice(2026);
  std::string out(kHeader);
  out.reserve(static_cast<std::size_t>(rows) * 420);
  for (int number = 1; number <= rows; ++number) append_row(out, dice, number);
  return out;
}

}  // namespace bench
