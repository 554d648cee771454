#include "core/intake/drafters/lead_drafter.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/intake/drafters/words.h"
#include "core/model/accusation.h"

namespace core::intake {
namespace {

constexpr std::size_t kPlanLimit = 500;

/// `副县长李强杰`, `李强杰（副县长）`, `李强杰同志`, `李强杰 副县长` -> what may be the name.
std::vector<std::string> names_in(std::string_view text) {
  std::vector<std::string> names = split_any(fold_width(text), {" ", "\n", "("});
  std::string whole = fold_header(text);
  if (const std::size_t open = whole.find('('); open != std::string::npos) whole.erase(open);
  names.push_back(std::move(whole));
  for (std::string& name : names)
    if (constexpr std::string_view kComrade = "同志"; ends_with(name, kComrade))
      name.resize(name.size() - kComrade.size());
  return names;
}

/// The unit that handles the case now.
UnitIndex unit_of(const State& state, CaseIndex index) {
  UnitIndex unit = state.case_row(index).unit;
  for (std::uint32_t at = state.case_row(index).first_event; at != kNoIndex;
       at = state.event(at).next)
    if (state.event(at).kind == EventKind::Forwarded) unit = state.event(at).unit;
  return unit;
}

/// What of `said` differs from the fact; empty values say nothing.
Fields differences(const Fields& said, const Fields& known) {
  Fields with;
  for (const auto& [name, value] : said) {
    const Value* old = known.find(name);
    if (!old || !(*old == value)) with.set(name, value);
  }
  return with;
}

bool is_county_rank(OfficialRank rank) {
  return rank == OfficialRank::CountyMain || rank == OfficialRank::CountyLeader;
}

/// The level that follows from who the leader is, when the list does not say it.
LeadLevel level_of(const State& state, OfficialIndex leader, UnitIndex unit) {
  const OfficialRow& official = state.official(leader);
  if (official.rank == OfficialRank::CountyMain) return LeadLevel::CountyMain;
  const bool oversees = std::find(official.oversees.begin(), official.oversees.end(), unit) !=
                        official.oversees.end();
  return oversees ? LeadLevel::CountyPortfolio : LeadLevel::CountyLeader;
}

}  // namespace

Status LeadDrafter::draft_row(const RowView&) {
  const std::string number = known_case();
  if (refused()) return Done{};
  const Draft draft = read(number);
  if (refused()) return Done{};
  for (const Ground ground : draft.grounds) CORE_TRY(draft_ground(draft, ground));
  if (draft.county_leader.known()) return draft_lead(draft);
  if (!draft.task_force.empty()) ++leaderless_;
  return Done{};
}

LeadDrafter::Draft LeadDrafter::read(const std::string& number) {
  Draft draft;
  draft.number = number;
  draft.index = state().find_case(number);
  const CaseRow& known = state().case_row(draft.index);
  const Date said = day(Column::AssignedOn);
  draft.dated = said.known();
  draft.on = draft.dated ? said : session().today();
  undated_ = undated_ || !draft.dated;
  const std::string_view ground = row().text(Column::Ground);
  if (const auto grounds = grounds_of(ground)) {
    draft.grounds = *grounds;
  } else {
    leave_out(Column::Ground, "不在已知的包案依据里");
  }
  const std::vector<PersonName> names = names_of(number);
  draft.document = text(Column::Document, names, {}, kPlanLimit);
  const bool accusation = known.purpose == Purpose::Accusation;
  if (accusation && !draft.document.empty() && !is_reference_number(draft.document)) {
    // What stands in the cell is not repeated.
    leave_out(Column::None,
              fmt::format("“{}”不是文号，检举控告事项只登记文号", row().header(Column::Document)));
    draft.document.clear();
  }
  const Date resolve_by = any_day(Column::ResolveBy);
  draft.resolve_by = to_string(resolve_by);
  if (!accusation)
    draft.plan = text(Column::Plan, names, surname_in(state().case_text(draft.index).petitioner),
                      kPlanLimit);
  draft.task_force = task_force();
  read_leaders(draft);
  if (draft.grounds.empty() && !draft.county_leader.known())
    refuse(Column::Ground, ground.empty() ? "缺少包案依据" : "没有可取的包案依据或包案领导");
  return draft;
}

/// `高强英（组长）、何丽、马娜桂`
List LeadDrafter::task_force() {
  List members;
  const auto clean = [this](std::string_view part) {
    return session().scrubber().scrub_label(part, log().scrubbed);
  };
  for (const std::string& piece :
       split_any(row().text(Column::TaskForce), {"、", "，", ",", ";", "；", "\n"})) {
    const std::string member = fold_width(piece);
    const std::size_t open = member.find('(');
    const std::size_t close = member.find(')');
    Fields fields{{"name", clean(member.substr(0, open))}};
    if (open != std::string::npos && close != std::string::npos && close > open)
      fields.set("role", clean(member.substr(open + 1, close - open - 1)));
    members.push_back(std::move(fields));
  }
  return members;
}

void LeadDrafter::read_leaders(Draft& draft) {
  const UnitIndex unit = unit_of(state(), draft.index);
  draft.county_leader = find_leader(Column::CountyLeader, unit, /*county=*/true);
  draft.unit_leader = find_leader(Column::UnitLeader, unit, /*county=*/false);
  const std::string_view level = row().text(Column::LeadLevel);
  draft.level = lead_level_of(level);
  if (!level.empty() && draft.level == LeadLevel::None)
    leave_out(Column::LeadLevel, "不在已知的包案层级里");
  if (draft.level == LeadLevel::None && draft.county_leader.known())
    draft.level = level_of(state(), draft.county_leader, unit);
}

OfficialIndex LeadDrafter::find_leader(Column column, UnitIndex unit, bool county) {
  const std::string said = session().scrubber().scrub_label(row().text(column), log().scrubbed);
  if (said.empty()) return {};
  const std::vector<std::string> names = names_in(said);
  const auto is_named = [&names](const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  std::vector<OfficialIndex> found;
  for (std::uint32_t i = 0; i < state().officials().size(); ++i) {
    const OfficialRow& official = state().officials()[i];
    if (!official.appointed_on.known() || official.left_on.known()) continue;
    if (is_county_rank(official.rank) != county) continue;
    if (!county && official.unit != unit) continue;
    if (is_named(official.name) || official.key == said || is_named(official.post + official.name))
      found.push_back(OfficialIndex{i});
  }
  if (found.size() == 1) return found.front();
  leave_out(column, found.empty() ? (county ? "没有登记这位县级领导" : "该单位没有登记这位领导")
                                  : "不止一位领导叫这个名字");
  return {};
}

Status LeadDrafter::draft_ground(const Draft& draft, Ground ground) {
  Fields said{{"ground", word(ground)}};
  if (!draft.document.empty()) said.set("document", draft.document);
  // Without a leader there is no lead to hold these yet; they must not be lost.
  if (!draft.county_leader.known() && !draft.plan.empty()) said.set("plan", draft.plan);
  if (!draft.county_leader.known() && !draft.resolve_by.empty())
    said.set("resolve_by", draft.resolve_by);
  for (const RecordedFact& recorded : session().facts_of_case(draft.number)) {
    const Fact& fact = recorded.fact;
    if (fact.kind != "case.grounded" || fact.fields.text("ground") != word(ground)) continue;
    const std::string_view document = fact.fields.text("document");
    if (!document.empty() && !draft.document.empty() && document != draft.document) continue;
    Fields with = differences(said, fact.fields);
    if (with.empty()) return Done{};
    CORE_ASSIGN([[maybe_unused]] const bool taken,
                correct(recorded.ref, std::move(with), Column::Ground));
    return Done{};
  }
  Fact fact;
  fact.kind = "case.grounded";
  fact.on = draft.on;
  fact.fields = std::move(said);
  fact.fields.set("case", draft.number);
  CORE_ASSIGN(const bool taken, record_or_refuse(fact, Column::Ground));
  if (taken) mark_added();
  return Done{};
}

Fields LeadDrafter::lead_fields(const Draft& draft) const {
  Fields fields{{"level", word(draft.level)},
                {"official", state().official(draft.county_leader).key}};
  if (draft.unit_leader.known())
    fields.set("unit_official", state().official(draft.unit_leader).key);
  if (!draft.task_force.empty()) fields.set("task_force", draft.task_force);
  if (!draft.plan.empty()) fields.set("plan", draft.plan);
  if (!draft.resolve_by.empty()) fields.set("resolve_by", draft.resolve_by);
  return fields;
}

Status LeadDrafter::draft_lead(const Draft& draft) {
  Fields said = lead_fields(draft);
  std::optional<RecordedFact> last;
  // Where the same leader is said: on that very day, else the last time.
  std::optional<RecordedFact> same;
  for (RecordedFact& recorded : session().facts_of_case(draft.number)) {
    if (recorded.fact.kind != "lead.assigned" && recorded.fact.kind != "lead.handed_over") continue;
    const bool same_leader = recorded.fact.fields.text("official") == said.text("official");
    if (same_leader && !(same && same->fact.on == draft.on)) same = recorded;
    last = std::move(recorded);
  }
  const bool is_last = same && same->ref == last->ref;
  if (is_last || (same && same->fact.on == draft.on)) {
    session().stated_leads().insert(draft.index.value);
    // What a list says of a lead that another has followed changes nothing.
    Fields with = is_last ? differences(said, same->fact.fields) : Fields();
    if (with.empty()) return Done{};
    CORE_ASSIGN([[maybe_unused]] const bool taken,
                correct(same->ref, std::move(with), Column::CountyLeader));
    return Done{};
  }
  if (last && (draft.on < last->fact.on || (!draft.dated && same))) {
    leave_out(Column::CountyLeader, "此后已另有包案领导，未改动；确需交接的请在台账里登记");
    return Done{};
  }
  if (last && draft.on == last->fact.on && session().stated_leads().contains(draft.index.value)) {
    leave_out(Column::CountyLeader, "与本次导入中先读到的包案领导不一致，保留先读到的");
    return Done{};
  }
  session().stated_leads().insert(draft.index.value);
  Fact fact;
  fact.kind = last ? "lead.handed_over" : "lead.assigned";
  fact.on = draft.on;
  fact.fields = std::move(said);
  fact.fields.set("case", draft.number);
  CORE_ASSIGN(const bool taken, record(fact, Column::CountyLeader));
  if (taken && !last) mark_added();
  return Done{};
}

void LeadDrafter::finish() {
  if (undated_) note("清单没有交办日期的，列入依据和包案按导入当日登记");
  if (leaderless_ > 0)
    note(fmt::format("{}行写有工作专班但没有包案领导：专班随包案登记，请补上包案领导后再导入",
                     leaderless_));
}

}  // namespace core::intake
