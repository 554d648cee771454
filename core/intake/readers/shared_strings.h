#pragma once
// The texts that the cells of all sheets of an .xlsx file share.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/intake/readers/text_arena.h"
#include "core/intake/readers/xml_scanner.h"

namespace core::intake {

/// Reads what a person sees of an `si` or `is` element whose Start was just returned, up to its
/// End: runs joined, phonetic hints left out. `out` is replaced. False when `xml` failed.
bool read_rich_text(XmlScanner& xml, std::string& out);

/// The same for an element that holds nothing but text, such as `v`.
bool read_plain_text(XmlScanner& xml, std::string& out);

class SharedStrings {
 public:
  /// Reads the whole part.
  static Result<SharedStrings> read(XmlScanner xml, const Limits& limits);

  std::size_t size() const { return texts_.size(); }

  /// Lives as long as this. `index` is below `size()`.
  std::string_view text(std::size_t index) const { return texts_[index]; }

 private:
  Status add(std::string_view text, const Limits& limits);

  TextArena arena_;
  std::vector<std::string_view> texts_;
};

}  // namespace core::intake
