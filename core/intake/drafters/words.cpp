#include "core/intake/drafters/words.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "core/base/text.h"

namespace core::intake {
namespace {

template <typename Code>
struct Word {
  std::string_view text;
  Code code;
};

constexpr Word<Form> kForms[] = {
    {"来信", Form::Letter},      {"信件", Form::Letter},      {"书信", Form::Letter},
    {"来访", Form::Visit},       {"走访", Form::Visit},       {"接访", Form::Visit},
    {"网上信访", Form::Web},     {"手机信访", Form::Web},     {"微信信访", Form::Web},
    {"网上建议", Form::Web},     {"网信", Form::Web},         {"网上", Form::Web},
    {"信息网络", Form::Web},     {"人民网留言", Form::Web},   {"电话信访", Form::Phone},
    {"来电", Form::Phone},       {"电话", Form::Phone},       {"热线", Form::Phone},
    {"领导信箱", Form::Mailbox}, {"书记信箱", Form::Mailbox}, {"县长信箱", Form::Mailbox},
    {"市长信箱", Form::Mailbox}, {"传真", Form::Letter}};

constexpr Word<Purpose> kPurposes[] = {
    {"求决", Purpose::Appeal},       {"申诉", Purpose::Appeal},     {"申诉求决", Purpose::Appeal},
    {"申诉求决类", Purpose::Appeal}, {"意见建议", Purpose::Advice}, {"建议意见", Purpose::Advice},
    {"建议意见类", Purpose::Advice}, {"建议", Purpose::Advice},     {"其他", Purpose::Other},
    {"其它", Purpose::Other},        {"咨询", Purpose::Other},      {"感谢", Purpose::Other}};

constexpr Word<Rating> kRatings[] = {
    {"满意", Rating::Satisfied},           {"基本满意", Rating::Fair},
    {"不满意", Rating::Dissatisfied},      {"未评价", Rating::Unrated},
    {"未参评", Rating::Unrated},           {"超期未评价", Rating::Unrated},
    {"已评价满意", Rating::Satisfied},     {"已评价基本满意", Rating::Fair},
    {"已评价不满意", Rating::Dissatisfied}};

/// All parts must stand in the text; earlier entries go first.
struct GroundWord {
  std::array<std::string_view, 2> parts;
  Ground ground;
};

constexpr GroundWord kGrounds[] = {{{"进京", ""}, Ground::BeijingVisit},
                                   {{"赴京", ""}, Ground::BeijingVisit},
                                   {{"国家", "挂牌"}, Ground::NationalListed},
                                   {{"中央", "挂牌"}, Ground::NationalListed},
                                   {{"省", "挂牌"}, Ground::ProvinceListed},
                                   {{"市", "挂牌"}, Ground::CityListed},
                                   {{"省集", ""}, Ground::ProvinceCollective},
                                   {{"省", "集体"}, Ground::ProvinceCollective},
                                   {{"省个", ""}, Ground::ProvinceIndividual},
                                   {{"到省", "个"}, Ground::ProvinceIndividual},
                                   {{"赴省", "个"}, Ground::ProvinceIndividual},
                                   {{"中央", "交办"}, Ground::CentralAssigned},
                                   {{"国家", "交办"}, Ground::CentralAssigned},
                                   {{"省", "交办"}, Ground::ProvinceAssigned},
                                   {{"市委", "批"}, Ground::CityLeaderInstruction},
                                   {{"市长", "批"}, Ground::CityLeaderInstruction},
                                   {{"市长", "访"}, Ground::CityLeaderReception},
                                   {{"市领导", "批"}, Ground::CityLeaderInstruction},
                                   {{"市领导", "阅"}, Ground::CityLeaderInstruction},
                                   {{"市领导", "访"}, Ground::CityLeaderReception},
                                   {{"市", "交办"}, Ground::CityAssigned},
                                   {{"上级", "交办"}, Ground::SuperiorAssigned},
                                   {{"上级", "督办"}, Ground::SuperiorAssigned},
                                   {{"排查", ""}, Ground::CountyScreened}};

template <typename Code, std::size_t kCount>
Code find_word(const Word<Code> (&words)[kCount], std::string_view text) {
  const auto same = [text](const Word<Code>& word) { return word.text == text; };
  const auto exact = std::find_if(std::begin(words), std::end(words), same);
  if (exact != std::end(words)) return exact->code;
  const Code code = parse_code<Code>(text);  // the contract's own word
  if (code != Code::Unknown) return code;
  const std::string folded = fold_header(text);
  if (folded == text) return Code::Unknown;
  const auto again = std::find_if(std::begin(words), std::end(words),
                                  [&](const Word<Code>& word) { return word.text == folded; });
  return again == std::end(words) ? Code::Unknown : again->code;
}

bool has_any(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [text](std::string_view part) { return contains(text, part); });
}

Ground ground_of(std::string_view text) {
  if (const Ground code = parse_code<Ground>(text); code != Ground::Unknown) return code;
  if (has_any(text, {"未挂牌", "非省", "非市", "非国", "没有"})) return Ground::Unknown;
  // What lies within other words names nobody: 全省集中治理 is no 省集, 县市场监管局 no city.
  const std::string said = replace_all(replace_all(std::string(text), "集中", ""), "市场", "");
  for (const GroundWord& word : kGrounds)
    if (contains(said, word.parts[0]) && contains(said, word.parts[1])) return word.ground;
  return Ground::Unknown;
}

constexpr std::size_t kLongestTitle = 24;

}  // namespace

