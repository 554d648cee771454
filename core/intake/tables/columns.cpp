#include "core/intake/tables/columns.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

#include "core/base/text.h"

namespace core::intake {
namespace {

constexpr std::uint8_t bit(SheetKind kind) {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(kind));
}

constexpr std::uint8_t kCases = bit(SheetKind::Cases);
constexpr std::uint8_t kUnits = bit(SheetKind::Units);
constexpr std::uint8_t kOfficials = bit(SheetKind::Officials);
constexpr std::uint8_t kLeads = bit(SheetKind::Leads);
constexpr std::uint8_t kReports = bit(SheetKind::Reports);
constexpr std::uint8_t kStatistics = bit(SheetKind::Statistics);

struct ColumnSpec {
  Column column;
  std::uint8_t kinds;
  std::string_view word;
  std::string_view headers;  // between bars, as header_key() gives them
};

// Sources: the column lists of real exports and ledgers (provincial export, visits export, city
// bureau tables, statistics sheets), and what county offices write by hand.
constexpr ColumnSpec kColumns[] = {
    {Column::CaseNumber, kCases | kLeads | kReports, "case",
     "信访件编号|信访编号|事项编号|信访事项编号|案件编号|信访件号|编号|信访件编码|省信访件编号|"
     "登记编号|件号|XFJBH|案号|化解编号"},
    {Column::Title, kCases, "title", "标题|事项名称|案件名称|信访标题|信访事项名称|BT|主题"},
    {Column::Petitioner, kCases, "petitioner",
     "姓名|信访人|来访人|信访人姓名|来访人姓名|上访人|反映人|来信人|信访人名称|投诉人|申请人|"
     "诉求人|当事人|主要信访人|信访代表|来电人|群众姓名|投诉人姓名|来电人姓名|反映人姓名|"
     "来信人姓名|申请人姓名|诉求人姓名|当事人姓名|上访人姓名|举报人姓名|举报人|信访群众|户主|"
     "联系人|代表人|代理人|户主姓名|联系人姓名|信访人姓名及电话|信访人及电话|信访人/电话|"
     "姓名及电话|姓名/电话|姓名及联系方式|信访人及联系方式|信访人姓名及联系方式|来访人及电话"},
    // Not kept there: his name is looked for in the texts beside it.
    {Column::Petitioner, kLeads | kReports, "petitioner",
     "信访人|信访人姓名|来访人|来访人姓名|上访人|信访人名称|主要信访人"},
    {Column::People, kCases, "people",
     "信访人数|人数|信访人人数|来访人数|来访人人数|RS|上访人数|反映人数|批次人数|信访人信访人数"},
    {Column::Purpose, kCases, "purpose",
     "信访目的|目的|XFMD|诉求类型|诉求性质|事项类别|信访目的类别"},
    {Column::Category, kCases, "category",
     "内容分类|信访内容分类|问题类别|NRFL|问题分类|分类|内容类别|问题类型|信访类别"},
    {Column::PetitionedOn, kCases, "received_on",
     "信访日期|信访时间|来访时间|来访日期|收到日期|收件日期|反映日期|反映时间|XFRQ|来信日期|"
     "收到时间|收信日期|来电时间"},
    {Column::RegisteredOn, kCases, "registered_on",
     "登记日期|登记时间|DJSJ|受理登记时间|录入时间|录入日期|登记年月日"},
    {Column::ForwardedOn, kCases, "forwarded_on",
     "转交责任单位日期|转交办日期|转交办时间|交办时间|交办日期|转送日期|转送时间|ZJZRDWRQ|转办时间|"
     "转办日期|转送交办日期|转交日期|转交时间"},
    {Column::AcceptedOn, kCases, "accepted_on",
     "作出受理意见日期|受理日期|受理时间|ZCSLYJRQ|受理告知日期|受理告知时间|作出受理意见时间"},
    {Column::AnsweredOn, kCases, "answered_on",
     "作出处理意见日期|处理意见日期|答复日期|答复时间|ZCCLYJRQ|作出处理意见时间|处理意见书日期|"
     "出具处理意见日期"},
    {Column::FinishedOn, kCases, "finished_on", "办结时间|办结日期|BJSJ|实际办结时间|实际办结日期"},
    {Column::Deadline, kCases, "imported_deadline",
     "限办时间|限办日期|限办截止时间|办结时限|办理时限|限期答复时间|限办截止日期|办理期限|办结期限|"
     "XBSJ|XBJZSJ|到期时间|到期日期|截止日期|截止时间|答复时限"},
    {Column::Form, kCases, "form", "信访形式|信访方式|XFXS|来源形式|信访渠道|渠道"},
    {Column::Summary, kCases, "summary",
     "概况|诉求|主要诉求|反映内容|来访诉求|信访诉求|投诉内容|内容|信访内容|诉求内容|反映问题|"
     "主要内容|反映的主要问题|内容摘要|概况信息|诉求摘要|信访概况|信访事项|问题概况|反映主要问题|"
     "基本情况|主要诉求(摘要)|诉求概况"},
    {Column::FirstTime, kCases, "first_time",
     "是否全国初次信访|是否初件|初重件|初重件类型|QGCCXFBZ|全国初次信访标志|初次信访|是否初次信访|"
     "初/重|初重"},
    {Column::Collective, kCases, "collective",
     "联名信或集体访|集体访|是否集体访|JTXFBZ|个体/集体|是否联名|联名信集体访|规模"},
    {Column::Status, kCases, "status",
     "是否办结|信访件状态|办理情况|办结标志|BJBZ|XFJCLZT|办理状态|办理结果|是否化解|状态|办件状态|"
     "化解情况|当前状态"},
    {Column::UnitRating, kCases, "unit_rating",
     "责任单位评价状态|责任单位评价|责任单位满意度|ZRDWPJZT|对责任单位评价|有权处理单位评价状态"},
    {Column::OfficeRating, kCases, "office_rating",
     "信访部门评价状态|信访部门评价|信访部门满意度|XFBMPJZT|对信访部门评价|信访机构评价状态"},
    {Column::Unit, kCases | kLeads | kReports | kStatistics, "unit",
     "责任单位|办理单位|承办单位|涉事单位|有权处理单位|主办单位|交办单位|去向机构|责任单位名称|"
     "责任单位(主办)|责任单位主办"},
    {Column::Unit, kStatistics | kOfficials | kReports, "unit",
     "单位|单位名称|所在单位|填报单位|机构|机构名称|乡镇(街道)|所属单位|任职单位"},
    {Column::UnitCode, kUnits, "code",
     "单位代码|单位编码|代码|编码|机构代码|机构编码|单位编号|行政区划代码|统一代码"},
    {Column::UnitName, kUnits, "name", "单位名称|名称|单位|机构名称|单位全称|全称"},
    {Column::UnitType, kUnits, "type",
     "单位类别|单位类型|类别|类型|机构类别|单位性质|机构类型|性质"},
    {Column::UnitAliases, kUnits, "aliases", "别名|简称|单位简称|曾用名|其他名称|又名|原名称"},
    {Column::OfficialName, kOfficials, "name", "姓名|领导姓名|领导|领导干部姓名"},
    {Column::Post, kOfficials, "post", "职务|领导职务|现任职务|职位|岗位"},
    {Column::Rank, kOfficials, "rank", "级别|领导级别|职级|领导类别|包案领导级别|层级|人员类别"},
    {Column::Oversees, kOfficials, "oversees",
     "分管单位|联系单位|分管部门|分管联系单位|包联单位|分管单位和部门|分管或联系单位"},
    {Column::AppointedOn, kOfficials, "appointed_on",
     "任职日期|任职时间|任现职时间|到任日期|任职年月"},
    {Column::Ground, kLeads, "ground",
     "包案依据|案件来源|来源|列入依据|包案类别|来源/包案依据|包案来源|案件类别|来源类别"},
    {Column::Document, kLeads, "document",
     "交办文号|文号|交办函号|来源/包案依据交办文号|依据文号|交办编号"},
    {Column::LeadLevel, kLeads, "level", "包案层级|包案级别|层级|包案领导级别"},
    {Column::CountyLeader, kLeads, "official",
     "县级包案领导|县包案领导|县级领导|包案县领导|包案领导|县级包案领导姓名|包案县级领导|"
     "包案领导姓名|区级包案领导|市级包案领导"},
    {Column::UnitLeader, kLeads, "unit_official",
     "单位包案领导|责任单位包案领导|乡镇包案领导|部门包案领导|单位包案领导姓名|乡镇(部门)包案领导|"
     "责任单位领导"},
    {Column::TaskForce, kLeads, "task_force", "工作专班|专班|专班成员|工作专班成员|化解专班"},
    {Column::Plan, kLeads, "plan", "化解方案|方案|工作方案|化解措施"},
    {Column::ResolveBy, kLeads, "resolve_by",
     "化解时限|化解期限|预计化解时间|办结时限|化解日期要求|计划化解时间|限期化解日期|化解截止日期"},
    {Column::AssignedOn, kLeads, "assigned_on",
     "交办日期|交办时间|包案日期|包案时间|明确日期|列入日期"},
    {Column::Week, kReports, "week",
     "报告周|周次|周|报告周次|报告周(起—止)|报告周期|报告期|所属周|周期|周别"},
    {Column::Work, kReports, "work",
     "本周工作|本周工作情况|工作情况|本周工作开展情况|工作措施|本周化解工作|本周工作进展|"
     "工作开展情况"},
    {Column::Progress, kReports, "progress",
     "进展|进度|化解进度|当前进度|进展阶段|完成进度|化解进展|当前进度%|进度%|案件进展"},
    {Column::Problems, kReports, "problems",
     "存在问题|困难问题|存在困难|问题|存在的问题|困难和问题"},
    {Column::NextWeek, kReports, "next",
     "下周计划|下步计划|下一步工作|下步工作|下周工作计划|下周工作|下一步计划|下步工作打算"},
    {Column::NeedsCounty, kReports, "needs_county",
     "是否需县级协调|需县级协调|是否需要县级协调|需要县级协调|是否提请县级协调"},
    {Column::FiledOn, kReports, "filed_on",
     "报送时间|报送日期|填报时间|填报日期|上报时间|上报日期|报告日期"},
    {Column::FiledBy, kReports, "by", "填报人|报送人|上报人|填表人|报告人"},
    {Column::ForwardTotal, kStatistics, "forward_total", "转送总数"},
    {Column::ForwardOnTime, kStatistics, "forward_on_time", "转送按期办结|转送按期|按期转送"},
    {Column::ForwardLate, kStatistics, "forward_late", "转送超期办结|转送超期|超期转送"},
    {Column::ForwardRate, kStatistics, "forward_rate", "转送办结率|转送按期率"},
    {Column::AcceptTotal, kStatistics, "accept_total", "受理总数"},
    {Column::AcceptOnTime, kStatistics, "accept_on_time",
     "受理按期办结|按期受理|及时受理|受理按期"},
    {Column::AcceptLate, kStatistics, "accept_late", "受理超期办结|超期受理|受理超期"},
    {Column::AcceptRate, kStatistics, "accept_rate",
     "受理办结率|及时受理率|按期受理率|按期受理告知率"},
    {Column::AnswerTotal, kStatistics, "answer_total", "答复总数|应答复总数"},
    {Column::AnswerOnTime, kStatistics, "answer_on_time", "答复按期办结|按期答复|答复按期"},
    {Column::AnswerLate, kStatistics, "answer_late", "答复超期办结|超期答复|答复超期"},
    {Column::AnswerRate, kStatistics, "answer_rate", "答复办结率|按期答复率|按期办结率"},
    {Column::TotalRate, kStatistics, "total_rate", "总办结率"},
    {Column::RatingTotal, kStatistics, "rating_total", "总数"},
    {Column::Unrated, kStatistics, "unrated", "未评价|未评价数"},
    {Column::RatedTotal, kStatistics, "rated_total", "已评价总数|已评价|已评价数"},
    {Column::Satisfied, kStatistics, "satisfied", "已评价满意数|满意|满意数|已评价满意"},
    {Column::Fair, kStatistics, "fair", "已评价基本满意数|基本满意|基本满意数|已评价基本满意"},
    {Column::Dissatisfied, kStatistics, "dissatisfied",
     "已评价不满意数|不满意|不满意数|已评价不满意"},
    {Column::OverdueUnrated, kStatistics, "overdue_unrated", "超期未评价数|超期未评价"},
    {Column::SatisfiedRate, kStatistics, "satisfied_rate", "满意率"},
    {Column::ParticipatedRate, kStatistics, "participated_rate", "参评率"},
    {Column::ContactTotal, kStatistics, "contact_total", "总件数"},
    {Column::Contacted, kStatistics, "contacted", "有办理联系记录件数|有联系记录件数"},
    {Column::ContactedRate, kStatistics, "contacted_rate", "初次信访办理联系率|办理联系率|联系率"},
    {Column::PublishableTotal, kStatistics, "publishable_total", "应公开|应公开数|应公开件数"},
    {Column::Published, kStatistics, "published", "已公开|已公开数|已公开件数"},
    {Column::PublishedRate, kStatistics, "published_rate", "公开率|公开回复率"},
    {Column::ResolvedOnce, kStatistics, "resolved_once", "一次性化解数|一次性化解件数|一次性化解"},
    {Column::FirstAnswered, kStatistics, "first_answered",
     "初次信访办结数|初次信访办结件数|初次信访事项办结数"},
};

struct DroppedHeader {
  std::string_view part;
  Dropped as;
};

constexpr DroppedHeader kDropped[] = {
    {"身份证", Dropped::Id},      {"证件", Dropped::Id},        {"护照", Dropped::Id},
    {"社保号", Dropped::Id},      {"电话", Dropped::Phone},     {"手机", Dropped::Phone},
    {"联系方式", Dropped::Phone}, {"联系号码", Dropped::Phone}, {"传真", Dropped::Phone},
    {"住址", Dropped::Address},   {"地址", Dropped::Address},   {"住所", Dropped::Address},
    {"居住", Dropped::Address},   {"户籍", Dropped::Address},   {"籍贯", Dropped::Address},
    {"经纬度", Dropped::Address}, {"出生", Dropped::Birth},     {"生日", Dropped::Birth},
    {"年龄", Dropped::Birth},     {"民族", Dropped::Other},     {"职业", Dropped::Other},
    {"性别", Dropped::Other},     {"婚姻", Dropped::Other},     {"文化程度", Dropped::Other},
    {"学历", Dropped::Other},     {"政治面貌", Dropped::Other}, {"宗教", Dropped::Other},
    {"国籍", Dropped::Other},     {"健康", Dropped::Other},     {"疾病", Dropped::Other},
    {"病史", Dropped::Other},     {"精神", Dropped::Other},     {"扬言", Dropped::Other},
    {"重点人", Dropped::Other},   {"风险", Dropped::Other},     {"越级", Dropped::Other},
    {"进京", Dropped::Other},     {"赴京", Dropped::Other},     {"特殊人", Dropped::Other},
    {"同行", Dropped::Other},     {"行踪", Dropped::Other},     {"轨迹", Dropped::Other},
    {"指纹", Dropped::Other},     {"人脸", Dropped::Other},     {"生物", Dropped::Other},
    {"照片", Dropped::Other},     {"车牌", Dropped::Other},     {"微信", Dropped::Other},
    {"QQ", Dropped::Other},       {"邮箱", Dropped::Other},     {"银行", Dropped::Other},
    {"账号", Dropped::Other},     {"账户", Dropped::Other},     {"卡号", Dropped::Other},
    {"稳控", Dropped::Other},     {"涉稳", Dropped::Other},     {"前科", Dropped::Other},
    {"家庭", Dropped::Other},     {"亲属", Dropped::Other},     {"工作单位", Dropped::Other},
    {"重点标志", Dropped::Other}};

void cut_brackets(std::string& key) {
  if (key.empty() || key.back() != ')') return;
  const std::size_t open = key.rfind('(');
  if (open != std::string::npos && open > 0) key.erase(open);
}

}  // namespace

