#include "core/intake/drafters/official_drafter.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/intake/drafters/words.h"

namespace core::intake {
namespace {

bool is_unit_rank(OfficialRank rank) {
  return rank == OfficialRank::UnitMain || rank == OfficialRank::UnitDeputy ||
         rank == OfficialRank::Liaison;
}

}  // namespace

Status OfficialDrafter::draft_row(const RowView&) {
  Draft draft = read();
  if (refused()) return Done{};
  const std::string key = key_of(draft);
  keys_.insert(key);
  const OfficialIndex index = state().find_official(key);
  if (!index.known() || !state().official(index).appointed_on.known())
    return appoint(key, draft, /*is_new=*/true);
  const OfficialRow& known = state().official(index);
  complete(draft, known);
  if (!same(draft, known)) return appoint(key, draft, /*is_new=*/false);
  if (!draft.appointed_on.known() || draft.appointed_on == known.appointed_on) return Done{};
  CORE_ASSIGN(
      [[maybe_unused]] const bool taken,
      correct(known.fact, Fields{{"on", to_string(draft.appointed_on)}}, Column::AppointedOn));
  return Done{};
}

OfficialDrafter::Draft OfficialDrafter::read() {
  Draft draft;
  const auto clean = [this](Column column) {
    return session().scrubber().scrub_label(row().text(column), log().scrubbed);
  };
  draft.name = fold_header(clean(Column::OfficialName));
  draft.post = clean(Column::Post);
  draft.rank = rank_of(row().text(Column::Rank));
  if (draft.name.empty()) refuse(Column::OfficialName, "缺少姓名");
  if (split_any(draft.name, {"、", ",", ";", "/"}).size() > 1)
    refuse(Column::OfficialName, "一格写了几位领导，请各写一行");
  if (row().text(Column::Rank).empty()) {
    refuse(Column::Rank, "缺少级别");
  } else if (draft.rank == OfficialRank::Unknown) {
    refuse(Column::Rank, "不在已知的级别里");
  }
  const std::string_view unit = row().text(Column::Unit);
  draft.unit = session().units().find(unit);
  if (!unit.empty() && !draft.unit.known()) {
    refuse(Column::Unit, session().units().reason(unit));
  } else if (unit.empty() && is_unit_rank(draft.rank)) {
    refuse(Column::Unit, "缺少单位");
  }
  for (const std::string& name :
       split_any(row().text(Column::Oversees), {"、", "，", ",", ";", "；", "\n"})) {
    const UnitIndex overseen = session().units().find(name);
    if (overseen.known()) {
      draft.oversees.push_back(state().unit(overseen).code);
    } else {
      leave_out(Column::Oversees, fmt::format("“{}”{}", name, session().units().reason(name)));
    }
  }
  draft.appointed_on = day(Column::AppointedOn);
  return draft;
}

std::string OfficialDrafter::key_of(const Draft& draft) {
  const std::string place = draft.unit.known() ? state().unit(draft.unit).code : "county";
  const std::string key = fmt::format("{}/{}", place, draft.name);
  // Two of the same name in one unit are two rows of one list.
  for (int count = 1;; ++count) {
    std::string each = count == 1 ? key : fmt::format("{}#{}", key, count);
    if (keys_.count(each) == 0) return each;
  }
}

/// An empty cell says nothing: what is known stays.
void OfficialDrafter::complete(Draft& draft, const OfficialRow& known) const {
  if (draft.post.empty()) draft.post = known.post;
  if (!draft.oversees.empty()) return;
  for (const UnitIndex unit : known.oversees) draft.oversees.push_back(state().unit(unit).code);
}

bool OfficialDrafter::same(const Draft& draft, const OfficialRow& known) const {
  std::vector<std::string> oversees;
  for (const UnitIndex unit : known.oversees) oversees.push_back(state().unit(unit).code);
  return draft.post == known.post && draft.rank == known.rank && draft.unit == known.unit &&
         draft.oversees == oversees && !known.left_on.known();
}

Status OfficialDrafter::appoint(const std::string& key, const Draft& draft, bool is_new) {
  Fact fact;
  fact.kind = "official.appointed";
  const bool dated = is_new && draft.appointed_on.known();
  fact.on = dated ? draft.appointed_on : session().today();
  fact.fields = Fields{{"official", key}, {"name", draft.name}, {"rank", word(draft.rank)}};
  if (!draft.post.empty()) fact.fields.set("post", draft.post);
  if (draft.unit.known()) fact.fields.set("unit", state().unit(draft.unit).code);
  if (!draft.oversees.empty())
    fact.fields.set("oversees", List(draft.oversees.begin(), draft.oversees.end()));
  CORE_ASSIGN(const bool taken, record_or_refuse(fact, Column::None));
  if (taken && is_new) mark_added();
  undated_ = undated_ || (taken && !dated);
  return Done{};
}

void OfficialDrafter::finish() {
  if (undated_) note("领导名单没有任职日期，按导入当日登记");
}

}  // namespace core::intake
