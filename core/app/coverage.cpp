#include "core/app/coverage.h"

#include <algorithm>
#include <initializer_list>

#include "core/base/text.h"
#include "core/model/fact_kind.h"
#include "core/rules/catalog.h"
#include "core/rules/clauses.h"

namespace core::app {
namespace {

using Words = std::initializer_list<std::string_view>;

struct Entry {
  CoveringPart part;
  Words clauses;
};

constexpr bool kToCome = false;

/// Calculations without duties of their own.
const Entry kCalculations[] = {
    {{"rank"}, {"3.1", "3.5"}},
    {{"analysis"}, {"3.2"}},
};

/// Clauses a kind of fact serves besides its own.
const Entry kFurtherKinds[] = {
    {{"case.flagged"}, {"5.1"}},
    {{"case.grounded"}, {"2.3", "2.4", "6.1"}},
    {{"bulletin.issued"}, {"3.3", "3.4", "3.5"}},
    {{"filing.sent"}, {"6.4"}},
    {{"reminder.issued"}, {"4.1", "4.2", "4.3", "4.4", "4.5", "4.6"}},
    {{"supervision.opened"}, {"5.2"}},
    {{"talk.targets_set"}, {"6.2"}},
    {{"prompt.declined"}, {"4.1", "5.1", "6.1"}},
};

const Entry kPapers[] = {
    {{"领导包案责任清单", kToCome}, {"2.6"}},
    {{"定期通报", kToCome}, {"3.1", "3.2", "3.3"}},
    {{"专项通报", kToCome}, {"3.1", "3.4"}},
    {{"备案函", kToCome}, {"3.5", "6.4"}},
    {{"提醒函", kToCome}, {"4.7"}},
    {{"挂牌督办立案审批表、通知书、验收意见表、摘牌通知书", kToCome}, {"5.2"}},
    {{"约谈审批单、通知书、记录", kToCome}, {"6.3"}},
    {{"约谈情况报告", kToCome}, {"6.4"}},
    {{"责任倒查报告", kToCome}, {"7.1"}},
    {{"责令限期整改通知书", kToCome}, {"7.2"}},
    {{"三项建议书", kToCome}, {"7.3"}},
    {{"年度考核结果", kToCome}, {"7.4"}},
};

const Entry kScreens[] = {
    {{"包案"}, {"2.1", "2.6"}},
    {{"通报", kToCome}, {"3.2"}},
    {{"督办", kToCome}, {"5.3"}},
    {{"追责", kToCome}, {"7.4", "7.5"}},
};

bool names(const Entry& entry, std::string_view clause) {
  return std::find(entry.clauses.begin(), entry.clauses.end(), clause) != entry.clauses.end();
}

template <std::size_t Count>
std::vector<CoveringPart> parts_of(const Entry (&entries)[Count], std::string_view clause) {
  std::vector<CoveringPart> found;
  for (const Entry& entry : entries)
    if (names(entry, clause)) found.push_back(entry.part);
  return found;
}

std::vector<std::string_view> rules_of(std::string_view clause) {
  std::vector<std::string_view> found;
  for (const rules::Rule* rule : rules::catalog())
    if (std::find(rule->clauses.begin(), rule->clauses.end(), clause) != rule->clauses.end())
      found.push_back(rule->word);
  for (const CoveringPart& part : parts_of(kCalculations, clause)) found.push_back(part.name);
  return found;
}

std::vector<std::string_view> kinds_of(std::string_view clause) {
  std::vector<std::string_view> found;
  for (const KindSpec& kind : fact_kinds())
    if (kind.clause == clause) found.push_back(kind.kind);
  for (const CoveringPart& part : parts_of(kFurtherKinds, clause)) found.push_back(part.name);
  return found;
}

ClauseCoverage coverage_of(const rules::Clause& clause) {
  return {clause.id,
          clause.targets,
          rules_of(clause.id),
          kinds_of(clause.id),
          parts_of(kPapers, clause.id),
          parts_of(kScreens, clause.id)};
}

template <typename Items, typename Name>
List list_of(const Items& items, Name name) {
  List list;
  for (const auto& item : items) list.emplace_back(name(item));
  return list;
}

List texts(const std::vector<std::string_view>& items) {
  return list_of(items, [](std::string_view item) { return item; });
}

List names_of(const std::vector<CoveringPart>& parts) {
  return list_of(parts, [](const CoveringPart& part) { return part.name; });
}

List to_come(const ClauseCoverage& coverage) {
  List list;
  for (const auto* parts : {&coverage.papers, &coverage.screens})
    for (const CoveringPart& part : *parts)
      if (!part.exists) list.emplace_back(part.name);
  return list;
}

}  // namespace

std::vector<std::string_view> ClauseCoverage::missing() const {
  std::vector<std::string_view> found;
  const auto want = [&](std::string_view target, bool there) {
    if (contains(targets, target) && !there) found.push_back(target);
  };
  want("rule", !rules.empty());
  want("record", !kinds.empty());
  // A judgement is a fact a named person states; no rule can take its place.
  want("judgement", !kinds.empty());
  want("document", !papers.empty());
  want("screen", !screens.empty());
  return found;
}

std::vector<ClauseCoverage> clause_coverage() {
  std::vector<ClauseCoverage> all;
  for (const rules::Clause& clause : rules::clauses())
    if (!clause.targets.empty()) all.push_back(coverage_of(clause));
  return all;
}

Value coverage_json() {
  List all;
  for (const ClauseCoverage& each : clause_coverage())
    all.push_back(Fields{{"id", each.clause},
                         {"text", rules::clause_text(each.clause)},
                         {"targets", each.targets},
                         {"rules", texts(each.rules)},
                         {"kinds", texts(each.kinds)},
                         {"papers", names_of(each.papers)},
                         {"screens", names_of(each.screens)},
                         {"to_come", to_come(each)},
                         {"missing", texts(each.missing())}});
  return Fields{{"clauses", std::move(all)}};
}

}  // namespace core::app
