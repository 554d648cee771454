#include "core/model/state.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "core/model/case_hash.h"

namespace core {
namespace {

template <typename Map>
std::uint32_t index_in(const Map& map, std::string_view key) {
  const auto at = map.find(key);
  return at == map.end() ? kNoIndex : at->second;
}

}  // namespace

std::span<const StatisticRow> State::statistics() const {
  if (outdated_ > 0)
    std::erase_if(statistics_, [](const StatisticRow& row) { return !row.unit.known(); });
  outdated_ = 0;
  return statistics_;
}

UnitIndex State::find_unit(std::string_view code) const {
  return UnitIndex{index_in(unit_by_code_, code)};
}

OfficialIndex State::find_official(std::string_view key) const {
  return OfficialIndex{index_in(official_by_key_, key)};
}

CaseIndex State::find_case(std::string_view number) const {
  if (case_asked_ < texts_.size() && texts_[case_asked_].number == number)
    return CaseIndex{case_asked_};
  static_assert(KeyIndex::kNone == kNoIndex);
  const CaseIndex found{case_by_number_.find(
      case_hash(number), [&](std::uint32_t place) { return texts_[place].number == number; })};
  if (found.known()) case_asked_ = found.value;
  return found;
}

MeasureIndex State::find_measure(Subject::Kind kind, std::string_view key) const {
  return MeasureIndex{index_in(measure_by_key_[static_cast<std::size_t>(kind)], key)};
}

const RecordedFact* State::other_fact(FactRef ref) const {
  const auto before = [](const OtherFact& other, FactRef wanted) {
    return other.fact.ref < wanted;
  };
  const auto at = std::lower_bound(others_.begin(), others_.end(), ref, before);
  return at != others_.end() && at->fact.ref == ref ? &at->fact : nullptr;
}

std::string State::fact_id(FactRef ref) const {
  if (!ref.known() || ref.position > stamps_.size()) return {};
  const Stamp stamp = stamps_[ref.position - 1];
  return fmt::format("{}{}", origins_[stamp.origin], stamp.number);
}

const KindSpec* State::fact_kind(FactRef ref) const {
  return ref.known() && ref.position <= stamps_.size() ? stamps_[ref.position - 1].kind : nullptr;
}

std::uint32_t State::subject_row(FactRef ref) const {
  return ref.known() && ref.position <= stamps_.size() ? stamps_[ref.position - 1].row : kNoIndex;
}

FactRef State::find_fact(std::string_view id) const {
  for (std::size_t i = 0; i < origins_.size(); ++i) {
    const std::string& prefix = origins_[i];
    if (id.substr(0, prefix.size()) != prefix) continue;
    const std::string_view digits = id.substr(prefix.size());
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size()) continue;
    // "f07" is not the id of f7.
    if (number < seats_[i].size() && fact_id(FactRef{seats_[i][number]}) == id)
      return FactRef{seats_[i][number]};
  }
  return FactRef{};
}

}  // namespace core
