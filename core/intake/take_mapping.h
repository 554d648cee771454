#pragma once
// The mapping among the files of an import.

#include <vector>

#include "core/intake/importer.h"
#include "core/intake/tables/mapping.h"

namespace core::intake {

/// Takes it out of the files, whose names are without folders. An import goes by one mapping or by
/// none; why it cannot go by what is there names the file.
Result<Mapping> take_mapping(std::vector<ImportFile>& files);

}  // namespace core::intake
