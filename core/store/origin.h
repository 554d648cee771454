#pragma once
// The prefix that tells one ledger's facts from all others'.

#include <string>
#include <string_view>

namespace core::store {

/// Six characters, a letter first, of an alphabet without look-alikes. The same seed gives the same
/// prefix; an empty seed a random one.
std::string make_prefix(std::string_view seed);

}  // namespace core::store
