#include "core/store/fact_table.h"

#include <fmt/format.h>

#include <limits>
#include <optional>
#include <utility>

#include "core/store/fact_body.h"
#include "core/store/subject_index.h"
#include "generated/queries.h"

namespace core::store {

FactRow row_to_fact(const Statement& statement) {
  FactRow row;
  row.position = statement.integer_at(0);
  row.batch = statement.integer_at(1);
  row.origin = statement.integer_at(2);
  row.seq = statement.integer_at(3);
  row.subject = statement.integer_at(4);
  row.link.seq = static_cast<std::uint32_t>(row.seq);
  row.link.kind = statement.text_at(5);
  row.link.on = statement.text_at(6);
  row.link.by = statement.text_at(7);
  row.link.recorded_at = statement.text_at(8);
  row.link.body = statement.text_at(9);
  row.hash = statement.blob_at(10);
  return row;
}

std::string fact_id(std::string_view prefix, std::int64_t seq) {
  const fmt::format_int digits(seq);
  std::string id;
  id.reserve(prefix.size() + 1 + digits.size());
  id += prefix;
  id += '-';
  id.append(digits.data(), digits.size());
  return id;
}

Result<RecordedFact> recorded_fact(const FactRow& row, std::string_view prefix) {
  const std::optional<Date> on = parse_date(row.link.on);
  const bool in_range = row.position > 0 && row.position < std::numeric_limits<std::int32_t>::max();
  if (!on || !in_range || row.link.by.empty())
    return Error{ErrorCode::StorageCorrupt, fmt::format("台账第{}条无法读取", row.position)};
  Result<Fields> fields = read_body(row.link.body);
  if (!fields.ok())
    return Error{ErrorCode::StorageCorrupt,
                 fmt::format("台账第{}条无法读取：{}", row.position, fields.error().message)};
  RecordedFact recorded;
  recorded.ref.position = static_cast<std::uint32_t>(row.position);
  recorded.id = fact_id(prefix, row.seq);
  recorded.recorded_at = row.link.recorded_at;
  recorded.fact.kind = row.link.kind;
  recorded.fact.on = *on;
  recorded.fact.by = row.link.by;
  recorded.fact.fields = std::move(fields).value();
  return recorded;
}

Result<FactTable> FactTable::prepare(const Database& database) {
  FactTable table;
  CORE_ASSIGN(table.ledger_, database.prepare(kLedgerInsert));
  CORE_ASSIGN(table.origin_, database.prepare(kOriginInsert));
  CORE_ASSIGN(table.batch_, database.prepare(kBatchInsert));
  CORE_ASSIGN(table.subject_, database.prepare(kSubjectInsert));
  CORE_ASSIGN(table.fact_, database.prepare(kFactInsert));
  return table;
}

Status FactTable::add_ledger(bool demo, std::uint32_t origin, std::string_view created_at) {
  return ledger_.integer(demo ? 1 : 0).integer(origin).text(created_at).run();
}

Status FactTable::add_origin(std::uint32_t origin, std::string_view prefix) {
  return origin_.integer(origin).text(prefix).run();
}

Result<std::int64_t> FactTable::add_batch(const Database& database, std::string_view recorded_at,
                                          std::string_view recorded_by) {
  CORE_TRY(batch_.text(recorded_at).text(recorded_by).run());
  return database.last_row();
}

Status FactTable::add_subject(std::uint32_t id, const Subject& subject) {
  return subject_.integer(id).text(word(subject.kind)).text(subject.key).run();
}

Status FactTable::add_fact(const FactRow& row, std::string_view by_batch) {
  const Link& link = row.link;
  fact_.integer(row.position).integer(row.batch).integer(row.origin).integer(row.seq);
  fact_.integer(row.subject).text(link.kind).text(link.on);
  if (link.by == by_batch) {
    fact_.null();
  } else {
    fact_.text(link.by);
  }
  return fact_.text(link.body).blob(row.hash).run();
}

}  // namespace core::store
