// What a bulletin and an assessment must say of themselves before they can be issued, and when a
// bulletin can be reported (3.1–3.3, 7.4).
#include <fmt/format.h>

#include <optional>
#include <set>
#include <string>
#include <utility>

#include "core/base/decimal.h"
#include "core/base/period.h"
#include "core/model/step_look.h"

namespace core {
namespace {

using enum StepKind;

constexpr std::int64_t kFullScore = 100 * 100;  // hundredths

/// The length of the periods of a series; nothing for special bulletins, which may lie in any.
std::optional<Period::Kind> length_of(Series series) {
  switch (series) {
    case Series::Monthly:
      return Period::Kind::Month;
    case Series::HalfYear:
      return Period::Kind::HalfYear;
    case Series::Annual:
      return Period::Kind::Year;
    default:
      return std::nullopt;
  }
}

void check_period(const StepLook& look) {
  const auto series = parse_code<Series>(look.text("series"));
  const std::optional<Period::Kind> length = length_of(series);
  if (!length) return;
  const std::optional<Period> period = parse_period(look.text("period"));
  if (!period) {
    if (look.text("period").empty()) look.refuse("定期通报应写明期间（period）");
    return;  // else said by the check of types
  }
  if (period->kind != *length)
    return look.refuse(fmt::format("期间“{}”与系列不符", look.text("period")));
  if (look.fact.on <= last_day(*period)) look.refuse(fmt::format("{}尚未结束", label(*period)));
}

/// A drawn bulletin gives units without a rank a null; only what is said is looked at.
void check_standing(const StepLook& look, const Fields& entry) {
  const std::string_view unit = entry.text("unit");
  const std::string_view mention = entry.text("mention");
  if (!mention.empty() && parse_code<Mention>(mention) == Mention::Unknown)
    look.refuse(fmt::format("单位“{}”的性质（mention）“{}”不在可选值内", unit, mention));
  const Value* rank = entry.find("rank");
  const Value* of = entry.find("of");
  for (const auto& [value, label] : {std::pair(rank, "名次"), std::pair(of, "参加排名的单位数")})
    if (value && !value->is_null() && !value->integer())
      look.refuse(fmt::format("单位“{}”的{}应为整数", unit, label));
  for (const std::string_view name : {"mention", "group"})
    if (const Value* said = entry.find(name); said && !said->is_null() && !said->text())
      look.refuse(fmt::format("单位“{}”的{}应为文字", unit, name));
  if (rank && rank->integer() && *rank->integer() < 1)
    look.refuse(fmt::format("单位“{}”的名次应从1起", unit));
  if (rank && of && rank->integer() && of->integer() && *rank->integer() > *of->integer())
    look.refuse(fmt::format("单位“{}”的名次{}大于参加排名的单位数{}", unit, *rank->integer(),
                            *of->integer()));
  if (rank && rank->integer() && !(of && of->integer()))
    look.refuse(fmt::format("单位“{}”写了名次，应写明参加排名的单位数（of）", unit));
  const Value* score = entry.find("score");
  if (!score || score->is_null()) return;
  const std::optional<std::int64_t> points = hundredths(*score);
  if (!points || *points > kFullScore)
    look.refuse(fmt::format("单位“{}”的得分应在0至100之间", unit));
}

using CheckEntry = void (*)(const StepLook& look, const Fields& entry);

/// The rows of units, each with one of its own.
void check_rows(const StepLook& look, CheckEntry check_entry) {
  const Value* units = look.fact.fields.find("units");
  if (!units || !units->list()) return;
  std::set<std::string_view> seen;
  for (const Value& each : *units->list()) {
    if (!each.fields()) continue;  // said by the check of types
    check_entry(look, *each.fields());
    const std::string_view unit = each.fields()->text("unit");
    if (!unit.empty() && !seen.insert(unit).second)
      look.refuse(fmt::format("单位“{}”写了两次", unit));
  }
}

/// 3.1: one bulletin of a series on a period, or nobody could tell which of them counts for a
/// streak.
void check_only_one(const StepLook& look) {
  const auto series = parse_code<Series>(look.text("series"));
  const std::optional<Period> period = parse_period(look.text("period"));
  if (!period || !length_of(series)) return;
  for (const MeasureRow& other : look.state.measures()) {
    if (other.kind != Subject::Kind::Bulletin || other.period != period) continue;
    if (other.key == look.text("bulletin")) continue;
    const MeasureStep* issued = other.first(BulletinIssued);
    const MeasureStep* withdrawn = other.first(BulletinWithdrawn);
    if (!issued || static_cast<Series>(issued->code) != series) continue;
    if (look.kind == BulletinDrafted && issued->on > look.fact.on) continue;
    if (!withdrawn || withdrawn->on > look.fact.on)
      look.refuse(fmt::format("{}已印发通报“{}”，应先撤回", label(*period), other.key));
  }
}

/// The number of a document is used once, also when the document was withdrawn.
void check_number(const StepLook& look) {
  const std::string_view number = look.text("number");
  if (number.empty()) return;
  for (const OtherFact& other : look.state.other_facts()) {
    const Fact& fact = other.fact.fact;
    if (fact.kind == "bulletin.issued" && fact.fields.text("number") == number &&
        fact.fields.text("bulletin") != look.text("bulletin"))
      return look.refuse(fmt::format("文号“{}”已用过", number));
  }
}

/// 7.5 of the practice: a special bulletin says something of the units in its scope.
void check_in_scope(const StepLook& look, const Fields& entry) {
  const Value* scope = look.fact.fields.find("scope");
  const std::string_view unit = entry.text("unit");
  if (!scope || !scope->list() || scope->list()->empty() || unit.empty()) return;
  for (const Value& each : *scope->list())
    if (each.text() && *each.text() == unit) return;
  look.refuse(fmt::format("单位“{}”不在通报范围（scope）之内", unit));
}

void check_points(const StepLook& look, const Fields& entry) {
  const Value* score = entry.find("score");
  if (score && !score->is_null() && !hundredths(*score))
    look.refuse(fmt::format("单位“{}”的得分应为不小于0的数", entry.text("unit")));
}

/// 7.4: what was made known is changed by deciding on an objection, not by making it known anew.
void check_issued_anew(const StepLook& look) {
  if (!look.row || !look.first(AssessmentIssued)) return;
  bool objected = false;
  for (const MeasureStep& step : look.row->steps) {
    if (step.on > look.fact.on) break;
    if (step.kind == AssessmentIssued) objected = false;
    if (step.kind == AssessmentDecided) objected = true;
  }
  if (!objected) look.refuse("该年度考核已印发，有异议并处理后方可再次印发");
}

}  // namespace

void check_assessment(const StepLook& look) {
  check_rows(look, check_points);
  check_issued_anew(look);
  const Value* year = look.fact.fields.find("year");
  const std::optional<Period> period =
      year && year->integer() ? parse_period(std::to_string(*year->integer())) : std::nullopt;
  if (period && look.fact.on <= last_day(*period))
    look.refuse(fmt::format("{}尚未结束", label(*period)));
}

void check_rests_on_bulletin(const StepLook& look) {
  const auto& rows = look.state.measures();
  const bool any = std::any_of(rows.begin(), rows.end(), [&](const MeasureRow& row) {
    const MeasureStep* issued =
        row.kind == Subject::Kind::Bulletin ? row.first(BulletinIssued) : nullptr;
    return issued && issued->on <= look.fact.on;
  });
  if (!any) look.refuse("此前台账没有印发过通报，不能以通报排名靠后或被通报批评为由");
}

void check_bulletin_step(const StepLook& look) {
  if (look.kind == BulletinDrafted || look.kind == BulletinIssued) {
    check_period(look);
    check_rows(look, check_standing);
    check_rows(look, check_in_scope);
    check_only_one(look);
  }
  if (look.kind == BulletinIssued) check_number(look);
  const MeasureStep* draft = look.first(BulletinDrafted);
  if (look.kind == BulletinIssued && draft && look.fact.on < draft->on)
    look.refuse(fmt::format("日期{}早于{}（{}）", to_string(look.fact.on), label(BulletinDrafted),
                            to_string(draft->on)));
  const MeasureStep* withdrawn = look.first(BulletinWithdrawn);
  if (look.kind == BulletinReported && withdrawn && withdrawn->on < look.fact.on)
    look.refuse(fmt::format("通报已于{}撤回", to_string(withdrawn->on)));
}

}  // namespace core
