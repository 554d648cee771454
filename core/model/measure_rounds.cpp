#include "core/model/measure_rounds.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace core {
namespace {

using enum StepKind;

enum class Part : std::uint8_t { None, Request, Answer, Settlement };

Part part_of(const MeasureStep& step) {
  switch (step.kind) {
    case BulletinObjected:
    case AssessmentObjected:
    case SupervisionAcceptanceRequested:
    case TalkRectified:
      return Part::Request;
    case BulletinDecided:
    case AssessmentDecided:
    case SupervisionReturned:
      return Part::Answer;
    case SupervisionAccepted:
      return Part::Settlement;
    case TalkRectificationJudged:
      return step.code == static_cast<std::uint8_t>(Judged::Fixed) ? Part::Settlement
                                                                   : Part::Answer;
    default:
      return Part::None;
  }
}

/// Whose round it is: of a listed case there is one, else the unit's, or the official's where all
/// of the unit's steps so far name one.
struct Party {
  UnitIndex unit;
  OfficialIndex official;

  bool operator==(const Party&) const = default;
};

bool is_of_case(const MeasureStep& step) {
  return step.kind == SupervisionAcceptanceRequested || step.kind == SupervisionReturned ||
         step.kind == SupervisionAccepted;
}

class Rounds {
 public:
  explicit Rounds(std::vector<MeasureStep>& steps) : steps_(steps) {}

  void run() {
    for (std::size_t first = 0; first < steps_.size();) {
      std::size_t end = first;
      while (end < steps_.size() && steps_[end].on == steps_[first].on) ++end;
      if (end - first > 1) order_day(first, end);
      first = end;
    }
  }

 private:
  // Where an official is not always named the unit as a whole answers.
  Party party_of(const MeasureStep& step, std::size_t end) const {
    if (is_of_case(step)) return {};
    if (!step.official.known()) return {step.unit, {}};
    const bool all_named = std::all_of(
        steps_.begin(), steps_.begin() + static_cast<std::ptrdiff_t>(end),
        [&step](const MeasureStep& each) {
          return part_of(each) == Part::None || each.unit != step.unit || each.official.known();
        });
    return {step.unit, all_named ? step.official : OfficialIndex{}};
  }

  void order_day(std::size_t first, std::size_t end) {
    std::vector<Party> done;
    for (std::size_t i = first; i < end; ++i) {
      if (part_of(steps_[i]) == Part::None) continue;
      const Party party = party_of(steps_[i], end);
      if (std::find(done.begin(), done.end(), party) != done.end()) continue;
      done.push_back(party);
      order_party(party, first, end);
    }
  }

  bool pending_before(const Party& party, std::size_t first, std::size_t end) const {
    for (std::size_t i = first; i-- > 0;)
      if (part_of(steps_[i]) != Part::None && party_of(steps_[i], end) == party)
        return part_of(steps_[i]) == Part::Request;
    return false;
  }

  void order_party(const Party& party, std::size_t first, std::size_t end) {
    std::vector<std::size_t> places;
    std::vector<MeasureStep> requests;
    std::vector<MeasureStep> answers;
    std::vector<MeasureStep> settlements;
    for (std::size_t i = first; i < end; ++i) {
      const Part part = part_of(steps_[i]);
      if (part == Part::None || !(party_of(steps_[i], end) == party)) continue;
      places.push_back(i);
      auto& into = part == Part::Request ? requests : part == Part::Answer ? answers : settlements;
      into.push_back(steps_[i]);
    }
    std::vector<MeasureStep> ordered =
        by_turns(std::move(requests), std::move(answers), pending_before(party, first, end));
    ordered.insert(ordered.end(), settlements.begin(), settlements.end());
    for (std::size_t i = 0; i < places.size(); ++i) steps_[places[i]] = std::move(ordered[i]);
  }

  static std::vector<MeasureStep> by_turns(std::vector<MeasureStep> requests,
                                           std::vector<MeasureStep> answers, bool answer_first) {
    std::vector<MeasureStep> ordered;
    const auto& leading = answer_first ? answers : requests;
    const auto& following = answer_first ? requests : answers;
    for (std::size_t i = 0; i < std::max(leading.size(), following.size()); ++i) {
      if (i < leading.size()) ordered.push_back(leading[i]);
      if (i < following.size()) ordered.push_back(following[i]);
    }
    return ordered;
  }

  std::vector<MeasureStep>& steps_;
};

}  // namespace

void order_rounds(std::vector<MeasureStep>& steps) { Rounds(steps).run(); }

}  // namespace core
