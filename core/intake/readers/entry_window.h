#pragma once
// The content of one zip entry as a window that slides over it.

#include <cstdint>
#include <memory>
#include <string_view>

#include "core/base/result.h"
#include "core/intake/readers/zip.h"

namespace core::intake {

/// Entries up to a modest size are expanded at once; larger ones a block at a time, so that memory
/// stays bounded whatever the entry's size.
class EntryWindow {
 public:
  /// `archive` must outlive the window. Refuses what is encrypted, damaged or expands too far.
  static Result<EntryWindow> open(const ZipArchive& archive, const ZipEntry& entry,
                                  const Limits& limits);
  EntryWindow(EntryWindow&&) noexcept;
  EntryWindow& operator=(EntryWindow&&) noexcept;
  ~EntryWindow();

  /// The same held content from its beginning, not expanded again. Only when `held()`.
  EntryWindow again() const;

  /// The bytes at hand from where we are.
  std::string_view view() const { return view_; }

  void consume(std::size_t count) { view_.remove_prefix(count); }

  /// Appends more bytes to `view()` (at least doubling it) and moves it; false when there are none
  /// left. An entry whose bytes do not match its checksum gives an error at the latest here.
  Result<bool> extend();

  /// The whole content lies in `view()` already and never moves.
  bool held() const { return stream_ == nullptr; }

  std::uint64_t position() const { return delivered_ - view_.size(); }
  std::uint64_t size() const { return size_; }

 private:
  struct Stream;
  EntryWindow();

  std::shared_ptr<char[]> content_;
  std::string_view whole_;
  std::unique_ptr<Stream> stream_;
  std::string_view view_;
  std::uint64_t delivered_ = 0;
  std::uint64_t size_ = 0;
  std::size_t block_ = 0;
};

}  // namespace core::intake
