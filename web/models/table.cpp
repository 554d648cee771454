#include "web/models/table.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "core/base/text.h"
#include "web/models/collation.h"

namespace web {
namespace {

constexpr std::uint32_t kBlankRank = 0xFFFFFFFF;

std::string folded(std::string_view text) {
  std::string out = core::fold_width(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool fits_blanks(Blanks blanks, bool blank) {
  return blanks == Blanks::Shown || (blanks == Blanks::Only) == blank;
}

bool fits_value(const ColumnFilter& filter, std::int64_t value) {
  if (filter.from != kBlank && (value == kBlank || value < filter.from)) return false;
  if (filter.to != kBlank && (value == kBlank || value > filter.to)) return false;
  return filter.words.empty() ||
         std::find(filter.words.begin(), filter.words.end(), value) != filter.words.end();
}

bool fits(const Table& table, std::size_t row, const ColumnFilter& filter, std::string_view part) {
  if (table.kind(filter.column) != ColumnKind::Text) {
    const std::int64_t value = table.value(row, filter.column);
    return fits_blanks(filter.blanks, value == kBlank) && fits_value(filter, value);
  }
  const std::string_view text = table.text(row, filter.column);
  if (!fits_blanks(filter.blanks, text.empty())) return false;
  return part.empty() || core::contains(folded(text), part);
}

/// Cells with different prints say different things.
std::uint64_t print_of(const Table& table, std::size_t row, std::size_t column) {
  if (table.kind(column) != ColumnKind::Text)
    return static_cast<std::uint64_t>(table.value(row, column));
  return std::hash<std::string_view>()(table.text(row, column));
}

/// Equal keys get equal ranks.
template <typename Key>
std::vector<std::uint32_t> dense_ranks(const std::vector<Key>& keys, const Key& blank) {
  std::vector<std::uint32_t> order(keys.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
  std::vector<std::uint32_t> ranks(keys.size());
  std::uint32_t rank = 0;
  for (std::size_t at = 0; at < order.size(); ++at) {
    if (at > 0 && keys[order[at - 1]] < keys[order[at]]) ++rank;
    ranks[order[at]] = keys[order[at]] == blank ? kBlankRank : rank;
  }
  return ranks;
}

std::vector<std::uint32_t> text_ranks(const Table& table, std::size_t column) {
  std::vector<std::u32string> keys;
  keys.reserve(table.rows());
  for (std::size_t row = 0; row < table.rows(); ++row)
    keys.push_back(collation_key(table.text(row, column)));
  return dense_ranks(keys, std::u32string());
}

std::vector<std::uint32_t> value_ranks(const Table& table, std::size_t column) {
  std::vector<std::int64_t> keys;
  keys.reserve(table.rows());
  for (std::size_t row = 0; row < table.rows(); ++row) keys.push_back(table.value(row, column));
  if (table.kind(column) == ColumnKind::Word) {
    const std::vector<TableChoice> choices = choices_of(table, column);
    std::map<std::int64_t, std::int64_t> places;
    for (const TableChoice& choice : choices)
      places.emplace(choice.code, static_cast<std::int64_t>(places.size()));
    for (std::int64_t& key : keys)
      if (key != kBlank) key = places[key];
  }
  return dense_ranks(keys, kBlank);
}

}  // namespace

const ColumnFilter* TableQuery::filter(std::size_t column) const {
  for (const ColumnFilter& one : filters)
    if (one.column == column) return &one;
  return nullptr;
}

ColumnFilter filter_by(std::size_t column, std::int64_t code) {
  ColumnFilter filter;
  filter.column = static_cast<std::uint8_t>(column);
  filter.words = {code};
  return filter;
}

void TableQuery::set_filter(ColumnFilter filter) {
  const auto at = std::find_if(filters.begin(), filters.end(), [&](const ColumnFilter& one) {
    return one.column == filter.column;
  });
  const bool idle = filter.idle();
  if (at == filters.end()) {
    if (!idle) filters.push_back(std::move(filter));
  } else if (idle) {
    filters.erase(at);
  } else {
    *at = std::move(filter);
  }
}

std::size_t TableQuery::sort_place(std::size_t column) const {
  for (std::size_t at = 0; at < sorts.size(); ++at)
    if (sorts[at].column == column) return at + 1;
  return 0;
}

void TableQuery::sort_by(std::size_t column, bool also, bool down_first) {
  const std::size_t place = sort_place(column);
  const SortKey key{static_cast<std::uint8_t>(column),
                    place == 0 ? down_first : !sorts[place - 1].descending};
  if (!also) sorts = {key};
  if (also && place == 0) sorts.push_back(key);
  if (also && place > 0) sorts[place - 1] = key;
}

void TableOrder::reset() {
  shown_.clear();
  rankings_.clear();
  sorted_.clear();
}

void TableOrder::change(const Table& table, std::span<const std::uint32_t> rows) {
  for (std::size_t column = 0; column < rankings_.size(); ++column) {
    Ranking& ranking = rankings_[column];
    const auto changed = [&](std::uint32_t row) {
      return row >= ranking.prints.size() || ranking.prints[row] != print_of(table, row, column);
    };
    if (ranking.ranks.empty() || std::none_of(rows.begin(), rows.end(), changed)) continue;
    ranking = {};
    const auto sorts = [&](const SortKey& key) { return key.column == column; };
    if (std::any_of(sorts_.begin(), sorts_.end(), sorts)) sorted_.clear();
  }
}

const TableOrder::Ranking& TableOrder::ranking(const Table& table, std::size_t column) {
  if (rankings_.size() <= column) rankings_.resize(column + 1);
  Ranking& ranking = rankings_[column];
  if (ranking.ranks.size() == table.rows()) return ranking;
  ranking.ranks = table.kind(column) == ColumnKind::Text ? text_ranks(table, column)
                                                         : value_ranks(table, column);
  ranking.count = 0;
  for (const std::uint32_t rank : ranking.ranks)
    if (rank != kBlankRank) ranking.count = std::max(ranking.count, rank + 1);
  ranking.prints.resize(ranking.ranks.size());
  for (std::size_t row = 0; row < ranking.prints.size(); ++row)
    ranking.prints[row] = print_of(table, row, column);
  return ranking;
}

// Ranks are dense: counting them sorts, and leaves rows of one rank as they were.
void TableOrder::sort_by(const Ranking& ranking, bool descending) {
  const auto bucket = [&](std::uint32_t row) {
    const std::uint32_t rank = ranking.ranks[row];
    if (rank == kBlankRank) return ranking.count;
    return descending ? ranking.count - 1 - rank : rank;
  };
  buckets_.assign(ranking.count + std::size_t{2}, 0);
  for (const std::uint32_t row : sorted_) ++buckets_[bucket(row) + 1];
  std::partial_sum(buckets_.begin(), buckets_.end(), buckets_.begin());
  std::vector<std::uint32_t> after(sorted_.size());
  for (const std::uint32_t row : sorted_) after[buckets_[bucket(row)]++] = row;
  sorted_ = std::move(after);
}

void TableOrder::sort(const Table& table, const std::vector<SortKey>& sorts) {
  if (sorted_.size() == table.rows() && sorts_ == sorts) return;
  sorts_ = sorts;
  sorted_.resize(table.rows());
  std::iota(sorted_.begin(), sorted_.end(), 0);
  for (auto key = sorts.rbegin(); key != sorts.rend(); ++key)
    sort_by(ranking(table, key->column), key->descending);
}

void TableOrder::filter(const Table& table, const TableQuery& query) {
  std::vector<std::string> parts;
  for (const ColumnFilter& filter : query.filters) parts.push_back(folded(filter.part));
  const auto fails = [&](std::uint32_t row) {
    for (std::size_t at = 0; at < parts.size(); ++at)
      if (!fits(table, row, query.filters[at], parts[at])) return true;
    return false;
  };
  shown_.erase(std::remove_if(shown_.begin(), shown_.end(), fails), shown_.end());
}

std::vector<TableChoice> choices_of(const Table& table, std::size_t column) {
  std::map<std::int64_t, std::size_t> counts;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::int64_t code = table.value(row, column);
    if (code != kBlank) ++counts[code];
  }
  std::vector<TableChoice> choices;
  for (const auto& [code, count] : counts)
    choices.push_back({code, count, table.word(column, code)});
  if (table.kind(column) != ColumnKind::Word) return choices;
  std::vector<std::pair<std::u32string, std::size_t>> order;
  for (std::size_t at = 0; at < choices.size(); ++at)
    order.emplace_back(collation_key(choices[at].word), at);
  std::sort(order.begin(), order.end());
  std::vector<TableChoice> sorted;
  for (const auto& [key, at] : order) sorted.push_back(std::move(choices[at]));
  return sorted;
}

}  // namespace web
