#include "core/model/fold.h"

#include <algorithm>
#include <optional>

#include "core/base/text.h"
#include "core/model/case_hash.h"

namespace core {
namespace {

// The notice knows townships and departments; a unit that is neither is ranked where it is put.
UnitGroup usual_group(UnitType type) {
  switch (type) {
    case UnitType::Township:
    case UnitType::Subdistrict:
      return UnitGroup::Township;
    case UnitType::Department:
    case UnitType::Vertical:
      return UnitGroup::Department;
    default:
      return UnitGroup::Unknown;
  }
}

// In whatever order one day's facts were recorded: who was in office leaves before being appointed
// anew, who was not is appointed before leaving.
void order_days(std::vector<Posting>& all) {
  bool in_office = false;
  for (auto first = all.begin(); first != all.end();) {
    const auto next = std::find_if(
        first, all.end(), [day = first->on](const Posting& each) { return each.on != day; });
    std::stable_partition(first, next,
                          [in_office](const Posting& each) { return each.left == in_office; });
    in_office = !std::prev(next)->left;
    first = next;
  }
}

void keep_posting(OfficialRow& official, Posting posting) {
  const auto after = [](Date day, const Posting& each) { return day < each.on; };
  std::vector<Posting>& all = official.postings;
  all.insert(std::upper_bound(all.begin(), all.end(), posting.on, after), std::move(posting));
  order_days(all);
  official.left_on = all.back().left ? all.back().on : Date{};
}

void keep_alias(UnitRow& unit, std::string_view name) {
  if (name.empty() || name == unit.name) return;
  if (std::find(unit.aliases.begin(), unit.aliases.end(), name) == unit.aliases.end())
    unit.aliases.emplace_back(name);
}

bool gives_name(std::string_view kind) {
  return kind == "county.named" || kind == "unit.registered" || kind == "unit.renamed";
}

// What a thing is called goes by the day of each name, not by when it was recorded. Everything else
// stays where it is.
void put_names_by_day(std::vector<RecordedFact>& facts) {
  std::vector<std::size_t> places;
  std::vector<RecordedFact> names;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (!gives_name(facts[i].fact.kind)) continue;
    places.push_back(i);
    names.push_back(std::move(facts[i]));
  }
  std::stable_sort(names.begin(), names.end(), [](const RecordedFact& a, const RecordedFact& b) {
    return a.fact.on < b.fact.on;
  });
  for (std::size_t i = 0; i < places.size(); ++i) facts[places[i]] = std::move(names[i]);
}

}  // namespace

void Folder::fold(const RecordedView& recorded, SubjectView subject) {
  stamp(recorded);
  const bool again = recorded.fact.kind == "unit.renamed" ||
                     (recorded.fact.kind == "county.named" && !state_.county_name_.empty());
  if (recorded.fact.is_amendment() || again) {
    refold(subject);
  } else {
    apply(recorded, subject);
  }
}

void Folder::fold(const RecordedFact& recorded, const Subject& subject) {
  look_at(recorded, view_);
  fold(view_, subject);
}

void Folder::stamp(const RecordedView& recorded) {
  const std::uint32_t origin = origin_of(recorded.id_prefix);
  std::vector<std::uint32_t>& seats = state_.seats_[origin];
  if (seats.size() <= recorded.number) seats.resize(std::size_t{recorded.number} + 1, 0);
  seats[recorded.number] = recorded.ref.position;
  state_.stamps_.push_back({origin, recorded.number, recorded.fact.spec, kNoIndex});
}

std::uint32_t Folder::origin_of(std::string_view id_prefix) {
  const auto known = std::find(state_.origins_.begin(), state_.origins_.end(), id_prefix);
  const auto origin = static_cast<std::uint32_t>(known - state_.origins_.begin());
  if (known == state_.origins_.end()) {
    state_.origins_.emplace_back(id_prefix);
    state_.seats_.emplace_back();
  }
  return origin;
}

