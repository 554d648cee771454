#pragma once
// Canonical JSON written piece by piece into memory that is used again: an import writes some
// millions of short pieces, for which a std::string asks too much.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

#include "core/base/date.h"

namespace core {

class JsonWriter {
 public:
  void clear() { size_ = 0; }
  std::string_view view() const { return {bytes_.get(), size_}; }
  std::size_t size() const { return size_; }
  /// Takes back everything behind the first `size` bytes.
  void shorten(std::size_t size) { size_ = size; }

  /// Bytes as they are.
  void character(char c) {
    make_room(1);
    bytes_[size_++] = c;
  }
  void plain(std::string_view bytes) {
    make_room(bytes.size());
    if (!bytes.empty()) std::memcpy(bytes_.get() + size_, bytes.data(), bytes.size());
    size_ += bytes.size();
  }

  /// Puts bytes in place of others that are there.
  void overwrite(std::size_t at, std::string_view bytes) {
    std::memcpy(bytes_.get() + at, bytes.data(), bytes.size());
  }

  /// Text between quotes, escaped where it has to be.
  void text(std::string_view text);
  void number(std::int64_t value);
  /// `"2026-10-07"`, of a day that is known.
  void day(Date day);

 private:
  void make_room(std::size_t more) {
    if (capacity_ - size_ < more) grow(more);
  }
  void grow(std::size_t more);
  void escaped(std::string_view text);

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace core
