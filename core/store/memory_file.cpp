#include "core/store/memory_file.h"

#include <algorithm>
#include <cstring>

namespace core::store {

std::vector<std::uint32_t> MemoryFile::take_dirty() {
  std::vector<std::uint32_t> pages;
  const std::size_t count = std::min(page_count(), dirty_.size());
  for (std::size_t i = 0; i < count; ++i)
    if (dirty_[i]) pages.push_back(static_cast<std::uint32_t>(i));
  dirty_.clear();
  return pages;
}

std::size_t MemoryFile::read(char* out, std::size_t count, std::size_t offset) const {
  if (offset >= bytes_.size()) return 0;
  const std::size_t there = std::min(count, bytes_.size() - offset);
  std::memcpy(out, bytes_.data() + offset, there);
  return there;
}

void MemoryFile::write(const char* in, std::size_t count, std::size_t offset) {
  if (count == 0) return;
  const std::size_t end = offset + count;
  // Writing past the end makes every page in between new.
  const std::size_t first = std::min(offset, bytes_.size()) / kPageBytes;
  const std::size_t last = (end - 1) / kPageBytes;
  if (bytes_.size() < end) bytes_.resize(end);
  std::memcpy(bytes_.data() + offset, in, count);
  if (dirty_.size() <= last) dirty_.resize(last + 1, false);
  for (std::size_t i = first; i <= last; ++i) dirty_[i] = true;
}

void MemoryFile::truncate(std::size_t size) {
  if (size >= bytes_.size()) return;
  bytes_.resize(size);
  if (size % kPageBytes == 0) return;
  // The last page became shorter, and so must whoever keeps it.
  const std::size_t last = size / kPageBytes;
  if (dirty_.size() <= last) dirty_.resize(last + 1, false);
  dirty_[last] = true;
}

}  // namespace core::store