void Folder::apply(const RecordedView& recorded, SubjectView subject) {
  std::uint32_t& row = state_.stamps_[recorded.ref.position - 1].row;
  switch (subject.kind) {
    case Subject::Kind::County:
      return apply_county(recorded);
    case Subject::Kind::Unit:
      row = mention_unit(subject.key).value;
      return apply_unit(recorded, UnitIndex{row});
    case Subject::Kind::Official:
      row = mention_official(subject.key).value;
      return apply_official(recorded, OfficialIndex{row});
    case Subject::Kind::Case:
      row = mention_case(subject.key).value;
      return apply_case(recorded, CaseIndex{row});
    default:
      return apply_other(recorded, subject);
  }
}

void Folder::refold(SubjectView amended) {
  const Subject subject = amended.owned();  // the state may have lent the key, and forgets it here
  std::vector<RecordedFact> facts = history_(subject);
  // When a ledger is opened, history already holds facts that this fold has not come to yet.
  const std::uint32_t last = state_.fact_count();
  std::erase_if(facts, [last](const RecordedFact& fact) { return fact.ref.position > last; });
  clear(subject);
  RecordedView view;
  facts = effective(std::move(facts));
  put_names_by_day(facts);
  for (const RecordedFact& fact : facts) {
    look_at(fact, view);
    apply(view, subject);
  }
}

void Folder::clear(SubjectView subject) {
  switch (subject.kind) {
    case Subject::Kind::County:
      state_.county_name_.clear();
      state_.county_code_.clear();
      state_.county_named_on_ = Date{};
      state_.county_fact_ = FactRef{};
      touched_.county = true;
      return;
    case Subject::Kind::Unit: {
      const UnitIndex index = mention_unit(subject.key);
      UnitRow fresh;
      fresh.code = subject.key;
      state_.units_[index.value] = std::move(fresh);
      outdate_statistics(index);
      touched_.statistics = true;
      return;
    }
    case Subject::Kind::Official: {
      OfficialRow fresh;
      fresh.key = subject.key;
      state_.officials_[mention_official(subject.key).value] = std::move(fresh);
      return;
    }
    case Subject::Kind::Case: {
      const CaseIndex index = mention_case(subject.key);
      free_events(index);
      state_.cases_[index.value] = CaseRow{};
      state_.texts_[index.value] = CaseText();
      state_.texts_[index.value].number = subject.key;
      return;
    }
    default:
      std::erase_if(state_.others_, [whole = subject.owned()](const OtherFact& other) {
        return other.subject == whole;
      });
      if (subject.kind != Subject::Kind::Other) clear_measure(subject);
  }
}

void Folder::apply_county(const RecordedView& recorded) {
  state_.county_name_ = recorded.fact.fields.text("name");
  state_.county_code_ = recorded.fact.fields.text("code");
  if (!state_.county_named_on_.known() || recorded.fact.on < state_.county_named_on_) {
    state_.county_named_on_ = recorded.fact.on;
    state_.county_fact_ = recorded.ref;
  }
  touched_.county = true;
}

void Folder::apply_unit(const RecordedView& recorded, UnitIndex index) {
  const FactView& fact = recorded.fact;
  if (fact.kind == "statistics.recorded") return apply_statistic(recorded, index);
  UnitRow& unit = state_.units_[index.value];
  if (const std::string_view name = fact.fields.text("name"); !name.empty() && name != unit.name) {
    const std::string earlier = std::exchange(unit.name, std::string(name));
    keep_alias(unit, earlier);
  }
  if (const ValueView* aliases = fact.fields.find("aliases"); aliases && aliases->list())
    for (const Value& alias : *aliases->list())
      if (alias.text()) keep_alias(unit, *alias.text());
  if (fact.kind == "unit.registered") {
    unit.type = parse_code<UnitType>(fact.fields.text("type"));
    unit.group = parse_code<UnitGroup>(fact.fields.text("group"));
    if (unit.group == UnitGroup::Unknown) unit.group = usual_group(unit.type);
    unit.registered_on = fact.on;
    unit.retired_on = Date{};
    unit.fact = recorded.ref;
  } else if (fact.kind == "unit.retired") {
    unit.retired_on = fact.on;
  }
  if (const std::string_view successor = fact.fields.text("successor"); !successor.empty())
    unit.successor = successor;
}

