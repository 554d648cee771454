// Any bytes as JSON: what is read has one canonical form, which reads as the same; as a fact it is
// judged and masked without a fault.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/base/value.h"
#include "core/intake/masking/mask_fact.h"
#include "core/model/fact.h"
#include "core/model/state.h"

namespace {

std::string masked(core::Fact fact, int times) {
  static const core::State nobody;
  core::intake::Scrubbed counts;
  for (int time = 0; time < times; ++time) core::intake::mask_fact(fact, nobody, counts);
  return core::to_json(fact.fields);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto value = core::parse_json({reinterpret_cast<const char*>(data), size});
  if (!value.ok()) return 0;
  const std::string canonical = core::to_json(value.value());
  const auto again = core::parse_json(canonical);
  if (!again.ok() || core::to_json(again.value()) != canonical) std::abort();
  const auto fact = core::fact_from_json(value.value());
  if (!fact.ok()) return 0;
  if (masked(fact.value(), 1) != masked(fact.value(), 2)) std::abort();
  return 0;
}
