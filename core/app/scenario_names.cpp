#include "core/app/scenario_names.h"

#include <fmt/format.h>

#include <algorithm>

namespace core::app {

Status check_names(std::string_view where, const Value& object,
                   std::span<const std::string_view> names) {
  if (!object.fields()) return bad_scenario(fmt::format("“{}”应为对象", where));
  for (const auto& [name, value] : *object.fields())
    if (std::find(names.begin(), names.end(), name) == names.end())
      return bad_scenario(fmt::format("“{}”中没有“{}”这个字段", where, name));
  return Done{};
}

}  // namespace core::app
