#include "core/app/bulletin.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/app/bulletin_content.h"
#include "core/app/bulletin_number.h"
#include "core/app/bulletin_objections.h"
#include "core/base/hash.h"

namespace core::app {
namespace {

Error refused(std::string reason) { return {ErrorCode::InvalidInput, std::move(reason)}; }

bool names(const std::vector<std::string>& units, std::string_view code) {
  return std::find(units.begin(), units.end(), code) != units.end();
}

Mention mention_of(const BulletinOrder& order, std::string_view code) {
  if (names(order.criticised, code)) return Mention::Criticised;
  return names(order.praised, code) ? Mention::Praised : Mention::Mentioned;
}

/// The bulletin's own units: those named come into the scope by being named.
std::vector<std::string> special_scope(const BulletinOrder& order) {
  std::vector<std::string> scope = order.scope;
  for (const auto* list : {&order.criticised, &order.praised})
    for (const std::string& code : *list)
      if (!names(scope, code)) scope.push_back(code);
  return scope;
}

std::vector<std::string> codes_of(const List& units) {
  std::vector<std::string> codes;
  for (const Value& unit : units) codes.emplace_back(unit.fields()->text("unit"));
  return codes;
}

std::vector<std::string> texts_of(const Value* list) {
  std::vector<std::string> texts;
  if (!list || !list->list()) return texts;
  for (const Value& each : *list->list())
    if (each.text()) texts.push_back(*each.text());
  return texts;
}

List as_list(const std::vector<std::string>& texts) { return List(texts.begin(), texts.end()); }

Status check_names(const State& state, const BulletinOrder& order,
                   const std::vector<std::string>& scope) {
  if (scope.empty()) return refused("通报没有单位");
  for (const auto* list : {&scope, &order.criticised, &order.praised})
    for (const std::string& code : *list) {
      if (!state.find_unit(code).known()) return refused(fmt::format("没有单位“{}”", code));
      if (!names(scope, code)) return refused(fmt::format("单位“{}”不在通报范围内", code));
    }
  for (const std::string& code : order.criticised)
    if (names(order.praised, code)) return refused(fmt::format("单位“{}”不能既批评又表扬", code));
  return Done{};
}

/// Everything but what freezing adds.
struct Drawn {
  Fields fields;
  BulletinContent content;
};

Result<Drawn> draw(const View& view, const BulletinOrder& order) {
  Drawn drawn;
  const bool special = order.series == Series::Special;
  if (!special && !(order.scope.empty() && order.topic.empty()))
    return refused("只有专项通报可以指定范围和专题");
  drawn.content = special ? special_content(view, order.period, special_scope(order))
                          : ranked_content(view, order.period);
  const std::vector<std::string> scope =
      special ? special_scope(order) : codes_of(drawn.content.units);
  CORE_TRY(check_names(view.state, order, scope));
  List units;
  for (std::size_t i = 0; i < scope.size(); ++i) {
    Fields entry = special ? Fields{{"unit", scope[i]}} : *drawn.content.units[i].fields();
    entry.set("mention", word(mention_of(order, scope[i])));
    units.push_back(std::move(entry));
  }
  drawn.fields = {{"bulletin", bulletin_key(view.state, order)},
                  {"series", word(order.series)},
                  {"period", to_string(order.period)},
                  {"scope", as_list(scope)},
                  {"units", std::move(units)},
                  {"supervisions", drawn.content.supervisions}};
  return drawn;
}

Result<BulletinReceipt> record(Desk& desk, std::string_view kind, Fields fields) {
  BulletinReceipt receipt;
  receipt.key = fields.text("bulletin");
  receipt.number = fields.text("number");
  receipt.sha256 = to_hex(sha256(to_json(fields)));
  CORE_ASSIGN(const std::vector<store::Refusal> refusals,
              desk.record({Fact{std::string(kind), desk.today(), {}, std::move(fields)}}));
  if (!refusals.empty()) return refused(refusals.front().reason);
  receipt.head = desk.ledger().head_code();
  return receipt;
}

Status check_period_over(const Desk& desk, const BulletinOrder& order) {
  if (order.series == Series::Special || desk.today() > last_day(order.period)) return Done{};
  return refused(fmt::format("{}尚未结束", label(order.period)));
}

int objection_workdays(const Desk& desk) {
  return desk.rulebook().on(desk.today()).bulletin_objection_workdays;
}

/// The bulletin as it was issued, and as it holds now.
struct Issued {
  RecordedFact first;
  RecordedFact now;
};

Result<Issued> issued_fact(const Desk& desk, std::string_view key) {
  const Subject subject{Subject::Kind::Bulletin, std::string(key)};
  const std::vector<RecordedFact> facts = desk.ledger().facts_of(subject);
  for (const RecordedFact& now : effective(facts)) {
    if (now.fact.kind != "bulletin.issued") continue;
    for (const RecordedFact& each : facts)
      if (each.ref == now.ref) return Issued{each, now};
  }
  return Error{ErrorCode::NotFound, fmt::format("没有已印发的通报“{}”", key)};
}

using Difference = std::optional<BulletinDifference>;

Value field_or_null(const Fields& fields, std::string_view name) {
  const Value* value = fields.find(name);
  return value ? *value : Value();
}

/// What is compared of the entries of a list, the name of each first.
struct Compared {
  std::string_view list;
  std::vector<std::string_view> fields;
  std::string_view newer = {};  ///< A field that bulletins of an older version lack.
};

Difference compare_entry(const Compared& what, const Fields& issued, const Fields& now) {
  for (const std::string_view name : what.fields) {
    Value was = field_or_null(issued, name);
    Value is = field_or_null(now, name);
    if (was == is || (name == what.newer && was.is_null())) continue;
    return BulletinDifference{
        fmt::format("{}[{}].{}", what.list, issued.text(what.fields.front()), name), std::move(was),
        std::move(is)};
  }
  return std::nullopt;
}

Difference compare_list(const Compared& what, const Value* issued, const List& now) {
  static const List kNone;
  const List& was = issued && issued->list() ? *issued->list() : kNone;
  for (std::size_t i = 0; i < std::min(was.size(), now.size()); ++i) {
    if (!was[i].fields() || !now[i].fields())
      return BulletinDifference{fmt::format("{}[{}]", what.list, i), was[i], now[i]};
    if (Difference found = compare_entry(what, *was[i].fields(), *now[i].fields())) return found;
  }
  if (was.size() == now.size()) return std::nullopt;
  return BulletinDifference{fmt::format("{}.length", what.list),
                            Value(static_cast<std::int64_t>(was.size())),
                            Value(static_cast<std::int64_t>(now.size()))};
}

Difference compare(const Fields& bulletin, const Fields& frozen, const BulletinContent& now) {
  if (frozen.text("rulebook") != now.rulebook)
    return BulletinDifference{"frozen.rulebook", field_or_null(frozen, "rulebook"), now.rulebook};
  const Compared numbers{
      "numbers", {"unit", "parts", "from_statistics"}, /*newer=*/"from_statistics"};
  if (Difference found = compare_list(numbers, frozen.find("numbers"), now.numbers)) return found;
  const Compared listed{"supervisions",
                        {"supervision", "case", "unit", "ground", "opened_on", "step", "due_on",
                         "delisted_on", "inspections", "inspected_on", "because"}};
  // A bulletin of an older version says nothing of them.
  if (const Value* said = bulletin.find("supervisions"))
    if (Difference found = compare_list(listed, said, now.supervisions)) return found;
  if (bulletin.text("series") == word(Series::Special)) return std::nullopt;
  const Compared units{"units", {"unit", "group", "reason", "rank", "of", "score"}};
  return compare_list(units, bulletin.find("units"), now.units);
}

/// A correction changes what a bulletin counts for, though nobody has issued it so.
Difference compare_issued(const Fact& first, const Fact& now) {
  if (first.on != now.on) return BulletinDifference{"on", to_string(first.on), to_string(now.on)};
  const Compared units{"units", {"unit", "mention", "group", "reason", "rank", "of", "score"}};
  static const List kNone;
  const Value* entries = now.fields.find("units");
  if (Difference found = compare_list(units, first.fields.find("units"),
                                      entries && entries->list() ? *entries->list() : kNone))
    return found;
  for (const std::string_view name :
       {"series", "period", "number", "scope", "units", "supervisions", "grave", "topic", "frozen"})
    if (Value was = field_or_null(first.fields, name), is = field_or_null(now.fields, name);
        !(was == is))
      return BulletinDifference{std::string(name), std::move(was), std::move(is)};
  return std::nullopt;
}

Difference compare_head(const Desk& desk, const Fields& frozen, FactRef position) {
  const Result<store::VerifyReport> report = desk.ledger().verify(nullptr, frozen.text("head"));
  if (!report.ok()) return BulletinDifference{"frozen.head", frozen.text("head"), Value()};
  if (report.value().ok && report.value().head_at == desk.state().fact_id(position))
    return std::nullopt;
  return BulletinDifference{"frozen.head", frozen.text("head"), report.value().head};
}

Result<BulletinContent> content_at(const Desk& desk, FactRef position, Date on,
                                   const Fields& bulletin) {
  CORE_ASSIGN(const std::unique_ptr<Answer> found, Answer::at(desk, position, on));
  const std::optional<Period> period = parse_period(bulletin.text("period"));
  if (!period) return refused("通报没有期间，无法复核");
  if (bulletin.text("series") != word(Series::Special))
    return ranked_content(found->view(), *period);
  return special_content(found->view(), *period, texts_of(bulletin.find("scope")));
}

}  // namespace

Result<BulletinReceipt> draft_bulletin(Desk& desk, const BulletinOrder& order) {
  CORE_TRY(check_period_over(desk, order));
  CORE_ASSIGN(Drawn drawn, draw(view_of(desk), order));
  if (!order.topic.empty()) drawn.fields.set("topic", order.topic);
  CORE_ASSIGN(BulletinReceipt receipt, record(desk, "bulletin.drafted", std::move(drawn.fields)));
  receipt.is_draft = true;
  receipt.objections_until =
      objections_until(desk.calendar(), desk.today(), objection_workdays(desk));
  return receipt;
}

Result<BulletinReceipt> issue_bulletin(Desk& desk, const BulletinOrder& order) {
  CORE_TRY(check_period_over(desk, order));
  CORE_ASSIGN(std::string number, bulletin_number(desk.state(), order, desk.today()));
  CORE_ASSIGN(Drawn drawn, draw(view_of(desk), order));
  drawn.fields.set("number", std::move(number));
  if (order.grave) drawn.fields.set("grave", true);
  if (!order.topic.empty()) drawn.fields.set("topic", order.topic);
  drawn.fields.set("frozen", Fields{{"position", std::int64_t{desk.state().fact_count()}},
                                    {"head", desk.ledger().head_code()},
                                    {"rulebook", drawn.content.rulebook},
                                    {"numbers", std::move(drawn.content.numbers)}});
  return record(desk, "bulletin.issued", std::move(drawn.fields));
}

Result<std::optional<BulletinDifference>> check_bulletin(const Desk& desk, std::string_view key) {
  CORE_ASSIGN(const Issued bulletins, issued_fact(desk, key));
  const RecordedFact& issued = bulletins.first;
  const Fields& bulletin = issued.fact.fields;
  const Value* frozen = bulletin.find("frozen");
  const std::int64_t position =
      frozen && frozen->fields() ? frozen->fields()->integer("position") : 0;
  if (position <= 0 || position >= std::int64_t{issued.ref.position})
    return refused(fmt::format("通报“{}”没有冻结的台账位置，无法复核", key));
  if (Difference changed = compare_issued(issued.fact, bulletins.now.fact)) return changed;
  const FactRef ref{static_cast<std::uint32_t>(position)};
  if (Difference found = compare_head(desk, *frozen->fields(), ref)) return found;
  CORE_ASSIGN(const BulletinContent now, content_at(desk, ref, issued.fact.on, bulletin));
  return compare(bulletin, *frozen->fields(), now);
}

}  // namespace core::app
