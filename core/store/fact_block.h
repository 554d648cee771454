#pragma once
// Facts side by side: a row of the table fact_block, read one fact after the other and put
// together.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/hash.h"
#include "core/base/json_writer.h"
#include "core/base/result.h"
#include "core/model/fact_view.h"
#include "core/store/chain.h"
#include "core/store/database.h"
#include "core/store/fact_body.h"
#include "core/store/head_code.h"

namespace core::store {

/// One fact of a block. Views live until the reader moves on.
struct FactRow {
  std::int64_t position = 0;
  std::int64_t batch = 0;
  std::int64_t origin = 0;
  std::int64_t seq = 0;
  Link link;  ///< Without the origin's prefix, which other tables know.
  std::string_view hash;
};

/// A row of queries/fact_block/*.sql. Views live as long as what it was read from.
struct FactBlock {
  std::int64_t first_position = 0;
  std::int64_t batch = 0;
  std::int64_t origin = 0;
  std::int64_t first_seq = 0;
  std::string_view recorded_by;  ///< Who recorded the batch; facts may differ.
  std::string_view recorded_at;
  std::string_view facts;
  std::string_view hashes;
  std::optional<std::int64_t> checksum;  ///< As the row says it; older programs did not.
};

/// CRC-32 of everything a block holds but its own checksum, with the batch's words.
std::uint32_t checksum_of(const FactBlock& block);
/// False when the block is not what its checksum was made of.
bool is_whole(const FactBlock& block);

FactBlock row_to_block(const Statement& statement);

/// Goes through the facts of a block.
class FactBlockReader {
 public:
  explicit FactBlockReader(const FactBlock& block);

  /// The next fact, its fields in place of what `fields` held; false after the last one. The error
  /// says what cannot be read; row() then tells which. Fields live until the reader goes.
  Result<bool> next(FieldsView& fields);
  /// Passes over facts before a position, as far as they can be read.
  void skip_to(std::int64_t position);
  const FactRow& row() const { return row_; }

 private:
  bool at_end() const;
  bool start_item();
  bool take_envelope();
  bool take(char c);
  Error unreadable() const;

  FactBlock block_;
  std::string_view rest_;   // of the list, behind its bracket
  std::size_t malformed_;   // how much of the list's end may not be well-formed UTF-8
  std::int64_t index_ = 0;  // of the next fact
  FactRow row_;
  UnpackedText unpacked_;
};

/// Facts that are to become one block. They are hashed together once somebody asks for a hash: in
/// between, hundreds of other functions would have taken the hash function's place in the cache.
class NewFactBlock {
 public:
  bool empty() const { return block_.first_position == 0; }
  /// Whether it is as large as a block should be: small enough to look for one fact in it.
  bool full() const;
  void clear();

  /// Where the canonical bytes of the next fact are to be written; what was there of one that was
  /// not added is gone. `previous` is the hash before the first fact of the block.
  JsonWriter& canonical_of_next(const Digest& previous);
  /// Adds the fact whose canonical bytes were written: the next after the last one, of the same
  /// batch and origin.
  void add(const FactRow& row, std::string_view recorded_by, std::string_view recorded_at);
  /// What is there so far; lives until the next add or clear.
  const FactBlock& block();
  /// The hash of the last fact, of which there must be one.
  const Digest& last_hash();

 private:
  void hash_all();

  FactBlock block_;
  JsonWriter facts_;
  JsonWriter hashed_;              // for each fact the hash before it and its canonical bytes
  std::vector<std::size_t> ends_;  // of each in hashed_
  Digest last_hash_{};
  std::string hashes_, recorded_by_, recorded_at_;
};

/// Makes `recorded` the fact of a row, whose fields it looks at already.
Status complete_fact(const FactRow& row, const ChainHead& origin, RecordedView& recorded);

}  // namespace core::store
