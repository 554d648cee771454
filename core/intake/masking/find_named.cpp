#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "core/intake/masking/cuts.h"
#include "core/intake/masking/person_words.h"
#include "core/intake/masking/surnames.h"

namespace core::intake {
namespace {

constexpr std::array<std::u32string_view, 17> kPetitionerWords = {
    U"信访人", U"来访人", U"上访人", U"反映人", U"来信人", U"申请人",
    U"投诉人", U"举报人", U"诉求人", U"当事人", U"控告人", U"申诉人",
    U"来电人", U"上访户", U"代理人", U"委托人", U"联系人"};

/// What may stand behind who stands beside a petitioner and begins like a surname, in words of two.
constexpr std::u32string_view kNoName =
    U"安置安排高考高中成家成年常年常住常常单独单位应聘房屋房产房子车祸马上白血时年时任时常相继经常"
    U"经营全部全家全体全村党员尚未尚在尚有申请强占强行强制方面通过连续查出";

/// Words that follow such a name besides kAfterName.
constexpr std::u32string_view kBehindName =
    U"和与及是为被已也均未去身患现正从无有打读死残瘫低作病失受享";

constexpr std::array<std::u32string_view, 22> kContactWords = {
    U"接谈", U"约见", U"走访", U"会见", U"联系", U"群众", U"村民", U"居民",
    U"业主", U"职工", U"家属", U"老人", U"与",   U"对",   U"向",   U"找",
    U"给",   U"和",   U"同",   U"为",   U"到",   U"访"};

/// Words that follow a name; the name ends before them.
constexpr std::array<std::u32string_view, 32> kAfterName = {
    U"反映", U"等", U"来", U"称", U"提出", U"要求", U"投诉", U"举报", U"系",   U"家",  U"住",
    U"于",   U"因", U"的", U"到", U"在",   U"对",   U"向",   U"诉",   U"申",   U"请",  U"进行",
    U"沟通", U"见", U"谈", U"说", U"先生", U"女士", U"一家", U"本人", U"一事", U"一案"};

/// Surnames that are also little words: after 信访人 they mostly are.
constexpr std::u32string_view kLittleWords = U"于向应时由经都曾成有";

constexpr std::size_t kLongestName = 4;
constexpr std::array<std::u32string_view, 9> kAfterItem = {
    U"等", U"和", U"与", U"及", U"反映", U"要求", U"投诉", U"来访", U"认为"};

/// Behind these the petitioner of a known surname is named, where a name can end; in words of two.
constexpr std::u32string_view kDealtWith =
    U"约谈劝导答复组织化解关于安抚稳住回访告知通知邀请陪同协调帮助慰问说服动员送达劝返会同要求";

/// Surnames that many ordinary words begin with: a name is only seen behind a word that introduces
/// one.
constexpr std::u32string_view kCommonBeginnings =
    U"高安方成常单向黄白马石江田房车党水金时经应相全温平易周任何余许曾和于都通连强解关文华明国支计"
    U"张陈";

std::size_t word_at(const TextPoints& text, std::size_t at,
                    std::span<const std::u32string_view> words) {
  for (const std::u32string_view word : words)
    if (text.has(at, word)) return word.size();
  return 0;
}

bool ends_name(const TextPoints& text, std::size_t at) {
  if (!is_han(text.at(at)) || text.at(at) == U'某') return true;
  return std::any_of(kAfterName.begin(), kAfterName.end(),
                     [&](std::u32string_view word) { return text.has(at, word); });
}

/// Cuts the given name of one or two characters behind a surname; whether there is one.
bool cut_name(const TextPoints& text, std::size_t at, std::size_t surname, Cuts& cuts) {
  const std::size_t begin = at + surname;
  std::size_t end = begin;
  while (end < begin + 2 && !ends_name(text, end)) ++end;
  if (end > begin) cuts.push_back({begin, end, Personal::Name});
  return end > begin;
}

bool may_end_name(const TextPoints& text, std::size_t at) {
  return ends_name(text, at) || kBehindName.find(text.at(at)) != std::u32string_view::npos;
}

/// The same of a name that ends where one can; the shorter one first.
bool cut_bounded_name(const TextPoints& text, std::size_t at, Cuts& cuts) {
  const std::size_t surname = surname_length(text.view().substr(at));
  if (surname == 0 || kLittleWords.find(text.at(at)) != std::u32string_view::npos) return false;
  if (has_pair(kNoName, text.at(at), text.at(at + 1))) return false;
  const std::size_t begin = at + surname;
  for (std::size_t end = begin + 1; end <= begin + 2; ++end) {
    if (!is_han(text.at(end - 1)) || text.at(end - 1) == U'某') return false;
    if (!may_end_name(text, end)) continue;
    cuts.push_back({begin, end, Personal::Name});
    return true;
  }
  return false;
}

/// A name of three characters that stands by itself: 罗大刚 where 罗某 petitions. 王家村 and 罗主任
/// are none, and neither is an official.
bool cut_bare_name(const TextPoints& text, std::size_t at, std::size_t surname,
                   const IsOfficial& is_official, Cuts& cuts) {
  constexpr std::u32string_view kRoles =
      U"主任书记镇长县长局长科长所长部长队长站长院长校长主席组长";
  const std::size_t begin = at + surname;
  const std::size_t end = begin + 2;
  const std::u32string_view name = text.view().substr(at, end - at);
  if (end > text.size() || !is_han(text.at(begin)) || !is_han(text.at(end - 1))) return false;
  if (has(U"某家", text.at(begin)) ||
      has(U"某镇乡村县市区路街桥河沟湾庄屯寨巷局厂站所院校组里", text.at(end - 1)))
    return false;
  if (!may_end_name(text, end) || has_pair(kRoles, text.at(begin), text.at(begin + 1)))
    return false;
  if (is_official && is_official(utf8_of(name))) return false;
  cuts.push_back({begin, end, Personal::Name});
  return true;
}

std::size_t end_of_marks(const TextPoints& text, std::size_t at) {
  while (text.at(at) == ':' || text.at(at) == ' ' || text.at(at) == U'：') ++at;
  return at;
}

/// A name that was introduced once may stand again without a word before it.
void cut_again(const TextPoints& text, std::span<const std::u32string_view> names, Cuts& cuts) {
  for (const std::u32string_view name : names) {
    const std::size_t surname = std::max<std::size_t>(surname_length(name), 1);
    for (std::size_t at = text.view().find(name); at != std::u32string_view::npos;
         at = text.view().find(name, at + name.size()))
      cuts.push_back({at + surname, at + name.size(), Personal::Name});
  }
}

bool ends_item(const TextPoints& text, std::size_t at) {
  return !is_han(text.at(at)) || word_at(text, at, kAfterItem) != 0;
}

/// `孙某、周九、吴十等12人`: who is listed behind somebody hidden is one more of them.
void cut_listed(const TextPoints& text, std::size_t comma, Cuts& cuts) {
  while (text.at(comma) == U'、') {
    const std::size_t begin = comma + 1;
    std::size_t end = begin;
    while (end < begin + kLongestName && !ends_item(text, end)) ++end;
    const std::u32string_view name = text.view().substr(begin, end - begin);
    if (!ends_item(text, end) || !looks_like_name(name)) return;
    if (name.back() != U'某') cuts.push_back({begin + surname_length(name), end, Personal::Name});
    comma = end;
  }
}

}  // namespace

void find_named(const TextPoints& text, std::u32string_view surname, const IsOfficial& is_official,
                Cuts& cuts) {
  const bool bare =
      surname.size() > 1 || (surname.size() == 1 && !has(kCommonBeginnings, surname[0]));
  std::vector<std::u32string_view> names;
  for (std::size_t at = 0; at < text.size(); ++at) {
    // All of them end in 人 or 户, which few places of a text do.
    const char32_t third = text.at(at + 2);
    if (text.at(at) == U'某' && text.at(at + 1) == U'、') cut_listed(text, at + 1, cuts);
    std::size_t passed = third == U'人' || third == U'户' ? word_at(text, at, kPetitionerWords) : 0;
    const bool any_surname = passed != 0;
    if (passed == 0 && !surname.empty()) passed = word_at(text, at, kContactWords);
    if (passed == 0) {
      const char32_t first = text.at(at);
      const char32_t second = text.at(at + 1);
      const bool beside = stands_beside(first, second);
      const bool dealt = !beside && !surname.empty() && has_pair(kDealtWith, first, second);
      const std::size_t before = beside || dealt ? 2 : 0;
      std::size_t name = end_of_marks(text, at + before);
      const bool introduced = before != 0 && (beside || text.has(name, surname));
      bool found = introduced && cut_bounded_name(text, name, cuts);
      if (!found && bare && text.has(at, surname)) {
        name = at;
        found = cut_bare_name(text, at, surname.size(), is_official, cuts);
      }
      if (found) names.push_back(text.view().substr(name, cuts.back().end - name));
      continue;
    }
    const std::size_t name = end_of_marks(text, at + passed);
    std::size_t length = 0;
    if (!surname.empty() && text.has(name, surname)) {
      length = surname.size();
    } else if (any_surname && kLittleWords.find(text.at(name)) == std::u32string_view::npos) {
      length = surname_length(text.view().substr(name));
    }
    if (length != 0 && cut_name(text, name, length, cuts))
      names.push_back(text.view().substr(name, cuts.back().end - name));
  }
  cut_again(text, names, cuts);
}

}  // namespace core::intake
