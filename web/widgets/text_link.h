#pragma once
// The field being typed into, as the page's text agent sees it: its text goes out, what an input
// method or a soft keyboard changed comes in. Offsets are UTF-16 units, as browsers count.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace web {

/// What a soft keyboard offers first.
enum class Keypad : std::uint8_t { Text, Search, Number };

struct FieldState {
  std::uint32_t field = 0;  ///< Differs from field to field; 0 = none.
  std::string text;
  std::size_t anchor = 0;  ///< Where the selection began.
  std::size_t caret = 0;   ///< Where it ends, and text is typed.
  bool multi_line = false;
  Keypad keypad = Keypad::Text;

  bool operator==(const FieldState&) const = default;
};

/// Puts `text` in the place of [start, end) and the caret at `caret`.
struct TextEdit {
  std::size_t start = 0;
  std::size_t end = 0;
  std::string text;
  std::size_t caret = 0;
  bool only_select = false;  ///< Selects [start, end) instead; `caret` is one of the two.
};

class TextLink {
 public:
  void push(TextEdit edit) { edits_.push_back(std::move(edit)); }
  std::vector<TextEdit> take_edits() { return std::exchange(edits_, {}); }

  void show(FieldState state) { state_ = std::move(state); }
  /// No field is typed into; edits still waiting have lost their place.
  void clear();

  const FieldState& state() const { return state_; }

  /// An input method shows what it composes in the field's place.
  void set_composing(bool composing) { composing_ = composing; }
  bool composing() const { return composing_; }

 private:
  FieldState state_;
  std::vector<TextEdit> edits_;
  bool composing_ = false;
};

/// The link of the current Dear ImGui context; null where there is none.
TextLink* text_link();
/// Must outlive the context, or be detached with null.
void attach_text_link(TextLink* link);

/// Offsets beyond the end give the end; one inside a character gives its beginning.
std::size_t utf16_offset(std::string_view text, std::size_t byte);
std::size_t byte_offset(std::string_view text, std::size_t utf16);

}  // namespace web
