#pragma once
// GB18030 to UTF-8, with the same result on every machine.

#include <string>
#include <string_view>

namespace core::intake {

/// Appends what `bytes` say; a character that is cut off, or the first that is none and all
/// behind it, is left in `bytes`.
void append_gb18030(std::string& out, std::string_view& bytes);

}  // namespace core::intake
