#include "tests/web/desk_fixture.h"

#include <doctest/doctest.h>

namespace test {
namespace {

constexpr const char* kCounty[] = {
    R"({"kind":"unit.registered","on":"2026-01-04","unit":"T01","name":"西山镇","type":"township","group":"township"})",
    R"({"kind":"unit.registered","on":"2026-01-04","unit":"D01","name":"县住建局","type":"department","group":"department"})",
    R"({"kind":"official.appointed","on":"2026-01-04","official":"L1","name":"周明","post":"县委副书记","rank":"county_main"})",
    R"({"kind":"official.appointed","on":"2026-01-04","official":"T01/李建国","name":"李建国","post":"镇长","rank":"unit_main","unit":"T01"})",
    // A: accepted on 1 September, the 60 days ran out on 31 October, a Saturday.
    R"({"kind":"case.registered","on":"2026-08-20","case":"511720260800000127","unit":"T01","title":"征地补偿安置","category":"征地拆迁","received_on":"2026-08-20","purpose":"appeal","form":"visit","people":12,"petitioner":"张某等12人","summary":"要求落实安置补偿"})",
    R"({"kind":"case.forwarded","on":"2026-08-25","case":"511720260800000127","unit":"T01"})",
    R"({"kind":"case.accepted","on":"2026-09-01","case":"511720260800000127","unit":"T01"})",
    // B: accepted on 24 September, 60 days end today.
    R"({"kind":"case.registered","on":"2026-09-20","case":"511720260900000093","unit":"D01","title":"物业服务","category":"城乡建设","received_on":"2026-09-20","purpose":"appeal","form":"web","people":1,"petitioner":"王某","summary":"电梯长期停用"})",
    R"({"kind":"case.forwarded","on":"2026-09-22","case":"511720260900000093","unit":"D01"})",
    R"({"kind":"case.accepted","on":"2026-09-24","case":"511720260900000093","unit":"D01"})",
    // C: a ground that asks for a county leader; nobody leads yet.
    R"({"kind":"case.registered","on":"2026-11-16","case":"511720261100000211","unit":"T01","title":"拖欠工资","category":"劳动社保","received_on":"2026-11-16","purpose":"appeal","form":"letter","people":3,"petitioner":"刘某等3人","summary":"工地拖欠工资"})",
    R"({"kind":"case.grounded","on":"2026-11-20","case":"511720261100000211","ground":"city_listed"})",
    // D: an accusation; nothing but number, days and organ is ever shown.
    R"({"kind":"case.registered","on":"2026-11-18","case":"511720261100000300","unit":"D01","received_on":"2026-11-18","purpose":"accusation"})",
    // E: answered long ago.
    R"({"kind":"case.registered","on":"2026-03-02","case":"511720260300000001","unit":"D01","title":"宅基地","category":"征地拆迁","received_on":"2026-03-02","purpose":"appeal","form":"phone","people":1,"petitioner":"陈某"})",
    R"({"kind":"case.forwarded","on":"2026-03-03","case":"511720260300000001","unit":"D01"})",
    R"({"kind":"case.accepted","on":"2026-03-04","case":"511720260300000001","unit":"D01"})",
    R"({"kind":"case.answered","on":"2026-04-01","case":"511720260300000001"})",
};

core::Fact fact_of(std::string_view json) {
  core::Result<core::Value> value = core::parse_json(json);
  REQUIRE_MESSAGE(value.ok(), json);
  core::Result<core::Fact> fact = core::fact_from_json(value.value());
  REQUIRE_MESSAGE(fact.ok(), json);
  return std::move(fact).value();
}

}  // namespace

core::Date FixedClock::today() const { return *core::make_date(2026, 11, 23); }

DeskFixture::DeskFixture(Kind kind, bool demo) {
  core::Result<std::unique_ptr<core::store::Ledger>> ledger =
      core::store::Ledger::create(file_, "青山县", demo, {"测试", clock_.now(), clock_.today()});
  REQUIRE(ledger.ok());
  desk_ = std::make_unique<core::app::Desk>(std::move(ledger).value(), clock_, "测试");
  if (kind == Kind::Empty) return;
  for (const char* json : kCounty) record(json);
}

void DeskFixture::record(std::string_view json) {
  const core::Result<std::vector<core::store::Refusal>> refused = desk_->record({fact_of(json)});
  REQUIRE_MESSAGE(refused.ok(), json);
  REQUIRE_MESSAGE(refused.value().empty(), refused.value().front().reason);
}

}  // namespace test
