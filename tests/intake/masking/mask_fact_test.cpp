#include "core/intake/masking/mask_fact.h"

#include <string>

#include "core/model/memory_history.h"
#include "tests/model/history.h"

using namespace core;

namespace {

/// The fact as it would be recorded.
std::string masked(const MemoryHistory& history, std::string_view json,
                   std::int64_t* phones = nullptr) {
  Fact fact = test::fact(json);
  intake::Scrubbed counts;
  intake::mask_fact(fact, history.state(), counts);
  if (phones) *phones = counts.phone;
  const std::string once = to_json(fact.fields);
  Fact again = fact;
  intake::Scrubbed none;
  intake::mask_fact(again, history.state(), none);
  CHECK(to_json(again.fields) == once);
  return once + fact.by;
}

}  // namespace

TEST_CASE("mask fact: phones, ID numbers and addresses go out of every kind of fact") {
  MemoryHistory history;
  test::set_up(history);
  for (
      const char* json :
      {R"({"kind":"fact.corrected","on":"2026-11-20","fact":"f5","with":{"title":"电话13812345678"},"reason":"王小明说13812345678"})",
       R"({"kind":"fact.retracted","on":"2026-11-20","fact":"f5","reason":"身份证511725196204111234"})",
       R"({"kind":"prompt.declined","on":"2026-11-20","prompt":"lead_level/A/1","reason":"家住柳林镇3村2组5号"})",
       R"({"kind":"campaign.started","on":"2026-11-20","campaign":"K1","about":"13812345678"})",
       R"({"kind":"experience.submitted","on":"2026-11-20","unit":"T01","text":"电话13812345678"})",
       R"({"kind":"bulletin.withdrawn","on":"2026-11-20","bulletin":"B1","reason":"13812345678"})",
       R"({"kind":"report.filed","on":"2026-11-20","case":"A","week":"2026-W47","read_by":"赵强13812345678"})",
       R"({"kind":"report.filed","on":"2026-11-20","case":"A","week":"2026-W47","by":"赵强13812345678"})",
       R"({"kind":"lead.assigned","on":"2026-11-20","case":"A","task_force":[{"name":"何丽13812345678","role":"x 511725196204111234"}]})",
       R"({"kind":"case.flagged","on":"2026-11-20","case":"A","key":true,"note":"电话13812345678"})",
       R"({"kind":"case.danced","on":"2026-11-20","case":"A","foo":[{"bar":"电话13812345678"}]})"}) {
    const std::string out = masked(history, json);
    CAPTURE(out);
    for (const char* kept : {"13812345678", "511725196204111234", "2组5号"})
      CHECK(out.find(kept) == std::string::npos);
  }
}

TEST_CASE("mask fact: names of officials, keys, numbers of documents and what is frozen stay") {
  MemoryHistory history;
  test::set_up(history);
  for (
      const char* json :
      {R"({"case":"511720260100000001","foo":"王强","kind":"case.danced","on":"2026-11-20"})",
       R"({"bulletin":"B1","frozen":{"hash":"511725196204111234"},"kind":"bulletin.issued","on":"2026-11-20","series":"monthly","units":[{"unit":"511725196204111234"}]})",
       R"({"kind":"filing.sent","measure":"511725196204111234","on":"2026-11-20","to":"personnel"})",
       R"({"case":"A","kind":"lead.assigned","on":"2026-11-20","task_force":[{"name":"何丽","role":"组长"}],"unit_official":"L1"})",
       R"({"kind":"unit.registered","name":"红星路15号院社区","on":"2026-11-20","unit":"T09"})"}) {
    Fact fact = test::fact(json);
    CHECK(masked(history, json) == to_json(fact.fields));
  }
}
