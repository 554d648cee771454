#pragma once
// Short facts, a ledger to put them in, and ways to look at and damage its file.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/fact.h"
#include "core/model/state.h"
#include "core/store/database.h"
#include "core/store/ledger.h"
#include "tests/support/facts.h"

namespace test {

/// By 张三 on 2026-11-23, unless said otherwise.
core::store::Occasion occasion(std::string_view today = "2026-11-23", std::string_view by = "张三");

core::Fact unit(std::string_view code, std::string_view name);
core::Fact official(std::string_view key, std::string_view name, std::string_view rank,
                    std::string_view unit = {});
core::Fact register_case(std::string_view number, std::string_view unit,
                         std::string_view on = "2026-09-01");
core::Fact on_case(std::string_view kind, std::string_view number, std::string_view on,
                   core::Fields more = {});
core::Fact corrected(std::string_view id, core::Fields with);
core::Fact retracted(std::string_view id);

/// A new ledger of 青山县 in the file, with ids that are the same every time. Fails the test if it
/// cannot be made.
std::unique_ptr<core::store::Ledger> new_ledger(core::store::MemoryFile& file, bool demo = false);

/// Two units, two officials and a case: what most facts need.
std::vector<core::Fact> small_county();

/// Records; fails the test when anything is refused.
void record(core::store::Ledger& ledger, const std::vector<core::Fact>& facts);

/// Opens; fails the test when it cannot.
std::unique_ptr<core::store::Ledger> reopen(core::store::MemoryFile& file);

/// All projection tables as the state gives them, and as the file holds them: one line per row.
std::string projected(const core::State& state);
std::string stored(core::store::MemoryFile& file);

/// Runs SQL on a ledger file behind the program's back, with the triggers out of the way.
void tamper(core::store::MemoryFile& file, const std::string& sql);

/// The first column of the first row, as text.
std::string ask(core::store::MemoryFile& file, const std::string& sql);

}  // namespace test
