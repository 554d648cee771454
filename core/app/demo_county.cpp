#include "core/app/demo_county.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace core::app {
namespace {

/// SplitMix64: the standard's distributions differ between libraries, this does not.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  int below(int bound) {
    state_ += 0x9E3779B97F4A7C15u;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return static_cast<int>((z ^ (z >> 31)) % static_cast<std::uint64_t>(bound));
  }
  bool chance(int percent) { return below(100) < percent; }

  template <typename Item, std::size_t Count>
  Item pick(const std::array<Item, Count>& items) {
    return items[static_cast<std::size_t>(below(static_cast<int>(Count)))];
  }

 private:
  std::uint64_t state_;
};

constexpr std::array kTownships = std::to_array<std::string_view>(
    {"城关镇", "东河镇", "西山镇", "北桥镇", "柳林镇", "龙泉镇", "双河镇", "青石镇", "白沙镇",
     "云峰镇", "石门乡", "竹园乡", "大湾乡", "小河乡", "红岩乡", "新华街道", "南坪街道",
     "滨江街道"});
constexpr std::array kDepartments = std::to_array<std::string_view>(
    {"县自然资源局", "县住房和城乡建设局", "县人力资源和社会保障局", "县农业农村局", "县教育局",
     "县卫生健康局", "县民政局", "县交通运输局", "县生态环境局", "县水利局", "县市场监督管理局",
     "县城市管理局"});
constexpr std::array kSurnames = std::to_array<std::string_view>(
    {"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高"});
constexpr std::array kGivenNames =
    std::to_array<std::string_view>({"志远", "建国", "文博", "晓东", "立新", "海涛", "明辉", "国平",
                                     "春华", "秀英", "玉兰", "永强", "世杰", "子涵", "雨桐"});
constexpr std::array kMatters = std::to_array<std::string_view>(
    {"征地补偿安置", "拖欠工资", "宅基地", "物业服务", "房屋拆迁", "土地承包", "学校招生",
     "医疗纠纷", "低保待遇", "道路修建", "环境污染", "村务公开"});
constexpr std::array kDemands = std::to_array<std::string_view>(
    {"要求依法依规足额兑现", "要求公开相关账目", "要求限期整改并书面答复", "要求核实并追究责任"});
constexpr std::array kForms =
    std::to_array<std::string_view>({"letter", "visit", "web", "phone", "mailbox"});
constexpr std::array kGrounds = std::to_array<std::string_view>(
    {"city_assigned", "county_screened", "province_individual", "city_leader_reception",
     "province_listed", "city_listed", "province_collective"});
constexpr std::array kRatings =
    std::to_array<std::string_view>({"satisfied", "satisfied", "fair", "dissatisfied", "unrated"});

class County {
 public:
  County(const DemoPlan& plan, const std::function<void(const Fact&)>& take)
      : plan_(plan), take_(take), dice_(plan.seed) {}

  void invent() {
    start_ = plan_.today - 365 * plan_.years - 30;
    add("county.named", start_, {{"name", "演示县"}});
    invent_units();
    invent_leaders();
    for (int i = 1; i <= plan_.cases; ++i) invent_case(i);
  }

 private:
  void add(std::string_view kind, Date on, Fields fields) {
    take_(Fact{std::string(kind), on, "演示", std::move(fields)});
  }

  /// Adds the fact if its day has come. False = the case ends here for now.
  bool add_if_past(std::string_view kind, Date on, Fields fields) {
    if (on > plan_.today) return false;
    add(kind, on, std::move(fields));
    return true;
  }

  std::string name() { return fmt::format("{}{}", dice_.pick(kSurnames), dice_.pick(kGivenNames)); }

  void invent_unit(std::string code, std::string_view unit, std::string_view type,
                   std::string_view group) {
    add("unit.registered", start_,
        {{"unit", code}, {"name", unit}, {"type", type}, {"group", group}});
    add("official.appointed", start_,
        {{"official", code + "/1"},
         {"name", name()},
         {"post", "主要领导"},
         {"rank", "unit_main"},
         {"unit", code}});
    add("official.appointed", start_,
        {{"official", code + "/2"},
         {"name", name()},
         {"post", "分管领导"},
         {"rank", "unit_deputy"},
         {"unit", code}});
    units_.push_back(std::move(code));
  }

  void invent_units() {
    for (std::size_t i = 0; i < kTownships.size(); ++i) {
      const bool street = kTownships[i].find("街道") != std::string_view::npos;
      invent_unit(fmt::format("T{:02}", i + 1), kTownships[i], street ? "subdistrict" : "township",
                  "township");
    }
    for (std::size_t i = 0; i < kDepartments.size(); ++i)
      invent_unit(fmt::format("D{:02}", i + 1), kDepartments[i], "department", "department");
  }

