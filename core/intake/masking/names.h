#pragma once
// Petitioners' names: from what stands in the cell to 张某, 张某等12人.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace core::intake {

/// A name that must not get in, and what stands for it.
struct PersonName {
  std::string full;
  std::string masked;
};

struct MaskedPetitioner {
  /// `张某`, `欧阳某等12人`, the name of an organisation; empty when the cell says nothing.
  std::string shown;
  std::vector<PersonName> names;  ///< Every full name of the cell.
};

/// `people` as the row states it, 0 when it does not. Several names become the first and their
/// number. Organisations (公司, 村委会, 全体业主 …) keep their name; what is no clear case of one
/// is masked.
MaskedPetitioner mask_petitioner(std::string_view cell, std::int64_t people);

/// `欧阳某等12人` -> `欧阳`; empty for organisations.
std::string_view surname_in(std::string_view masked);

}  // namespace core::intake
