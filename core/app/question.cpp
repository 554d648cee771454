#include "core/app/question.h"

#include "core/app/county_calendar.h"
#include "core/model/memory_history.h"

namespace core::app {
namespace {

Result<std::unique_ptr<MemoryHistory>> replay(const store::Ledger& ledger, Date known_on) {
  auto history = std::make_unique<MemoryHistory>();
  CORE_TRY(each_known_fact(ledger, known_on,
                           [&](const RecordedFact& fact) { history->add_recorded(fact); }));
  return history;
}

}  // namespace

Status each_known_fact(const store::Ledger& ledger, std::optional<Date> known_on,
                       const std::function<void(const RecordedFact&)>& visit) {
  constexpr std::size_t kDayLength = 10;  // YYYY-MM-DD of YYYY-MM-DDTHH:MM:SS
  const std::string last = known_on ? to_string(*known_on) : std::string();
  return ledger.each_fact([&](const RecordedFact& fact) {
    if (!known_on || std::string_view(fact.recorded_at).substr(0, kDayLength) <= last) visit(fact);
  });
}

View view_of(Desk& desk) {
  return {desk.state(), desk.calendar(), desk.rulebook(), desk.findings(), desk.today()};
}

Answer::Answer(const Desk& desk)
    : desk_(desk), calendar_(desk.calendar()), rulebook_(desk.rulebook()), today_(desk.today()) {}

Result<std::unique_ptr<Answer>> Answer::to(Desk& desk, const Question& question) {
  std::unique_ptr<Answer> answer(new Answer(desk));
  if (question.on) answer->today_ = *question.on;
  if (question.known_on) {
    CORE_ASSIGN(answer->replayed_, replay(desk.ledger(), *question.known_on));
    answer->calendar_ = calendar_of(answer->state());
    answer->rulebook_ = rules::Rulebook::of(answer->state());
  }
  for (const rules::PlannedValues& each : question.settings) {
    CORE_ASSIGN(answer->rulebook_, answer->rulebook_.overridden(each.values, each.from));
  }
  rules::derive(answer->state(), answer->calendar_, answer->rulebook_, answer->today_,
                answer->findings_);
  return answer;
}

Result<std::unique_ptr<Answer>> Answer::at(const Desk& desk, FactRef position, Date on) {
  std::unique_ptr<Answer> answer(new Answer(desk));
  answer->today_ = on;
  answer->replayed_ = std::make_unique<MemoryHistory>();
  CORE_TRY(desk.ledger().each_fact([&](const RecordedFact& fact) {
    if (fact.ref <= position) answer->replayed_->add_recorded(fact);
  }));
  answer->calendar_ = calendar_of(answer->state());
  answer->rulebook_ = rules::Rulebook::of(answer->state());
  rules::derive(answer->state(), answer->calendar_, answer->rulebook_, answer->today_,
                answer->findings_);
  return answer;
}

View Answer::view() const { return {state(), calendar_, rulebook_, findings_, today_}; }

}  // namespace core::app
