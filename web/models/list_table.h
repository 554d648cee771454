#pragma once
// A table whose cells are all made beforehand: for lists of some thousands of rows.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "web/models/table.h"
#include "web/models/tone.h"

namespace web {

struct ListCell {
  enum class Shape : std::uint8_t { Text, Chip, Link };

  std::string text;             ///< As shown; of columns of kind Text also what is compared.
  std::int64_t value = kBlank;  ///< Of the other kinds.
  Tone tone = Tone::Plain;
  Shape shape = Shape::Text;
  std::string full;  ///< What is copied, where it is another than the text.
};

class ListTable : public Table {
 public:
  ListTable() = default;
  explicit ListTable(std::vector<ColumnKind> kinds) : kinds_(std::move(kinds)) {}

  /// Adds a row; `cells` must be as many as there are columns. `key` is stable.
  void add(std::uint64_t key, std::vector<ListCell> cells);

  /// Chooses and orders. Cheap, and false, when the query is the one before.
  bool select(const TableQuery& query, const std::function<bool(std::size_t)>& keep = nullptr);
  /// Of the rows that are shown, only those.
  template <typename Keep>
  void narrow(const Keep& keep) {
    order_.narrow(keep);
  }
  /// The next select() works even with the same query: what is kept has changed.
  void forget() { selected_ = false; }

  std::size_t columns() const { return kinds_.size(); }
  /// Shown rows.
  std::size_t count() const { return order_.shown().size(); }
  std::size_t source(std::size_t shown) const { return order_.shown()[shown]; }
  std::uint64_t key(std::size_t row) const { return keys_[row]; }
  /// Where the row with this key is shown. Cheap when asked again.
  std::optional<std::size_t> row_of(std::uint64_t key) const;
  const ListCell& cell(std::size_t row, std::size_t column) const {
    return cells_[row * kinds_.size() + column];
  }

  std::size_t rows() const override { return keys_.size(); }
  ColumnKind kind(std::size_t column) const override { return kinds_[column]; }
  std::string_view text(std::size_t row, std::size_t column) const override {
    return cell(row, column).text;
  }
  std::int64_t value(std::size_t row, std::size_t column) const override {
    return cell(row, column).value;
  }
  std::string word(std::size_t column, std::int64_t code) const override;

 private:
  std::vector<ColumnKind> kinds_;
  std::vector<ListCell> cells_;
  std::vector<std::uint64_t> keys_;
  std::map<std::pair<std::size_t, std::int64_t>, std::string> words_;
  TableQuery query_;
  bool selected_ = false;
  struct Found {
    std::uint64_t key;
    std::optional<std::size_t> row;
  };
  mutable std::optional<Found> found_;  // what row_of() answered last: asked for in every frame
  TableOrder order_;
};

/// Cells of one kind each.
ListCell text_cell(std::string text, Tone tone = Tone::Plain);
ListCell number_cell(std::int64_t value, Tone tone = Tone::Plain);
/// A name by its code; blank for code kBlank.
ListCell word_cell(std::int64_t code, std::string text);

}  // namespace web
