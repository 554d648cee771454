#include "web/models/finding_key.h"

namespace web {
namespace {

std::uint64_t mixed(std::uint64_t key, std::uint64_t number) {
  key ^= number + 0x9E3779B97F4A7C15u + (key << 6) + (key >> 2);
  return key * 0xFF51AFD7ED558CCDu;
}

// Whose a case is may change without its duties becoming others; a measure is one of each unit and
// official.
template <typename Row>
std::uint64_t key_of(const Row& row, std::uint64_t what) {
  std::uint64_t key = mixed(what, static_cast<std::uint64_t>(row.rule));
  key = mixed(key, row.case_index.value);
  key = mixed(key, row.measure.value);
  const bool of_case = row.case_index.known() && !row.measure.known();
  key = mixed(key, of_case ? 0 : row.unit.value);
  if (row.measure.known()) key = mixed(key, row.official.value);
  return mixed(key, static_cast<std::uint32_t>(row.occurrence));
}

}  // namespace

std::uint64_t finding_key(const core::rules::DutyRow& row) { return key_of(row, 1); }
std::uint64_t finding_key(const core::rules::PromptRow& row) { return key_of(row, 2); }
std::uint64_t week_key(std::int32_t monday) { return mixed(3, static_cast<std::uint32_t>(monday)); }

}  // namespace web
