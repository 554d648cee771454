#pragma once
// Whether a recorded fact may be corrected or taken back: what was recorded after it and stands on
// it must not be left hanging.

#include <string>
#include <string_view>
#include <vector>

#include "core/model/state.h"

namespace core {

struct Amendment {
  FactRef target;
  const Fields* with = nullptr;  ///< Null for a retraction.

  bool is_retraction() const { return with == nullptr; }
  /// The day a field says after the amendment.
  Date day(Date now, std::string_view field = "on") const;
};

/// Appends what stands against the amendment (Chinese), its types being in order: the corrected
/// fact would be refused in its place, an effect would lie before its cause or without one, or
/// something recorded later names what would be gone. What is out of order already may stay so. The
/// newest fact can always be taken back.
void check_amendment(const Amendment& change, const State& state, Date today,
                     std::vector<std::string>& out);

/// The label of a fact's kind.
std::string_view label_of(const State& state, FactRef ref);
/// A problem of another fact than the amended one.
std::string said_of(std::string_view label, Date on, std::string_view problem);
/// Why a fact cannot be taken back: another needs it.
std::string stands_on(std::string_view label, Date on);

}  // namespace core
