#include "core/intake/drafters/session.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "core/model/validate.h"

namespace core::intake {
namespace {

/// Longer names first, so that a short one does not tear a longer one apart.
void add_once(std::vector<PersonName>& names, const PersonName& name) {
  const auto same = [&name](const PersonName& other) { return other.full == name.full; };
  if (std::any_of(names.begin(), names.end(), same)) return;
  const auto shorter = [&name](const PersonName& other) {
    return other.full.size() < name.full.size();
  };
  names.insert(std::find_if(names.begin(), names.end(), shorter), name);
}

}  // namespace

Session::Session(FactSink sink, Date today, std::string by)
    : sink_(std::move(sink)),
      today_(today),
      by_(std::move(by)),
      units_(sink_.state),
      scrubber_([this](std::string_view digits) { return state().find_case(digits).known(); },
                [this](std::string_view name) { return is_official(name); }) {}

bool Session::is_official(std::string_view name) const {
  const std::span<const OfficialRow> all = state().officials();
  return std::any_of(all.begin(), all.end(),
                     [name](const OfficialRow& official) { return official.name == name; });
}

Result<std::vector<std::string>> Session::take(FactView& fact) {
  if (fact.by.empty()) fact.by = by_;
  std::vector<std::string> problems = problems_of(fact, state(), today_);
  if (!problems.empty()) return problems;
  CORE_ASSIGN([[maybe_unused]] const FactRef ref, sink_.take(fact));
  ++taken_;
  return problems;
}

Result<std::vector<std::string>> Session::take(const Fact& fact) {
  FactView view;
  look_at(fact, view);
  return take(view);
}

std::vector<RecordedFact> Session::facts_of_case(std::string_view number) const {
  return sink_.effective_facts({Subject::Kind::Case, std::string(number)});
}

void Session::watch_names(std::string file_and_sheet_names, bool later_texts) {
  watched_ = std::move(file_and_sheet_names);
  later_texts_ = later_texts;
}

void Session::remember_names(std::string_view number, const std::vector<PersonName>& names) {
  if (names.empty()) return;
  for (const PersonName& name : names)
    if (contains(watched_, name.full)) add_once(seen_in_watched_, name);
  if (!later_texts_) return;
  std::vector<PersonName>& known = names_[std::string(number)];
  for (const PersonName& name : names) add_once(known, name);
}

std::span<const PersonName> Session::names_of(std::string_view number) const {
  const auto at = names_.find(std::string(number));
  return at == names_.end() ? std::span<const PersonName>() : at->second;
}

std::string Session::scrubbed_title(std::string_view text) {
  Scrubbed uncounted;
  return scrubber_.scrub(text, seen_in_watched_, uncounted);
}

std::uint32_t& Session::stated(CaseIndex index) {
  if (stated_.size() <= index.value) stated_.resize(index.value + 1 + index.value / 2);
  return stated_[index.value];
}

}  // namespace core::intake