std::string_view word(Column column) {
  for (const ColumnSpec& spec : kColumns)
    if (spec.column == column) return spec.word;
  return {};
}

Column parse_column(std::string_view text) {
  for (const ColumnSpec& spec : kColumns)
    if (spec.word == text) return spec.column;
  return Column::None;
}

bool is_of(Column column, SheetKind kind) {
  return std::any_of(std::begin(kColumns), std::end(kColumns), [=](const ColumnSpec& spec) {
    return spec.column == column && (spec.kinds & bit(kind)) != 0;
  });
}

std::string header_key(std::string_view header) {
  std::string key = fold_header(header);
  while (!key.empty() && key.front() == '*') key.erase(0, 1);
  while (!key.empty() && (key.back() == ':' || key.back() == '*')) key.pop_back();
  cut_brackets(key);
  return key;
}

Dropped dropped_as(std::string_view key) {
  for (const DroppedHeader& each : kDropped)
    if (contains(key, each.part)) return each.as;
  return Dropped::No;
}

HeaderBook::HeaderBook() {
  for (const ColumnSpec& spec : kColumns) {
    std::string_view rest = spec.headers;
    while (!rest.empty()) {
      const std::size_t bar = std::min(rest.find('|'), rest.size());
      entries_.push_back({rest.substr(0, bar), spec.kinds, spec.column});
      rest.remove_prefix(std::min(bar + 1, rest.size()));
    }
  }
  std::stable_sort(entries_.begin(), entries_.end(),
                   [](const Entry& a, const Entry& b) { return a.key < b.key; });
}

Column HeaderBook::find(std::string_view key, SheetKind kind) const {
  const auto first = std::lower_bound(
      entries_.begin(), entries_.end(), key,
      [](const Entry& entry, std::string_view value) { return entry.key < value; });
  for (auto at = first; at != entries_.end() && at->key == key; ++at)
    if ((at->kinds & bit(kind)) != 0) return at->column;
  return Column::None;
}

}  // namespace core::intake
