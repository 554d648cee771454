#include "core/store/chain.h"

#include <fmt/format.h>

#include "core/base/value.h"

namespace core::store {

Digest chain_start(std::string_view origin, bool demo) {
  return blake2b(fmt::format("[\"zelian\",1,\"{}\",{}]", origin, demo));
}

void append_canonical(std::string& out, const Link& link) {
  const fmt::format_int seq(link.seq);
  out += '[';
  append_json_text(out, link.origin);
  out += ',';
  out.append(seq.data(), seq.size());
  for (const std::string_view text : {link.kind, link.on, link.by, link.recorded_at}) {
    out += ',';
    append_json_text(out, text);
  }
  out += ',';
  out += link.body;
  out += ']';
}

Digest chained(const Digest& previous, const Link& link) {
  std::string buffer;
  return chained(previous, link, buffer);
}

Digest chained(const Digest& previous, const Link& link, std::string& buffer) {
  buffer.assign(bytes_of(previous));
  append_canonical(buffer, link);
  return blake2b(buffer);
}

}  // namespace core::store
