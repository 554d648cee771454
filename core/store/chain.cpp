#include "core/store/chain.h"

#include <fmt/format.h>

namespace core::store {

Digest chain_start(std::string_view origin, bool demo) {
  return blake2b(fmt::format("[\"zelian\",1,\"{}\",{}]", origin, demo));
}

void append_before_body(JsonWriter& out, const Link& link) {
  out.character('[');
  out.text(link.origin);
  out.character(',');
  out.number(link.seq);
  for (const std::string_view text : {link.kind, link.on, link.by, link.recorded_at}) {
    out.character(',');
    out.text(text);
  }
  out.character(',');
}

void append_canonical(JsonWriter& out, const Link& link) {
  append_before_body(out, link);
  out.plain(link.body);
  out.character(']');
}

Digest chained(const Digest& previous, const Link& link) {
  JsonWriter buffer;
  return chained(previous, link, buffer);
}

Digest chained(const Digest& previous, const Link& link, JsonWriter& buffer) {
  buffer.clear();
  buffer.plain(bytes_of(previous));
  append_canonical(buffer, link);
  return blake2b(buffer.view());
}

}  // namespace core::store
