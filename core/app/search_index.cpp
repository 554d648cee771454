#include "core/app/search_index.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "core/app/search_text.h"
#include "core/base/text.h"

namespace core::app {
namespace {

std::uint64_t mixed(std::uint64_t print, std::uint64_t value) {
  print = (print ^ value) * 0x9E3779B97F4A7C15U;
  return print ^ print >> 29;
}

std::uint64_t print_of(std::string_view text, std::uint64_t print) {
  print = mixed(print, text.size());
  while (!text.empty()) {
    std::uint64_t value = 0;
    const std::size_t count = std::min(text.size(), sizeof value);
    std::memcpy(&value, text.data(), count);
    print = mixed(print, value);
    text.remove_prefix(count);
  }
  return print;
}

/// Never 0, which stands for a case that was not taken yet.
std::uint64_t print_of(const State& state, CaseIndex index) {
  if (state.case_row(index).purpose == Purpose::Accusation) return 1;  // its words are not searched
  const CaseText& text = state.case_text(index);
  return print_of(text.summary, print_of(text.title, 1)) | 1;
}

/// Whether a fact of this kind may change what a case is found by: its words, the unit that has it,
/// the unit's names.
bool may_change_words(const KindSpec* kind) {
  if (kind == nullptr) return false;
  if (kind->subject == Subject::Kind::Unit || starts_with(kind->kind, "fact.")) return true;
  const auto names_unit = [](const FieldSpec& field) { return field.type == FieldType::UnitKey; };
  return kind->subject == Subject::Kind::Case &&
         std::any_of(kind->fields.begin(), kind->fields.end(), names_unit);
}

/// The unit that has the case after everything recorded.
UnitIndex unit_of(const State& state, CaseIndex index) {
  UnitIndex unit = state.case_row(index).unit;
  std::uint32_t at = state.case_row(index).first_event;
  for (; at != kNoIndex; at = state.event(at).next) {
    const Event& event = state.event(at);
    const bool moves = event.kind == EventKind::Forwarded || event.kind == EventKind::Accepted;
    if (moves && event.unit.known()) unit = event.unit;
  }
  return unit;
}

std::vector<CaseIndex> all_cases(const State& state) {
  std::vector<CaseIndex> cases(state.cases().size());
  for (std::size_t at = 0; at < cases.size(); ++at)
    cases[at].value = static_cast<std::uint32_t>(at);
  return cases;
}

}  // namespace

void SearchIndex::update(const State& state) {
  if (shrank(state)) clear();
  while (building_ && prepare(state, state.cases().size())) {
  }
  bool changed = state.cases().size() != prints_.size();
  for (std::uint32_t fact = facts_ + 1; fact <= state.fact_count() && !changed; ++fact)
    changed = may_change_words(state.fact_kind(FactRef{fact}));
  facts_ = state.fact_count();
  if (changed) update(state, all_cases(state));
}

void SearchIndex::update(const State& state, std::span<const CaseIndex> touched) {
  if (shrank(state)) clear();
  building_.reset();
  facts_ = state.fact_count();
  take_units(state);
  const std::size_t before = prints_.size();
  make_room(state.cases().size());
  prints_.resize(state.cases().size());
  case_units_.resize(state.cases().size());
  std::vector<CaseIndex> changed;
  const auto take = [&](CaseIndex index) {
    if (take_case(state, index)) changed.push_back(index);
  };
  for (const CaseIndex index : touched) take(index);
  for (std::size_t at = before; at < prints_.size(); ++at) take({static_cast<std::uint32_t>(at)});
  add(state, std::move(changed));
}

bool SearchIndex::prepare(const State& state, std::size_t cases) {
  if (shrank(state)) clear();
  if (building_ && building_->facts != state.fact_count()) building_.reset();  // other words
  if (!building_ && prints_.size() == state.cases().size()) return false;
  if (!building_) {
    begin_building(state);  // Looks at every case: enough for once.
    return true;
  }
  if (building_->segment.step(state, cases)) return true;
  const std::vector<CaseIndex>& read = building_->segment.cases();
  for (; cases > 0 && building_->prints.size() < read.size(); --cases) {
    const CaseIndex index = read[building_->prints.size()];
    building_->prints.push_back(print_of(state, index));
    building_->units.push_back(unit_of(state, index));
  }
  if (building_->prints.size() < read.size()) return true;
  finish_building(state);
  return prints_.size() < state.cases().size();
}

void SearchIndex::begin_building(const State& state) {
  std::vector<CaseIndex> cases;
  cases.reserve(state.cases().size() - prints_.size());
  for (std::size_t at = prints_.size(); at < state.cases().size(); ++at)
    cases.push_back({static_cast<std::uint32_t>(at)});
  // Nothing was looked at before: what comes after this is new.
  if (prints_.empty()) facts_ = state.fact_count();
  building_.emplace(Building{SearchSegment::Builder(std::move(cases)), state.fact_count(), {}, {}});
}

void SearchIndex::finish_building(const State& state) {
  take_units(state);
  make_room(prints_.size() + building_->prints.size());
  prints_.insert(prints_.end(), building_->prints.begin(), building_->prints.end());
  case_units_.insert(case_units_.end(), building_->units.begin(), building_->units.end());
  segments_.push_back(building_->segment.finish());
  building_.reset();
}

// The first case after a million must not copy what is known of all the others.
void SearchIndex::make_room(std::size_t cases) {
  if (cases <= prints_.capacity()) return;
  const std::size_t spare = cases / 8 + 64;
  prints_.reserve(cases + spare);
  case_units_.reserve(cases + spare);
}

void SearchIndex::clear() { *this = SearchIndex(); }

bool SearchIndex::shrank(const State& state) const {
  return state.fact_count() < facts_ || state.cases().size() < prints_.size();
}

void SearchIndex::take_units(const State& state) {
  unit_names_.clear();
  for (const UnitRow& unit : state.units()) {
    std::u32string names = search_text(unit.name);
    // No searched text spans two names: it has no such character.
    for (const std::string& alias : unit.aliases) names += U'\0' + search_text(alias);
    unit_names_.push_back(std::move(names));
  }
}

bool SearchIndex::take_case(const State& state, CaseIndex index) {
  case_units_[index.value] = unit_of(state, index);
  const std::uint64_t print = print_of(state, index);
  return std::exchange(prints_[index.value], print) != print;
}

void SearchIndex::add(const State& state, std::vector<CaseIndex> changed) {
  std::sort(changed.begin(), changed.end());
  for (SearchSegment& segment : segments_)
    for (const CaseIndex index : changed) segment.retire(index);
  std::span<const CaseIndex> rest = changed;
  while (!rest.empty()) {
    segments_.emplace_back(state, rest);
    rest = rest.subspan(segments_.back().built());
  }
  merge(state);
}

// Small segments are joined until each is over twice the next one's size, so that there are few and
// a case is built anew only a logarithmic number of times.
void SearchIndex::merge(const State& state) {
  std::erase_if(segments_, [](const SearchSegment& segment) { return segment.live() == 0; });
  for (std::size_t at = segments_.size(); at-- > 0;) {
    const bool half_gone = segments_[at].live() * 2 < segments_[at].built();
    const bool has_next = at + 1 < segments_.size();
    const bool small = has_next && segments_[at].live() <= segments_[at + 1].live() * 2 &&
                       segments_[at].fits_with(segments_[at + 1]);
    if (!half_gone && !small) continue;
    std::vector<CaseIndex> cases = segments_[at].live_cases();
    if (small) {
      const std::vector<CaseIndex> more = segments_[at + 1].live_cases();
      const auto middle = static_cast<std::ptrdiff_t>(cases.size());
      cases.insert(cases.end(), more.begin(), more.end());
      std::inplace_merge(cases.begin(), cases.begin() + middle, cases.end());
    }
    segments_[at] = SearchSegment(state, cases);
    if (small) segments_.erase(segments_.begin() + static_cast<std::ptrdiff_t>(at) + 1);
  }
}

CaseSet SearchIndex::find(std::string_view text) const {
  const std::u32string part = search_text(trim(text));
  CaseSet found(prints_.size());
  if (part.empty()) return found;
  for (const SearchSegment& segment : segments_) segment.find(part, found);
  find_by_unit(part, found);
  return found;
}

std::vector<CaseIndex> SearchIndex::find(std::string_view text, std::size_t at_most,
                                         std::size_t* total) const {
  const CaseSet found = find(text);
  if (total != nullptr) *total = found.count();
  return found.first(at_most);
}

void SearchIndex::find_by_unit(std::u32string_view part, CaseSet& found) const {
  std::vector<char> named(unit_names_.size());
  for (std::size_t at = 0; at < named.size(); ++at)
    named[at] = unit_names_[at].find(part) != std::u32string::npos;
  if (std::find(named.begin(), named.end(), 1) == named.end()) return;
  for (std::size_t at = 0; at < case_units_.size(); ++at)
    if (case_units_[at].known() && named[case_units_[at].value] != 0)
      found.insert({static_cast<std::uint32_t>(at)});
}

}  // namespace core::app
