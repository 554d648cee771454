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

// Which of the next bytes match: one bit for each.
class Matches {
 public:
  explicit Matches(char delimiter)
      : delimiter_(_mm_set1_epi8(delimiter)), lf_(_mm_set1_epi8('\n')), cr_(_mm_set1_epi8('\r')) {}

  std::uint64_t among(const char* p) const {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
    const __m128i hits =
        _mm_or_si128(_mm_cmpeq_epi8(bytes, delimiter_),
                     _mm_or_si128(_mm_cmpeq_epi8(bytes, lf_), _mm_cmpeq_epi8(bytes, cr_)));
    return static_cast<unsigned>(_mm_movemask_epi8(hits));
  }
  static constexpr int kBits = 1;

 private:
  __m128i delimiter_, lf_, cr_;
};

#else

constexpr std::size_t kWide = 8;
constexpr std::uint64_t kOnes = 0x0101010101010101;
constexpr std::uint64_t kLows = 0x7F7F7F7F7F7F7F7F;
static_assert(std::endian::native == std::endian::little);

// Eight bits for each byte, the highest of them set for a match.
class Matches {
 public:
  explicit Matches(char delimiter)
      : delimiter_(kOnes * static_cast<unsigned char>(delimiter)),
        lf_(kOnes * '\n'),
        cr_(kOnes * '\r') {}

  std::uint64_t among(const char* p) const {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, p, sizeof bytes);
    return zeros(bytes ^ delimiter_) | zeros(bytes ^ lf_) | zeros(bytes ^ cr_);
  }
  static constexpr int kBits = 8;

 private:
  static std::uint64_t zeros(std::uint64_t word) {
    return ~(((word & kLows) + kLows) | word | kLows);
  }

  std::uint64_t delimiter_, lf_, cr_;
};

#endif

}  // namespace

// Finds one field's end after the other, looking at all bytes but once.
class FieldEnds {
 public:
  FieldEnds(std::string_view text, char delimiter)
      : text_(text), delimiter_(delimiter), matches_(delimiter) {}

  // The first at or after `at`, which never goes back; the text's size when there is none.
  std::size_t next(std::size_t at) {
    if (begin_ != kNowhere && at < begin_ + kWide) {
      const std::uint64_t left = found_ >> static_cast<int>(at - begin_) * Matches::kBits;
      if (left != 0) return at + first_of(left);
      at = begin_ + kWide;
    }
    for (; at + kWide <= text_.size(); at += kWide) {
      found_ = matches_.among(text_.data() + at);
      begin_ = at;
      if (found_ != 0) return at + first_of(found_);
    }
    while (at < text_.size() && text_[at] != delimiter_ && text_[at] != '\n' && text_[at] != '\r')
      ++at;
    return at;
  }

 private:
  static std::size_t first_of(std::uint64_t found) {
    return static_cast<std::size_t>(std::countr_zero(found)) / Matches::kBits;
  }

  std::string_view text_;
  char delimiter_;
  Matches matches_;
  std::size_t begin_ = kNowhere;  // of the bytes looked at last, and what was found there
  std::uint64_t found_ = 0;
};

namespace {

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
  return FieldEnds(text, delimiter).next(at);
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
  FieldEnds ends(text, delimiter);
  while (!ended_) {
    lines_before_field_ = lines_;
    const bool quoted = at_ < text_.size() && text_[at_] == '"';
    const RecordState state = quoted ? read_quoted(ends) : read_field(ends);
    if (state != RecordState::Complete) return state;
  }
  return RecordState::Complete;
}

RecordState CsvRecord::at_end(RecordState otherwise) const {
  return last_ ? otherwise : RecordState::NeedsMore;
}

RecordState CsvRecord::read_field(FieldEnds& ends) {
  const std::size_t end = ends.next(at_);
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

RecordState CsvRecord::read_quoted(FieldEnds& ends) {
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
  at_ = ends.next(close + 1);
  if (at_ - close > limits_.cell_bytes) return RecordState::LongCell;
  if (at_ == text_.size() && !last_) return RecordState::NeedsMore;
  if (at_ > close + 1) {
    field = texts_.store(std::string(field).append(text_.substr(close + 1, at_ - close - 1)));
  }
  lines_ += count_line_ends(text_.substr(begin, close - begin));
  return add(field);
}

}  // namespace core::intake
