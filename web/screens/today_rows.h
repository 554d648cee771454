#pragma once
// 今日 as rows of a grid.

#include <cstdint>

#include "web/models/today_model.h"
#include "web/widgets/grid.h"

namespace web {

/// The lines of the list, or for files and paper everything that is chosen, one by one.
class TodayRows : public GridRows {
 public:
  enum class Show { Lines, Each };
  explicit TodayRows(const TodayModel& model, Show show = Show::Lines)
      : model_(model), each_(show == Show::Each) {}

  std::size_t count() const override { return each_ ? model_.chosen() : model_.lines().size(); }
  std::uint64_t key(std::size_t row) const override { return each_ ? row : model_.key(row); }
  std::size_t source(std::size_t row) const override {
    return each_ ? model_.chosen_row(row) : model_.row_at(row);
  }
  void cell(std::size_t row, std::size_t column, Cell& out) const override {
    if (row != row_) {
      words_ = each_ ? model_.chosen_words(row) : model_.words(row);
      row_ = row;
    }
    switch (static_cast<TodayColumn>(column)) {
      case TodayColumn::State:
        out = {Cell::Kind::Chip, words_.state.tone, false, words_.state.text, {}};
        break;
      case TodayColumn::What:
        out.text = words_.what;
        break;
      case TodayColumn::Unit:
        out.text = words_.who.empty() ? words_.person : words_.who;
        if (!words_.who.empty()) out.second = words_.person;
        break;
      case TodayColumn::Case:
        fill_case(!each_ && model_.lines()[row].is_week, out);
        break;
      case TodayColumn::Day:
        out.text = words_.day;
        break;
      case TodayColumn::Clause:
        out.kind = Cell::Kind::Link;
        out.text = words_.clauses;
        break;
      case TodayColumn::Person:
        out.text = words_.person;
        break;
      case TodayColumn::Number:
        out.text = words_.number;
        out.full = words_.full_number;
        break;
    }
  }

 private:
  void fill_case(bool week, Cell& out) const {
    out.kind = week ? Cell::Kind::Link : Cell::Kind::Text;
    out.text = words_.title;
    out.second = words_.second;
    if (!words_.full_number.empty()) out.full = words_.title + " " + words_.full_number;
  }

  const TodayModel& model_;
  bool each_;
  mutable std::size_t row_ = SIZE_MAX;
  mutable TodayModel::Words words_;
};

}  // namespace web