void Folder::apply_official(const RecordedView& recorded, OfficialIndex index) {
  const FieldsView& fields = recorded.fact.fields;
  if (recorded.fact.kind == "official.left") {
    OfficialRow& official = state_.officials_[index.value];
    return keep_posting(official, {recorded.fact.on, true, {}, {}, {}, recorded.ref});
  }
  std::vector<UnitIndex> oversees;
  if (const ValueView* units = fields.find("oversees"); units && units->list())
    for (const Value& unit : *units->list())
      if (unit.text()) oversees.push_back(mention_unit(*unit.text()));
  const UnitIndex unit = mention_unit(fields.text("unit"));

  OfficialRow& official = state_.officials_[index.value];
  official.name = fields.text("name");
  official.post = fields.text("post");
  official.rank = parse_code<OfficialRank>(fields.text("rank"));
  official.unit = unit;
  official.oversees = std::move(oversees);
  official.appointed_on = recorded.fact.on;
  official.fact = recorded.ref;
  keep_posting(official,
               {recorded.fact.on, false, official.rank, unit, official.post, recorded.ref});
}

void Folder::apply_other(const RecordedView& recorded, SubjectView subject) {
  const auto before = [](const OtherFact& other, FactRef ref) { return other.fact.ref < ref; };
  const auto at =
      std::lower_bound(state_.others_.begin(), state_.others_.end(), recorded.ref, before);
  RecordedFact whole = recorded.owned();
  if (subject.kind != Subject::Kind::Other) apply_measure(whole, subject);
  state_.others_.insert(at, OtherFact{subject.owned(), std::move(whole)});
}

UnitIndex Folder::mention_unit(std::string_view code) {
  if (code.empty()) return UnitIndex{};
  UnitIndex index = state_.find_unit(code);
  if (!index.known()) {
    index.value = static_cast<std::uint32_t>(state_.units_.size());
    state_.units_.emplace_back().code = code;
    state_.unit_by_code_.emplace(code, index.value);
  }
  touched_units_.add(index);
  return index;
}

OfficialIndex Folder::mention_official(std::string_view key) {
  if (key.empty()) return OfficialIndex{};
  OfficialIndex index = state_.find_official(key);
  if (!index.known()) {
    index.value = static_cast<std::uint32_t>(state_.officials_.size());
    state_.officials_.emplace_back().key = key;
    state_.official_by_key_.emplace(key, index.value);
  }
  touched_officials_.add(index);
  return index;
}

CaseIndex Folder::mention_case(std::string_view number) {
  CaseIndex index = state_.find_case(number);
  if (!index.known()) {
    index.value = static_cast<std::uint32_t>(state_.cases_.size());
    state_.cases_.emplace_back();
    state_.texts_.emplace_back().number = number;
    state_.case_by_number_.add(case_hash(number), index.value);
    state_.case_asked_ = index.value;
    state_.last_events_.push_back(kNoIndex);
  }
  touched_cases_.add(index);
  return index;
}

Touched Folder::take_touched() {
  Touched taken = std::exchange(touched_, Touched{});
  taken.units = touched_units_.take();
  taken.officials = touched_officials_.take();
  taken.cases = touched_cases_.take();
  return taken;
}

void Folder::forget_touched() {
  touched_ = Touched{};
  touched_units_.forget();
  touched_officials_.forget();
  touched_cases_.forget();
}

void Folder::reserve(std::size_t facts, std::size_t cases) {
  state_.stamps_.reserve(facts);
  state_.events_.reserve(facts);
  state_.cases_.reserve(cases);
  state_.texts_.reserve(cases);
  state_.last_events_.reserve(cases);
  state_.case_by_number_.reserve(cases);
}

}  // namespace core
