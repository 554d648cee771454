#include "core/store/fact_block.h"

#include <fmt/format.h>
#include <libdeflate.h>

#include <algorithm>
#include <limits>
#include <optional>

#include "core/base/text.h"
#include "core/store/fact_body.h"

namespace core::store {
namespace {

constexpr std::size_t kHashBytes = sizeof(Digest);
constexpr std::size_t kFullBytes = 8192;

/// Numbers of a damaged file may be anything.
std::int64_t plus(std::int64_t first, std::int64_t index) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(first) +
                                   static_cast<std::uint64_t>(index));
}

}  // namespace

FactBlock row_to_block(const Statement& statement) {
  FactBlock block;
  block.first_position = statement.integer_at(0);
  block.batch = statement.integer_at(1);
  block.origin = statement.integer_at(2);
  block.first_seq = statement.integer_at(3);
  block.recorded_by = statement.text_at(4);
  block.recorded_at = statement.text_at(5);
  block.facts = statement.text_at(6);
  block.hashes = statement.blob_at(7);
  if (!statement.is_null(8)) block.checksum = statement.integer_at(8);
  return block;
}

std::uint32_t checksum_of(const FactBlock& block) {
  const std::string head = fmt::format("{} {} {} {} {}", block.first_position, block.origin,
                                       block.first_seq, block.recorded_at, block.recorded_by);
  std::uint32_t sum = 0;
  for (const std::string_view part : {std::string_view(head), block.facts, block.hashes})
    sum = libdeflate_crc32(sum, part.data(), part.size());
  return sum;
}

bool is_whole(const FactBlock& block) {
  return !block.checksum || *block.checksum == std::int64_t{checksum_of(block)};
}

FactBlockReader::FactBlockReader(const FactBlock& block)
    : block_(block), rest_(block.facts), malformed_(block.facts.size() - utf8_prefix(block.facts)) {
  row_.batch = block.batch;
  row_.origin = block.origin;
  row_.link.recorded_at = block.recorded_at;
  unpacked_.start(block.facts.size());
  if (!take('[')) rest_ = {};
}

Result<bool> FactBlockReader::next(FieldsView& fields) {
  if (at_end()) return false;
  if (!start_item()) return unreadable();
  fields.clear();
  const std::size_t well_formed = rest_.size() - std::min(malformed_, rest_.size());
  const Result<std::string_view> body = take_body(rest_, well_formed, fields, unpacked_);
  if (!body.ok() || !take(']')) return unreadable();
  row_.link.body = body.value();
  return true;
}

void FactBlockReader::skip_to(std::int64_t position) {
  while (plus(block_.first_position, index_) < position && !at_end())
    if (!start_item() || skip_body(rest_).empty() || !take(']')) return;
}

// The list ends, and no hash is left over.
bool FactBlockReader::at_end() const {
  return rest_ == "]" && block_.hashes.size() == static_cast<std::size_t>(index_) * kHashBytes;
}

bool FactBlockReader::start_item() {
  row_.position = plus(block_.first_position, index_);
  row_.seq = plus(block_.first_seq, index_);
  row_.link.seq = static_cast<std::uint32_t>(row_.seq);
  const std::size_t hash_at = static_cast<std::size_t>(index_) * kHashBytes;
  if (index_++ > 0 && !take(',')) return false;
  if (block_.hashes.size() < hash_at + kHashBytes) return false;
  row_.hash = block_.hashes.substr(hash_at, kHashBytes);
  return take('[') && take_envelope();
}

bool FactBlockReader::take_envelope() {
  constexpr std::string_view kUnstated = "null";
  Link& link = row_.link;
  if (!take_text(rest_, link.kind, unpacked_) || !take(',')) return false;
  if (!take_text(rest_, link.on, unpacked_) || !take(',')) return false;
  link.by = block_.recorded_by;
  if (starts_with(rest_, kUnstated)) {
    rest_.remove_prefix(kUnstated.size());
  } else if (!take_text(rest_, link.by, unpacked_)) {
    return false;
  }
  return take(',');
}

bool FactBlockReader::take(char c) {
  if (rest_.empty() || rest_.front() != c) return false;
  rest_.remove_prefix(1);
  return true;
}

Error FactBlockReader::unreadable() const {
  return Error{ErrorCode::StorageCorrupt, fmt::format("台账第{}条无法读取", row_.position)};
}

bool NewFactBlock::full() const { return facts_.size() + ends_.size() * kHashBytes >= kFullBytes; }

void NewFactBlock::clear() {
  block_ = {};
  facts_.clear();
  hashed_.clear();
  ends_.clear();
  hashes_.clear();
}

JsonWriter& NewFactBlock::canonical_of_next(const Digest& previous) {
  if (empty()) last_hash_ = previous;
  hashed_.shorten(ends_.empty() ? 0 : ends_.back());
  hashed_.plain(bytes_of(Digest{}));
  return hashed_;
}

const FactBlock& NewFactBlock::block() {
  hash_all();
  return block_;
}

const Digest& NewFactBlock::last_hash() {
  hash_all();
  return last_hash_;
}

void NewFactBlock::hash_all() {
  for (std::size_t at = hashes_.size() / kHashBytes; at < ends_.size(); ++at) {
    const std::size_t begin = at == 0 ? 0 : ends_[at - 1];
    hashed_.overwrite(begin, bytes_of(last_hash_));
    last_hash_ = blake2b(hashed_.view().substr(begin, ends_[at] - begin));
    hashes_ += bytes_of(last_hash_);
  }
  block_.hashes = hashes_;
}

void NewFactBlock::add(const FactRow& row, std::string_view recorded_by,
                       std::string_view recorded_at) {
  if (empty()) {
    recorded_by_ = recorded_by;
    recorded_at_ = recorded_at;
    block_ = {row.position, row.batch, row.origin, row.seq, recorded_by_, recorded_at_, {}, {}, {}};
    facts_.character('[');
  } else {
    facts_.shorten(facts_.size() - 1);
    facts_.character(',');
  }
  facts_.character('[');
  facts_.text(row.link.kind);
  facts_.character(',');
  facts_.text(row.link.on);
  facts_.character(',');
  if (row.link.by == recorded_by_) {
    facts_.plain("null");
  } else {
    facts_.text(row.link.by);
  }
  facts_.character(',');
  facts_.plain(row.link.body);
  facts_.plain("]]");
  ends_.push_back(hashed_.size());
  block_.facts = facts_.view();
}

Status complete_fact(const FactRow& row, const ChainHead& origin, RecordedView& recorded) {
  const std::optional<Date> on = parse_date(row.link.on);
  const bool in_range = row.position > 0 && row.position < std::numeric_limits<std::int32_t>::max();
  if (!on || !in_range || row.link.by.empty())
    return Error{ErrorCode::StorageCorrupt, fmt::format("台账第{}条无法读取", row.position)};
  recorded.ref.position = static_cast<std::uint32_t>(row.position);
  recorded.id_prefix = origin.id_prefix;
  recorded.number = row.link.seq;
  recorded.recorded_at = row.link.recorded_at;
  recorded.fact.describe(row.link.kind, *on, row.link.by);
  return Done{};
}

}  // namespace core::store
