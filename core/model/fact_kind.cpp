#include "core/model/fact_kind.h"

#include <vector>

#include "core/base/key_index.h"
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
  static const KeyIndex kByKind = [] {
    KeyIndex index;
    std::uint32_t place = 0;
    for (const KindSpec& spec : fact_kinds()) index.add(key_hash(spec.kind), place++);
    return index;
  }();
  const std::span<const KindSpec> all = fact_kinds();
  const std::uint32_t place = kByKind.find(
      key_hash(kind), [&](std::uint32_t candidate) { return all[candidate].kind == kind; });
  return place == KeyIndex::kNone ? nullptr : &all[place];
}

std::optional<EventKind> event_of(const KindSpec& kind) {
  static const std::vector<std::optional<EventKind>> kEvents = [] {
    std::vector<std::optional<EventKind>> events;
    for (const KindSpec& spec : fact_kinds()) events.push_back(event_kind(spec.kind));
    return events;
  }();
  return kEvents[static_cast<std::size_t>(&kind - fact_kinds().data())];
}

}  // namespace core
