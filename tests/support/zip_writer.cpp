#include "tests/support/zip_writer.h"

#include <algorithm>

namespace test {
namespace {

constexpr std::uint32_t kIn64 = 0xFFFFFFFF;
constexpr std::uint16_t kVersion = 45;

std::string little(std::uint64_t value, int size) {
  std::string out;
  for (int i = 0; i < size; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
  return out;
}

std::string wide_field(std::uint64_t size, std::uint64_t packed_size) {
  return little(1, 2) + little(16, 2) + little(size, 8) + little(packed_size, 8);
}

// Deflate packs bits from the lowest upwards, codes of the Huffman trees the other way round.
class Bits {
 public:
  void add(unsigned value, int count) {
    for (int i = 0; i < count; ++i) add_bit(value >> i & 1);
  }
  void add_code(unsigned code, int count) {
    for (int i = count - 1; i >= 0; --i) add_bit(code >> i & 1);
  }
  std::string take() {
    while (filled_ != 0) add_bit(0);
    return std::move(out_);
  }

 private:
  void add_bit(unsigned bit) {
    byte_ |= bit << filled_;
    if (++filled_ < 8) return;
    out_ += static_cast<char>(byte_);
    byte_ = 0;
    filled_ = 0;
  }

  std::string out_;
  unsigned byte_ = 0;
  int filled_ = 0;
};

}  // namespace

std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320U : 0);
  }
  return ~crc;
}

std::string deflate_stored(std::string_view content) {
  constexpr std::size_t kMost = 0xFFFF;
  std::string out;
  do {
    const std::string_view block = content.substr(0, kMost);
    content.remove_prefix(block.size());
    out += static_cast<char>(content.empty() ? 1 : 0);
    out += little(block.size(), 2) + little(~block.size(), 2);
    out += block;
  } while (!content.empty());
  return out;
}

std::string deflate_repeated(std::uint64_t repeats) {
  Bits bits;
  bits.add(1, 1);                // the last block
  bits.add(1, 2);                // fixed trees
  bits.add_code(0x30 + 'a', 8);  // the literal
  for (std::uint64_t i = 0; i < repeats; ++i) {
    bits.add_code(0xC5, 8);  // length 258
    bits.add_code(0, 5);     // distance 1
  }
  bits.add_code(0, 7);  // end of block
  return bits.take();
}

void ZipWriter::add(std::string_view name, std::string_view content, const ZipOptions& options) {
  const std::string packed = options.deflated ? deflate_stored(content) : std::string(content);
  const std::uint32_t crc = crc32(content);
  add_entry(name, packed, content.size(), options.wrong_crc ? crc + 1 : crc, options);
}

void ZipWriter::add_packed(std::string_view name, std::string_view packed, std::uint64_t size,
                           std::uint32_t crc) {
  ZipOptions options;
  options.deflated = true;
  add_entry(name, packed, size, crc, options);
}

void ZipWriter::add_entry(std::string_view name, std::string_view packed, std::uint64_t size,
                          std::uint32_t crc, const ZipOptions& options) {
  const std::uint64_t at = bytes_.size();
  const unsigned flags = (options.encrypted ? 1U : 0U) | (options.sizes_behind ? 8U : 0U);
  const unsigned natural = options.deflated ? 8 : 0;
  const unsigned method = options.method == 0xFFFF ? natural : options.method;
  const std::string extra = options.wide ? wide_field(size, packed.size()) : std::string();
  const std::string sizes = options.wide ? little(kIn64, 4) + little(kIn64, 4)
                                         : little(packed.size(), 4) + little(size, 4);
  const std::string shape = little(flags, 2) + little(method, 2) + little(0, 4);
  const std::string sums = little(crc, 4) + sizes;
  const std::string lengths = little(name.size(), 2) + little(extra.size(), 2);
  bytes_ += "PK\3\4" + little(kVersion, 2) + shape;
  bytes_ += (options.sizes_behind ? std::string(12, '\0') : sums) + lengths;
  bytes_ += std::string(name) + extra + std::string(packed);
  if (options.sizes_behind) bytes_ += "PK\7\x8" + sums;
  directory_ += "PK\1\2" + little(kVersion, 2) + little(kVersion, 2) + shape + sums + lengths;
  directory_ += little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(at, 4);
  directory_ += std::string(name) + extra;
  ++count_;
}

std::string ZipWriter::finish(std::string_view comment, bool wide) const {
  std::string out = bytes_ + directory_;
  if (wide) {
    const std::uint64_t at = out.size();
    out += "PK\6\6" + little(44, 8) + little(kVersion, 2) + little(kVersion, 2) + little(0, 8);
    out += little(count_, 8) + little(count_, 8) + little(directory_.size(), 8);
    out += little(bytes_.size(), 8);
    out += "PK\6\7" + little(0, 4) + little(at, 8) + little(1, 4);
  }
  const std::uint64_t count = wide ? 0xFFFF : count_;
  out += "PK\5\6" + little(0, 4) + little(count, 2) + little(count, 2);
  out += little(wide ? kIn64 : directory_.size(), 4) + little(wide ? kIn64 : bytes_.size(), 4);
  return out + little(comment.size(), 2) + std::string(comment);
}

}  // namespace test