  void invent_leaders() {
    constexpr int kLeaders = 8;
    for (int i = 0; i < kLeaders; ++i) {
      List oversees;
      for (std::size_t unit = static_cast<std::size_t>(i); unit < units_.size(); unit += kLeaders)
        oversees.emplace_back(units_[unit]);
      add("official.appointed", start_,
          {{"official", fmt::format("L{}", i + 1)},
           {"name", name()},
           {"post", "县领导"},
           {"rank", i < 2 ? "county_main" : "county_leader"},
           {"oversees", std::move(oversees)}});
    }
  }

  void invent_case(int number) {
    const Date received = plan_.today - dice_.below(365 * plan_.years);
    const auto unit_index = static_cast<std::size_t>(dice_.below(static_cast<int>(units_.size())));
    const std::string& unit = units_[unit_index];
    const std::string id = fmt::format("XF{}{:07}", civil(received).year, number);
    register_case(id, unit, received);

    const Date forwarded = received + 1 + dice_.below(dice_.chance(12) ? 30 : 14);
    const Date accepted = forwarded + 1 + dice_.below(dice_.chance(10) ? 25 : 13);
    const Date answered = accepted + 15 + dice_.below(dice_.chance(15) ? 80 : 44);
    if (!add_if_past("case.forwarded", forwarded, {{"case", id}, {"unit", unit}})) return;
    if (!add_if_past("case.accepted", accepted, {{"case", id}, {"unit", unit}})) return;
    if (dice_.chance(plan_.led_percent)) invent_lead(id, unit, accepted);
    if (!add_if_past("case.answered", answered, {{"case", id}})) return;
    add_if_past("case.rated", answered + 5,
                {{"case", id}, {"party", "unit"}, {"rating", dice_.pick(kRatings)}});
  }

  void register_case(const std::string& id, const std::string& unit, Date received) {
    const std::string_view matter = dice_.pick(kMatters);
    const bool collective = dice_.chance(15);
    const int people = collective ? 5 + dice_.below(40) : 1;
    const std::string_view surname = dice_.pick(kSurnames);
    const std::string_view demand = dice_.pick(kDemands);
    add("case.registered", received,
        {{"case", id},
         {"unit", unit},
         {"title", fmt::format("{}问题", matter)},
         {"summary", fmt::format("{}某反映{}问题：{}。", surname, matter, demand)},
         {"category", matter},
         {"petitioner",
          collective ? fmt::format("{}某等{}人", surname, people) : fmt::format("{}某", surname)},
         {"form", dice_.pick(kForms)},
         {"purpose", dice_.chance(85) ? "appeal" : "advice"},
         {"people", people},
         {"collective", collective},
         {"first_time", dice_.chance(70)},
         {"received_on", to_string(received)}});
  }

  void invent_lead(const std::string& id, const std::string& unit, Date from) {
    const Date grounded = from + dice_.below(10);
    const std::string_view ground = dice_.pick(kGrounds);
    if (!add_if_past("case.grounded", grounded, {{"case", id}, {"ground", ground}})) return;
    const bool main = ground == "province_listed" || ground == "province_collective";
    const Date assigned = grounded + 1 + dice_.below(6);
    Fields lead{{"case", id},
                {"level", main ? "county_main" : "county_portfolio"},
                {"official", fmt::format("L{}", main ? 1 + dice_.below(2) : 3 + dice_.below(6))},
                {"unit_official", unit + (main ? "/1" : "/2")},
                {"resolve_by", to_string(assigned + 90)}};
    if (dice_.chance(80)) lead.set("plan", "一案一策化解方案");
    if (!add_if_past("lead.assigned", assigned, std::move(lead))) return;
    invent_reports(id, assigned);
  }

  void invent_reports(const std::string& id, Date assigned) {
    const int weeks = 6 + dice_.below(20);
    Date start = monday(iso_week(assigned)) + 7;
    for (int i = 0; i < weeks; ++i, start = start + 7) {
      if (dice_.chance(12)) continue;
      const Date filed = start + (dice_.chance(85) ? 3 : 8);
      if (!add_if_past("report.filed", filed,
                       {{"case", id},
                        {"week", to_string(iso_week(start))},
                        {"progress", std::min(95, 10 + i * 5)},
                        {"work", "接谈并研究化解措施"}}))
        return;
    }
    const Date closed = start + 2;
    if (!add_if_past("case.resolved", closed, {{"case", id}, {"result", "full"}})) return;
    add_if_past("case.closed", closed + 1, {{"case", id}, {"approver", "联席会议召集人"}});
  }

  const DemoPlan& plan_;
  const std::function<void(const Fact&)>& take_;
  Dice dice_;
  Date start_;
  std::vector<std::string> units_;
};

}  // namespace

void invent_county(const DemoPlan& plan, const std::function<void(const Fact&)>& take) {
  County(plan, take).invent();
}

}  // namespace core::app
