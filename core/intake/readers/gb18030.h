#pragma once
// GB18030 to UTF-8, with the same result on every machine.

#include <memory>
#include <string>
#include <string_view>

namespace core::intake {

class Gb18030Decoder {
 public:
  Gb18030Decoder();
  ~Gb18030Decoder();

  /// The machine has what this needs.
  bool usable() const;

  /// Appends what `bytes` say; a character that is cut off, or the first that is none and all
  /// behind it, is left in `bytes`.
  void append(std::string& out, std::string_view& bytes) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace core::intake
