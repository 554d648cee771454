// To whom a proposal can go and what it can cite (7.3, 条例40).
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>

#include "core/base/text.h"
#include "core/model/in_office.h"
#include "core/model/step_look.h"
#include "core/model/unit_name.h"

namespace core {
namespace {

constexpr int kLastArticle = 50;
constexpr int kFirstOfLiability = 42;
constexpr int kLastOfLiability = 46;

/// The county's own party committee, its government, or both, however they are called; none of
/// their departments.
bool is_county(const State& state, std::string_view to) {
  if (to == "county") return true;
  constexpr std::string_view kBetween[] = {"、", "和", "及", "与", "，", " ", "　", "中共"};
  constexpr std::string_view kOrgans[] = {"人民政府", "政府", "党委", "委员会", "委"};
  bool named = false;
  while (!to.empty()) {
    // The county's name may itself begin with what stands between two names.
    while (!take_county(to, state.county_name()) && take_word(to, kBetween)) {
    }
    if (!take_word(to, kOrgans)) return false;
    named = true;
  }
  return named;
}

/// An organ that can hold somebody to account: one on the register, or what is called like one.
bool may_be_organ(const State& state, std::string_view to, Date day) {
  if (named_unit(state, to, day).known()) return true;
  const std::string_view words[] = {"委", "部", "局", "政府", "办", "院", "厅", "组", "机关", "党"};
  return std::any_of(std::begin(words), std::end(words),
                     [to](std::string_view each) { return contains(to, each); });
}

/// The unit complained of: as said, else who handles the case.
UnitIndex accused(const StepLook& look) {
  const UnitIndex said = look.state.find_unit(look.text("unit"));
  if (said.known()) return said;
  const CaseIndex about = look.state.find_case(look.text("case"));
  if (!about.known()) return {};
  const CaseRow& row = look.state.case_row(about);
  UnitIndex unit = row.unit;
  for (std::uint32_t at = row.first_event; at != kNoIndex; at = look.state.event(at).next) {
    const Event& event = look.state.event(at);
    if (event.kind == EventKind::Forwarded && event.unit.known() && event.on <= look.fact.on)
      unit = event.unit;
  }
  return unit;
}

void check_improvement(const StepLook& look, std::string_view to) {
  const UnitIndex unit = named_unit(look.state, to, look.fact.on);
  if (!unit.known())
    return look.refuse(fmt::format("改进工作建议应提给登记在册的单位，没有“{}”", to));
  std::string gone = retired_before(look.state.unit(unit).code, look.fact.on, look.state);
  if (!gone.empty()) look.refuse(std::move(gone));
}

void check_accountability(const StepLook& look, std::string_view to) {
  const UnitIndex unit = accused(look);
  if (unit.known() && is_named(look.state, look.state.unit(unit), to))
    return look.refuse("追究责任建议应提给有管理权限的机关，不能提给所涉单位");
  if (!may_be_organ(look.state, to, look.fact.on))
    look.refuse(fmt::format("追究责任建议应提给有管理权限的机关，“{}”不像机关名称", to));
}

/// 条例40, 条例45(1): an article there is. Of those that ground liability (条例42 to 46) the items
/// are known.
bool is_article(std::string_view text) {
  constexpr std::string_view kRegulation = "条例";
  const std::string_view cited = text;
  if (text.substr(0, kRegulation.size()) != kRegulation) return false;
  text.remove_prefix(kRegulation.size());
  int number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || number < 1 || number > kLastArticle) return false;
  if (rest == end) return true;
  if (number >= kFirstOfLiability && number <= kLastOfLiability) return code_label(cited) != cited;
  return *rest == '(' && end - rest == 3 && rest[1] >= '1' && rest[1] <= '9' && rest[2] == ')';
}

void check_articles(const StepLook& look) {
  const Value* articles = look.fact.fields.find("articles");
  if (!articles || !articles->list()) return;
  for (const Value& article : *articles->list())
    if (article.text() && !is_article(*article.text()))  // else said by the check of types
      look.refuse(fmt::format("依据条款“{}”应是条例中有的条款，写作条例40或条例45(1)（半角括号）",
                              *article.text()));
}

}  // namespace

// 条例40: improving work goes to the organ concerned, policy to the county itself.
void check_proposal(const StepLook& look) {
  const std::string_view type = look.text("type");
  const std::string_view to = look.text("to");
  if (type == word(ProposalType::Improve)) check_improvement(look, to);
  if (type == word(ProposalType::Policy) && !is_county(look.state, to))
    look.refuse("完善政策建议应提给本级党委和政府");
  if (type == word(ProposalType::Accountability)) check_accountability(look, to);
  check_articles(look);
}

// 条例40(4): what becomes of a proposal is answered in writing, with the reason when it is not
// taken up (回执).
void check_proposal_answer(const StepLook& look) {
  if (look.text("adopted") == word(Adopted::No) && look.is_blank("reason"))
    look.refuse("不采纳建议的，应说明理由");
}

}  // namespace core
