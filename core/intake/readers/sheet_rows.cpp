#include "core/intake/readers/sheet_rows.h"

#include <charconv>
#include <utility>

#include "core/base/text.h"
#include "core/intake/readers/number_format.h"
#include "core/intake/readers/number_text.h"
#include "core/intake/readers/xml_text.h"

namespace core::intake {
namespace {

constexpr std::size_t kRowBytes = 64U << 20;
constexpr std::size_t kNoStyle = 0;
constexpr int kMostLetters = 3;

template <typename T>
bool read_whole(std::string_view text, T& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

std::string cell_name(int row, int column) {
  std::string letters;
  for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters + std::to_string(row);
}

// The attributes of a cell that matter, whatever else it has.
PlainCell cell_attributes(std::string_view raw) {
  PlainCell cell;
  XmlAttributes attributes(raw);
  while (const auto found = attributes.next()) {
    if (found->prefixed || found->name.size() != 1) continue;
    if (found->name[0] == 'r') cell.reference = found->value;
    if (found->name[0] == 's') cell.style = found->value;
    if (found->name[0] == 't') cell.type = found->value;
  }
  return cell;
}

std::size_t style_of(const PlainCell& cell) {
  std::size_t style = kNoStyle;
  return read_whole(cell.style, style) ? style : kNoStyle;
}

}  // namespace

int column_of(std::string_view reference) {
  int column = 0;
  int letters = 0;
  for (const char c : reference) {
    const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (upper < 'A' || upper > 'Z') break;
    if (++letters > kMostLetters) return -1;
    column = column * 26 + (upper - 'A' + 1);
  }
  return column - 1;
}

SheetRows::SheetRows(XmlScanner xml, const Workbook& workbook, const SharedStrings& strings,
                     const Limits& limits)
    : xml_(std::move(xml)), workbook_(workbook), strings_(strings), limits_(limits) {}

bool SheetRows::fail(Error error) {
  if (!failed_) failure_ = std::move(error);
  failed_ = true;
  return false;
}

Result<bool> SheetRows::next(Row& row) {
  while (!finished_) {
    finished_ = !find_row() || !read_row();
    if (failed_) return failure_;
    if (finished_ || width_ == 0) continue;
    row = {row_, {cells_.data(), width_}};
    return true;
  }
  return false;
}

bool SheetRows::find_row() {
  while (true) {
    const XmlToken token = xml_.next();
    if (token == XmlToken::Failed) return fail(xml_.failure());
    if (token == XmlToken::Finished) return in_data_ && fail_nesting();
    if (token == XmlToken::Start && in_data_ && xml_.name() == "row") return true;
    if (token == XmlToken::Text || xml_.name() != "sheetData") continue;
    if (token == XmlToken::End) return pass_tail();
    in_data_ = true;
  }
}

// Behind the rows nothing is of interest, but more rows there show that the end was none.
bool SheetRows::pass_tail() {
  while (true) {
    const XmlToken token = xml_.next();
    if (token == XmlToken::Failed) return fail(xml_.failure());
    if (token == XmlToken::Finished) return false;
    if (token != XmlToken::Start || xml_.depth() > 2) continue;
    if (xml_.name() == "row" || xml_.name() == "sheetData") return fail_nesting();
  }
}

bool SheetRows::fail_nesting() {
  return fail(damaged("工作表的内容在第 " + std::to_string(row_) + " 行附近前后不合"));
}

void SheetRows::clear_row() {
  for (const std::size_t column : used_) cells_[column] = Cell{};
  used_.clear();
  texts_.clear();
  width_ = 0;
  column_ = -1;
}

bool SheetRows::start_row() {
  clear_row();
  std::uint32_t number = static_cast<std::uint32_t>(row_) + 1;
  const std::string_view written = attribute(xml_.attributes(), "r");
  const bool known = written.empty() || (read_whole(written, number) && number > 0);
  if (!known) return fail(damaged("工作表的行号读不出来"));
  // Rows may name the same number again and again, so they are counted too.
  if (number > limits_.sheet_rows || ++rows_ > limits_.sheet_rows) {
    return fail(too_large("超过 " + std::to_string(limits_.sheet_rows) + " 行"));
  }
  row_ = static_cast<int>(number);
  return true;
}

bool SheetRows::read_row() {
  if (!start_row()) return false;
  const std::size_t outside = xml_.depth() - 1;
  PlainCell plain;
  while (true) {
    while (read_plain_cell(xml_.at_hand(), plain)) {
      xml_.take(plain.size);
      if (!read_cell(plain)) return false;
    }
    const XmlToken token = xml_.next();
    if (token == XmlToken::Failed) return fail(xml_.failure());
    if (token == XmlToken::End && xml_.depth() == outside)
      return xml_.name() == "row" || fail_nesting();
    if (token == XmlToken::Start && xml_.name() == "row") return fail_nesting();
    if (token == XmlToken::Start && xml_.name() == "c" && !read_other_cell()) return false;
  }
}

SheetRows::Content SheetRows::content_of(std::string_view type) {
  if (type.empty() || type == "n") return Content::Number;
  if (type == "s") return Content::Shared;
  if (type == "inlineStr") return Content::Inline;
  if (type == "b") return Content::Boolean;
  if (type == "e") return Content::Error;
  return type == "d" ? Content::Moment : Content::Text;
}

// Moves to the cell's column, or to the next one when the cell does not say.
bool SheetRows::start_cell(const PlainCell& cell) {
  column_ = cell.reference.empty() ? column_ + 1 : column_of(cell.reference);
  if (column_ < 0) {
    return fail(damaged("第 " + std::to_string(row_) + " 行有单元格的位置读不出来"));
  }
  if (static_cast<std::size_t>(column_) < limits_.sheet_columns) return true;
  return fail(too_large("超过 " + std::to_string(limits_.sheet_columns) + " 列"));
}

bool SheetRows::read_cell(const PlainCell& plain) {
  if (!start_cell(plain)) return false;
  if (plain.value.empty()) return true;
  const Content content = content_of(plain.type);
  Cell cell;
  const bool digits = content == Content::Shared || content == Content::Number;
  if (digits || is_plain(plain.value)) {
    return set_value(cell, content, style_of(plain), plain.value) && finish_cell(cell);
  }
  text_ = plain.value;
  finish_cell_text(text_);
  return set_value(cell, content, style_of(plain), text_) && finish_cell(cell);
}

// The long way: formulas, inline texts, prefixes, comments.
bool SheetRows::read_other_cell() {
  const PlainCell attributes = cell_attributes(xml_.attributes());
  if (!start_cell(attributes)) return false;
  Cell cell;
  return read_children(cell, content_of(attributes.type), style_of(attributes)) &&
         finish_cell(cell);
}

bool SheetRows::finish_cell(const Cell& cell) {
  if (cell.kind == CellKind::Empty) return true;
  const auto column = static_cast<std::size_t>(column_);
  if (column >= cells_.size()) cells_.resize(column + 1);
  if (column >= width_) width_ = column + 1;
  if (cells_[column].kind == CellKind::Empty) used_.push_back(column);
  cells_[column] = cell;
  if (texts_.size() <= kRowBytes) return true;
  return fail(too_large("单独一行超过 " + size_text(kRowBytes)));
}

bool SheetRows::read_children(Cell& cell, Content content, std::size_t style) {
  const std::size_t outside = xml_.depth() - 1;
  bool found = false;
  bool formula = false;
  while (true) {
    const XmlToken token = xml_.next();
    if (token == XmlToken::Failed) return fail(xml_.failure());
    if (token == XmlToken::End && xml_.depth() == outside) break;
    if (token != XmlToken::Start) continue;
    formula = formula || xml_.name() == "f";
    const bool inline_text = xml_.name() == "is" && content == Content::Inline;
    const bool value = xml_.name() == "v";
    const bool read = inline_text ? read_rich_text(xml_, text_)
                      : value     ? read_plain_text(xml_, text_)
                                  : xml_.skip_element();
    if (!read) return fail(xml_.failure());
    found = found || inline_text || value;
  }
  if (xml_.name() != "c") return fail_nesting();
  if (found && !set_value(cell, content, style, text_)) return false;
  // Programs that write formulas without working them out leave no value; "" is one.
  const bool blank = found && content == Content::Text;
  if (formula && !blank && cell.kind == CellKind::Empty) cell.kind = CellKind::Error;
  return true;
}

bool SheetRows::set_value(Cell& cell, Content content, std::size_t style, std::string_view text) {
  switch (content) {
    case Content::Shared:
      return set_shared(cell, text);
    case Content::Text:
    case Content::Inline:
      return set_text(cell, text);
    case Content::Number:
      return set_number(cell, style, text);
    case Content::Boolean:
      return set_boolean(cell, text);
    case Content::Error:
      if (!set_text(cell, text)) return false;
      if (cell.kind == CellKind::Text) cell.kind = CellKind::Error;
      return true;
    case Content::Moment:
      break;
  }
  const Moment moment = moment_of(text);
  if (!moment.known()) return set_text(cell, text);
  set_moment(cell, moment);
  return true;
}

bool SheetRows::set_text(Cell& cell, std::string_view text) {
  if (text.empty()) return true;
  if (text.size() > limits_.cell_bytes) {
    return fail(too_large("单元格 " + cell_name(row_, column_) + " 的文字超过 " +
                          size_text(limits_.cell_bytes)));
  }
  if (valid_text_prefix(text) != text.size()) {
    return fail(damaged("单元格 " + cell_name(row_, column_) + " 的文字不是 UTF-8 文字"));
  }
  cell.kind = CellKind::Text;
  cell.text = texts_.store(text);
  return true;
}

bool SheetRows::set_shared(Cell& cell, std::string_view text) {
  if (text.empty()) return true;
  std::size_t index = 0;
  if (!read_whole(text, index) || index >= strings_.size()) {
    return fail(damaged("单元格 " + cell_name(row_, column_) + " 的文字找不到"));
  }
  cell.text = strings_.text(index);
  // A few bytes of the file are enough for one long text in any number of cells.
  shared_bytes_ += cell.text.size();
  if (shared_bytes_ > limits_.sheet_text_bytes)
    return fail(too_large("工作表的文字合计超过 " + size_text(limits_.sheet_text_bytes)));
  if (!cell.text.empty()) cell.kind = CellKind::Text;
  return true;
}

bool SheetRows::set_boolean(Cell& cell, std::string_view text) {
  if (text.empty()) return true;
  const bool yes = text == "1" || text == "true";
  cell.kind = CellKind::Boolean;
  cell.number = yes ? 1 : 0;
  cell.text = yes ? "TRUE" : "FALSE";
  return true;
}

bool SheetRows::set_number(Cell& cell, std::size_t style, std::string_view text) {
  const std::string_view digits = trim(text);
  if (digits.empty()) return true;
  const auto value = parse_number(digits);
  if (!value) return set_text(cell, text);
  cell.number = *value;
  const auto& formats = workbook_.number_formats;
  const NumberFormat format = style < formats.size() ? formats[style] : NumberFormat::Number;
  if (format != NumberFormat::Number) {
    const Moment moment = moment_of(*value, format, workbook_.from_1904);
    if (moment.known()) {
      set_moment(cell, moment);
      return true;
    }
  }
  cell.kind = CellKind::Number;
  cell.percent = format == NumberFormat::Percent;
  cell.from_1904 = workbook_.from_1904;
  cell.text = texts_.store(is_number_text(digits) ? digits : number_text(*value));
  return true;
}

void SheetRows::set_moment(Cell& cell, const Moment& moment) {
  cell.kind = CellKind::Date;
  cell.date = moment.day;
  cell.minute_of_day = moment.minute;
  cell.text = texts_.store(moment.text);
}

}  // namespace core::intake
