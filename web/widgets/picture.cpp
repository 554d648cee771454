#include "web/widgets/picture.h"

#include <cstddef>
#include <cstring>

namespace web {
namespace {

constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;

std::uint64_t mixed(std::uint64_t print, std::uint64_t value) {
  print = (print ^ value) * kOdd;
  return print ^ print >> 32;
}

std::uint64_t word_at(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

// Two sums side by side: neither waits for the other's multiplication.
std::uint64_t mixed_bytes(std::uint64_t print, const void* data, std::size_t size) {
  const char* bytes = static_cast<const char*>(data);
  std::uint64_t even = mixed(print, size), odd = kOdd;
  std::size_t at = 0;
  for (; at + 16 <= size; at += 16) {
    even = mixed(even, word_at(bytes + at));
    odd = mixed(odd, word_at(bytes + at + 8));
  }
  char rest[16] = {};
  std::memcpy(rest, bytes + at, size - at);
  return mixed(mixed(even, word_at(rest)), mixed(odd, word_at(rest + 8)));
}

template <typename T>
std::uint64_t mixed_items(std::uint64_t print, const ImVector<T>& items) {
  if (items.empty()) return mixed(print, 0);
  return mixed_bytes(print, items.Data, static_cast<std::size_t>(items.size_in_bytes()));
}

std::uint64_t mixed_command(std::uint64_t print, const ImDrawCmd& command) {
  print = mixed_bytes(print, &command.ClipRect, sizeof command.ClipRect);
  // Not what the graphics call it: that is known only once it was drawn.
  print = mixed(print, reinterpret_cast<std::uintptr_t>(command.TexRef._TexData));
  print = mixed(print, static_cast<std::uint64_t>(command.TexRef._TexID));
  return mixed(mixed(print, std::uint64_t{command.VtxOffset} << 32 | command.IdxOffset),
               command.ElemCount);
}

}  // namespace

std::uint64_t picture_print(const ImDrawData& picture) {
  std::uint64_t print = mixed_bytes(1, &picture.DisplaySize, sizeof picture.DisplaySize);
  for (const ImDrawList* list : picture.CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) print = mixed_command(print, command);
    print = mixed_items(print, list->VtxBuffer);
    print = mixed_items(print, list->IdxBuffer);
  }
  return print;
}

bool textures_wait(const ImDrawData& picture) {
  if (picture.Textures == nullptr) return false;
  for (const ImTextureData* texture : *picture.Textures)
    if (texture->Status != ImTextureStatus_OK) return true;
  return false;
}

}  // namespace web
