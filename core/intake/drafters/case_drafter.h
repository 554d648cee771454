#pragma once
// Rows of cases (provincial export, county ledger): registration, forwarding, acceptance, answer,
// rating.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/text_map.h"
#include "core/intake/drafters/case_draft.h"
#include "core/intake/drafters/drafter.h"

namespace core::intake {

class CaseDrafter : public Drafter {
 public:
  using Drafter::Drafter;
  void finish() override;

 protected:
  Status draft_row(const RowView& row) override;
  Column column_of(std::string_view field) const override;

 private:
  // reading
  CaseDraft read();
  void read_words(CaseDraft& draft);
  void read_texts(CaseDraft& draft);
  std::string_view category(std::span<const PersonName> names);
  void read_dates(CaseDraft& draft);

  // registration
  Status register_case(const CaseDraft& draft);
  Status compare_case(const CaseDraft& draft, CaseIndex index, bool accusation);
  bool accuses(std::string_view word);
  bool says_accusation();
  bool is_another(const CaseDraft& draft) const;
  void compare_dates(const CaseDraft& draft, CaseIndex index, Fields& with);
  void compare_codes(const CaseDraft& draft, CaseIndex index, Fields& with);
  void compare_texts(const CaseDraft& draft, CaseIndex index, Fields& with);
  void compare_derived_title(const CaseDraft& draft, const CaseText& known, Fields& with);
  void withdraw_content(CaseIndex index, Fields& with);

  // events
  Status draft_events(const CaseDraft& draft, CaseIndex index);
  Status draft_forwarding(const CaseDraft& draft, CaseIndex index);
  Status draft_unit(const CaseDraft& draft, CaseIndex index);
  Status draft_event(CaseIndex index, EventKind kind, Date on, UnitIndex unit, Column column,
                     std::uint32_t bit);
  Status draft_rating(CaseIndex index, RatingParty party, Rating rating, Column column,
                      std::uint32_t bit);
  Status move_event(const Event& event, Date on, CaseIndex index, Column column);

  /// Whether the row changes a field. What contradicts an earlier row of this import is listed.
  bool changes(std::uint32_t bit, bool said, bool same, Column column);
  bool may_change(std::uint32_t bit, Column column);

  void start_event(EventKind kind, Date on, CaseIndex index);

  FactView fact_;  // the one being drafted; looks at the draft and the state
  CaseIndex index_;
  std::int64_t accusations_ = 0;
  TextMap<bool> accuses_;                          // words of such columns that were looked at
  std::optional<std::vector<std::size_t>> kinds_;  // columns that may say 检举控告, once looked for
  std::int64_t other_wordings_ = 0;
  bool rated_ = false;
  TextMap<std::string> categories_;  // as written -> as kept
  std::string scrubbed_category_;    // of the row, when it said something personal
};

}  // namespace core::intake
