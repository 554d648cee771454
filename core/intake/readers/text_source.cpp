#include "core/intake/readers/text_source.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "core/intake/readers/gb18030.h"
#include "core/intake/readers/xml_text.h"

namespace core::intake {
namespace {

// A block holds whole characters, so that every step gets on.
constexpr std::size_t kSmallestBlock = 16;
constexpr std::size_t kJudgedBytes = 1U << 20;
constexpr std::size_t kLongestCharacter = 4;
// Six out of seven characters of GB18030 are no UTF-8, so twelve in a row that are cannot be.
constexpr std::ptrdiff_t kNoAccident = 24;

bool starts(std::string_view bytes, std::string_view mark) {
  return bytes.substr(0, mark.size()) == mark;
}

std::size_t mark_size(std::string_view bytes, TextEncoding encoding) {
  if (encoding == TextEncoding::Utf8) return starts(bytes, "\xEF\xBB\xBF") ? 3 : 0;
  return encoding == TextEncoding::Gb18030 ? 0 : 2;
}

// LF, CR LF and CR each end one line.
int count_lines(std::string_view text) {
  int lines = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if ((text[i] == '\n' || text[i] == '\r') && !pair) ++lines;
  }
  return lines;
}

Error not_text(int line, TextEncoding encoding) {
  const std::string where = "第 " + std::to_string(line) + " 行";
  if (encoding == TextEncoding::Gb18030) {
    return {ErrorCode::InvalidInput, where + "有无法识别的文字，文件既不是 UTF-8 也不是 GB18030"};
  }
  const std::string name = encoding == TextEncoding::Utf8 ? "UTF-8" : "UTF-16";
  return {ErrorCode::InvalidInput, where + "有不属于 " + name + " 的文字，请另存后再导入"};
}

Error has_nul(int line) {
  return {ErrorCode::InvalidInput,
          "第 " + std::to_string(line) + " 行有空字符，这不是文本表格或者文件已损坏"};
}

// A character that goes on in the next block is left over, so a few bytes may stay.
bool is_cut_character(std::string_view rest) {
  if (rest.empty() || rest.size() >= kLongestCharacter) return false;
  const auto lead = static_cast<unsigned char>(rest[0]);
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
  return rest.size() < size;
}

std::size_t first_beyond_ascii(std::string_view bytes) {
  const auto found = std::find_if(bytes.begin(), bytes.end(),
                                  [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return static_cast<std::size_t>(found - bytes.begin());
}

std::ptrdiff_t count_beyond_ascii(std::string_view bytes) {
  return std::count_if(bytes.begin(), bytes.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// Appends what `bytes` say in UTF-16; an unpaired surrogate or an odd byte is left in `bytes`.
void append_utf16(std::string& out, std::string_view& bytes, bool big) {
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big ? first << 8 | second : second << 8 | first);
  };
  while (bytes.size() >= 2) {
    const char32_t high = unit(0);
    if (high < 0xD800 || high >= 0xE000) {
      append_code_point(out, high);
      bytes.remove_prefix(2);
      continue;
    }
    if (high >= 0xDC00 || bytes.size() < 4) return;
    const char32_t low = unit(2);
    if (low < 0xDC00 || low >= 0xE000) return;
    append_code_point(out, 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
    bytes.remove_prefix(4);
  }
}

}  // namespace

TextEncoding detect_encoding(std::string_view bytes) {
  if (starts(bytes, "\xFF\xFE")) return TextEncoding::Utf16Little;
  if (starts(bytes, "\xFE\xFF")) return TextEncoding::Utf16Big;
  if (starts(bytes, "\xEF\xBB\xBF")) return TextEncoding::Utf8;
  const std::string_view rest = bytes.substr(first_beyond_ascii(bytes));
  const std::string_view judged = rest.substr(0, kJudgedBytes);
  const std::size_t valid = valid_text_prefix(judged);
  const bool cut = judged.size() < rest.size() && is_cut_character(judged.substr(valid));
  // A NUL says nothing about the encoding; it is refused where it stands.
  const bool nul = valid < judged.size() && judged[valid] == '\0';
  if (valid == judged.size() || cut || nul) return TextEncoding::Utf8;
  // Damaged UTF-8 must not be read as GB18030, which would make nonsense of all of it.
  const bool damaged_utf8 = count_beyond_ascii(judged.substr(0, valid)) >= kNoAccident;
  return damaged_utf8 ? TextEncoding::Utf8 : TextEncoding::Gb18030;
}

TextSource::TextSource(std::string_view bytes, std::size_t block_bytes)
    : bytes_(bytes),
      rest_(bytes),
      block_bytes_(std::max(block_bytes, kSmallestBlock)),
      encoding_(detect_encoding(bytes)) {
  rest_.remove_prefix(mark_size(bytes, encoding_));
  view_ = rest_.substr(0, 0);
}

double TextSource::progress() const {
  if (bytes_.empty()) return 1;
  const double ahead = static_cast<double>(rest_.size() + view_.size());
  return std::clamp(1 - ahead / static_cast<double>(bytes_.size()), 0.0, 1.0);
}

Result<bool> TextSource::extend(int line) {
  if (rest_.empty()) return false;
  return encoding_ == TextEncoding::Utf8 ? extend_in_place(line) : extend_converted(line);
}

std::string_view TextSource::next_block() const {
  return rest_.substr(0, std::max(block_bytes_, view_.size()));
}

// UTF-8 is only checked: the view grows over the file's own bytes.
Result<bool> TextSource::extend_in_place(int line) {
  const std::string_view block = next_block();
  const std::size_t valid = valid_text_prefix(block);
  const bool cut = block.size() < rest_.size() && is_cut_character(block.substr(valid));
  if (valid < block.size() && !cut) {
    const int bad = line + count_lines({view_.data(), view_.size() + valid});
    return block[valid] == '\0' ? has_nul(bad) : not_text(bad, encoding_);
  }
  view_ = {view_.data(), view_.size() + valid};
  rest_.remove_prefix(valid);
  return true;
}

Result<bool> TextSource::extend_converted(int line) {
  const std::string_view block = next_block();
  const bool last = block.size() == rest_.size();
  std::string_view left = block;
  buffer_.erase(0, buffer_.size() - view_.size());
  const std::size_t kept = buffer_.size();
  if (encoding_ == TextEncoding::Gb18030) {
    append_gb18030(buffer_, left);
  } else {
    append_utf16(buffer_, left, encoding_ == TextEncoding::Utf16Big);
  }
  rest_.remove_prefix(block.size() - left.size());
  view_ = buffer_;
  const std::size_t nul = view_.find('\0', kept);
  if (nul != std::string_view::npos) return has_nul(line + count_lines(view_.substr(0, nul)));
  if (left.size() >= kLongestCharacter || (last && !left.empty())) {
    return not_text(line + count_lines(view_), encoding_);
  }
  return true;
}

}  // namespace core::intake
