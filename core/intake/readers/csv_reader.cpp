#include "core/intake/readers/csv_reader.h"

#include <cassert>
#include <optional>
#include <string>
#include <vector>

#include "core/intake/readers/csv_dialect.h"
#include "core/intake/readers/csv_record.h"
#include "core/intake/readers/text_source.h"
#include "core/intake/readers/zip.h"

namespace core::intake {
namespace {

constexpr std::size_t kRecordBytes = 64U << 20;

class CsvReader final : public TableReader {
 public:
  CsvReader(std::string_view bytes, const Limits& limits) : bytes_(bytes), limits_(limits) {}

  std::span<const SheetInfo> sheets() const override { return {&sheet_, 1}; }

  Status open_sheet(int index) override {
    source_.reset();
    if (index != 0) return Error{ErrorCode::NotFound, "没有这张工作表"};
    line_ = 1;
    rows_ = 0;
    record_number_ = 0;
    source_.emplace(bytes_, limits_.block_bytes);
    CORE_TRY(extend());
    dialect_ = detect_dialect(source_->view(), last_, record_limits());
    finished_ = false;
    if (dialect_.named) CORE_TRY(read_record());  // no row of the table
    return Done{};
  }

  Result<bool> next(Row& row) override {
    assert(source_.has_value());
    while (!finished_) {
      Result<bool> read = read_record();
      finished_ = !read.ok() || !read.value();
      if (finished_) return read;
      ++record_number_;
      if (!take_cells()) continue;
      if (++rows_ > limits_.csv_rows) {
        finished_ = true;
        return too_large("超过 " + std::to_string(limits_.csv_rows) + " 行");
      }
      row = {record_number_, {cells_.data(), width_}};
      return true;
    }
    return false;
  }

  Result<std::span<const Merge>> merges() override { return std::span<const Merge>(); }

  double progress() const override { return source_ ? source_->progress() : 0; }

 private:
  RecordLimits record_limits() const { return {limits_.cell_bytes, limits_.csv_columns}; }

  Status extend() {
    CORE_ASSIGN(const bool extended, source_->extend(line_));
    last_ = !extended || source_->at_end();
    return Done{};
  }

  // The next record of the file; false when there is none. Its bytes count as read, but stay where
  // they are until the view is extended.
  Result<bool> read_record() {
    while (true) {
      const bool empty = source_->view().empty();
      if (empty && last_) return false;
      const RecordState state =
          empty ? RecordState::NeedsMore
                : record_.read(source_->view(), dialect_.delimiter, last_, record_limits());
      if (state == RecordState::Complete) break;
      if (state != RecordState::NeedsMore) return refusal(state);
      if (source_->view().size() > kRecordBytes) {
        return too_large("第 " + std::to_string(line_) + " 行超过 " + size_text(kRecordBytes));
      }
      CORE_TRY(extend());
    }
    source_->consume(record_.size());
    line_ += record_.lines();
    return true;
  }

  Error refusal(RecordState state) const {
    const std::string record = "第 " + std::to_string(line_) + " 行";
    const std::string field = "第 " + std::to_string(line_ + record_.lines_before_field()) + " 行";
    if (state == RecordState::OpenQuote) {
      return {ErrorCode::InvalidInput, field + "开始的引号没有结束"};
    }
    if (state == RecordState::LongCell) {
      return too_large(field + "有单元格超过 " + size_text(limits_.cell_bytes) +
                       "（也可能是引号没有结束）");
    }
    return too_large(record + "超过 " + std::to_string(limits_.csv_columns) + " 列");
  }

  // False when all fields of the record are empty.
  bool take_cells() {
    const auto& fields = record_.fields();
    if (cells_.size() < fields.size()) cells_.resize(fields.size());
    width_ = 0;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      cells_[i].kind = fields[i].empty() ? CellKind::Empty : CellKind::Text;
      cells_[i].text = fields[i];
      if (!fields[i].empty()) width_ = i + 1;
    }
    return width_ > 0;
  }

  std::string_view bytes_;
  Limits limits_;
  SheetInfo sheet_;
  std::optional<TextSource> source_;
  CsvDialect dialect_;
  CsvRecord record_;
  bool last_ = false;
  bool finished_ = true;
  int line_ = 1;           // of the file, for what is wrong with its text
  int record_number_ = 0;  // what a spreadsheet numbers, whatever lines its cells take
  std::size_t rows_ = 0;
  std::vector<Cell> cells_;
  std::size_t width_ = 0;
};

}  // namespace

Result<std::unique_ptr<TableReader>> open_csv(std::string_view bytes, const Limits& limits) {
  return std::unique_ptr<TableReader>(std::make_unique<CsvReader>(bytes, limits));
}

}  // namespace core::intake
