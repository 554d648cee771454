#include "core/model/plausible.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "core/base/text.h"
#include "core/model/day_list.h"
#include "core/model/fact_kind.h"
#include "core/model/in_office.h"

namespace core {
namespace {

using Problems = std::vector<std::string>;

bool is_fourfold(std::string_view word) {
  return std::find(std::begin(kFourfoldWords), std::end(kFourfoldWords), word) !=
         std::end(kFourfoldWords);
}

void check_flags(const FieldsView& fields, Problems& out) {
  const ValueView* value = fields.find("fourfold");
  if (!value) return;
  bool right = true;
  if (const List* list = value->list())
    for (const Value& item : *list) right = right && item.text() && is_fourfold(*item.text());
  if (const Fields* flags = value->fields())
    for (const auto& [name, flag] : *flags) right = right && is_fourfold(name) && flag.boolean();
  if (!right)
    out.emplace_back(
        "“四重”（fourfold）应为 area、issue、person、group 的列表，或各写 true、false");
}

const List* list_of(const FieldsView& fields, std::string_view name) {
  const ValueView* value = fields.find(name);
  return value ? value->list() : nullptr;
}

// A year's arrangement may reach into the last days of the year before.
bool is_of_year(Date day, int year) {
  constexpr int kFirstOfDecember = 20;
  const YearMonthDay parts = civil(day);
  return parts.year == year ||
         (parts.year == year - 1 && parts.month == 12 && parts.day >= kFirstOfDecember);
}

void check_day(Date day, int year, bool worked, Problems& out) {
  if (!is_of_year(day, year)) out.push_back(fmt::format("{}不属于{}年", to_string(day), year));
  if (worked && weekday(day) <= 5)
    out.push_back(fmt::format("{}不是周末，不能列为调休上班日", to_string(day)));
}

void check_calendar(const FieldsView& fields, Problems& out) {
  const auto year = static_cast<int>(fields.integer("year"));
  const std::vector<Date> off = days_in(list_of(fields, "holidays"));
  const std::vector<Date> worked = days_in(list_of(fields, "workdays"));
  for (const Date day : off) check_day(day, year, /*worked=*/false, out);
  for (const Date day : worked) check_day(day, year, /*worked=*/true, out);
  std::vector<Date> all = off;
  all.insert(all.end(), worked.begin(), worked.end());
  std::sort(all.begin(), all.end());
  for (auto at = all.begin(); (at = std::adjacent_find(at, all.end())) != all.end(); ++at)
    out.push_back(fmt::format("{}写了两次：一天只能放假或上班", to_string(*at)));
  if (all.empty()) out.emplace_back("没有写明任何放假日或调休上班日");
}

void check_name(const FactView& fact, const State& state, Problems& out) {
  const std::string_view key = fact.fields.text("official");
  const OfficialIndex index = state.find_official(key);
  if (!index.known() || !state.official(index).appointed_on.known()) return;
  const std::string& name = state.official(index).name;
  if (trim(fact.fields.text("name")) != trim(name))
    out.push_back(fmt::format("编号“{}”已是{}的，不能再给别人；姓名有误应更正原记录", key, name));
}

void check_deadline(Date deadline, Date received, Problems& out) {
  if (deadline.known() && received.known() && deadline < received)
    out.push_back(
        fmt::format("限办时间{}早于收到之日（{}）", to_string(deadline), to_string(received)));
}

Date day_in(const FieldsView& fields, std::string_view name) {
  return parse_date(fields.text(name)).value_or(Date{});
}

bool is_event_of(FactRef fact, const CaseRow& row, const State& state) {
  for (std::uint32_t at = row.first_event; at != kNoIndex; at = state.event(at).next)
    if (state.event(at).fact == fact) return true;
  return false;
}

/// Whether the fact still holds, as far as its row shows.
bool holds(FactRef fact, const KindSpec& kind, const State& state) {
  const std::uint32_t row = state.subject_row(fact);
  switch (kind.subject) {
    case Subject::Kind::County:
    case Subject::Kind::Unit:
      return true;
    case Subject::Kind::Official: {
      if (row == kNoIndex) return true;
      const auto& posts = state.official(OfficialIndex{row}).postings;
      return std::any_of(posts.begin(), posts.end(),
                         [fact](const Posting& post) { return post.fact == fact; });
    }
    case Subject::Kind::Case: {
      if (row == kNoIndex) return true;
      const CaseRow& found = state.case_row(CaseIndex{row});
      return found.fact == fact || is_event_of(fact, found, state);
    }
    default:
      return is_amendment_kind(kind.kind) || state.other_fact(fact) != nullptr;
  }
}

}  // namespace

void check_plausible(const FactView& fact, const State& state, Problems& out) {
  const FieldsView& fields = fact.fields;
  if (fact.kind == "calendar.published") return check_calendar(fields, out);
  if (fact.kind == "official.appointed") return check_name(fact, state, out);
  if (fact.kind == "case.flagged") return check_flags(fields, out);
  if (fact.kind == "case.registered") {
    const Date received = day_in(fields, "received_on");
    return check_deadline(day_in(fields, "imported_deadline"),
                          received.known() ? received : fact.on, out);
  }
  if (fact.kind == "case.suspended") {
    if (const Date until = day_in(fields, "until"); until.known() && until < fact.on)
      out.push_back(fmt::format("暂停至{}，早于暂停之日", to_string(until)));
  }
  if (fact.kind == "unit.retired" && !fields.text("successor").empty() &&
      fields.text("successor") == fields.text("unit"))
    out.emplace_back("承接单位不能是它自己");
  if (fact.kind == "unit.retired")
    if (std::string problem = retired_before(fields.text("successor"), fact.on, state);
        !problem.empty())
      out.push_back(std::move(problem));
}

void check_plausible(const Amendment& change, const State& state, Problems& out) {
  const KindSpec* kind = state.fact_kind(change.target);
  if (!kind) return;
  if (!holds(change.target, *kind, state)) {
    out.emplace_back("该记录已经撤回");
    return;
  }
  if (change.is_retraction()) return;
  if (kind->kind == "calendar.published") {
    const RecordedFact* recorded = state.other_fact(change.target);
    if (!recorded) return;
    Fact corrected = recorded->fact;
    for (const auto& [name, value] : *change.with) corrected.fields.set(name, value);
    FactView view;
    look_at(corrected, view);
    return check_calendar(view.fields, out);
  }
  FieldsView with;
  with.assign(*change.with);
  if (kind->kind == "case.flagged") check_flags(with, out);
  const std::uint32_t row = state.subject_row(change.target);
  if (kind->kind != "case.registered" || row == kNoIndex || !with.find("imported_deadline")) return;
  const CaseRow& known = state.case_row(CaseIndex{row});
  check_deadline(day_in(with, "imported_deadline"), change.day(known.received_on, "received_on"),
                 out);
}

}  // namespace core
