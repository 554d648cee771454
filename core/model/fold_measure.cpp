// The part of Folder that turns facts on a measure into its row and its dated steps.
#include <algorithm>

#include "core/base/decimal.h"
#include "core/base/list_of.h"
#include "core/model/fold.h"
#include "core/model/measure_step.h"

namespace core {
namespace {

Standing standing_of(const Fields& entry) {
  Standing standing;
  standing.mention = parse_code<Mention>(entry.text("mention"));
  standing.group = std::string(entry.text("group"));
  standing.rank = static_cast<std::int32_t>(entry.integer("rank"));
  standing.of = static_cast<std::int32_t>(entry.integer("of"));
  if (const Value* score = entry.find("score")) standing.score = hundredths(*score).value_or(-1);
  return standing;
}

}  // namespace

const MeasureStep* MeasureRow::first(StepKind wanted) const {
  const auto at = std::find_if(steps.begin(), steps.end(),
                               [wanted](const MeasureStep& step) { return step.kind == wanted; });
  return at == steps.end() ? nullptr : &*at;
}

MeasureIndex Folder::mention_measure(SubjectView subject) {
  MeasureIndex index = state_.find_measure(subject.kind, subject.key);
  if (index.known()) return index;
  index.value = static_cast<std::uint32_t>(state_.measures_.size());
  MeasureRow& row = state_.measures_.emplace_back();
  row.kind = subject.kind;
  row.key = std::string(subject.key);
  state_.measure_by_key_[static_cast<std::size_t>(subject.kind)].emplace(std::string(subject.key),
                                                                         index.value);
  return index;
}

void Folder::apply_measure(const RecordedFact& recorded, SubjectView subject) {
  const std::optional<StepKind> kind = step_kind(recorded.fact.kind);
  if (!kind) return;
  const Fields& fields = recorded.fact.fields;
  MeasureStep step = read_step(*kind, recorded,
                               {[this](std::string_view code) { return mention_unit(code); },
                                [this](std::string_view key) { return mention_official(key); }});

  MeasureRow& row = state_.measures_[mention_measure(subject).value];
  if (const std::string_view number = fields.text("case"); !number.empty())
    row.case_index = mention_case(number);
  if (*kind == StepKind::BulletinIssued || *kind == StepKind::AssessmentIssued)
    read_standings(row, *kind, fields);
  row.steps.push_back(std::move(step));
  order_steps(row.steps);
}

void Folder::read_standings(MeasureRow& row, StepKind kind, const Fields& fields) {
  row.period = parse_period(kind == StepKind::AssessmentIssued ? row.key : fields.text("period"));
  row.standings.clear();
  for (const Value& entry : list_of(fields, "units")) {
    if (!entry.fields()) continue;
    Standing standing = standing_of(*entry.fields());
    standing.unit = mention_unit(entry.fields()->text("unit"));
    row.standings.push_back(std::move(standing));
  }
}

void Folder::clear_measure(SubjectView subject) {
  MeasureRow fresh;
  fresh.kind = subject.kind;
  fresh.key = std::string(subject.key);
  state_.measures_[mention_measure(subject).value] = std::move(fresh);
}

}  // namespace core
