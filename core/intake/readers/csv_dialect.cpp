#include "core/intake/readers/csv_dialect.h"

#include <algorithm>
#include <map>
#include <utility>

namespace core::intake {
namespace {

constexpr char kDelimiters[] = {',', '\t', ';'};
constexpr int kJudgedRecords = 30;

// How many records agree on a number of fields above one, and that number.
using Score = std::pair<int, std::size_t>;

Score score_of(std::string_view text, char delimiter, bool last, const RecordLimits& limits) {
  std::map<std::size_t, int> counts;
  CsvRecord record;
  for (int i = 0; i < kJudgedRecords && !text.empty(); ++i) {
    if (record.read(text, delimiter, last, limits) != RecordState::Complete) break;
    if (record.fields().size() > 1) ++counts[record.fields().size()];
    text.remove_prefix(record.size());
  }
  Score best{0, 0};
  for (const auto& [fields, records] : counts) best = std::max(best, Score{records, fields});
  return best;
}

}  // namespace

CsvDialect detect_dialect(std::string_view text, bool last, const RecordLimits& limits) {
  for (const char delimiter : kDelimiters) {
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    if (line.size() == 5 && line.substr(0, 4) == "sep=" && line[4] == delimiter) {
      return {delimiter, /*named=*/true};
    }
  }
  CsvDialect best;
  Score best_score{0, 0};
  for (const char delimiter : kDelimiters) {
    const Score score = score_of(text, delimiter, last, limits);
    if (score <= best_score) continue;
    best_score = score;
    best.delimiter = delimiter;
  }
  return best;
}

}  // namespace core::intake
