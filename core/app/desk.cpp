#include "core/app/desk.h"

#include <fmt/format.h>

#include <utility>

#include "core/app/county_calendar.h"
#include "core/app/rules_check.h"
#include "core/intake/masking/mask_fact.h"
#include "core/model/key.h"
#include "core/model/validate.h"

namespace core::app {
namespace {

std::string reasons_of(const std::vector<store::Refusal>& refusals) {
  std::vector<std::string> reasons;
  for (const store::Refusal& refusal : refusals) reasons.push_back(refusal.reason);
  return joined(reasons);
}

Fact fact_of(std::string_view kind, Date on, Fields fields) {
  return Fact{std::string(kind), on, {}, std::move(fields)};
}

/// The facts a command adds.
struct FactsOf {
  Date today;

  std::vector<Fact> operator()(const RecordFacts& command) const { return command.facts; }
  std::vector<Fact> operator()(const DeclinePrompt& command) const {
    return {fact_of("prompt.declined", today,
                    {{"prompt", command.prompt}, {"reason", command.reason}})};
  }
  std::vector<Fact> operator()(const RetractFacts& command) const {
    std::vector<Fact> facts;
    for (const std::string& id : command.facts)
      facts.push_back(fact_of("fact.retracted", today, {{"fact", id}, {"reason", command.reason}}));
    return facts;
  }
};

}  // namespace

Desk::Desk(std::unique_ptr<store::Ledger> ledger, const Clock& clock, std::string by)
    : ledger_(std::move(ledger)),
      clock_(clock),
      by_(std::move(by)),
      today_(clock.today()),
      calendar_(calendar_of(ledger_->state())),
      rulebook_(rules::Rulebook::of(ledger_->state())) {}

Desk::~Desk() = default;

void Desk::adopt(std::unique_ptr<store::Ledger> ledger) {
  ledger_ = std::move(ledger);
  facts_changed();
}

void Desk::set_today(Date day) {
  if (day == today_) return;
  today_ = day;
  findings_stale_ = true;
  ++revision_;
}

const rules::Findings& Desk::findings() {
  if (findings_stale_) {
    rules::derive(state(), calendar_, rulebook_, today_, findings_);
    findings_stale_ = false;
  }
  return findings_;
}

Status Desk::carry_out(const Command& command) {
  CORE_ASSIGN(const std::vector<store::Refusal> refusals,
              record(std::visit(FactsOf{clock_.today()}, command)));
  if (!refusals.empty()) return Error{ErrorCode::InvalidInput, reasons_of(refusals)};
  return Done{};
}

Result<std::vector<store::Refusal>> Desk::record(const std::vector<Fact>& facts) {
  if (importing()) return Error{ErrorCode::StorageBusy, "正在导入，请等导入完成或先取消"};
  scrubbed_ = {};
  RulesCheck check(calendar_, rulebook_);
  const auto prepare = [&](Fact& fact, const State& so_far) {
    fold_keys(fact, so_far);
    // That a day is still to come is all there is to say of it.
    std::string problem;
    if (fact.on <= clock_.today()) problem = check.problem_of(fact, so_far);
    intake::mask_fact(fact, so_far, scrubbed_);
    return problem;
  };
  CORE_ASSIGN(std::vector<store::Refusal> refusals, ledger_->record(facts, occasion(), prepare));
  if (refusals.empty())
    facts_changed();
  else
    scrubbed_ = {};
  return refusals;
}

Status Desk::begin_import(std::vector<intake::ImportFile> files, bool dry_run) {
  if (importing()) return Error{ErrorCode::StorageBusy, "上一次导入还没有结束"};
  CORE_TRY(ledger_->begin(occasion()));
  import_is_dry_ = dry_run;
  intake::FactSink sink{
      [this](const FactView& fact) { return ledger_->append(fact); }, ledger_->state(),
      [this](const Subject& subject) { return effective(ledger_->facts_of(subject)); }};
  import_ =
      std::make_unique<intake::Importer>(std::move(files), std::move(sink), clock_.today(), by_);
  return Done{};
}

Result<bool> Desk::step_import(int rows) {
  if (!importing()) return false;
  Result<bool> more = import_->step(rows);
  if (!more.ok()) {
    intake::ImportLog why = import_->log();
    cancel_import();
    import_log_ = std::move(why);
    return more.error();
  }
  if (more.value()) return true;
  return finish_import();
}

Result<bool> Desk::finish_import() {
  import_log_ = import_->log();
  import_.reset();
  const Status ended = import_is_dry_ ? ledger_->rollback() : ledger_->commit();
  facts_changed();
  if (!ended.ok()) return ended.error();
  return false;
}

void Desk::cancel_import() {
  if (!importing()) return;
  import_.reset();
  import_log_ = {};
  const Status undone = ledger_->rollback();
  (void)undone;  // the file has not changed either way; a state that fails to reload says so on use
  facts_changed();
}

double Desk::import_progress() const { return importing() ? import_->progress() : 1.0; }

std::string Desk::import_activity() const {
  return importing() ? import_->activity() : std::string();
}

void Desk::facts_changed() {
  calendar_ = calendar_of(state());
  rulebook_ = rules::Rulebook::of(state());
  findings_stale_ = true;
  ++revision_;
}

store::Occasion Desk::occasion() const { return {by_, clock_.now(), clock_.today()}; }

}  // namespace core::app
