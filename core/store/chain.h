#pragma once
// The hash chain: what is hashed of a fact, and in which order. A file format: changing a byte here
// breaks every ledger there is.

#include <cstdint>
#include <string_view>

#include "core/base/hash.h"
#include "core/base/json_writer.h"

namespace core::store {

/// One fact as the chain sees it. Views into whatever holds it.
struct Link {
  std::string_view origin;  ///< Prefix of the ids, `k3q9zt`.
  std::uint32_t seq = 0;    ///< 1, 2, 3, … within the origin.
  std::string_view kind;
  std::string_view on;  ///< YYYY-MM-DD
  std::string_view by;
  std::string_view recorded_at;
  std::string_view body;  ///< All other fields, canonical JSON.
};

/// What the first fact of an origin is chained to. Demo and real ledgers never share a chain.
Digest chain_start(std::string_view origin, bool demo);

/// The canonical bytes: a JSON list `[origin,seq,kind,on,by,recorded_at,{fields}]` without white
/// space. Adds them to `out`.
void append_canonical(JsonWriter& out, const Link& link);
/// The same up to the body; behind that stands only `]`.
void append_before_body(JsonWriter& out, const Link& link);

/// BLAKE2b-256 over the previous hash and the canonical bytes.
Digest chained(const Digest& previous, const Link& link);

/// The same, with a buffer to work in.
Digest chained(const Digest& previous, const Link& link, JsonWriter& buffer);

}  // namespace core::store
