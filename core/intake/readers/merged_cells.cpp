#include "core/intake/readers/merged_cells.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "core/intake/readers/sheet_rows.h"
#include "core/intake/readers/xml_scanner.h"

namespace core::intake {
namespace {

constexpr std::string_view kRowsEnd = "sheetData>";
constexpr std::size_t kLongestPrefix = 64;
constexpr std::size_t kNowhere = std::string_view::npos;

// `</sheetData>` or `</x:sheetData>`, of which the mark was found at `at`.
bool is_end_tag(std::string_view bytes, std::size_t at) {
  const std::string_view before =
      bytes.substr(0, at).substr(at > kLongestPrefix ? at - kLongestPrefix : 0);
  const std::size_t opening = before.rfind('<');
  if (opening == kNowhere || opening + 1 >= before.size() || before[opening + 1] != '/') {
    return false;
  }
  return opening + 2 == before.size() || before.back() == ':';
}

// Behind the last row, in a part that lies in memory as a whole.
std::size_t tail_of_held(std::string_view bytes) {
  for (std::size_t at = bytes.rfind(kRowsEnd); at != kNowhere; at = bytes.rfind(kRowsEnd, at - 1)) {
    if (is_end_tag(bytes, at)) return at + kRowsEnd.size();
    if (at == 0) break;
  }
  return kNowhere;
}

// Moves the window behind the last row; false when there are no rows.
Result<bool> move_to_tail(EntryWindow& window) {
  constexpr std::size_t kOverlap = kLongestPrefix + kRowsEnd.size();
  if (window.held()) {
    const std::size_t tail = tail_of_held(window.view());
    if (tail != kNowhere) window.consume(tail);
    return tail != kNowhere;
  }
  while (true) {
    const std::string_view view = window.view();
    for (std::size_t at = view.find(kRowsEnd); at != kNowhere; at = view.find(kRowsEnd, at + 1)) {
      if (!is_end_tag(view, at)) continue;
      window.consume(at + kRowsEnd.size());
      return true;
    }
    if (view.size() > kOverlap) window.consume(view.size() - kOverlap);
    CORE_ASSIGN(const bool extended, window.extend());
    if (!extended) return false;
  }
}

bool read_corner(std::string_view& reference, int& row, int& column) {
  column = column_of(reference);
  std::size_t letters = 0;
  while (letters < reference.size() && (reference[letters] < '0' || reference[letters] > '9')) {
    ++letters;
  }
  reference.remove_prefix(letters);
  const auto [end, error] =
      std::from_chars(reference.data(), reference.data() + reference.size(), row);
  reference.remove_prefix(static_cast<std::size_t>(end - reference.data()));
  return error == std::errc() && column >= 0 && row > 0;
}

// `A1:C2`; nothing when it is no range.
std::optional<Merge> read_merge(std::string_view reference) {
  Merge merge;
  if (!read_corner(reference, merge.first_row, merge.first_column)) return std::nullopt;
  if (reference.empty() || reference.front() != ':') return std::nullopt;
  reference.remove_prefix(1);
  if (!read_corner(reference, merge.last_row, merge.last_column)) return std::nullopt;
  if (merge.first_row > merge.last_row) std::swap(merge.first_row, merge.last_row);
  if (merge.first_column > merge.last_column) std::swap(merge.first_column, merge.last_column);
  return merge;
}

}  // namespace

Result<std::vector<Merge>> read_merges(EntryWindow window, std::string_view part,
                                       const Limits& limits) {
  std::vector<Merge> merges;
  CORE_ASSIGN(const bool found, move_to_tail(window));
  if (!found) return merges;
  XmlScanner xml(std::move(window), std::string(part), limits, /*depth=*/1);
  for (XmlToken token = xml.next(); token != XmlToken::Finished; token = xml.next()) {
    if (token == XmlToken::Failed) return xml.failure();
    if (token == XmlToken::End && xml.name() == "mergeCells") break;
    if (token != XmlToken::Start || xml.name() != "mergeCell") continue;
    const auto merge = read_merge(attribute(xml.attributes(), "ref"));
    if (!merge) continue;
    if (merges.size() >= limits.merges) return too_large("合并单元格太多");
    merges.push_back(*merge);
  }
  return merges;
}

}  // namespace core::intake
