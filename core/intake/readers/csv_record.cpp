#include "core/intake/readers/csv_record.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

#include "core/intake/readers/xml_text.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace core::intake {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

#ifdef __SSE2__

constexpr std::size_t kWide = 16;

// Position of the first match among the next bytes, or kWide.
class FieldEnds {
 public:
  explicit FieldEnds(char delimiter)
      : delimiter_(_mm_set1_epi8(delimiter)), lf_(_mm_set1_epi8('\n')), cr_(_mm_set1_epi8('\r')) {}

  std::size_t first(const char* p) const {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
    const __m128i hits =
        _mm_or_si128(_mm_cmpeq_epi8(bytes, delimiter_),
                     _mm_or_si128(_mm_cmpeq_epi8(bytes, lf_), _mm_cmpeq_epi8(bytes, cr_)));
    const auto mask = static_cast<unsigned>(_mm_movemask_epi8(hits));
    return mask == 0 ? kWide : static_cast<std::size_t>(std::countr_zero(mask));
  }

 private:
  __m128i delimiter_, lf_, cr_;
};

#else

constexpr std::size_t kWide = 8;
constexpr std::uint64_t kOnes = 0x0101010101010101;
constexpr std::uint64_t kHighs = 0x8080808080808080;
static_assert(std::endian::native == std::endian::little);

class FieldEnds {
 public:
  explicit FieldEnds(char delimiter)
      : delimiter_(kOnes * static_cast<unsigned char>(delimiter)),
        lf_(kOnes * '\n'),
        cr_(kOnes * '\r') {}

  std::size_t first(const char* p) const {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, p, sizeof bytes);
    const std::uint64_t hits = zeros(bytes ^ delimiter_) | zeros(bytes ^ lf_) | zeros(bytes ^ cr_);
    return hits == 0 ? kWide : static_cast<std::size_t>(std::countr_zero(hits)) / 8;
  }

 private:
  // The lowest bit set belongs to the first zero byte; bits above it may be wrong.
  static std::uint64_t zeros(std::uint64_t word) { return (word - kOnes) & ~word & kHighs; }

  std::uint64_t delimiter_, lf_, cr_;
};

#endif

int count_line_ends(std::string_view text) {
  int lines = 0;
  for (std::size_t i = text.find_first_of("\r\n"); i != kNowhere;
       i = text.find_first_of("\r\n", i + 1)) {
    const bool pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (!pair) ++lines;
  }
  return lines;
}

// How spreadsheets are told to leave leading zeros alone.
std::string_view without_formula_quotes(std::string_view field) {
  const bool formula = field.size() >= 3 && field[0] == '=' && field[1] == '"' &&
                       field.find('"', 2) == field.size() - 1;
  return formula ? field.substr(2, field.size() - 3) : field;
}

}  // namespace

std::size_t find_field_end(std::string_view text, std::size_t at, char delimiter) {
  const FieldEnds ends(delimiter);
  while (at + kWide <= text.size()) {
    const std::size_t first = ends.first(text.data() + at);
    if (first < kWide) return at + first;
    at += kWide;
  }
  while (at < text.size() && text[at] != delimiter && text[at] != '\n' && text[at] != '\r') ++at;
  return at;
}

RecordState CsvRecord::read(std::string_view text, char delimiter, bool last,
                            const RecordLimits& limits) {
  text_ = text;
  delimiter_ = delimiter;
  last_ = last;
  limits_ = limits;
  at_ = 0;
  ended_ = false;
  lines_ = 0;
  fields_.clear();
  texts_.clear();
  while (!ended_) {
    lines_before_field_ = lines_;
    const bool quoted = at_ < text_.size() && text_[at_] == '"';
    const RecordState state = quoted ? read_quoted() : read_field();
    if (state != RecordState::Complete) return state;
  }
  return RecordState::Complete;
}

RecordState CsvRecord::at_end(RecordState otherwise) const {
  return last_ ? otherwise : RecordState::NeedsMore;
}

RecordState CsvRecord::read_field() {
  const std::size_t end = find_field_end(text_, at_, delimiter_);
  if (end - at_ > limits_.cell_bytes) return RecordState::LongCell;
  if (end == text_.size() && !last_) return RecordState::NeedsMore;
  const std::string_view field = text_.substr(at_, end - at_);
  at_ = end;
  return add(field);
}

// Takes what ends the field (a delimiter, a line's end or nothing), which stands at `at_`.
RecordState CsvRecord::add(std::string_view field) {
  if (fields_.size() >= limits_.columns) return RecordState::ManyColumns;
  fields_.push_back(without_formula_quotes(field));
  if (at_ < text_.size() && text_[at_] == delimiter_) {
    ++at_;
    return RecordState::Complete;
  }
  ended_ = true;
  if (at_ == text_.size()) return RecordState::Complete;
  if (text_[at_] == '\r' && at_ + 1 == text_.size() && !last_) return RecordState::NeedsMore;
  const bool pair = text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
  at_ += pair ? 2 : 1;
  ++lines_;
  return RecordState::Complete;
}

std::string_view CsvRecord::unquoted(std::size_t begin, std::size_t end, bool doubled) {
  const std::string_view raw = text_.substr(begin, end - begin);
  if (!doubled && raw.find('\r') == kNowhere) return raw;
  std::string text;
  text.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    text += raw[i];
    if (raw[i] == '"') ++i;
  }
  return texts_.store(with_line_feeds(text));
}

RecordState CsvRecord::read_quoted() {
  const std::size_t begin = at_ + 1;
  bool doubled = false;
  std::size_t close = text_.find('"', begin);
  while (close != kNowhere && close + 1 < text_.size() && text_[close + 1] == '"') {
    doubled = true;
    close = text_.find('"', close + 2);
  }
  if (std::min(close, text_.size()) - begin > limits_.cell_bytes) return RecordState::LongCell;
  if (close == kNowhere) return at_end(RecordState::OpenQuote);
  if (close + 1 == text_.size() && !last_) return RecordState::NeedsMore;
  std::string_view field = unquoted(begin, close, doubled);
  // Text behind the closing quote belongs to the cell all the same.
  at_ = find_field_end(text_, close + 1, delimiter_);
  if (at_ - close > limits_.cell_bytes) return RecordState::LongCell;
  if (at_ == text_.size() && !last_) return RecordState::NeedsMore;
  if (at_ > close + 1) {
    field = texts_.store(std::string(field).append(text_.substr(close + 1, at_ - close - 1)));
  }
  lines_ += count_line_ends(text_.substr(begin, close - begin));
  return add(field);
}

}  // namespace core::intake
