#include "web/browser/storage.h"

#include <utility>

#include "web/browser/page.h"

namespace web {

void Storage::mirror() {
  if (!kept_ || read_only_) return;
  const std::vector<std::uint32_t> pages = file_->take_dirty();
  if (pages.empty()) return;
  state_ = SaveState::Saving;
  page::save_pages(file_->bytes(), core::store::MemoryFile::kPageBytes, pages);
}

void Storage::report(SaveState state, bool read_only, std::string sentence) {
  state_ = state;
  read_only_ = read_only;
  sentence_ = std::move(sentence);
}

}  // namespace web
