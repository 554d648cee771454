#include "core/intake/drafters/case_drafter.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/intake/drafters/words.h"

namespace core::intake {
namespace {

void add_text(FieldsView& fields, std::string_view name, std::string_view text) {
  if (!text.empty()) fields.add(name, text);
}

std::string title_for(const CaseDraft& draft) {
  if (!draft.title.empty()) return draft.title;
  if (!draft.category.empty()) return title_of_category(draft.category);
  return title_of_summary(draft.summary);
}

/// Every bit of what the row states.
std::uint32_t bits_of(const CaseDraft& draft) {
  std::uint32_t bits = kStatedRegistered | kStatedUnit;
  const auto add = [&bits](bool said, std::uint32_t bit) { bits |= said ? bit : 0U; };
  add(draft.received_on.known(), kStatedReceived);
  add(draft.deadline.known(), kStatedDeadline);
  add(draft.form != Form::Unknown, kStatedForm);
  add(draft.purpose != Purpose::Unknown, kStatedPurpose);
  add(draft.people != 0, kStatedPeople);
  add(draft.collective.has_value(), kStatedCollective);
  add(draft.first_time.has_value(), kStatedFirstTime);
  add(!draft.category.empty(), kStatedCategory);
  add(!draft.petitioner.empty(), kStatedPetitioner);
  add(!draft.summary.empty(), kStatedSummary);
  add(!draft.title.empty(), kStatedTitle);
  return bits;
}

}  // namespace

void CaseDraft::keep_only_bare_facts() {
  form = Form::Unknown;
  unit_rating = Rating::Unknown;
  office_rating = Rating::Unknown;
  people = 0;
  collective.reset();
  first_time.reset();
  category = {};
  petitioner.clear();
  summary.clear();
  title.clear();
}

/// Lists that number their rows anew would write one case over another: nothing but the number is
/// the same.
bool CaseDrafter::is_another(const CaseDraft& draft) const {
  const CaseRow& known = state().case_row(index_);
  const std::string& petitioner = state().case_text(index_).petitioner;
  const bool day_known = draft.registered_on == known.registered_on ||
                         draft.registered_on == known.received_on ||
                         draft.received_on == known.received_on;
  return !petitioner.empty() && !draft.petitioner.empty() &&
         surname_in(petitioner) != surname_in(draft.petitioner) && !day_known &&
         draft.unit != known.unit;
}

Status CaseDrafter::draft_row(const RowView&) {
  CaseDraft draft = read();
  if (refused()) return Done{};
  index_ = state().find_case(draft.number);
  const bool registered = index_.known() && state().case_row(index_).registered();
  const bool unsaid = draft.purpose == Purpose::Unknown;
  const Purpose known = registered ? state().case_row(index_).purpose : Purpose::Unknown;
  const bool was_accusation = known == Purpose::Accusation;
  const bool accusation = was_accusation || (!unsaid && draft.purpose == Purpose::Accusation);
  if (was_accusation && !unsaid && draft.purpose != Purpose::Accusation) {
    // Whoever knows better says so in a correction: no list brings its content in.
    note("有事项此前登记为检举控告，本表写作其他目的：保持检举控告，内容没有取");
    draft.purpose = Purpose::Accusation;
  }
  if (accusation) {
    draft.keep_only_bare_facts();
    ++accusations_;
  }
  if (registered && is_another(draft)) {
    refuse(Column::CaseNumber, "已登记的同号事项信访人、日期、单位都不同，像是另一件");
    return Done{};
  }
  if (registered) {
    CORE_TRY(compare_case(draft, index_, accusation));
  } else {
    CORE_TRY(register_case(draft));
    if (refused()) return Done{};
    index_ = state().find_case(draft.number);
    session().stated(index_) |= bits_of(draft);
  }
  return draft_events(draft, index_);
}

Status CaseDrafter::register_case(const CaseDraft& draft) {
  const std::string deadline = to_string(draft.deadline);
  const std::string received = to_string(draft.received_on);
  const std::string title = title_for(draft);
  fact_.start("case.registered", draft.registered_on);
  FieldsView& fields = fact_.fields;
  add_text(fields, "category", draft.category);
  fields.add("case", draft.number);
  if (draft.collective) fields.add("collective", *draft.collective);
  if (draft.first_time) fields.add("first_time", *draft.first_time);
  add_text(fields, "form", word(draft.form));
  add_text(fields, "imported_deadline", deadline);
  if (draft.people != 0) fields.add("people", draft.people);
  add_text(fields, "petitioner", draft.petitioner);
  add_text(fields, "purpose", word(draft.purpose));
  add_text(fields, "received_on", received);
  add_text(fields, "summary", draft.summary);
  add_text(fields, "title", title);
  fields.add("unit", state().unit(draft.unit).code);
  CORE_ASSIGN(const bool taken, record_or_refuse(fact_, Column::None));
  if (taken) mark_added();
  return Done{};
}

bool CaseDrafter::may_change(std::uint32_t bit, Column column) {
  std::uint32_t& stated = session().stated(index_);
  if ((stated & bit) == 0) {
    stated |= bit;
    return true;
  }
  leave_out(column, "与本次导入中先读到的内容不一致，保留先读到的");
  return false;
}

bool CaseDrafter::changes(std::uint32_t bit, bool said, bool same, Column column) {
  if (!said) return false;
  if (!same) return may_change(bit, column);
  session().stated(index_) |= bit;
  return false;
}

void CaseDrafter::compare_dates(const CaseDraft& draft, CaseIndex index, Fields& with) {
  const CaseRow& known = state().case_row(index);
  const auto day = [&](std::uint32_t bit, Date said, Date old, std::string_view field,
                       Column column) {
    if (changes(bit, said.known(), said == old, column)) with.set(field, to_string(said));
  };
  day(kStatedRegistered, draft.registered_on, known.registered_on, "on", Column::RegisteredOn);
  day(kStatedReceived, draft.received_on, known.received_on, "received_on", Column::PetitionedOn);
  // A day of receipt that the row states stays where it is when the registration moves.
  if (with.find("on") && draft.received_on.known() && draft.received_on == known.received_on)
    with.set("received_on", to_string(draft.received_on));
  day(kStatedDeadline, draft.deadline, known.imported_deadline, "imported_deadline",
      Column::Deadline);
}

void CaseDrafter::compare_codes(const CaseDraft& draft, CaseIndex index, Fields& with) {
  const CaseRow& known = state().case_row(index);
  if (changes(kStatedForm, draft.form != Form::Unknown, draft.form == known.form, Column::Form))
    with.set("form", word(draft.form));
  if (changes(kStatedPurpose, draft.purpose != Purpose::Unknown, draft.purpose == known.purpose,
              Column::Purpose))
    with.set("purpose", word(draft.purpose));
  if (changes(kStatedPeople, draft.people != 0, draft.people == known.people, Column::People))
    with.set("people", draft.people);
  const auto flag = [&](std::uint32_t bit, std::optional<bool> said, bool old,
                        std::string_view field, Column column) {
    if (changes(bit, said.has_value(), said == old, column)) with.set(field, *said);
  };
  flag(kStatedCollective, draft.collective, known.collective, "collective", Column::Collective);
  flag(kStatedFirstTime, draft.first_time, known.first_time, "first_time", Column::FirstTime);
}

void CaseDrafter::compare_texts(const CaseDraft& draft, CaseIndex index, Fields& with) {
  const CaseText& known = state().case_text(index);
  const auto words = [&](std::uint32_t bit, std::string_view said, const std::string& old,
                         std::string_view field, Column column) {
    if (changes(bit, !said.empty(), said == old, column)) with.set(field, said);
  };
  words(kStatedCategory, draft.category, known.category, "category", Column::Category);
  words(kStatedPetitioner, draft.petitioner, known.petitioner, "petitioner", Column::Petitioner);
  // Two files seldom tell a matter in the same words; that is one note, not an issue for each.
  std::uint32_t& stated = session().stated(index);
  const bool retold = !draft.summary.empty() && draft.summary != known.summary;
  if (retold && (stated & kStatedSummary) != 0) {
    ++other_wordings_;
  } else if (retold) {
    with.set("summary", draft.summary);
  }
  if (!draft.summary.empty()) stated |= kStatedSummary;
  words(kStatedTitle, draft.title, known.title, "title", Column::Title);
  if (draft.title.empty()) compare_derived_title(draft, known, with);
}

void CaseDrafter::compare_derived_title(const CaseDraft& draft, const CaseText& known,
                                        Fields& with) {
  const bool of_summary_now = with.find("summary") && known.category.empty();
  if (!with.find("category") && !of_summary_now) return;
  // A title that was made out of the category or the summary follows them.
  const bool of_category =
      !known.category.empty() && known.title == title_of_category(known.category);
  const bool of_summary = known.title == title_of_summary(known.summary);
  const std::string title = title_for(draft);
  const bool derived = known.title.empty() || of_category || of_summary;
  if (derived && !title.empty() && title != known.title) with.set("title", title);
}

void CaseDrafter::withdraw_content(CaseIndex index, Fields& with) {
  const CaseRow& known = state().case_row(index);
  const CaseText& text = state().case_text(index);
  if (!text.title.empty()) with.set("title", Value());
  if (!text.category.empty()) with.set("category", Value());
  if (!text.petitioner.empty()) with.set("petitioner", Value());
  if (!text.summary.empty()) with.set("summary", Value());
  if (known.people != 0) with.set("people", Value());
  if (known.form != Form::Unknown) with.set("form", Value());
  if (known.collective) with.set("collective", Value());
  if (known.first_time) with.set("first_time", Value());
}

Column CaseDrafter::column_of(std::string_view field) const {
  constexpr std::pair<std::string_view, Column> kColumns[] = {
      {"on", Column::RegisteredOn},
      {"received_on", Column::PetitionedOn},
      {"imported_deadline", Column::Deadline},
      {"form", Column::Form},
      {"purpose", Column::Purpose},
      {"people", Column::People},
      {"collective", Column::Collective},
      {"first_time", Column::FirstTime},
      {"category", Column::Category},
      {"petitioner", Column::Petitioner},
      {"summary", Column::Summary},
      {"title", Column::Title},
  };
  for (const auto& [name, column] : kColumns)
    if (name == field) return column;
  return Column::None;
}

Status CaseDrafter::compare_case(const CaseDraft& draft, CaseIndex index, bool accusation) {
  Fields with;
  compare_dates(draft, index, with);
  compare_codes(draft, index, with);
  if (accusation) {
    const std::size_t before = with.size();
    withdraw_content(index, with);
    if (with.size() != before) note("有检举控告事项此前登记过内容：现已撤下，原始记录仍留在账本里");
  } else {
    compare_texts(draft, index, with);
  }
  if (with.empty()) return Done{};
  CORE_ASSIGN([[maybe_unused]] const bool taken,
              correct(state().case_row(index).fact, std::move(with), Column::None));
  return Done{};
}

void CaseDrafter::finish() {
  std::string status;
  for (std::size_t i = 0; i < place().layout->columns.size(); ++i) {
    if (place().layout->columns[i] != Column::Status) continue;
    if (!status.empty()) status += "、";
    status += place().layout->headers[i];
  }
  if (!status.empty())
    note(fmt::format("“{}”只有状态、没有日期，不作为事实登记，也不视为结案销号", status));
  if (accusations_ > 0) note(fmt::format("{}行检举控告事项只取编号、日期和承办单位", accusations_));
  if (other_wordings_ > 0)
    note(fmt::format("{}行的概况与本次先读到的文字不同，保留先读到的", other_wordings_));
  if (rated_) note("评价没有日期，按导入当日登记");
}

}  // namespace core::intake
