// The part of Folder that turns facts on a measure into its row and its dated steps.
#include <algorithm>
#include <tuple>

#include "core/base/decimal.h"
#include "core/model/fold.h"
#include "core/model/measure_rounds.h"

namespace core {
namespace {

/// Which field holds the code of a step, and how it is read.
struct CodeField {
  StepKind kind;
  std::string_view name;
  std::uint8_t (*read)(std::string_view text);
};

template <typename Code>
std::uint8_t read_as(std::string_view text) {
  return static_cast<std::uint8_t>(parse_code<Code>(text));
}

constexpr CodeField kCodes[] = {
    {StepKind::BulletinDrafted, "series", read_as<Series>},
    {StepKind::BulletinDecided, "result", read_as<Upheld>},
    {StepKind::BulletinIssued, "series", read_as<Series>},
    {StepKind::BulletinReported, "to", read_as<ReportedTo>},
    {StepKind::FilingSent, "to", read_as<FilingTo>},
    {StepKind::ReminderIssued, "reason", read_as<ReminderReason>},
    {StepKind::ReminderJudged, "result", read_as<Judged>},
    {StepKind::SupervisionOpened, "ground", read_as<SupervisionGround>},
    {StepKind::SupervisionInspected, "how", read_as<Inspection>},
    {StepKind::TalkOpened, "ground", read_as<TalkGround>},
    {StepKind::TalkSigned, "side", read_as<SignSide>},
    {StepKind::TalkReported, "to", read_as<ReportedTo>},
    {StepKind::TalkRectificationJudged, "result", read_as<Judged>},
    {StepKind::InquiryFound, "phase", read_as<InquiryPhase>},
    {StepKind::ProposalIssued, "type", read_as<ProposalType>},
    {StepKind::ProposalAnswered, "adopted", read_as<Adopted>},
    {StepKind::AssessmentDecided, "result", read_as<Upheld>},
};

/// The field with the day a step names; each kind names one at most.
constexpr std::string_view kDayFields[] = {"answer_by", "resolve_by", "due"};

Date named_day(const Fields& fields) {
  for (const std::string_view name : kDayFields)
    if (const auto day = parse_date(fields.text(name))) return *day;
  return Date{};
}

std::int16_t number_of(StepKind kind, const Fields& fields) {
  switch (kind) {
    case StepKind::BulletinIssued:
      return fields.boolean("grave") ? 1 : 0;
    case StepKind::CampaignProgressed:
      return static_cast<std::int16_t>(fields.integer("progress", -1));
    case StepKind::SupervisionExtended:
      return static_cast<std::int16_t>(fields.integer("days"));
    case StepKind::TalkOpened:
      return static_cast<std::int16_t>(parse_code<TalkForm>(fields.text("form")));
    case StepKind::TalkSigned:
      return fields.boolean("refused") ? 1 : 0;
    default:
      return 0;
  }
}

std::uint8_t second_of(StepKind kind, const Fields& fields) {
  if (kind == StepKind::ReminderIssued) return read_as<Channel>(fields.text("channel"));
  if (kind == StepKind::TalkOpened) return read_as<Convener>(fields.text("convener"));
  return 0;
}

/// Everything of a step but the indexes, which only the folder can look up.
MeasureStep step_of(StepKind kind, const RecordedFact& recorded) {
  const Fields& fields = recorded.fact.fields;
  MeasureStep step;
  step.on = recorded.fact.on;
  step.kind = kind;
  step.fact = recorded.ref;
  for (const CodeField& field : kCodes)
    if (field.kind == kind) step.code = field.read(fields.text(field.name));
  step.second = second_of(kind, fields);
  step.number = number_of(kind, fields);
  step.until = named_day(fields);
  return step;
}

const List& list_field(const Fields& fields, std::string_view name) {
  static const List kNone;
  const Value* value = fields.find(name);
  return value && value->list() ? *value->list() : kNone;
}

Standing standing_of(const Fields& entry) {
  Standing standing;
  standing.mention = parse_code<Mention>(entry.text("mention"));
  standing.group = std::string(entry.text("group"));
  standing.rank = static_cast<std::int32_t>(entry.integer("rank"));
  standing.of = static_cast<std::int32_t>(entry.integer("of"));
  if (const Value* score = entry.find("score")) standing.score = hundredths(*score).value_or(-1);
  return standing;
}

// Kinds stand in the order of cause and effect, so what happened on one day reads the same in
// whatever order it was recorded.
bool comes_before(const MeasureStep& a, const MeasureStep& b) {
  return std::tuple(a.on, a.kind, a.fact) < std::tuple(b.on, b.kind, b.fact);
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
  MeasureStep step = step_of(*kind, recorded);
  step.unit = mention_unit(fields.text("unit"));
  step.official =
      mention_official(fields.text(*kind == StepKind::TalkGroupFormed ? "leader" : "official"));
  for (const std::string_view name : {"scope", "units"})
    for (const Value& unit : list_field(fields, name))
      if (unit.text()) step.units.push_back(mention_unit(*unit.text()));
  for (const Value& target : list_field(fields, "targets")) add_target(step, target);

  MeasureRow& row = state_.measures_[mention_measure(subject).value];
  if (const std::string_view number = fields.text("case"); !number.empty())
    row.case_index = mention_case(number);
  if (*kind == StepKind::BulletinIssued || *kind == StepKind::AssessmentIssued)
    read_standings(row, *kind, fields);
  row.steps.push_back(std::move(step));
  std::sort(row.steps.begin(), row.steps.end(), comes_before);
  order_rounds(row.steps);
}

void Folder::add_target(MeasureStep& step, const Value& target) {
  if (!target.fields()) return;
  step.officials.push_back(mention_official(target.fields()->text("official")));
  step.units.push_back(mention_unit(target.fields()->text("unit")));
}

void Folder::read_standings(MeasureRow& row, StepKind kind, const Fields& fields) {
  row.period = parse_period(kind == StepKind::AssessmentIssued ? row.key : fields.text("period"));
  row.standings.clear();
  for (const Value& entry : list_field(fields, "units")) {
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