Form form_of(std::string_view text) { return find_word(kForms, text); }

// Whatever else the cell says: what is told of an accusation must not get in for a word.
Purpose purpose_of(std::string_view text) {
  const auto accuses = [](std::string_view said) {
    for (const std::string_view word : {"控告", "检举", "举报", "揭发", "检控", "涉纪", "反腐"})
      if (contains(said, word)) return true;
    return false;
  };
  if (accuses(text)) return Purpose::Accusation;
  const Purpose found = find_word(kPurposes, text);
  return found == Purpose::Unknown && accuses(fold_header(text)) ? Purpose::Accusation : found;
}

Rating rating_of(std::string_view text) { return find_word(kRatings, text); }

std::optional<std::vector<Ground>> grounds_of(std::string_view text) {
  std::vector<Ground> grounds;
  for (const std::string& piece : split_any(text, {"、", "，", ",", ";", "；", "/", "\n", "+"})) {
    const Ground ground = ground_of(fold_header(piece));
    if (ground == Ground::Unknown) return std::nullopt;
    if (std::find(grounds.begin(), grounds.end(), ground) == grounds.end())
      grounds.push_back(ground);
  }
  return grounds;
}

LeadLevel lead_level_of(std::string_view text) {
  if (const LeadLevel code = parse_code<LeadLevel>(text); code != LeadLevel::None) return code;
  if (contains(text, "主要")) return LeadLevel::CountyMain;
  if (contains(text, "分管")) return LeadLevel::CountyPortfolio;
  return has_any(text, {"县级", "县领导", "区级", "市级"}) ? LeadLevel::CountyLeader
                                                           : LeadLevel::None;
}

OfficialRank rank_of(std::string_view text) {
  if (const OfficialRank code = parse_code<OfficialRank>(text); code != OfficialRank::Unknown)
    return code;
  if (contains(text, "联络员")) return OfficialRank::Liaison;
  const bool unit = has_any(text, {"单位", "乡镇", "部门", "镇", "局"});
  const bool county = !unit && has_any(text, {"县", "区", "市"});
  if (contains(text, "主要"))
    return county ? OfficialRank::CountyMain
           : unit ? OfficialRank::UnitMain
                  : OfficialRank::Unknown;
  if (county && contains(text, "领导")) return OfficialRank::CountyLeader;
  if (unit && has_any(text, {"分管", "副职", "班子", "领导"})) return OfficialRank::UnitDeputy;
  return OfficialRank::Unknown;
}

UnitType unit_type_of(std::string_view text, std::string_view name) {
  if (const UnitType code = parse_code<UnitType>(text); code != UnitType::Unknown) return code;
  if (contains(text, "垂")) return UnitType::Vertical;
  if (has_any(text, {"国企", "企业", "公司"})) return UnitType::Enterprise;
  if (has_any(text, {"园区", "管委会", "开发区"})) return UnitType::Park;
  if (has_any(text, {"乡", "镇", "街道"})) {
    const bool subdistrict = ends_with(name, "街道") || ends_with(name, "街道办事处");
    return subdistrict || text == "街道" ? UnitType::Subdistrict : UnitType::Township;
  }
  if (has_any(text, {"部门", "县直", "区直", "市直", "机关", "直属"})) return UnitType::Department;
  return UnitType::Unknown;
}

UnitGroup group_of(UnitType type) {
  if (type == UnitType::Unknown) return UnitGroup::Unknown;
  return type == UnitType::Township || type == UnitType::Subdistrict ? UnitGroup::Township
                                                                     : UnitGroup::Department;
}

std::string category_of(std::string_view text) {
  std::string out;
  for (const std::string& part : split_any(text, {"_", "/", "／", "-", ">", "＿", "\\"})) {
    if (!out.empty()) out += '/';
    out += part;
  }
  return out;
}

std::string title_of_category(std::string_view category) {
  const std::size_t slash = category.rfind('/');
  std::string title(slash == std::string_view::npos ? category : category.substr(slash + 1));
  if (title.empty()) return title;
  for (const std::string_view end : {"问题", "纠纷", "争议", "事项"})
    if (ends_with(title, end)) return title;
  return title + "问题";
}

std::string title_of_summary(std::string_view summary) {
  constexpr std::string_view kSpeech = "反映";
  constexpr std::string_view kMatter = "问题";
  const std::size_t said = summary.find(kSpeech);
  if (said != std::string_view::npos) summary.remove_prefix(said + kSpeech.size());
  while (starts_with(summary, "：") || starts_with(summary, ":"))
    summary.remove_prefix(summary.front() == ':' ? 1 : 3);
  std::size_t end = summary.size();
  for (const std::string_view mark : {"：", "。", "，", "；", "！", ":", ",", ";", "\n", "〔"})
    end = std::min(end, summary.find(mark));
  std::string_view clause = trim(summary.substr(0, end));
  const std::size_t matter = clause.find(kMatter);
  if (said != std::string_view::npos && matter != std::string_view::npos)
    clause = clause.substr(0, matter + kMatter.size());
  std::size_t at = 0;
  for (std::size_t i = 0; i < kLongestTitle && at < clause.size(); ++i) next_code_point(clause, at);
  return std::string(clause.substr(0, at));
}

}  // namespace core::intake
