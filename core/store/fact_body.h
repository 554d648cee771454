#pragma once
// Reads back the fields of a stored fact, fast: a ledger is opened by reading all of them.

#include <deque>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/value.h"
#include "core/model/fact_view.h"

namespace core::store {

/// Holds what cannot be read where it stands: text with escapes, lists, objects. Facts whose text
/// stands for itself need none of it.
class UnpackedText {
 public:
  /// Lets go of everything. No more than `bytes` of text will be added until the next start.
  void start(std::size_t bytes);
  /// To add text at its end; what is there does not move.
  std::string& text();
  Value& add_value() { return values_.emplace_back(); }

 private:
  std::size_t bytes_ = 0;
  std::string text_;
  std::deque<Value> values_;
};

/// Reads the JSON object that `json` begins with, takes it off the front and gives its bytes. Adds
/// its fields to `fields`, which are empty and will look at the bytes and at `unpacked`. The same
/// outcome as parse_json for every object, only faster for the canonical form that to_json writes.
/// `well_formed` is how many bytes of `json` are known to be well-formed UTF-8.
Result<std::string_view> take_body(std::string_view& json, std::size_t well_formed,
                                   FieldsView& fields, UnpackedText& unpacked);

/// Takes the object that `json` begins with off the front and gives its bytes, unread; empty when
/// it does not end.
std::string_view skip_body(std::string_view& json);

/// Takes the text in quotes that `json` begins with off the front; false when there is none.
bool take_text(std::string_view& json, std::string_view& text, UnpackedText& unpacked);

}  // namespace core::store
