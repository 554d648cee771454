#include "core/intake/masking/person_words.h"

#include <algorithm>

#include "core/intake/masking/surnames.h"
#include "core/intake/masking/text_points.h"

namespace core::intake {
namespace {

/// Organisations; the name of one of their people may follow.
constexpr std::u32string_view kOrganisations[] = {
    U"公司",   U"集团", U"企业",   U"工厂", U"厂",   U"村委", U"居委", U"委员会", U"全体", U"小组",
    U"合作社", U"学校", U"中学",   U"小学", U"大学", U"医院", U"协会", U"集体",   U"部分", U"社区",
    U"中心",   U"超市", U"事务所", U"商会", U"银行", U"农场", U"林场", U"煤矿",   U"匿名", U"政府"};

/// People; the name of one of them often follows.
constexpr std::u32string_view kPeople[] = {U"业主",   U"村民", U"居民", U"职工", U"员工", U"工人",
                                           U"农民工", U"群众", U"住户", U"商户", U"家长", U"市民",
                                           U"网民",   U"教师", U"司机", U"用户"};

/// What one person is; a name follows or stands before.
constexpr std::u32string_view kRoles[] = {
    U"军人",   U"干部",   U"党员", U"学生",   U"患者", U"老板",   U"律师",   U"医生",
    U"护士",   U"书记",   U"主任", U"会计",   U"支书", U"户主",   U"房东",   U"老人",
    U"代表",   U"代表人", U"经理", U"负责人", U"法人", U"残疾人", U"联系人", U"姓名",
    U"低保户", U"访人",   U"映人", U"请人",   U"诉人", U"求人",   U"理人",   U"托人",
    U"事人",   U"报人",   U"告人", U"电人",   U":"};

constexpr std::u32string_view kHonorifics[] = {U"先生", U"女士", U"同志", U"老师", U"小姐"};

/// Who stands beside the one named.
constexpr std::u32string_view kKin[] = {U"夫妇", U"夫妻", U"一家", U"全家", U"家属", U"家人",
                                        U"亲属", U"父子", U"父女", U"母子", U"母女", U"兄弟",
                                        U"姐妹", U"子女", U"本人", U"之妻", U"之夫", U"之子",
                                        U"之女", U"妻子", U"丈夫", U"儿子", U"女儿"};

constexpr std::u32string_view kSaysNoName[] = {U"男", U"女", U"汉族", U"电话", U"手机"};

bool is_office(std::u32string_view text) { return has(U"部处室所站店班队局厂组委区", text.back()); }

/// Where the last of the words in the text ends; 0 when none of them stands in it.
std::size_t last_end(std::u32string_view text, Words words) {
  std::size_t end = 0;
  for (const std::u32string_view word : words)
    if (const std::size_t at = text.rfind(word); at != std::u32string_view::npos)
      end = std::max(end, at + word.size());
  return end;
}

/// Takes one of the words off the end, unless less than `left` would be left.
void cut_end(std::u32string_view& text, Words words, std::size_t left) {
  for (const std::u32string_view word : words)
    if (text.size() >= word.size() + left && text.ends_with(word)) text.remove_suffix(word.size());
}

/// `赵大力教师`: the name before what somebody is; empty when there is none.
std::u32string_view name_before_role(std::u32string_view piece) {
  if (piece.size() <= 3 && surname_length(piece) != 0 && !is_one_of(piece, kPeople)) return piece;
  for (std::size_t length = std::min<std::size_t>(piece.size(), 5) - 1; length > 1; --length) {
    const std::u32string_view name = piece.substr(0, length);
    const std::u32string_view role = piece.substr(length);
    const bool of_one = is_one_of(role, kRoles) || role == U"教师" || role == U"司机";
    if (of_one && looks_like_name(name) && !is_place(name) && !is_of_group(name)) return name;
  }
  return {};
}

}  // namespace

bool is_one_of(std::u32string_view text, Words words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool stands_beside(char32_t first, char32_t second) {
  constexpr std::u32string_view kBeside =
      U"妻子丈夫儿子女儿父亲母亲哥哥弟弟姐姐妹妹之妻之夫之子之女其妻其夫其子其女邻居爱人"
      U"儿媳女婿孙子孙女公公婆婆岳父岳母弟媳家属亲属其父其母之父之母代表";
  return has_pair(kBeside, first, second);
}

bool looks_like_name(std::u32string_view text) {
  const std::size_t surname = surname_length(text);
  return surname != 0 && text.size() > surname && text.size() <= surname + 2 &&
         std::all_of(text.begin(), text.end(), is_han) && !is_office(text);
}

std::u32string_view name_at_end(std::u32string_view text) {
  for (std::size_t length = std::min<std::size_t>(text.size(), 4); length > 1; --length) {
    const std::u32string_view end = text.substr(text.size() - length);
    if (looks_like_name(end)) return end;
  }
  return {};
}

std::size_t end_of_words(std::u32string_view text) {
  std::size_t end = last_end(text, kRoles);
  end = std::max(end, last_end(text, kOrganisations));
  end = std::max(end, last_end(text, kPeople));
  while (end > 0 && end < text.size() && has(U": 的", text[end])) ++end;
  return end;
}

bool is_of_group(std::u32string_view text) {
  return last_end(text, kOrganisations) != 0 || last_end(text, kPeople) != 0;
}

bool is_description(std::u32string_view piece) {
  return is_digit(piece.front()) || is_one_of(piece, kSaysNoName) || is_one_of(piece, kKin) ||
         is_one_of(piece, kPeople) || is_one_of(piece, kRoles);
}

bool is_place(std::u32string_view text) { return has(U"镇乡村县市岁户族", text.back()); }

std::u32string_view plain_name(std::u32string_view piece) {
  const bool chinese = !piece.empty() && is_han(piece.front());
  const auto is_mark = [chinese](char32_t c) {
    return is_digit(c) || c == '-' || c == ':' || (chinese && !is_han(c) && c != U'·');
  };
  while (!piece.empty() && is_mark(piece.back())) piece.remove_suffix(1);
  cut_end(piece, kHonorifics, 1);
  const std::size_t with_kin = piece.size();
  cut_end(piece, kKin, 2);
  while (piece.size() < with_kin && piece.size() > 2 && has(U"及和与的", piece.back()))
    piece.remove_suffix(1);
  return piece;
}

std::u32string_view name_in(std::u32string_view piece) {
  const std::size_t surname = surname_length(piece);
  const std::size_t end = end_of_words(piece);
  const std::u32string_view rest = piece.substr(end);
  if (rest.find(U'·') != std::u32string_view::npos) return rest;
  if (end == 0) {
    if (surname != 0 && piece.size() <= surname + 3) return piece;
    const std::u32string_view name = name_at_end(piece);
    return name.empty() ? piece : name;
  }
  if (rest.empty()) return name_before_role(piece);
  if (rest.size() == 1) return surname_length(rest) != 0 ? rest : std::u32string_view();
  if (const std::u32string_view name = name_at_end(rest); !name.empty()) return name;
  const bool group = is_office(rest) || has(U"会盟舍楼院群团", rest.back());
  return rest.size() > 4 || group || last_end(piece, kOrganisations) == end ? std::u32string_view()
                                                                            : rest;
}

}  // namespace core::intake
