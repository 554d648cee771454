#pragma once
// Any list as rows and typed columns, and what a person does with it: filter by column, sort by
// several columns. Rows are numbers; words are made only for what is shown.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace web {

enum class ColumnKind : std::uint8_t {
  Text,    ///< Free words: sorted as a dictionary, filtered by a part of them.
  Word,    ///< One of a few names: sorted as a dictionary, filtered by a list.
  Step,    ///< One of a few names in an order of their own: stages, levels.
  Number,  ///< Filtered by least and most.
  Day,     ///< Days since 1970-01-01; filtered by first and last.
};

/// The value of an empty cell. Blanks come last, whichever way a list is sorted.
inline constexpr std::int64_t kBlank = std::numeric_limits<std::int64_t>::min();

/// What a list holds, whether shown or not.
class Table {
 public:
  virtual ~Table() = default;
  virtual std::size_t rows() const = 0;
  virtual ColumnKind kind(std::size_t column) const = 0;
  /// Columns of kind Text; empty = blank.
  virtual std::string_view text(std::size_t row, std::size_t column) const = 0;
  /// All other kinds: the number, the day, or the code of the name.
  virtual std::int64_t value(std::size_t row, std::size_t column) const = 0;
  /// The name of a code.
  virtual std::string word(std::size_t column, std::int64_t code) const = 0;
};

struct SortKey {
  std::uint8_t column = 0;
  bool descending = false;

  friend bool operator==(const SortKey& a, const SortKey& b) = default;
};

enum class Blanks : std::uint8_t { Shown, Hidden, Only };

struct ColumnFilter {
  std::uint8_t column = 0;
  Blanks blanks = Blanks::Shown;
  std::string part;                 ///< Text: words that contain it; width and case do not count.
  std::vector<std::int64_t> words;  ///< Word, Step: these codes only; empty = all.
  std::int64_t from = kBlank;       ///< Number, Day: not below; kBlank = no limit.
  std::int64_t to = kBlank;         ///< Not above.

  /// Nothing is kept back by it.
  bool idle() const {
    return blanks == Blanks::Shown && part.empty() && words.empty() && from == kBlank &&
           to == kBlank;
  }
  friend bool operator==(const ColumnFilter& a, const ColumnFilter& b) = default;
};

struct TableQuery {
  std::vector<SortKey> sorts;         ///< The first decides, the next where it is equal, …
  std::vector<ColumnFilter> filters;  ///< At most one a column; all must be met.

  const ColumnFilter* filter(std::size_t column) const;
  /// Replaces the filter of its column; an idle one is dropped.
  void set_filter(ColumnFilter filter);
  /// 0 = not sorted by it, 1 = first, …
  std::size_t sort_place(std::size_t column) const;
  /// As in Excel: a press sorts by this column alone, up and then down; with `also` it is added
  /// behind the others or turned round.
  void sort_by(std::size_t column, bool also, bool down_first);

  friend bool operator==(const TableQuery& a, const TableQuery& b) = default;
};

/// Keeps the rows whose Word or Step has this code.
ColumnFilter filter_by(std::size_t column, std::int64_t code);

/// The rows of a table that are shown, in order. How the whole table is sorted is kept between
/// queries: choosing again by another word sorts nothing.
class TableOrder {
 public:
  /// Forgets everything: the table's content has changed.
  void reset();

  /// These rows say something else than before. Cheap as long as it is not what is sorted by.
  void change(const Table& table, std::span<const std::uint32_t> rows);

  /// Chooses and orders. `keep` says which rows are considered at all. Rows that are equal stay in
  /// the table's order.
  template <typename Keep>
  void select(const Table& table, const TableQuery& query, const Keep& keep) {
    sort(table, query.sorts);
    shown_ = sorted_;
    narrow(keep);
    if (!query.filters.empty()) filter(table, query);
  }

  /// Of what is shown, only that.
  template <typename Keep>
  void narrow(const Keep& keep) {
    std::size_t kept = 0;
    for (const std::uint32_t row : shown_) {
      // Without a branch: which rows are kept is as good as random.
      shown_[kept] = row;
      kept += keep(row) ? 1U : 0U;
    }
    shown_.resize(kept);
  }

  /// Of what is shown, that before the rest, which stays as it was.
  template <typename First>
  void put_first(const First& first) {
    // From the end, so that only what goes to the front is put aside: std::stable_partition of
    // libc++ moves everything, several times.
    std::vector<std::uint32_t> front;
    std::size_t place = shown_.size();
    for (std::size_t at = shown_.size(); at-- > 0;) {
      const std::uint32_t row = shown_[at];
      if (first(row))
        front.push_back(row);
      else
        shown_[--place] = row;
    }
    std::copy(front.rbegin(), front.rend(), shown_.begin());
  }

  std::span<const std::uint32_t> shown() const { return {shown_.data(), shown_.size()}; }

 private:
  /// What a column is sorted by: made when it first is.
  struct Ranking {
    std::vector<std::uint32_t> ranks;   // per row, dense; equal cells have equal ranks
    std::vector<std::uint64_t> prints;  // per row: tells whether its cell has changed since
    std::uint32_t count = 0;            // of different ranks
  };

  const Ranking& ranking(const Table& table, std::size_t column);
  void sort(const Table& table, const std::vector<SortKey>& sorts);
  void sort_by(const Ranking& ranking, bool descending);
  void filter(const Table& table, const TableQuery& query);

  std::vector<std::uint32_t> shown_;
  std::vector<Ranking> rankings_;       // per column
  std::vector<SortKey> sorts_;          // of sorted_
  std::vector<std::uint32_t> sorted_;   // all rows; empty = not sorted
  std::vector<std::uint32_t> buckets_;  // working memory
};

struct TableChoice {
  std::int64_t code = 0;
  std::size_t count = 0;
  std::string word;
};

/// The names that occur in a column of kind Word or Step, in their order, with how many rows have
/// them.
std::vector<TableChoice> choices_of(const Table& table, std::size_t column);

}  // namespace web
