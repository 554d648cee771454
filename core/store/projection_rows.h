#pragma once
// What each projection table says of the state, column by column in the order of its queries. The
// same rows are written after a change and compared when the ledger is verified.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/json_writer.h"
#include "core/model/state.h"

namespace core::store {

/// Takes rows, one column after the other. Text lives until the row ends.
class RowSink {
 public:
  virtual ~RowSink() = default;

  virtual void integer(std::int64_t value) = 0;
  virtual void text(std::string_view value) = 0;
  virtual void null() = 0;

  /// The row is complete. False: no more rows are wanted.
  bool end_row();

  void text_of_row(std::string value);  ///< Text that nobody else keeps.
  void word(std::string_view value);    ///< NULL when empty.
  JsonWriter& json_of_row();            ///< To write one text of the row with; then end_json().
  void end_json() { text(json_.view()); }
  void day(Date value);    ///< NULL when unknown.
  void fact(FactRef ref);  ///< NULL when unknown.
  /// Keys of rows count from 1; NULL when unknown.
  void key(UnitIndex index) { key_of(index.value); }
  void key(OfficialIndex index) { key_of(index.value); }
  void key(CaseIndex index) { key_of(index.value); }

 private:
  virtual bool finish_row() = 0;
  void key_of(std::uint32_t index);

  std::array<std::string, 3> texts_;
  std::size_t text_count_ = 0;
  JsonWriter json_;
};

/// The events of a case as its row holds them, added to `out`.
void append_events(JsonWriter& out, const State& state, CaseIndex index);

// Each returns what end_row() said last.
bool write_county(RowSink& out, const State& state);
bool write_unit(RowSink& out, const State& state, UnitIndex index);
bool write_aliases(RowSink& out, const State& state, UnitIndex index);
bool write_official(RowSink& out, const State& state, OfficialIndex index);
bool write_oversees(RowSink& out, const State& state, OfficialIndex index);
bool write_case(RowSink& out, const State& state, CaseIndex index);
bool write_statistic(RowSink& out, const StatisticRow& row, std::size_t at);

}  // namespace core::store
