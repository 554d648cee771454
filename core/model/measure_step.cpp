#include "core/model/measure_step.h"

#include <algorithm>
#include <tuple>

#include "core/base/list_of.h"
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

struct Filed {
  Subject::Kind measure;
  std::string_view word;
};

constexpr Filed kFiled[] = {
    {Subject::Kind::Bulletin, "bulletin"},
    {Subject::Kind::Talk, "talk"},
    {Subject::Kind::Reminder, "reminder"},
    {Subject::Kind::Assessment, "assessment"},
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
  if (kind != StepKind::FilingSent) return 0;
  for (const Filed& each : kFiled)
    if (each.word == fields.text("measure_kind")) return static_cast<std::uint8_t>(each.measure);
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

// Ledgers of before may hold one twice; it is one unit still.
void add_once(std::vector<UnitIndex>& units, UnitIndex unit) {
  if (std::find(units.begin(), units.end(), unit) == units.end()) units.push_back(unit);
}

void add_target(MeasureStep& step, const Value& target, const StepNames& names) {
  if (!target.fields()) return;
  step.officials.push_back(names.official(target.fields()->text("official")));
  step.units.push_back(names.unit(target.fields()->text("unit")));
}

// Kinds stand in the order of cause and effect, so what happened on one day reads the same in
// whatever order it was recorded.
bool comes_before(const MeasureStep& a, const MeasureStep& b) {
  return std::tuple(a.on, a.kind, a.fact) < std::tuple(b.on, b.kind, b.fact);
}

}  // namespace

std::string_view filed_word(Subject::Kind measure) {
  for (const Filed& each : kFiled)
    if (each.measure == measure) return each.word;
  return {};
}

bool is_filing_of(const MeasureStep& filing, Subject::Kind measure) {
  return filing.second == 0 || filing.second == static_cast<std::uint8_t>(measure);
}

StepNames names_in(const State& state) {
  return {[&state](std::string_view code) { return state.find_unit(code); },
          [&state](std::string_view key) { return state.find_official(key); }};
}

MeasureStep read_step(StepKind kind, const RecordedFact& recorded, const StepNames& names) {
  const Fields& fields = recorded.fact.fields;
  MeasureStep step = step_of(kind, recorded);
  step.unit = names.unit(fields.text("unit"));
  step.official =
      names.official(fields.text(kind == StepKind::TalkGroupFormed ? "leader" : "official"));
  for (const std::string_view name : {"scope", "units"})
    for (const Value& unit : list_of(fields, name))
      if (unit.text()) add_once(step.units, names.unit(*unit.text()));
  for (const Value& target : list_of(fields, "targets")) add_target(step, target, names);
  return step;
}

void order_steps(std::vector<MeasureStep>& steps) {
  std::sort(steps.begin(), steps.end(), comes_before);
  order_rounds(steps);
}

}  // namespace core
