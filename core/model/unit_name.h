#pragma once
// Whom a paper means by the name of an organ, which is seldom the one on the register.

#include <span>
#include <string_view>

#include "core/base/date.h"
#include "core/model/state.h"

namespace core {

/// Takes one of the words off the front; false when none stands there.
bool take_word(std::string_view& text, std::span<const std::string_view> words);
/// Takes the county as such off the front: its name, or what it is (县). One whose name does not
/// say what it is may be called 县.
bool take_county(std::string_view& text, std::string_view county);

/// By code, name or an earlier name, or by one of them with the county before it or the kind of
/// organ behind it: 青山县西山镇人民政府 is 西山镇.
bool is_named(const State& state, const UnitRow& unit, std::string_view name);
/// The registered unit that is meant; of several one that was not merged into another by that day.
/// Unknown when there is none.
UnitIndex named_unit(const State& state, std::string_view name, Date day);

}  // namespace core
