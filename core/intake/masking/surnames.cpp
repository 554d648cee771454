#include "core/intake/masking/surnames.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace core::intake {
namespace {

// The most common ones of the 2020 census, then those of the Hundred Family Surnames still in use.
constexpr std::u32string_view kSingle =
    U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏"
    U"苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛段郝顾龚邵"
    U"覃武钱戴严莫孔向常汤康易牛文季邢詹颜倪樊兰路殷施洪翟安鲁俞章葛柳毕岳齐伍庄涂祝邬谷关童聂"
    U"辛管左骆祁盛耿舒温欧申甘游裴鲍阮焦梅庞柯翁丘卜冉申褚窦娄古尤包费单宁项阳冷应骆霍房米屈祖"
    U"车解池党明司仲闵全滕桂农隋蓝纪凌成占边师代桑原凤卫晏冼简阎苗苑蒙娄辜靳连卓岑尚饶麦柴穆喻"
    U"华木蔺邝苟查楚敖栾晋鞠宫闻商沙牟荆刁初薄卞郎乐时相哈战官贲籍花巫佟匡艾佘幸计区储鄢井元臧"
    U"裘揭台班强都胥扈国宗席仇展亓缪荀嵇封支昝储逄虞燕鹿丛谈危平皮宿车宣郁杭诸松笪经居衡步利弓"
    U"隗山巴牧厉戎羿粟蓬束咸卿屠濮寿通边尚别晁暨习慕令召仝肇由铁敬";

constexpr std::u32string_view kCompound[] = {
    U"欧阳", U"司马", U"上官", U"诸葛", U"东方", U"皇甫", U"尉迟", U"公孙", U"令狐", U"慕容",
    U"长孙", U"宇文", U"司徒", U"夏侯", U"端木", U"闻人", U"独孤", U"南宫", U"西门", U"东郭",
    U"百里", U"呼延", U"轩辕", U"钟离", U"公冶", U"司空", U"申屠", U"太史", U"淳于", U"澹台",
    U"濮阳", U"单于", U"赫连", U"完颜", U"纳兰", U"拓跋", U"万俟", U"谷梁", U"仲孙", U"鲜于",
    U"闾丘", U"公羊", U"左丘", U"叶赫", U"耶律", U"第五", U"范姜", U"陈梁"};

std::uint64_t pair_key(std::u32string_view two) {
  return static_cast<std::uint64_t>(two[0]) << 32 | two[1];
}

bool is_single(char32_t c) {
  static const std::u32string kSorted = [] {
    std::u32string sorted(kSingle);
    std::sort(sorted.begin(), sorted.end());
    return sorted;
  }();
  return std::binary_search(kSorted.begin(), kSorted.end(), c);
}

bool is_compound(std::u32string_view two) {
  static const std::vector<std::uint64_t> kSorted = [] {
    std::vector<std::uint64_t> sorted;
    for (const std::u32string_view name : kCompound) sorted.push_back(pair_key(name));
    std::sort(sorted.begin(), sorted.end());
    return sorted;
  }();
  return std::binary_search(kSorted.begin(), kSorted.end(), pair_key(two));
}

}  // namespace

std::size_t surname_length(std::u32string_view text) {
  if (text.empty()) return 0;
  if (text.size() >= 2 && is_compound(text.substr(0, 2))) return 2;
  return is_single(text.front()) ? 1 : 0;
}

}  // namespace core::intake
