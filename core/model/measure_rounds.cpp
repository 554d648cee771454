#include "core/model/measure_rounds.h"

#include <algorithm>

namespace core {
namespace {

bool asks(const MeasureStep& step) {
  return step.kind == StepKind::TalkRectified ||
         step.kind == StepKind::SupervisionAcceptanceRequested;
}

bool sends_back(const MeasureStep& step) {
  return step.kind == StepKind::SupervisionReturned ||
         (step.kind == StepKind::TalkRectificationJudged &&
          step.code == static_cast<std::uint8_t>(Judged::NotFixed));
}

bool in_turns(const MeasureStep& step) {
  return asks(step) || sends_back(step) || step.kind == StepKind::SupervisionAccepted ||
         step.kind == StepKind::TalkRectificationJudged;
}

using Steps = std::vector<MeasureStep>;

// Whether a report of the unit waits for its answer after these steps.
bool waits(const Steps& steps, std::size_t count, UnitIndex unit) {
  while (count-- > 0)
    if (in_turns(steps[count]) && steps[count].unit == unit) return asks(steps[count]);
  return false;
}

// What comes next of those left: a waiting report goes back first, then a unit that has none
// waiting reports; what fits nowhere keeps its place.
std::size_t next_of(const Steps& steps, std::size_t done, const Steps& left) {
  for (std::size_t at = 0; at < left.size(); ++at)
    if (sends_back(left[at]) && waits(steps, done, left[at].unit)) return at;
  for (std::size_t at = 0; at < left.size(); ++at)
    if (asks(left[at]) && !waits(steps, done, left[at].unit)) return at;
  return 0;
}

}  // namespace

void arrange_rounds(Steps& steps, Date day) {
  const auto today = [day](const MeasureStep& step) { return step.on == day && in_turns(step); };
  const auto from = std::find_if(steps.begin(), steps.end(), today);
  auto to = from;
  while (to != steps.end() && today(*to)) ++to;
  if (to - from < 2) return;
  Steps left(from, to);
  // The order of recording has no say in which of several answers came first.
  std::stable_sort(left.begin(), left.end(), [](const MeasureStep& a, const MeasureStep& b) {
    return std::pair(a.kind, !sends_back(a)) < std::pair(b.kind, !sends_back(b));
  });
  for (auto place = static_cast<std::size_t>(from - steps.begin()); !left.empty(); ++place) {
    const std::size_t next = next_of(steps, place, left);
    steps[place] = left[next];
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(next));
  }
}

}  // namespace core
