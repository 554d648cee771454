#pragma once
// All cases as a table: flat columns worked out once, then searched, filtered and ordered by row
// numbers; words are made for the rows that are shown.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/model/state.h"
#include "core/rules/duty.h"
#include "web/models/case_stage.h"

namespace web {

enum class CaseColumn : std::uint8_t {
  Number,
  Title,
  Unit,
  Stage,
  Deadline,
  Late,
  Lead,
  Petitioner,
  Form,
  Registered
};
inline constexpr std::size_t kCaseColumns = 10;

struct CasesQuery {
  std::string search;
  core::UnitIndex unit;                   ///< Unknown = all.
  std::optional<CaseStage> stage;         ///< Nothing = all.
  std::optional<std::uint32_t> category;  ///< Into CasesModel::categories().
  bool late_only = false;                 ///< Only cases with something overdue.
  CaseColumn sort = CaseColumn::Registered;
  bool descending = true;

  friend bool operator==(const CasesQuery& a, const CasesQuery& b) = default;
};

class CasesModel {
 public:
  struct Row {
    core::UnitIndex unit;
    core::OfficialIndex lead;
    core::Date deadline;  ///< The nearest day something has to be done by; unknown = nothing open.
    std::uint32_t category = 0;
    std::uint16_t late = 0;  ///< How many duties are overdue.
    CaseStage stage = CaseStage::Mentioned;
  };

  struct Words {
    std::string number, title, unit, petitioner, form, registered, deadline, stage, lead, late;
    Tone stage_tone = Tone::Plain;
    Tone deadline_tone = Tone::Plain;
  };

  CasesModel() = default;
  /// `state` must outlive the model.
  CasesModel(const core::State& state, const core::rules::Findings& findings, core::Date today);

  /// Finds the cases that contain a text.
  using Search = std::function<std::vector<core::CaseIndex>(std::string_view)>;

  /// Chooses and orders the rows. Cheap when the query is the one before; `search` is asked only
  /// when the text is another.
  void select(const CasesQuery& query, const Search& search);

  std::size_t total() const { return rows_.size(); }
  std::size_t count() const { return shown_.size(); }
  /// Cases with something overdue, whatever is chosen.
  std::size_t late_count() const { return late_count_; }
  core::CaseIndex case_at(std::size_t row) const { return {shown_[row]}; }
  std::optional<std::size_t> row_of(core::CaseIndex which) const;
  const Row& row(core::CaseIndex which) const { return rows_[which.value]; }
  Words words(std::size_t row) const;

  /// What filters offer: units and stages that occur, categories by name.
  const std::vector<core::UnitIndex>& units() const { return units_; }
  std::string unit_label(core::UnitIndex unit) const;
  const std::vector<CaseStage>& stages() const { return stages_; }
  const std::vector<std::string>& categories() const { return categories_; }

 private:
  void read_cases();
  void read_findings(const core::rules::Findings& findings);
  void collect_filters();
  void order_by(CaseColumn column);
  bool fits(std::uint32_t which, const CasesQuery& query) const;
  void find(const std::string& text, const Search& search);

  const core::State* state_ = nullptr;
  core::Date today_;
  std::vector<Row> rows_;  // by case index
  std::vector<core::UnitIndex> units_;
  std::vector<CaseStage> stages_;
  std::vector<std::string> categories_;
  std::size_t late_count_ = 0;
  std::optional<CaseColumn> ordered_by_;
  std::vector<std::uint32_t> order_;  // all cases, ascending by ordered_by_
  std::optional<CasesQuery> query_;
  std::vector<bool> found_;  // per case, while something is searched for
  std::vector<std::uint32_t> shown_;
};

}  // namespace web
