#include "core/model/fact_kind.h"

#include <unordered_map>
#include <vector>

#include "core/model/kind_tables.h"

namespace core {

std::span<const KindSpec> fact_kinds() {
  static const std::vector<KindSpec> kAll = [] {
    std::vector<KindSpec> all(case_kinds().begin(), case_kinds().end());
    all.insert(all.end(), measure_kinds().begin(), measure_kinds().end());
    return all;
  }();
  return kAll;
}

const KindSpec* find_kind(std::string_view kind) {
  static const auto kByKind = [] {
    std::unordered_map<std::string_view, const KindSpec*> map;
    for (const KindSpec& spec : fact_kinds()) map.emplace(spec.kind, &spec);
    return map;
  }();
  const auto at = kByKind.find(kind);
  return at == kByKind.end() ? nullptr : at->second;
}

}  // namespace core
