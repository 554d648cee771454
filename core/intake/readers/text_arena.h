#pragma once
// Many short texts in few blocks of memory; what is stored never moves.

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace core::intake {

class TextArena {
 public:
  /// A copy that lives until `clear`.
  std::string_view store(std::string_view text) {
    if (text.size() > left_) add_block(text.size());
    char* const place = next_;
    if (!text.empty()) std::memcpy(place, text.data(), text.size());
    next_ += text.size();
    left_ -= text.size();
    size_ += text.size();
    return {place, text.size()};
  }

  /// Forgets everything and keeps one block for the next texts.
  void clear() {
    if (blocks_.empty()) return;
    if (blocks_.size() > 1) blocks_.resize(1);
    next_ = blocks_.front().get();
    left_ = kBlock;
    size_ = 0;
  }

  /// Bytes of text stored.
  std::size_t size() const { return size_; }

 private:
  static constexpr std::size_t kBlock = 64U << 10;

  void add_block(std::size_t needed) {
    // The first block always has the usual size, so that `clear` knows what it keeps.
    if (blocks_.empty()) {
      blocks_.emplace_back(new char[kBlock]);
      next_ = blocks_.back().get();
      left_ = kBlock;
      if (needed <= kBlock) return;
    }
    left_ = needed > kBlock ? needed : kBlock;
    blocks_.emplace_back(new char[left_]);
    next_ = blocks_.back().get();
  }

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
  std::size_t size_ = 0;
};

}  // namespace core::intake
