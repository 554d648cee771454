// The part of CaseDrafter that reads a row.
#include <fmt/format.h>

#include <algorithm>

#include "core/intake/drafters/case_drafter.h"
#include "core/intake/drafters/words.h"
#include "core/intake/tables/cell_values.h"

namespace core::intake {
namespace {

constexpr std::size_t kSummaryLimit = 200;
constexpr std::size_t kTitleLimit = 60;
constexpr std::string_view kUnknownWord = "不在已知的词里";

}  // namespace

CaseDraft CaseDrafter::read() {
  CaseDraft draft;
  draft.number = case_number();
  const std::string_view unit = row().text(Column::Unit);
  draft.unit = session().units().find(unit);
  if (unit.empty()) {
    refuse(Column::Unit, "缺少责任单位");
  } else if (!draft.unit.known()) {
    refuse(Column::Unit, session().units().reason(unit));
  }
  read_dates(draft);
  read_words(draft);
  read_texts(draft);
  return draft;
}

void CaseDrafter::read_dates(CaseDraft& draft) {
  const bool has_registration = !row().text(Column::RegisteredOn).empty();
  const Parsed<Date> registered = read_day(row().cell(Column::RegisteredOn), place().year);
  draft.received_on = day(Column::PetitionedOn);
  draft.registered_on = registered.value.value_or(Date{});
  if (registered.failed()) {
    refuse(Column::RegisteredOn, registered.reason);
  } else if (!has_registration && !draft.received_on.known()) {
    refuse(Column::RegisteredOn, "缺少登记日期");
  } else if (!has_registration) {
    draft.registered_on = draft.received_on;
  } else if (draft.registered_on > session().today()) {
    refuse(Column::RegisteredOn, fmt::format("日期在今天（{}）之后", to_string(session().today())));
  } else if (is_too_old(draft.registered_on)) {
    refuse(Column::RegisteredOn, "早得不像日期");
  }
  if (draft.received_on.known() && draft.registered_on.known() &&
      draft.received_on > draft.registered_on) {
    leave_out(Column::PetitionedOn, "晚于登记日期");
    draft.received_on = Date{};
  }
  draft.forwarded_on = day(Column::ForwardedOn);
  draft.accepted_on = day(Column::AcceptedOn);
  draft.answered_on = day(Column::AnsweredOn);
  if (!draft.answered_on.known() && row().text(Column::AnsweredOn).empty())
    draft.answered_on = day(Column::FinishedOn);
  draft.deadline = any_day(Column::Deadline);
  const Date begun = draft.received_on.known() ? draft.received_on : draft.registered_on;
  if (draft.deadline.known() && begun.known() && draft.deadline < begun) {
    leave_out(Column::Deadline, fmt::format("早于收到之日（{}）", to_string(begun)));
    draft.deadline = Date{};
  }
}

void CaseDrafter::read_words(CaseDraft& draft) {
  const auto code = [this](Column column, auto parse) {
    const std::string_view text = row().text(column);
    const auto found = parse(text);
    if (!text.empty() && found == decltype(found)::Unknown) leave_out(column, kUnknownWord);
    return found;
  };
  draft.form = code(Column::Form, form_of);
  draft.purpose = code(Column::Purpose, purpose_of);
  if (says_accusation()) draft.purpose = Purpose::Accusation;
  draft.unit_rating = code(Column::UnitRating, rating_of);
  draft.office_rating = code(Column::OfficeRating, rating_of);
  const auto yes_no = [this](Column column) {
    const Parsed<bool> parsed = read_yes_no(row().cell(column));
    if (parsed.failed()) leave_out(column, parsed.reason);
    return parsed.value;
  };
  draft.collective = yes_no(Column::Collective);
  draft.first_time = yes_no(Column::FirstTime);
  const Parsed<std::int64_t> people = read_count(row().cell(Column::People));
  if (people.failed()) {
    leave_out(Column::People, people.reason);
  } else if (people.value && (*people.value < 1 || *people.value > 1'000'000)) {
    leave_out(Column::People, "人数应在1至1000000之间");
  } else {
    draft.people = people.value.value_or(0);
  }
}

// Thousands of rows say few words.
bool CaseDrafter::accuses(std::string_view word) {
  constexpr std::size_t kMost = 4096;
  if (const auto known = accuses_.find(word); known != accuses_.end()) return known->second;
  const bool found = purpose_of(word) == Purpose::Accusation;
  if (accuses_.size() < kMost) accuses_.emplace(std::string(word), found);
  return found;
}

/// Ledgers say it in many columns: in one of a kind, a nature, a way or a remark, whatever it is
/// called, or in the title.
bool CaseDrafter::says_accusation() {
  if (!kinds_) {
    kinds_.emplace();
    const SheetLayout& layout = *place().layout;
    for (std::size_t i = 0; i < layout.headers.size(); ++i) {
      const std::string_view header = layout.headers[i];
      for (const std::string_view word : {"类", "性质", "目的", "形式", "渠道", "备注"})
        if (contains(header, word)) {
          kinds_->push_back(i);
          break;
        }
    }
  }
  constexpr std::size_t kLongestWord = 36;  // bytes: what is longer tells a story
  const std::span<const Cell> cells = row().row().cells;
  for (const std::size_t i : *kinds_)
    if (i < cells.size() && cells[i].text.size() <= kLongestWord && accuses(cells[i].text))
      return true;
  const std::string_view title = row().text(Column::Title);
  return contains(title, "检举") || contains(title, "控告");
}

void CaseDrafter::read_texts(CaseDraft& draft) {
  Scrubbed& counts = log().scrubbed;
  MaskedPetitioner petitioner = mask_petitioner(row().text(Column::Petitioner), draft.people);
  const std::span<const Cell> cells = row().row().cells;
  for (const std::size_t other : place().layout->other_names)
    if (other < cells.size())
      for (PersonName& name : mask_petitioner(cells[other].text, 0).names)
        petitioner.names.push_back(std::move(name));
  counts.name += static_cast<std::int64_t>(petitioner.names.size());
  draft.petitioner = session().scrubber().scrub(petitioner.shown, {}, counts);
  draft.category = category(petitioner.names);
  draft.summary = text(Column::Summary, petitioner.names, {}, kSummaryLimit);
  draft.title = text(Column::Title, petitioner.names, {}, kTitleLimit);
  session().remember_names(draft.number, petitioner.names);
}

// Thousands of rows name few categories: one that says nothing personal is looked at once.
std::string_view CaseDrafter::category(std::span<const PersonName> names) {
  const std::string_view said = row().text(Column::Category);
  auto kept = categories_.find(said);
  if (kept == categories_.end()) {
    Scrubbed found;
    std::string clean = session().scrubber().scrub(said, {}, found);
    if (clean == said) kept = categories_.emplace(clean, category_of(clean)).first;
  }
  const auto in_it = [said](const PersonName& name) { return contains(said, name.full); };
  if (kept != categories_.end() && std::none_of(names.begin(), names.end(), in_it))
    return kept->second;
  scrubbed_category_ = category_of(session().scrubber().scrub(said, names, log().scrubbed));
  return scrubbed_category_;
}

}  // namespace core::intake
