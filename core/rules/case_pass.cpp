#include "core/rules/case_pass.h"

#include <algorithm>
#include <memory>
#include <span>
#include <vector>

#include "core/base/pieces.h"
#include "core/rules/case_facts.h"
#include "core/rules/catalog.h"
#include "core/rules/lead/weekly_schedule.h"

namespace core::rules {
namespace {

// Long enough that handing over costs little, short enough that its rows are still in the cache.
constexpr std::uint32_t kPiece = 1024;
// With fewer the threads cost more than they save.
constexpr std::uint32_t kFewCases = 20'000;
// Handing in is a fifth of the work and done by one at a time.
constexpr unsigned kMostCores = 4;

using CheckCase = void (*)(const CaseFacts& facts, const Context& context, Findings& out);

/// The checks of the rules about cases, in order, by what has happened to a case. Which rules look
/// at a case is as good as random, so it is worked out once for each mix of events there is.
class CaseChecks {
 public:
  CaseChecks() {
    for (const Rule* each : catalog())
      if (each->check) asked_for_ |= each->needs;
  }

  /// Valid until the next question.
  std::span<const CheckCase> of(std::uint32_t kinds) {
    const std::uint32_t asked = kinds & asked_for_;
    for (const Mix& mix : mixes_)
      if (mix.kinds == asked) return mix.checks;
    return add(asked).checks;
  }

 private:
  struct Mix {
    std::uint32_t kinds;
    std::vector<CheckCase> checks;
  };

  const Mix& add(std::uint32_t kinds) {
    Mix& mix = mixes_.emplace_back(Mix{kinds, {}});
    for (const Rule* each : catalog()) {
      const bool looks = each->needs == 0 || (each->needs & kinds) != 0;
      if (each->check && looks) mix.checks.push_back(each->check);
    }
    return mix;
  }

  std::uint32_t asked_for_ = 0;  // kinds of events that a rule needs
  std::vector<Mix> mixes_;       // a county has a handful
};

// Where the events of a case lie is known only when its row is there, so both are asked for early
// enough to be there when they are read.
void prefetch_case(const State& state, std::uint32_t index) {
  constexpr std::uint32_t kRowsAhead = 16;
  constexpr std::uint32_t kEventsAhead = 8;
  const std::span<const CaseRow> cases = state.cases();
  if (index + kRowsAhead >= cases.size()) return;
  __builtin_prefetch(&cases[index + kRowsAhead]);
  const std::uint32_t first = cases[index + kEventsAhead].first_event;
  if (first != kNoIndex) __builtin_prefetch(&state.event(first));
}

/// What one core needs to look at cases.
class CasePass {
 public:
  explicit CasePass(const Context& context) : context_(context), weeks_(context) {}

  /// Appends what follows from the cases from `first` to before `last`.
  void run(std::uint32_t first, std::uint32_t last, Findings& out) {
    for (std::uint32_t i = first; i < last; ++i) {
      prefetch_case(context_.state, i);
      if (!read_case(context_.state, CaseIndex{i}, context_.today, facts_)) continue;
      if (!facts_.leads.empty()) schedule_weeks(facts_, weeks_);
      out.this_case = out.duties.size();
      for (const CheckCase check : checks_.of(facts_.kinds)) check(facts_, context_, out);
    }
  }

 private:
  const Context& context_;
  CaseChecks checks_;
  CaseFacts facts_;
  WeekTable weeks_;
};

std::uint32_t case_count(const Context& context) {
  return static_cast<std::uint32_t>(context.state.cases().size());
}

class CaseWorker : public PieceWorker {
 public:
  CaseWorker(const Context& context, Findings& out)
      : last_(case_count(context)), pass_(context), out_(out) {}

  void make(std::uint32_t piece) override {
    found_.clear();
    const std::uint32_t first = piece * kPiece;
    pass_.run(first, std::min(first + kPiece, last_), found_);
  }
  void hand_in() override { out_.append(found_); }

 private:
  std::uint32_t last_;
  CasePass pass_;
  Findings found_;
  Findings& out_;
};

}  // namespace

unsigned cores_for(const State& state) {
  return state.cases().size() < kFewCases ? 1 : std::min(cores(), kMostCores);
}

void derive_cases(const Context& context, unsigned cores, Findings& out) {
  const std::uint32_t count = case_count(context);
  if (cores == 1) return CasePass(context).run(0, count, out);
  std::vector<std::unique_ptr<PieceWorker>> workers;
  while (workers.size() < cores) workers.push_back(std::make_unique<CaseWorker>(context, out));
  make_pieces((count + kPiece - 1) / kPiece, workers);
}

}  // namespace core::rules
