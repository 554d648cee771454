#pragma once
// All cases as a table: flat columns worked out once, then searched, filtered and ordered by row
// numbers; words are made for the rows that are shown.

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/app/case_set.h"
#include "core/base/date.h"
#include "core/model/state.h"
#include "core/rules/duty.h"
#include "web/models/case_stage.h"
#include "web/models/table.h"

namespace web {

enum class CaseColumn : std::uint8_t {
  Number,
  Title,
  Unit,
  Stage,
  Deadline,
  Late,
  Lead,
  Level,
  Petitioner,
  People,
  Form,
  Category,
  Received,
  Registered,
};
inline constexpr std::size_t kCaseColumns = 14;

/// Which cases are looked at before columns are filtered; what the tiles count.
enum class CaseScope : std::uint8_t {
  All,
  Open,    ///< Not yet answered, declined or closed; key cases until closed.
  Late,    ///< Something is overdue.
  Led,     ///< Open, with a county leader.
  Unled,   ///< Open, asks for a county leader and has none.
  Closed,  ///< Everything that is not open.
};
inline constexpr std::size_t kCaseScopes = 6;

struct CasesQuery {
  std::string search;
  CaseScope scope = CaseScope::All;
  TableQuery table{{{static_cast<std::uint8_t>(CaseColumn::Registered), true}}, {}};

  friend bool operator==(const CasesQuery& a, const CasesQuery& b) = default;
};

class CasesModel : public Table {
 public:
  struct Row {
    core::UnitIndex unit;
    core::OfficialIndex lead;
    core::Date deadline;  ///< The nearest day something has to be done by; unknown = nothing open.
    std::uint32_t category = 0;
    std::uint16_t late = 0;  ///< How many duties are overdue.
    CaseStage stage = CaseStage::Mentioned;
    core::LeadLevel level = core::LeadLevel::None;  ///< Of the leader it has.
    bool needs_lead = false;  ///< A leader of that level is owed and not assigned.
    bool open = false;
    bool in_use = false;  ///< Otherwise all that was said of it is retracted, and it is not shown.
  };

  struct Words {
    std::string number, title, unit, petitioner, people, form, category, received, registered;
    std::string deadline, stage, lead, level, late;
    Tone stage_tone = Tone::Plain;
    Tone deadline_tone = Tone::Plain;
  };

  CasesModel() = default;
  /// `state` must outlive the model.
  CasesModel(const core::State& state, const core::rules::Findings& findings, core::Date today);

  /// Takes in what is said of these cases now; `findings` are of the same day as before, and what
  /// is said of other cases has not changed. Costs what those cases cost.
  void update(const core::rules::Findings& findings, std::span<const core::CaseIndex> changed);

  /// Finds the cases that contain a text.
  using Search = std::function<core::app::CaseSet(std::string_view)>;

  /// Chooses and orders the rows. Cheap when the query is the one before; `search` is asked only
  /// when the text is another.
  void select(const CasesQuery& query, const Search& search);

  core::Date today() const { return today_; }
  /// How many cases there are, whatever is searched and filtered.
  std::size_t total() const { return counts_[static_cast<std::size_t>(CaseScope::All)]; }
  std::size_t count() const { return order_.shown().size(); }
  /// How many cases a scope holds within what is searched and filtered.
  std::size_t count(CaseScope scope) const {
    return (narrowed_ ? *narrowed_ : counts_)[static_cast<std::size_t>(scope)];
  }
  core::CaseIndex case_at(std::size_t row) const { return {order_.shown()[row]}; }
  std::optional<std::size_t> row_of(core::CaseIndex which) const;
  const Row& row(core::CaseIndex which) const { return rows_[which.value]; }
  Words words(std::size_t row) const;

  std::size_t rows() const override { return rows_.size(); }
  ColumnKind kind(std::size_t column) const override;
  std::string_view text(std::size_t row, std::size_t column) const override;
  std::int64_t value(std::size_t row, std::size_t column) const override;
  std::string word(std::size_t column, std::int64_t code) const override;

 private:
  void read_case(core::CaseIndex which);
  void take_duty(const core::rules::DutyRow& duty);
  void make_room();
  void count_row(std::size_t at);
  void count_shown();
  void put_number_ends_first(std::string_view text);
  void find(const std::string& text, const Search& search);
  bool is_secret(std::size_t row) const;

  const core::State* state_ = nullptr;
  core::Date today_;
  std::vector<Row> rows_;  // by case index
  // What every row is asked when others are searched for: near each other.
  std::vector<std::uint8_t> scopes_;        // per case: a bit for each it is in and counted for
  std::vector<std::uint32_t> number_ends_;  // per case: the last bytes of its number
  std::array<std::size_t, kCaseScopes> counts_{};
  std::optional<std::array<std::size_t, kCaseScopes>> narrowed_;
  std::vector<std::string> categories_;
  std::map<std::string, std::uint32_t, std::less<>> category_codes_;
  std::optional<CasesQuery> query_;
  std::string searched_;  // what found_ answers
  core::app::CaseSet found_{0};
  TableOrder order_;
};

/// A query for the cases of one unit, leader or level, as the numbers that count them open it.
CasesQuery cases_with(CaseScope scope, CaseColumn column, std::int64_t code);

}  // namespace web
