#pragma once
// How far text stands for itself in JSON, for who asks it of millions of short texts: opening a
// ledger does.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "core/base/value.h"

namespace core {

/// Which of eight bytes do not stand for themselves: the lowest bit set is in the first such byte.
/// A borrow can only call a byte special behind one that is.
inline std::uint64_t special_of_eight(const char* bytes) {
  static_assert(std::endian::native == std::endian::little);
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kHigh = 0x8080808080808080;
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, 8);
  const std::uint64_t quoted = word ^ kOnes * '"';
  const std::uint64_t escaped = word ^ kOnes * '\\';
  const std::uint64_t control = (word - kOnes * 0x20) & ~word;
  const std::uint64_t quote = (quoted - kOnes) & ~quoted;
  const std::uint64_t backslash = (escaped - kOnes) & ~escaped;
  return (control | quote | backslash) & kHigh;
}

#ifdef __SSE2__
/// The same for sixteen, one bit for each byte.
inline unsigned special_of_sixteen(const char* bytes) {
  const __m128i all = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
  const __m128i last_control = _mm_set1_epi8(0x1F);
  const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(all, last_control), all);
  const __m128i quote = _mm_cmpeq_epi8(all, _mm_set1_epi8('"'));
  const __m128i backslash = _mm_cmpeq_epi8(all, _mm_set1_epi8('\\'));
  return static_cast<unsigned>(
      _mm_movemask_epi8(_mm_or_si128(control, _mm_or_si128(quote, backslash))));
}
#endif

/// What plain_json_bytes() gives; most texts end within the first few bytes, which are looked at
/// here.
inline std::size_t plain_bytes(std::string_view text) {
#ifdef __SSE2__
  if (text.size() >= 16)
    if (const unsigned found = special_of_sixteen(text.data()); found != 0)
      return static_cast<std::size_t>(std::countr_zero(found));
#else
  if (text.size() >= 8)
    if (const std::uint64_t found = special_of_eight(text.data()); found != 0)
      return static_cast<std::size_t>(std::countr_zero(found)) / 8;
#endif
  return plain_json_bytes(text);
}

}  // namespace core
