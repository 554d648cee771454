#include "core/rules/duty.h"

namespace core::rules {
namespace {

template <typename Row>
void append_rows(std::vector<Row>& rows, const std::vector<Row>& added, std::uint32_t first_fact) {
  const std::size_t before = rows.size();
  rows.insert(rows.end(), added.begin(), added.end());
  for (Row& row : std::span(rows).subspan(before)) row.because.first += first_fact;
}

}  // namespace

void Findings::append(const Findings& other) {
  const auto first_fact = static_cast<std::uint32_t>(evidence.size());
  append_rows(duties, other.duties, first_fact);
  append_rows(prompts, other.prompts, first_fact);
  evidence.append(other.evidence);
}

}  // namespace core::rules
