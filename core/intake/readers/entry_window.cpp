#include "core/intake/readers/entry_window.h"

#include <libdeflate.h>
#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <new>
#include <vector>

namespace core::intake {
namespace {

constexpr std::uint16_t kStored = 0;
constexpr std::uint16_t kDeflated = 8;
constexpr std::uint64_t kRatioMatters = 10ULL << 20;

std::uint32_t crc_of(std::uint32_t before, std::string_view bytes) {
  return libdeflate_crc32(before, bytes.data(), bytes.size());
}

Error cannot_expand(const std::string& name) { return damaged(name + " 解压失败"); }

struct FreeDecompressor {
  void operator()(libdeflate_decompressor* it) const { libdeflate_free_decompressor(it); }
};

bool inflate_whole(std::string_view packed, char* out, std::size_t size) {
  const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> decompressor(
      libdeflate_alloc_decompressor());
  return decompressor &&
         libdeflate_deflate_decompress(decompressor.get(), packed.data(), packed.size(), out, size,
                                       nullptr) == LIBDEFLATE_SUCCESS;
}

Status check_entry(const ZipEntry& entry, const Limits& limits) {
  if (entry.encrypted) return Error{ErrorCode::InvalidInput, "文件设有密码，请去掉密码后再导入"};
  if (entry.method != kStored && entry.method != kDeflated) {
    return damaged(entry.name + " 的压缩方法不认识");
  }
  if (entry.method == kStored && entry.packed_size != entry.size) return cannot_expand(entry.name);
  if (entry.size > kRatioMatters && entry.size / limits.expansion_ratio > entry.packed_size) {
    return too_large("压缩包展开超过 " + std::to_string(limits.expansion_ratio) + " 倍");
  }
  if (entry.size > limits.expanded_bytes) {
    return too_large("展开后超过 " + size_text(limits.expanded_bytes));
  }
  return Done{};
}

}  // namespace

struct EntryWindow::Stream {
  ~Stream() { inflateEnd(&zip); }

  /// Hands zlib the next piece of the packed bytes; its counters may be narrower than ours.
  void feed() {
    const std::size_t most = std::numeric_limits<uInt>::max();
    const std::string_view input = packed.substr(0, most);
    zip.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
    zip.avail_in = static_cast<uInt>(input.size());
    packed.remove_prefix(input.size());
  }

  /// Fills exactly `size` bytes; false when the packed bytes do not yield them.
  bool fill(char* out, std::size_t size) {
    zip.next_out = reinterpret_cast<Bytef*>(out);
    zip.avail_out = static_cast<uInt>(size);
    while (zip.avail_out > 0) {
      if (ended) return false;
      if (zip.avail_in == 0) feed();
      const int outcome = inflate(&zip, Z_NO_FLUSH);
      ended = outcome == Z_STREAM_END;
      if (outcome != Z_OK && !ended) return false;
    }
    crc = crc_of(crc, {out, size});
    return true;
  }

  z_stream zip{};
  std::string_view packed;
  std::string name;
  std::uint32_t expected_crc = 0;
  std::uint32_t crc = 0;
  bool ended = false;
  std::vector<char> buffer;
};

EntryWindow::EntryWindow() = default;
EntryWindow::EntryWindow(EntryWindow&&) noexcept = default;
EntryWindow& EntryWindow::operator=(EntryWindow&&) noexcept = default;
EntryWindow::~EntryWindow() = default;

Result<EntryWindow> EntryWindow::open(const ZipArchive& archive, const ZipEntry& entry,
                                      const Limits& limits) {
  CORE_TRY(check_entry(entry, limits));
  CORE_ASSIGN(const std::string_view packed, archive.packed(entry));
  EntryWindow window;
  window.size_ = entry.size;
  window.block_ = std::max<std::size_t>(limits.block_bytes, 1);
  if (entry.method == kDeflated && entry.size > limits.held_bytes) {
    window.stream_ = std::make_unique<Stream>();
    window.stream_->packed = packed;
    window.stream_->name = entry.name;
    window.stream_->expected_crc = entry.crc;
    if (inflateInit2(&window.stream_->zip, -MAX_WBITS) != Z_OK) return cannot_expand(entry.name);
    return window;
  }
  window.view_ = packed;
  if (entry.method == kDeflated) {
    const auto size = static_cast<std::size_t>(entry.size);
    window.content_.reset(new (std::nothrow) char[size + 1]);
    if (!window.content_) return too_large("内存放不下");
    if (!inflate_whole(packed, window.content_.get(), size)) return cannot_expand(entry.name);
    window.view_ = {window.content_.get(), size};
  }
  if (crc_of(0, window.view_) != entry.crc) return damaged(entry.name + " 校验不符");
  window.whole_ = window.view_;
  window.delivered_ = entry.size;
  return window;
}

EntryWindow EntryWindow::again() const {
  EntryWindow window;
  window.content_ = content_;
  window.whole_ = window.view_ = whole_;
  window.delivered_ = window.size_ = size_;
  return window;
}

Result<bool> EntryWindow::extend() {
  if (held() || delivered_ == size_) return false;
  Stream& stream = *stream_;
  const std::size_t kept = view_.size();
  const std::uint64_t wanted = std::min<std::uint64_t>(std::max(kept, block_), size_ - delivered_);
  const auto block = static_cast<std::size_t>(wanted);
  if (kept > 0) std::memmove(stream.buffer.data(), view_.data(), kept);
  if (stream.buffer.size() < kept + block) stream.buffer.resize(kept + block);
  if (!stream.fill(stream.buffer.data() + kept, block)) return cannot_expand(stream.name);
  delivered_ += block;
  if (delivered_ == size_ && stream.crc != stream.expected_crc) {
    return damaged(stream.name + " 校验不符");
  }
  view_ = {stream.buffer.data(), kept + block};
  return true;
}

}  // namespace core::intake
