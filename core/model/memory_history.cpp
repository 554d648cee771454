#include "core/model/memory_history.h"

#include <fmt/format.h>

#include "core/model/validate.h"

namespace core {

MemoryHistory::MemoryHistory(std::string_view id_prefix)
    : prefix_(id_prefix), folder_([this](const Subject& subject) { return facts_of(subject); }) {}

Status MemoryHistory::add(const Fact& fact, Date today) {
  const std::vector<std::string> problems = problems_of(fact, state(), today);
  if (!problems.empty()) return Error{ErrorCode::InvalidInput, joined(problems)};
  add_trusted(fact);
  return Done{};
}

void MemoryHistory::add_trusted(const Fact& fact) {
  add_recorded({{}, fmt::format("{}{}", prefix_, facts_.size() + 1), {}, fact});
}

void MemoryHistory::add_recorded(const RecordedFact& recorded) {
  const Subject subject = subject_for(recorded.fact);
  facts_.push_back(recorded);
  facts_.back().ref = FactRef{static_cast<std::uint32_t>(facts_.size())};
  subjects_.push_back(subject);
  by_subject_[{subject.kind, subject.key}].push_back(facts_.size() - 1);
  folder_.fold(facts_.back(), subject);
}

std::vector<RecordedFact> MemoryHistory::facts_of(const Subject& subject) const {
  std::vector<RecordedFact> found;
  const auto at = by_subject_.find({subject.kind, subject.key});
  if (at == by_subject_.end()) return found;
  for (const std::size_t place : at->second) found.push_back(facts_[place]);
  return found;
}

Subject MemoryHistory::subject_for(const Fact& fact) const {
  if (std::optional<Subject> subject = subject_of(fact)) return *std::move(subject);
  const FactRef target = state().find_fact(fact.fields.text("fact"));
  return target.known() ? subjects_[target.position - 1] : Subject{};
}

}  // namespace core
