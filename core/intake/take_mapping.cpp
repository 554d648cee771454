#include "core/intake/take_mapping.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace core::intake {
namespace {

bool is_mapping(const ImportFile& file) {
  if (file.mapping) return true;
  const std::string_view end = ".json";
  std::string_view name = file.name;
  if (name.size() < end.size()) return false;
  name.remove_prefix(name.size() - end.size());
  return std::equal(name.begin(), name.end(), end.begin(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

}  // namespace

Result<Mapping> take_mapping(std::vector<ImportFile>& files) {
  const auto first = std::stable_partition(files.begin(), files.end(), std::not_fn(is_mapping));
  if (first == files.end()) return Mapping();
  std::string names;
  for (auto each = first; each != files.end(); ++each)
    names += (names.empty() ? "“" : "、“") + each->name + "”";
  const auto refused = [&names](std::string_view why) {
    return Error{ErrorCode::InvalidInput, fmt::format("没有导入：{}{}", names, why)};
  };
  if (files.end() - first > 1) return refused("都是对应表，一次只能用一份");
  Result<Mapping> mapping = parse_mapping(first->bytes);
  if (!mapping.ok()) return refused("不能用作对应表，" + mapping.error().message);
  if (first == files.begin()) return refused("是对应表，请与台账一起选取");
  mapping.value().name = std::move(first->name);
  files.erase(first, files.end());
  return mapping;
}

}  // namespace core::intake
