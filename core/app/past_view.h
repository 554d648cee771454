#pragma once
// What an answer looks like to somebody who knows nothing of the days after it.

#include <cstdint>
#include <memory>
#include <optional>

#include "core/app/question.h"
#include "core/model/memory_history.h"

namespace core::app {

class PastView {
 public:
  /// Under which rulebook and calendar: those of the view, which may be asked "what if", or what
  /// was known of them on its day.
  enum class Rules : std::uint8_t { OfView, OfDay };

  /// The view without what happened after its day; `known_on` as in the question it answers. Null
  /// when nothing happened since.
  static Result<std::unique_ptr<PastView>> of(const Desk& desk, const View& view,
                                              std::optional<Date> known_on, Rules rules);

  View view() const { return {history_.state(), calendar_, rulebook_, findings_, today_}; }

 private:
  explicit PastView(const View& view)
      : calendar_(view.calendar), rulebook_(view.rulebook), today_(view.today) {}

  MemoryHistory history_;
  calendar::Calendar calendar_;
  rules::Rulebook rulebook_;
  rules::Findings findings_;
  Date today_;
};

}  // namespace core::app
