#pragma once
// Which post an official held on a day: posts change, and what was owed goes by that day's.

#include "core/model/state.h"

namespace core {

/// Null before the first post and from the day of leaving until the next one.
const Posting* posting_on(const OfficialRow& official, Date day);

/// Whether the last that had happened by the day is a departure.
bool has_left(const OfficialRow& official, Date day);

/// The post held on the day, after leaving the last one. Lists without dates appoint on the day of
/// the import, so before the first post it is that one. Null for who was never appointed.
const Posting* known_post(const OfficialRow& official, Date day);

/// Its rank; unknown for who was never appointed.
OfficialRank rank_on(const OfficialRow& official, Date day);

}  // namespace core
