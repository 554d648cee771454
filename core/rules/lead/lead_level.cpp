#include "core/rules/lead/lead_level.h"

#include <fmt/format.h>

#include <optional>

#include "core/model/posting.h"
#include "core/rules/lead/lead_facts.h"
#include "core/rules/lead/level.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"2.2", "2.3", "2.4"};

Clauses clauses_of_level(LeadLevel level) {
  const Clauses all(kClauses);
  if (level == LeadLevel::CountyMain) return all.subspan(1, 1);
  return level == LeadLevel::CountyPortfolio ? all.subspan(2, 1) : all.first(1);
}

// Walks demands and leads of a case by day. A prompt begins when a demand rises above the lead, or
// when a lead comes in below the demand; a higher demand takes the place of a prompt still open.
class Walk {
 public:
  Walk(const CaseFacts& facts, const Context& context, Findings& out)
      : facts_(facts), context_(context), out_(out) {}

  void run() {
    for (std::uint32_t i = 0; i < facts_.episodes.size(); ++i) walk_episode(i);
    if (!open_ || facts_.closed()) return;
    PromptRow row = row_of(*open_);
    settle_prompt(row, context_, out_);
    out_.prompts.push_back(row);
  }

 private:
  struct Begun {
    std::int32_t number;
    Date on;
  };

  void walk_episode(std::uint32_t index) {
    const Episode& episode = facts_.episodes[index];
    open_.reset();
    lead_ = nullptr;
    demanded_ = episode.demanded_before;
    // Such a case goes back to its leader first: reopened_to_same_leader asks for it.
    const bool returns = leader_before(facts_, context_, index).known();
    if (demanded_ != LeadLevel::None && !returns) begin(episode.opened.on);
    const std::span<const Demand> demands = facts_.demands_of(episode);
    const std::span<const LeadTurn> leads = facts_.leads_of(episode);
    std::size_t next_demand = 0;
    std::size_t next_lead = 0;
    while (next_demand < demands.size() || next_lead < leads.size()) {
      // Both on one day: the lead answers the demand, in whatever order they were recorded.
      const bool demand_first =
          next_lead == leads.size() ||
          (next_demand < demands.size() && demands[next_demand].at.on <= leads[next_lead].at.on);
      if (demand_first) {
        take_demand(demands[next_demand++]);
      } else {
        take_lead(leads[next_lead++]);
      }
    }
  }

  void take_demand(const Demand& demand) {
    const bool risen = demand.level > demanded_;
    demanded_ = demand.level;
    if (satisfied()) {
      open_.reset();
    } else if (risen) {
      begin(demand.at.on);
    }
  }

  void take_lead(const LeadTurn& lead) {
    lead_ = &lead;
    if (!satisfied()) {
      if (!open_) begin(lead.at.on);
      return;
    }
    if (open_) {
      PromptRow row = row_of(*open_);
      row.state = PromptState::Taken;
      out_.prompts.push_back(row);
    }
    open_.reset();
  }

  bool satisfied() const {
    if (demanded_ == LeadLevel::None) return true;
    return lead_ && lead_suffices(context_, *lead_, demanded_);
  }

  void begin(Date on) {
    open_ = Begun{++count_, on};
    action_ = lead_ ? Action::RaiseLead : Action::AssignLead;
  }

  PromptRow row_of(const Begun& begun) {
    PromptRow row =
        prompt_about(facts_, RuleId::LeadLevel, action_, facts_.unit_on(begun.on), begun.number);
    // Somebody has been assigned since, though not high enough.
    if (lead_ && !satisfied()) row.action = Action::RaiseLead;
    row.code = static_cast<std::uint8_t>(demanded_);
    row.opened_on = begun.on;
    if (lead_) row.official = lead_->official;
    row.because = note(out_, FactRef{});
    note_grounds(out_, row.because, facts_);
    if (lead_) note_more(out_, row.because, lead_->at.fact);
    if (is_outranked()) {
      const OfficialRow& leader = context_.state.official(lead_->official);
      if (const Posting* post = known_post(leader, context_.today))
        note_more(out_, row.because, post->fact);
    }
    return row;
  }

  // The lead states a level that its leader's rank does not reach.
  bool is_outranked() const {
    return lead_ && lead_->level >= demanded_ && level_counted(context_, *lead_) < demanded_;
  }

  const CaseFacts& facts_;
  const Context& context_;
  Findings& out_;
  LeadLevel demanded_ = LeadLevel::None;
  const LeadTurn* lead_ = nullptr;
  std::optional<Begun> open_;
  Action action_ = Action::AssignLead;
  std::int32_t count_ = 0;
};

void check(const CaseFacts& facts, const Context& context, Findings& out) {
  if (facts.demands.empty()) return;
  Walk(facts, context, out).run();
}

// The appointment is among the evidence where the rank it gives is what stands against the lead.
bool shows(const Findings& found, Evidence because, FactRef fact) {
  for (std::uint32_t i = 0; i < because.count; ++i)
    if (FactRef{found.evidence[because.first + i]} == fact) return true;
  return false;
}

std::string text(const State& state, const Findings& found, const PromptRow& row) {
  const auto level = static_cast<LeadLevel>(row.code);
  if (row.action == Action::AssignLead) return fmt::format("建议由{}包案", lead_label(level));
  if (row.official.known()) {
    const OfficialRow& leader = state.official(row.official);
    std::string rank;
    for (const Posting& post : leader.postings)
      if (shows(found, row.because, post.fact))
        rank = fmt::format("，登记级别为{}", code_label(core::word(post.rank)));
    return fmt::format("建议提级由{}包案（现由{}包案{}）", lead_label(level), leader.name, rank);
  }
  return fmt::format("建议提级由{}包案", lead_label(level));
}

Clauses clauses_of_prompt(const PromptRow& row) {
  return clauses_of_level(static_cast<LeadLevel>(row.code));
}

}  // namespace

const Rule kLeadLevel = {
    .id = RuleId::LeadLevel,
    .word = "lead_level",
    .clauses = kClauses,
    .title = "包案层级",
    .source = "《关于建立健全信访工作有关机制的通知》二",
    .needs = bit(EventKind::Grounded) | bit(EventKind::Flagged),
    .check = check,
    .prompt_text = text,
    .prompt_clauses = clauses_of_prompt,
};

}  // namespace core::rules
