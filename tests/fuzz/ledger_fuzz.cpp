// A ledger file that another program wrote. The first byte says which kind: facts that nobody
// judged, linked as they should be, or a good file with some bytes changed. Either it is refused in
// words and left as it was, or it opens and answers whatever is asked.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "core/app/assessment.h"
#include "core/app/demo_county.h"
#include "core/app/desk.h"
#include "core/app/duty_list.h"
#include "core/app/forecast.h"
#include "core/app/question.h"
#include "core/app/rank_query.h"
#include "core/app/show.h"
#include "core/store/chain.h"
#include "core/store/database.h"
#include "core/store/fact_block.h"
#include "core/store/memory_vfs.h"

namespace {

using core::store::Ledger;
using core::store::MemoryFile;

constexpr std::size_t kMostFacts = 256;
constexpr std::string_view kNow = "2026-11-23T09:00:00";

class FixedClock final : public core::app::Clock {
 public:
  core::Date today() const override { return *core::make_date(2026, 11, 23); }
  std::string now() const override { return std::string(kNow); }
};

void must(bool held) {
  if (!held) std::abort();
}

core::store::Occasion occasion() { return {"张三", std::string(kNow), FixedClock().today()}; }

/// Without facts, to add them; with a small county, to damage it.
std::string new_file(bool filled) {
  MemoryFile file;
  auto ledger = Ledger::create(file, "青山县", /*demo=*/false, occasion(), "fuzz");
  must(ledger.ok());
  if (filled) {
    std::vector<core::Fact> facts;
    core::app::DemoPlan plan;
    plan.cases = 3;
    plan.today = FixedClock().today();
    core::app::invent_county(plan, [&](const core::Fact& fact) { facts.push_back(fact); });
    const auto refused = ledger.value()->record(facts, occasion());
    must(refused.ok() && refused.value().empty());
  }
  ledger.value().reset();
  return std::string(file.bytes());
}

/// The hashes of a list of facts that follows those of the origin; what cannot be read has none.
std::string chained_hashes(core::store::FactBlock block, std::string_view prefix,
                           core::Digest previous) {
  const std::string room(kMostFacts * previous.size(), '\0');
  block.hashes = room;
  core::store::FactBlockReader reader(block);
  std::string hashes;
  for (core::FieldsView fields;;) {
    const auto more = reader.next(fields);
    if (!more.ok() || !more.value()) return hashes;
    core::store::FactRow row = reader.row();
    row.link.origin = prefix;
    previous = core::store::chained(previous, row.link);
    hashes += core::bytes_of(previous);
  }
}

/// After the facts of the file, which all lie in one block.
void add_facts(MemoryFile& file, std::string_view facts) {
  const core::store::MemoryVfs vfs(file);
  const auto opened = core::store::Database::open({"ledger", vfs.name(), /*durable=*/false},
                                                  core::store::Database::Opening::Existing);
  must(opened.ok());
  auto prepared =
      opened.value().prepare("SELECT prefix, length(hashes) / 32, hashes FROM origin, fact_block");
  must(prepared.ok());
  core::store::Statement last = std::move(prepared).value();
  must(last.step().value());
  const std::string prefix(last.text_at(0));
  const std::int64_t next = last.integer_at(1) + 1;
  core::Digest previous;
  const std::string_view hashes = last.blob_at(2);
  std::copy(hashes.end() - previous.size(), hashes.end(), previous.begin());
  last.reset();

  auto insert = opened.value().prepare(
      "INSERT INTO fact_block (first_position, batch_id, origin_id, first_seq, facts, hashes) "
      "VALUES (:next, 1, 1, :next, :facts, :hashes)");
  must(insert.ok());
  const core::store::FactBlock block{next, 1, 1, next, "张三", kNow, facts, {}, {}};
  const std::string chained = chained_hashes(block, prefix, previous);
  must(insert.value().integer(next).text(facts).blob(chained).run().ok());
}

/// Three bytes each: where, in sixteen bits of the file's length, and what stands there instead.
void damage(MemoryFile& file, std::string_view changes) {
  for (; changes.size() >= 3; changes.remove_prefix(3)) {
    const auto at = [&](std::size_t index) { return static_cast<unsigned char>(changes[index]); };
    const std::size_t place = (at(0) * std::size_t{256} + at(1)) * file.bytes().size() / 65536;
    file.write(&changes[2], 1, place);
  }
}

template <typename T>
void answered(const core::Result<T>& result) {
  must(result.ok() || !result.error().message.empty());
}

void ask(std::unique_ptr<Ledger> ledger) {
  answered(ledger->verify());
  const FixedClock clock;
  core::app::Desk desk(std::move(ledger), clock, "张三");
  const core::app::View view = core::app::view_of(desk);
  core::to_json(core::app::duties_json(view, {}));
  core::app::forecast_json(view, *core::make_date(2027, 3, 1));
  const auto year = core::app::period_asked("2026", "");
  must(year.ok());
  core::app::ranking_json(view, year.value());
  core::app::assess(view, year.value());
  for (std::uint32_t i = 0; i < view.state.cases().size(); ++i)
    answered(core::app::show_case(desk, view.state.case_text({i}).number));
  for (const core::UnitRow& row : view.state.units())
    answered(core::app::show_unit(desk, row.code));
  core::Fact fact{"case.remark", clock.today(), {}, {}};
  answered(desk.record({fact}));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::array<std::string, 2> files = {new_file(false), new_file(true)};
  if (size == 0) return 0;
  const bool adds = data[0] % 2 == 0;
  const std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  MemoryFile file(files[adds ? 0 : 1]);
  adds ? add_facts(file, rest) : damage(file, rest);
  const std::string before(file.bytes());
  auto ledger = Ledger::open(file);
  if (ledger.ok())
    ask(std::move(ledger).value());
  else
    must(file.bytes() == before && !ledger.error().message.empty());
  return 0;
}
