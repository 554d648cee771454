#include "core/app/search_segment.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "core/app/search_text.h"

namespace core::app {
namespace {

// Stands after the last character of a text, where no searched character matches.
constexpr char32_t kEnd = 0;

/// Half the addresses there are, after which no case is taken: what the last one needs beyond them
/// is there, and a start and its shift are added without a check.
constexpr std::uint64_t kMostAddresses = std::uint64_t{1} << 31;

/// So many addresses of one window or more are taken group by group.
constexpr std::size_t kMany = 64;

/// Joins the bit of every slot that continues a case with the bit below: leaves one bit a case.
std::uint64_t joined(std::uint64_t slots, std::uint64_t continued) {
  while (continued != 0) {
    const std::uint64_t below = (continued & (0 - continued)) - 1;
    slots = (slots & below) | (slots & ~below) >> 1;
    continued = (continued & (continued - 1)) >> 1;
  }
  return slots;
}

/// Calls `take(pair, address)` for every pair of a text that begins at `address`; returns the
/// address after the text.
template <typename Take>
std::uint32_t each_pair(std::string_view text, std::uint32_t address, Take take) {
  if (text.empty()) return address;
  std::size_t at = 0;
  char32_t first = search_character(next_code_point(text, at));
  while (at < text.size()) {
    const char32_t second = search_character(next_code_point(text, at));
    take(pair_key(first, second), address++);
    first = second;
  }
  take(pair_key(first, kEnd), address++);
  // The end has an address of its own: no pair of the next text stands directly after this one's.
  return address + 1;
}

/// An accusation is found by its number only.
template <typename Take>
std::uint32_t each_pair(const State& state, CaseIndex index, std::uint32_t address, Take take) {
  const CaseText& text = state.case_text(index);
  address = each_pair(text.number, address, take);
  if (state.case_row(index).purpose == Purpose::Accusation) return address;
  return each_pair(text.summary, each_pair(text.title, address, take), take);
}

/// The pairs that cover all characters with the fewest addresses to read, as positions in the part.
/// `counts` has one entry per pair.
std::vector<std::size_t> cheapest_cover(const std::vector<std::uint32_t>& counts) {
  const std::size_t characters = counts.size() + 1;
  constexpr std::uint64_t kNever = std::numeric_limits<std::uint64_t>::max() / 2;
  // cost[n]: the first n characters are covered, the last of them by the pair that ends there.
  std::vector<std::uint64_t> cost(characters + 1, kNever);
  cost[0] = 0;
  for (std::size_t n = 2; n <= characters; ++n)
    cost[n] = counts[n - 2] + std::min(cost[n - 1], cost[n - 2]);
  std::vector<std::size_t> cover;
  for (std::size_t n = characters; n > 0; n = n > 2 && cost[n - 1] < cost[n - 2] ? n - 1 : n - 2)
    cover.push_back(n - 2);
  return cover;
}

}  // namespace

SearchSegment::SearchSegment(const State& state, std::span<const CaseIndex> cases) {
  Builder builder({cases.begin(), cases.end()});
  while (builder.step(state, cases.size())) {
  }
  *this = builder.finish();
}

bool SearchSegment::Builder::step(const State& state, std::size_t at_most) {
  const std::size_t end = next_ + std::min(at_most, cases_.size() - next_);
  for (; next_ < end; ++next_) {
    if (counted_) {
      put(state, cases_[next_]);
    } else if (is_full()) {
      cases_.resize(next_);
      break;
    } else {
      count(state, cases_[next_]);
    }
  }
  if (next_ < cases_.size()) return true;
  if (counted_) return false;
  if (!std::exchange(listed_, true)) {
    postings_.list_pairs();
    return true;
  }
  counted_ = true;
  next_ = 0;
  postings_.lay_out(static_cast<std::uint32_t>(owners_.size()) * kSlotSize);
  return true;
}

bool SearchSegment::Builder::is_full() const {
  return std::uint64_t{owners_.size()} * kSlotSize >= kMostAddresses;
}

void SearchSegment::Builder::count(const State& state, CaseIndex index) {
  const auto first = static_cast<std::uint32_t>(owners_.size()) * kSlotSize;
  const std::uint32_t end =
      each_pair(state, index, first, [&](PairKey pair, std::uint32_t) { postings_.count(pair); });
  const std::size_t slot = owners_.size();
  owners_.insert(owners_.end(), std::max((end - first + kSlotSize - 1) / kSlotSize, 1U),
                 index.value);
  group_slots(slot);
}

void SearchSegment::Builder::group_slots(std::size_t slot) {
  continued_.resize((owners_.size() + kGroupSlots - 1) / kGroupSlots);
  for (; slot < owners_.size(); ++slot) {
    if (slot % kGroupSlots == 0) continue;
    std::uint64_t& continued = continued_[slot / kGroupSlots];
    const std::uint32_t further = owners_[slot] - owners_[slot - 1];
    if (further == 0) continued |= std::uint64_t{1} << slot % kGroupSlots;
    if (further > 1) continued |= kMixed;
  }
}

void SearchSegment::Builder::put(const State& state, CaseIndex index) {
  while (owners_[slot_] != index.value) ++slot_;
  each_pair(state, index, static_cast<std::uint32_t>(slot_) * kSlotSize,
            [&](PairKey pair, std::uint32_t place) { postings_.put(pair, place); });
}

SearchSegment SearchSegment::Builder::finish() {
  SearchSegment made;
  made.built_ = made.live_ = cases_.size();
  made.owners_ = std::move(owners_);
  made.continued_ = std::move(continued_);
  made.postings_ = postings_.finish();
  return made;
}

void SearchSegment::find(std::u32string_view part, CaseSet& found) const {
  if (part.size() == 1) return find_character(part.front(), found);
  const std::vector<Step> steps = plan(part);
  if (steps.empty()) return;
  postings_.each_start(steps,
                       [&](std::uint32_t base, const auto& some) { insert(base, some, found); });
}

void SearchSegment::find_character(char32_t character, CaseSet& found) const {
  // Every character begins some pair, the last one of a text that with the end.
  for (const PairPostings::List& list : postings_.starting_with(character))
    postings_.each(list, [&](std::uint32_t base, const auto& some) { insert(base, some, found); });
}

template <typename Number>
void SearchSegment::insert(std::uint32_t base, std::span<const Number> some, CaseSet& found) const {
  if (some.size() < kMany || sizeof(Number) > sizeof(std::uint16_t))
    return insert_each(base, some, found);
  for (std::size_t at = 0; at < some.size();) {
    const std::uint32_t group = (base + some[at]) >> kGroupBits;
    const std::size_t begin = at;
    std::uint64_t slots = 0;
    for (; at < some.size() && (base + some[at]) >> kGroupBits == group; ++at)
      slots |= std::uint64_t{1} << ((base + some[at]) >> kSlotBits) % kGroupSlots;
    if ((continued_[group] & kMixed) != 0) {
      insert_each(base, some.subspan(begin, at - begin), found);
    } else {
      found.insert({owners_[group * kGroupSlots]}, joined(slots, continued_[group]));
    }
  }
}

template <typename Number>
void SearchSegment::insert_each(std::uint32_t base, std::span<const Number> some,
                                CaseSet& found) const {
  for (const std::uint32_t number : some) {
    const std::uint32_t owner = owners_[(base + number) >> kSlotBits];
    if ((owner & kRetired) == 0) found.insert({owner});
  }
}

std::vector<PairPostings::Step> SearchSegment::plan(std::u32string_view part) const {
  std::vector<const PairPostings::List*> lists;
  std::vector<std::uint32_t> counts;
  for (std::size_t at = 0; at + 1 < part.size(); ++at) {
    lists.push_back(postings_.find(pair_key(part[at], part[at + 1])));
    if (lists.back() == nullptr) return {};
    counts.push_back(lists.back()->count);
  }
  std::vector<std::size_t> chosen = cheapest_cover(counts);
  // A much rarer pair outside the cover spares most of the reading.
  const auto fewer = [&](std::size_t a, std::size_t b) { return counts[a] < counts[b]; };
  const auto rarest =
      static_cast<std::size_t>(std::min_element(counts.begin(), counts.end()) - counts.begin());
  if (counts[rarest] < counts[*std::min_element(chosen.begin(), chosen.end(), fewer)] / 8)
    chosen.push_back(rarest);
  std::sort(chosen.begin(), chosen.end(), fewer);
  std::vector<Step> steps;
  for (const std::size_t at : chosen) steps.push_back({lists[at], static_cast<std::uint32_t>(at)});
  return steps;
}

void SearchSegment::retire(CaseIndex index) {
  const auto before = [](std::uint32_t owner, std::uint32_t value) {
    return (owner & ~kRetired) < value;
  };
  auto at = std::lower_bound(owners_.begin(), owners_.end(), index.value, before);
  if (at == owners_.end() || *at != index.value) return;
  --live_;
  for (; at != owners_.end() && *at == index.value; ++at) {
    *at |= kRetired;
    continued_[static_cast<std::size_t>(at - owners_.begin()) / kGroupSlots] |= kMixed;
  }
}

std::vector<CaseIndex> SearchSegment::live_cases() const {
  std::vector<CaseIndex> cases;
  for (const std::uint32_t owner : owners_)
    if ((owner & kRetired) == 0 && (cases.empty() || cases.back().value != owner))
      cases.push_back({owner});
  return cases;
}

bool SearchSegment::fits_with(const SearchSegment& other) const {
  const std::uint64_t slots = std::uint64_t{owners_.size()} + other.owners_.size();
  return slots * kSlotSize <= kMostAddresses;
}

}  // namespace core::app
