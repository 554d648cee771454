#pragma once
// Pulls tags and texts out of XML bytes as they slide by; keeps nothing.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/result.h"
#include "core/intake/readers/entry_window.h"

namespace core::intake {

enum class XmlToken : std::uint8_t { Start, End, Text, Finished, Failed };

/// One attribute: its name without prefix and its raw value (entities not yet replaced).
struct XmlAttribute {
  std::string_view name;
  std::string_view value;
  bool prefixed = false;
};

/// Walks over the raw attributes of a start tag; nothing at the end or at what is no attribute.
class XmlAttributes {
 public:
  explicit XmlAttributes(std::string_view raw) : raw_(raw) {}
  std::optional<XmlAttribute> next();

 private:
  std::string_view raw_;
};

/// The value of the attribute with this name and no prefix; empty when there is none.
std::string_view attribute(std::string_view raw, std::string_view name);

class XmlScanner {
 public:
  /// `part` names the bytes in messages. `depth` is how many elements are open before the first
  /// byte.
  XmlScanner(EntryWindow window, std::string part, const Limits& limits, std::size_t depth = 0);

  /// A self-closing tag gives Start and End. Comments and processing instructions are skipped, a
  /// document type is refused. Views of the token before are no longer valid.
  XmlToken next();

  /// Of Start and End: without prefix.
  std::string_view name() const { return name_; }
  /// Of Start: for `attribute` and `XmlAttributes`.
  std::string_view attributes() const { return attributes_; }
  /// Of Text: raw, unless `literal`.
  std::string_view text() const { return text_; }
  /// Of Text: from a CDATA section, in which `&` stands for itself.
  bool literal() const { return literal_; }

  /// Directly after Start: takes `<inner>text</inner></outer>` in one step when the bytes at hand
  /// say exactly that and the text holds no markup. Otherwise nothing is consumed.
  bool take_only_child(std::string_view inner, std::string_view outer, std::string_view& text);

  /// The bytes at hand, where the next token starts; none in the middle of a self-closing tag.
  std::string_view at_hand() const { return end_pending_ ? std::string_view() : window_.view(); }

  /// Passes over a whole element that the caller has read in `at_hand()` by itself.
  void take(std::size_t bytes) { window_.consume(bytes); }

  /// Ends the reading: the text just returned stands for characters nobody can know. False.
  bool refuse_text();

  /// Passes over everything up to the End of the element whose Start was just returned.
  bool skip_element();

  std::size_t depth() const { return depth_; }
  double progress() const;
  /// After Failed.
  Error failure() const { return failure_; }

 private:
  XmlToken fail(Error error);
  bool more();
  bool at(std::string_view mark);
  std::size_t find(std::string_view mark, std::size_t from);
  std::size_t find_tag_end();
  bool prepare();
  XmlToken read_text();
  XmlToken read_start();
  XmlToken read_end();
  XmlToken read_cdata();
  bool skip_past(std::string_view mark);

  EntryWindow window_;
  std::string part_;
  std::size_t depth_limit_;
  std::size_t token_limit_;
  std::size_t depth_;
  std::string_view name_;
  std::string_view attributes_;
  std::string_view text_;
  bool literal_ = false;
  bool end_pending_ = false;
  bool prepared_ = false;
  bool failed_ = false;
  Error failure_{ErrorCode::InvalidInput, {}};
};

}  // namespace core::intake
