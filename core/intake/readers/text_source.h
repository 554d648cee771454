#pragma once
// A text file of any of the usual encodings as UTF-8 that slides by.

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace core::intake {

enum class TextEncoding : std::uint8_t { Utf8, Utf16Little, Utf16Big, Gb18030 };

/// By byte order mark; without one UTF-8 when the bytes are valid UTF-8, or are so for long before
/// a damaged place, otherwise GB18030. Long files are judged by the stretch that starts at their
/// first byte beyond ASCII.
TextEncoding detect_encoding(std::string_view bytes);

class TextSource {
 public:
  /// `bytes` must outlive the source; they are decoded `block_bytes` at a time.
  TextSource(std::string_view bytes, std::size_t block_bytes);

  /// Valid UTF-8 without NUL, from where we are to as far as has been decoded.
  std::string_view view() const { return view_; }

  void consume(std::size_t count) { view_.remove_prefix(count); }

  /// Appends more text to `view()` (at least doubling it) and moves it; false at the end of the
  /// file. `line` is the number of the line at the beginning of `view()`, for the message about
  /// bytes that are no text.
  Result<bool> extend(int line);

  /// Everything has been decoded.
  bool at_end() const { return rest_.empty(); }

  TextEncoding encoding() const { return encoding_; }

  /// 0 … 1
  double progress() const;

 private:
  Result<bool> extend_in_place(int line);
  Result<bool> extend_converted(int line);
  std::string_view next_block() const;

  std::string_view bytes_;
  std::string_view rest_;
  std::size_t block_bytes_;
  TextEncoding encoding_ = TextEncoding::Utf8;
  std::string_view view_;
  std::string buffer_;
};

}  // namespace core::intake
