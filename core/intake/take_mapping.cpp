#include "core/intake/take_mapping.h"

#include <fmt/format.h>

#include <algorithm>
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
  std::vector<ImportFile> tables;
  ImportFile found;
  std::string names;
  int count = 0;
  for (ImportFile& file : files) {
    if (!is_mapping(file)) {
      tables.push_back(std::move(file));
      continue;
    }
    names += (count++ > 0 ? "、“" : "“") + file.name + "”";
    found = std::move(file);
  }
  files = std::move(tables);
  if (count == 0) return Mapping();
  const auto refused = [&names](std::string_view why) {
    return Error{ErrorCode::InvalidInput, fmt::format("没有导入：{}{}", names, why)};
  };
  if (count > 1) return refused("都是对应表，一次只能用一份");
  Result<Mapping> mapping = parse_mapping(found.bytes);
  if (!mapping.ok()) return refused("不能用作对应表，" + mapping.error().message);
  if (files.empty()) return refused("是对应表，请与台账一起选取");
  mapping.value().name = std::move(found.name);
  return mapping;
}

}  // namespace core::intake
