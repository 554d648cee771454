#include "core/app/pair_postings.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

namespace core::app {
namespace {

using Addresses = std::vector<std::uint32_t>;

/// Keeps the starts that are `shift` before a value. Both ascend; `values` are addresses or, as
/// starts of one window are, cut to their lower half.
template <typename Value>
std::uint32_t* keep_met(std::span<const std::uint32_t> starts, std::span<const Value> values,
                        std::uint32_t shift, std::uint32_t* kept) {
  auto at = values.begin();
  for (const std::uint32_t start : starts) {
    const Value wanted = static_cast<Value>(start + shift);
    at = std::lower_bound(at, values.end(), wanted);
    if (at == values.end()) break;
    if (*at == wanted) *kept++ = start;
  }
  return kept;
}

/// Where the mark of an address of a window lies: what stands at the same place of neighbouring
/// cases, as most of a list does, lies side by side, and the marks in use stay few enough to be
/// near.
constexpr std::uint16_t mark_at(std::uint32_t low) {
  return std::rotr(static_cast<std::uint16_t>(low), 7);
}

/// Room that is not filled before it is written: zeros for all addresses would hold up a frame.
template <typename Number>
std::unique_ptr<Number[]> unfilled(std::size_t count) {
  return std::unique_ptr<Number[]>(new Number[count]);
}

struct ByPair {
  bool operator()(const PairPostings::List& list, PairKey pair) const { return list.pair < pair; }
};

}  // namespace

const PairPostings::List* PairPostings::find(PairKey pair) const {
  const auto at = std::lower_bound(lists_.begin(), lists_.end(), pair, ByPair());
  return at != lists_.end() && at->pair == pair ? &*at : nullptr;
}

std::span<const PairPostings::List> PairPostings::starting_with(char32_t first) const {
  const auto begin = std::lower_bound(lists_.begin(), lists_.end(), pair_key(first, 0), ByPair());
  const auto end = std::lower_bound(begin, lists_.end(), pair_key(first + 1, 0), ByPair());
  return std::span(lists_).subspan(static_cast<std::size_t>(begin - lists_.begin()),
                                   static_cast<std::size_t>(end - begin));
}

Addresses PairPostings::starts_by_shortest(std::span<const Step> steps) const {
  Addresses starts;
  for (const std::uint32_t address : short_list(*steps[0].list))
    if (address >= steps[0].shift) starts.push_back(address - steps[0].shift);
  for (std::size_t at = 1; at < steps.size() && !starts.empty(); ++at) keep(starts, steps[at]);
  return starts;
}

void PairPostings::keep(Addresses& starts, const Step& step) const {
  std::uint32_t* kept = starts.data();
  if (!is_long(step.list->count)) {
    kept = keep_met<std::uint32_t>(starts, short_list(*step.list), step.shift, kept);
  } else {
    const auto window_of = [&](std::uint32_t start) { return (start + step.shift) >> kWindowBits; };
    for (std::size_t at = 0, end = 0; at < starts.size(); at = end) {
      while (end < starts.size() && window_of(starts[end]) == window_of(starts[at])) ++end;
      const std::span<const std::uint32_t> some(starts.data() + at, end - at);
      kept = keep_met(some, window(*step.list, window_of(some[0])), step.shift, kept);
    }
  }
  starts.resize(static_cast<std::size_t>(kept - starts.data()));
}

PairPostings::Reached PairPostings::reached(const Step& step, std::uint32_t number) const {
  const std::uint32_t first = number + (step.shift >> kWindowBits);
  const auto shift = static_cast<std::uint16_t>(step.shift);
  const auto split = [shift](Window values) {
    std::size_t at = 0;
    while (at < values.size() && values[at] < shift) ++at;
    return at;
  };
  const Window here = window(*step.list, first);
  const Window beyond = window(*step.list, first + 1);
  return {here.subspan(split(here)), beyond.first(split(beyond)), shift};
}

// Words that only stand in one phrase stand at the same places, which is told without a bit each.
bool PairPostings::same_starts(const Reached& a, const Reached& b) {
  const auto shift = static_cast<std::uint16_t>(b.shift - a.shift);
  const auto same = [shift](Window of_a, Window of_b) {
    if (of_a.size() != of_b.size()) return false;
    std::uint16_t different = 0;
    for (std::size_t at = 0; at < of_a.size(); ++at)
      different = static_cast<std::uint16_t>(different | (of_b[at] - of_a[at] - shift));
    return different == 0;
  };
  return same(a.here, b.here) && same(a.beyond, b.beyond);
}

// After the last mark there is, those that have it get the first.
void PairPostings::Met::next_mark() {
  if (mark == std::numeric_limits<std::uint8_t>::max()) {
    for (std::uint8_t& each : marks) each = each == mark ? 1 : 0;
    mark = 1;
  }
  ++mark;
}

// False when no start met them.
bool PairPostings::meet_all_but_last(std::span<const Step> steps, std::uint32_t number,
                                     Met& met) const {
  const Reached first = reached(steps[0], number);
  std::size_t at = 1;
  while (at + 1 < steps.size() && same_starts(first, reached(steps[at], number))) ++at;
  met.next_mark();
  std::uint8_t* const marks = met.marks.data();
  first.each([marks, mark = met.mark](std::uint32_t low) { marks[mark_at(low)] = mark; });
  bool any = first.size() > 0;
  for (; at + 1 < steps.size() && any; ++at) {
    met.next_mark();
    any = false;
    reached(steps[at], number).each([&any, marks, mark = met.mark](std::uint32_t low) {
      const bool meets = marks[mark_at(low)] + 1 == mark;
      any |= meets;
      marks[mark_at(low)] = static_cast<std::uint8_t>(marks[mark_at(low)] + meets);
    });
  }
  return any;
}

PairPostings::Window PairPostings::starts_in_window(std::span<const Step> steps,
                                                    std::uint32_t number, Met& met) const {
  if (!meet_all_but_last(steps, number, met)) return {};
  const Reached last = reached(steps.back(), number);
  if (met.all.size() <= last.size()) met.all.resize(last.size() + 1);
  // Without a branch: which addresses are met is as good as random.
  std::uint16_t* end = met.all.data();
  last.each([&end, marks = met.marks.data(), mark = met.mark](std::uint32_t low) {
    *end = static_cast<std::uint16_t>(low);
    end += marks[mark_at(low)] == mark;
  });
  return {met.all.data(), end};
}

PairPostingsBuilder::PairPostingsBuilder() : entries_(1024), hash_shift_(64 - 10) {}

PairPostingsBuilder::Entry& PairPostingsBuilder::entry(PairKey pair) {
  const std::size_t mask = entries_.size() - 1;
  std::size_t at = slot(pair);
  while (entries_[at].pair != pair && entries_[at].pair != 0) at = (at + 1) & mask;
  return entries_[at];
}

void PairPostingsBuilder::take_waiting() {
  const std::size_t count = std::exchange(waiting_count_, 0);
  for (std::size_t at = 0; at < count; ++at) {
    if (counting_) {
      count_now(waiting_[at].pair);
    } else {
      put_now(waiting_[at].pair, waiting_[at].address);
    }
  }
}

void PairPostingsBuilder::count_now(PairKey pair) {
  Entry& found = entry(pair);
  ++found.count;
  if (found.pair != 0) return;
  found.pair = pair;
  if (++used_ * 2 > entries_.size()) grow();
}

void PairPostingsBuilder::grow() {
  const std::vector<Entry> before =
      std::exchange(entries_, std::vector<Entry>(entries_.size() * 2));
  --hash_shift_;
  for (const Entry& old : before)
    if (old.pair != 0) entry(old.pair) = old;
}

void PairPostingsBuilder::list_pairs() {
  take_waiting();
  counting_ = false;
  out_.lists_.reserve(used_);
  for (const Entry& used : entries_)
    if (used.pair != 0) out_.lists_.push_back({used.pair, used.count, 0});
  std::sort(out_.lists_.begin(), out_.lists_.end(),
            [](const auto& a, const auto& b) { return a.pair < b.pair; });
}

void PairPostingsBuilder::lay_out(std::uint32_t end) {
  out_.windows_ = (end + PairPostings::kWindowSize - 1) / PairPostings::kWindowSize;
  // A long list pays for its windows' starts (four bytes each) at twice their number, and reads
  // better when there are more.
  out_.long_from_ = std::max<std::uint32_t>(out_.windows_ * 4, 64);
  for (PairPostings::List& list : out_.lists_) place(list);
  out_.short_ = unfilled<std::uint32_t>(short_end_);
  out_.long_ = unfilled<std::uint16_t>(long_end_);
  out_.window_starts_ =
      unfilled<std::uint32_t>(long_entries_.size() * (std::size_t{out_.windows_} + 1));
  open_window();
}

void PairPostingsBuilder::place(PairPostings::List& list) {
  Entry& counted = entry(list.pair);
  if (out_.is_long(list.count)) {
    list.place = static_cast<std::uint32_t>(long_entries_.size()) * (out_.windows_ + 1);
    long_entries_.push_back(&counted);
    counted.next = long_end_;
    long_end_ += list.count;
  } else {
    list.place = counted.next = short_end_;
    short_end_ += list.count;
  }
}

void PairPostingsBuilder::open_window() {
  const std::size_t stride = std::size_t{out_.windows_} + 1;
  for (std::size_t at = 0; at < long_entries_.size(); ++at)
    out_.window_starts_[at * stride + open_windows_] = long_entries_[at]->next;
  ++open_windows_;
}

void PairPostingsBuilder::put_now(PairKey pair, std::uint32_t address) {
  while (open_windows_ <= address / PairPostings::kWindowSize) open_window();
  Entry& found = entry(pair);
  if (out_.is_long(found.count)) {
    out_.long_[found.next++] = static_cast<std::uint16_t>(address);
  } else {
    out_.short_[found.next++] = address;
  }
}

PairPostings PairPostingsBuilder::finish() {
  take_waiting();
  while (open_windows_ <= out_.windows_) open_window();
  return std::move(out_);
}

}  // namespace core::app
