#pragma once
// The two halves of the catalogue that fact_kinds() puts together.

#include <span>

#include "core/model/fact_kind.h"

namespace core {

std::span<const KindSpec> case_kinds();
std::span<const KindSpec> measure_kinds();

}  // namespace core
