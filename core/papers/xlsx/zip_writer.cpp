#include "core/papers/xlsx/zip_writer.h"

#include <libdeflate.h>

#include <memory>

namespace core::papers {
namespace {

constexpr int kLevel = 6;
constexpr std::uint16_t kVersion = 20;
constexpr std::uint16_t kUtf8Names = 1U << 11;
constexpr std::uint16_t kDeflated = 8;
constexpr std::uint16_t kFirstDay = 33;  // 1980-01-01
constexpr std::uint32_t kLocal = 0x04034b50;
constexpr std::uint32_t kCentral = 0x02014b50;
constexpr std::uint32_t kEnd = 0x06054b50;

void put(std::string& out, std::uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFFU);
}

void put16(std::string& out, std::size_t value) { put(out, static_cast<std::uint32_t>(value), 2); }
void put32(std::string& out, std::size_t value) { put(out, static_cast<std::uint32_t>(value), 4); }

struct Free {
  void operator()(libdeflate_compressor* compressor) const {
    libdeflate_free_compressor(compressor);
  }
};

std::string deflated(std::string_view content) {
  const std::unique_ptr<libdeflate_compressor, Free> compressor(
      libdeflate_alloc_compressor(kLevel));
  std::string packed(libdeflate_deflate_compress_bound(compressor.get(), content.size()), '\0');
  packed.resize(libdeflate_deflate_compress(compressor.get(), content.data(), content.size(),
                                            packed.data(), packed.size()));
  return packed;
}

struct Entry {
  std::string_view name;
  std::size_t size;
  std::size_t packed;
  std::uint32_t crc;
};

// What the entry's two headers have in common.
void put_header(std::string& out, const Entry& entry) {
  put16(out, kVersion);
  put16(out, kUtf8Names);
  put16(out, kDeflated);
  put16(out, 0);
  put16(out, kFirstDay);
  put32(out, entry.crc);
  put32(out, entry.packed);
  put32(out, entry.size);
  put16(out, entry.name.size());
  put16(out, 0);
}

}  // namespace

void ZipWriter::add(std::string_view name, std::string_view content) {
  const std::string packed = deflated(content);
  const Entry entry{name, content.size(), packed.size(),
                    libdeflate_crc32(0, content.data(), content.size())};
  const std::size_t offset = bytes_.size();
  put32(bytes_, kLocal);
  put_header(bytes_, entry);
  bytes_.append(name).append(packed);

  put32(directory_, kCentral);
  put16(directory_, kVersion);
  put_header(directory_, entry);
  put16(directory_, 0);  // comment
  put16(directory_, 0);  // disk
  put16(directory_, 0);  // internal attributes
  put32(directory_, 0);  // external attributes
  put32(directory_, offset);
  directory_.append(name);
  ++count_;
}

std::string ZipWriter::finish() const {
  std::string archive = bytes_ + directory_;
  put32(archive, kEnd);
  put16(archive, 0);
  put16(archive, 0);
  put16(archive, count_);
  put16(archive, count_);
  put32(archive, directory_.size());
  put32(archive, bytes_.size());
  put16(archive, 0);
  return archive;
}

}  // namespace core::papers
