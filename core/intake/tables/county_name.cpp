#include "core/intake/tables/county_name.h"

#include "core/base/text.h"

namespace core::intake {
namespace {

constexpr std::string_view kNote = "表题里是“";

constexpr std::size_t kBytes = 3;     // of a Chinese character
constexpr std::size_t kLongest = 10;  // characters of 道真仡佬族苗族自治县 and its like

/// What ends the name of a larger place, or no name at all, stands before the county's.
bool ends_before(std::string_view character) {
  std::size_t at = 0;
  const char32_t point = next_code_point(character, at);
  return point < 0x4E00 || point > 0x9FFF || contains("省市州盟区年月日度", character);
}

/// 全县, 各区, 社区 and 园区 name none.
bool is_name(std::string_view name, std::string_view level) {
  const std::size_t least = level == "县" ? kBytes : 2 * kBytes;
  if (name.size() < least || name.size() > kLongest * kBytes) return false;
  if (contains("全各本该我在跨由报受", name.substr(0, kBytes))) return false;
  return level == "县" || !contains("社小园城辖景库矿灾片地", name.substr(name.size() - kBytes));
}

}  // namespace

std::string county_note(std::string_view county) {
  return std::string(kNote).append(county).append("”，台账还没有写明县（区）名称");
}

std::string noted_county(std::string_view note) {
  return starts_with(note, kNote) ? county_in(note.substr(kNote.size())) : std::string();
}

std::string county_in(std::string_view title) {
  for (const std::string_view level : {"县", "旗", "区"})
    for (std::size_t at = title.find(level); at != std::string_view::npos;
         at = title.find(level, at + kBytes)) {
      std::size_t from = at;
      while (from >= kBytes && !ends_before(title.substr(from - kBytes, kBytes))) from -= kBytes;
      const std::string_view name = title.substr(from, at - from);
      if (is_name(name, level)) return std::string(name).append(level);
    }
  return {};
}

}  // namespace core::intake
