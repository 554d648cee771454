#include "core/rules/rulebook.h"

#include <algorithm>

#include "core/rules/activation.h"
#include "core/rules/setting_access.h"

namespace core::rules {
Result<Settings> with_values(const Settings& base, const Fields& values) {
  Settings settings = base;
  for (const auto& [key, value] : values) {
    if (std::string problem = setting_problem(key, value); !problem.empty())
      return Error{ErrorCode::InvalidInput, std::move(problem)};
    set_value(settings, key, value);
  }
  return settings;
}

Rulebook Rulebook::of(const State& state, const Settings& always) {
  Rulebook book(always);
  book.put_in_force(activations_of(state));
  return book;
}

Rulebook Rulebook::planned(const State& state, std::span<const PlannedValues> more) {
  std::vector<Activation> activations = activations_of(state);
  for (const PlannedValues& each : more) activations.push_back({each.from, &each.values, {}});
  // Stable: what is activated next is recorded last, and holds.
  std::stable_sort(activations.begin(), activations.end(),
                   [](const Activation& a, const Activation& b) { return a.from < b.from; });
  Rulebook book;
  book.put_in_force(activations);
  return book;
}

void Rulebook::put_in_force(std::span<const Activation> activations) {
  Settings current = always_;
  for (const Activation& each : activations) {
    for (const auto& [key, value] : *each.values) {
      if (setting_problem(key, value).empty()) set_value(current, key, value);
    }
    dated_.push_back({each.from, current});
  }
}

Result<Rulebook> Rulebook::overridden(const Fields& values, Date from) const {
  Rulebook book = *this;
  if (!from.known()) {
    CORE_ASSIGN(book.always_, with_values(always_, values));
  } else {
    const auto after =
        std::upper_bound(book.dated_.begin(), book.dated_.end(), from,
                         [](Date wanted, const Dated& entry) { return wanted < entry.from; });
    book.dated_.insert(after, {from, on(from)});
  }
  for (Dated& each : book.dated_) {
    if (each.from < from) continue;
    CORE_ASSIGN(each.settings, with_values(each.settings, values));
  }
  return book;
}

Rulebook Rulebook::changed(Settings (*change)(Settings)) const {
  Rulebook book = *this;
  book.always_ = change(always_);
  for (Dated& each : book.dated_) each.settings = change(each.settings);
  return book;
}

const Settings& Rulebook::dated_on(Date day) const {
  const auto after =
      std::upper_bound(dated_.begin(), dated_.end(), day,
                       [](Date wanted, const Dated& entry) { return wanted < entry.from; });
  return after == dated_.begin() ? always_ : std::prev(after)->settings;
}

}  // namespace core::rules
