#include "core/rules/bulletin/streaks.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <utility>

#include "core/rules/bulletin/standing.h"

namespace core::rules {
namespace {

constexpr int kMonthsPerYear = 12;

struct IssuedBulletin {
  MeasureIndex index;
  const MeasureRow* row = nullptr;
  const MeasureStep* issued = nullptr;
};

bool is_withdrawn(const MeasureRow& row, Date day) {
  const MeasureStep* withdrawn = row.first(StepKind::BulletinWithdrawn);
  return withdrawn && withdrawn->on <= day;
}

/// Where a bulletin stands in its series: by period, special ones by day.
auto place_in_series(const MeasureRow& row, const MeasureStep& issued) {
  const bool by_period =
      issued.code != static_cast<std::uint8_t>(Series::Special) && row.period.has_value();
  return std::tuple(by_period ? first_day(*row.period) : issued.on, issued.on,
                    std::string_view(row.key));
}

/// Issued and not withdrawn by `day`, in their order.
std::vector<IssuedBulletin> bulletins_of(const State& state, Series series, Date day) {
  std::vector<IssuedBulletin> found;
  for (std::uint32_t i = 0; i < state.measures().size(); ++i) {
    const MeasureRow& row = state.measures()[i];
    if (row.kind != Subject::Kind::Bulletin) continue;
    const MeasureStep* issued = row.first(StepKind::BulletinIssued);
    if (!issued || issued->on > day || issued->code != static_cast<std::uint8_t>(series)) continue;
    if (!is_withdrawn(row, day)) found.push_back({MeasureIndex{i}, &row, issued});
  }
  std::sort(found.begin(), found.end(), [](const IssuedBulletin& a, const IssuedBulletin& b) {
    return place_in_series(*a.row, *a.issued) < place_in_series(*b.row, *b.issued);
  });
  return found;
}

/// Of two bulletins on one period only the later stays.
void keep_latest(std::vector<IssuedBulletin>& bulletins) {
  std::vector<IssuedBulletin> kept;
  for (const IssuedBulletin& each : bulletins) {
    if (!kept.empty() && each.row->period && kept.back().row->period == each.row->period)
      kept.pop_back();
    kept.push_back(each);
  }
  bulletins = std::move(kept);
}

/// What one bulletin does to a unit's run.
enum class Effect : std::uint8_t { Extends, Breaks, Passes };

Effect effect_of(const Board& board, const std::vector<UnitIndex>& scope, UnitIndex unit,
                 bool special, const Settings& settings) {
  if (special) {
    if (board.is_criticised(unit)) return Effect::Extends;
    const bool meant = std::find(scope.begin(), scope.end(), unit) != scope.end() ||
                       board.footing(unit) != Footing::Absent;
    return meant ? Effect::Breaks : Effect::Passes;
  }
  switch (board.footing(unit)) {
    case Footing::Bottom:
      return Effect::Extends;
    case Footing::Ranked:
      return Effect::Breaks;
    default:
      return settings.unranked_breaks_streak ? Effect::Breaks : Effect::Passes;
  }
}

bool is_other_year(const IssuedBulletin& a, const IssuedBulletin& b) {
  const auto year = [](const IssuedBulletin& each) {
    return each.row->period ? int{each.row->period->year} : civil(each.issued->on).year;
  };
  return year(a) != year(b);
}

std::string_view text_of(const State& state, FactRef ref, std::string_view field) {
  const RecordedFact* fact = state.other_fact(ref);
  return fact ? fact->fact.fields.text(field) : std::string_view();
}

// Issued anew on the same period it is about the same.
bool ends_in(const State& state, const StreakHit& hit, MeasureIndex bulletin) {
  const std::optional<Period>& period = state.measure(hit.bulletin).period;
  return hit.bulletin == bulletin || (period && period == state.measure(bulletin).period);
}

const MeasureStep& issue_of(const State& state, const StreakHit& hit) {
  return *state.measure(hit.bulletin).first(StepKind::BulletinIssued);
}

bool is_special(const State& state, const StreakHit& hit) {
  return issue_of(state, hit).code == static_cast<std::uint8_t>(Series::Special);
}

// A reminder that names its bulletin answers what ended there and nothing else; one that names
// nothing answers all. A talk says by its ground which kind of streak it is about.
bool answers(const State& state, const MeasureTaken& taken, const StreakHit& hit) {
  if (taken.kind == Subject::Kind::Reminder) {
    if (taken.code != static_cast<std::uint8_t>(ReminderReason::T7)) return false;
    const std::string_view key = text_of(state, taken.at.fact, "measure");
    const MeasureIndex named = state.find_measure(Subject::Kind::Bulletin, key);
    return key.empty() || (named.known() && ends_in(state, hit, named));
  }
  const TalkGround ground =
      is_special(state, hit) ? TalkGround::SpecialStreak : TalkGround::BottomStreak;
  return taken.kind == Subject::Kind::Talk && taken.code == static_cast<std::uint8_t>(ground);
}

Moment taken_since(const Context& context, const StreakHit& hit) {
  for (const MeasureTaken& taken : context.decisions.of_unit(hit.unit))
    if (taken.at.on >= hit.since && answers(context.state, taken, hit)) return taken.at;
  return {};
}

/// Bulletins of one unit that count in a row.
struct Run {
  UnitIndex unit;
  std::string topic;  ///< Of special ones on one topic; empty = whatever they are about.
  std::vector<const IssuedBulletin*> issued;
  std::optional<StreakHit> last_hit;

  void clear() {
    issued.clear();
    last_hit.reset();
  }

  StreakHit hit(std::size_t length) const {
    StreakHit found{unit, issued.back()->index, {}, {}, {}, {}, 0};
    for (std::size_t i = issued.size() - length; i < issued.size(); ++i) {
      found.issued.push_back(issued[i]->issued->fact);
      found.on = std::max(found.on, issued[i]->issued->on);
    }
    found.since = found.on;
    return found;
  }
};

/// Goes through the bulletins of one series as of a day, and keeps the run of every unit.
class SeriesWalk {
 public:
  SeriesWalk(const Context& context, Series series, Date day)
      : context_(context),
        special_(series == Series::Special),
        bulletins_(bulletins_of(context.state, series, day)) {
    if (!special_) keep_latest(bulletins_);
    for (const IssuedBulletin& each : bulletins_) take(each);
  }

  std::vector<StreakHit> hits() const { return hits_; }

  /// What one more bulletin on the day after `today` would bring.
  std::vector<StreakHit> ahead(Date today) {
    std::vector<StreakHit> found;
    const Settings& settings = context_.rulebook.on(today);
    const auto length = static_cast<std::size_t>(settings.streak_length);
    for (auto& [key, run] : runs_) {
      forget_answered(run, settings, today + 1);
      const bool begins_anew =
          settings.streak_reset_at_year && !run.issued.empty() && is_last_of_year(run, today);
      if (!counts(run, settings) || begins_anew || run.issued.size() + 1 < length) continue;
      StreakHit& hit = found.emplace_back(run.hit(length - 1));
      hit.on = hit.since = today + 1;
      hit.ahead = true;
    }
    return found;
  }

 private:
  // By topic, then by unit; the runs regardless of topic come first.
  using Runs = std::map<std::pair<std::string, std::uint32_t>, Run>;

  // Both ways are counted whatever the setting, so that a change of it finds the bulletins before.
  void take(const IssuedBulletin& bulletin) {
    const Settings& settings = context_.rulebook.on(bulletin.issued->on);
    const Board board(context_.state, *bulletin.row, settings);
    const std::string topic(special_ ? text_of(context_.state, bulletin.issued->fact, "topic")
                                     : std::string_view());
    for (const Standing& standing : bulletin.row->standings) {
      if (!standing.unit.known()) continue;
      run_of(standing.unit, {});
      if (!topic.empty()) run_of(standing.unit, topic);
    }
    for (auto& [key, run] : runs_)
      if (run.topic.empty() || run.topic == topic) advance(run, bulletin, board, settings);
  }

  void run_of(UnitIndex unit, const std::string& topic) {
    Run& run = runs_[{topic, unit.value}];
    run.unit = unit;
    run.topic = topic;
  }

  // Special bulletins that name no topic cannot be shown to be about the same one.
  bool counts(const Run& run, const Settings& settings) const {
    return run.topic.empty() != (special_ && settings.special_same_topic_required);
  }

  void advance(Run& run, const IssuedBulletin& bulletin, const Board& board,
               const Settings& settings) {
    if (settings.streak_reset_at_year && !run.issued.empty() &&
        is_other_year(*run.issued.back(), bulletin))
      run.clear();
    forget_answered(run, settings, bulletin.issued->on);
    const Effect effect = effect_of(board, bulletin.issued->units, run.unit, special_, settings);
    if (effect == Effect::Breaks) run.clear();
    if (effect != Effect::Extends) return;
    run.issued.push_back(&bulletin);
    const auto length = static_cast<std::size_t>(settings.streak_length);
    if (run.issued.size() < length || !counts(run, settings)) return;
    run.last_hit = run.hit(length);
    hits_.push_back(*run.last_hit);
  }

  // Under `consume` a streak that was answered before the next bulletin is used up.
  void forget_answered(Run& run, const Settings& settings, Date next) const {
    if (settings.streak_overlap != StreakOverlap::Consume || !run.last_hit) return;
    const Moment taken = taken_since(context_, *run.last_hit);
    if (taken.known() && taken.on < next) run.clear();
  }

  bool is_last_of_year(const Run& run, Date today) const {
    const IssuedBulletin& last = *run.issued.back();
    if (!last.row->period) return civil(last.issued->on).year != civil(today + 1).year;
    return civil(last_day(*last.row->period) + 1).year != int{last.row->period->year};
  }

  const Context& context_;
  bool special_;
  std::vector<IssuedBulletin> bulletins_;
  Runs runs_;
  std::vector<StreakHit> hits_;
};

// Whether two hits of one unit end in the same bulletin, or in bulletins on the same period.
bool end_alike(const State& state, const StreakHit& a, const StreakHit& b) {
  return a.unit == b.unit && ends_in(state, a, b.bulletin);
}

// What was done about a withdrawn streak also answers the one that takes its place.
void add_stale(const State& state, StreakHit stale, std::vector<StreakHit>& hits) {
  bool known = false;
  for (StreakHit& hit : hits) {
    if (!end_alike(state, hit, stale)) continue;
    hit.since = std::min(hit.since, stale.since);
    known = known || hit.bulletin == stale.bulletin;
  }
  if (!known) hits.push_back(std::move(stale));
}

// A bulletin that was withdrawn makes no streak any more; what had been done by then stays, and is
// marked (domain 7.4).
void add_withdrawn(const Context& context, Series series, std::vector<StreakHit>& hits) {
  for (const MeasureRow& row : context.state.measures()) {
    if (row.kind != Subject::Kind::Bulletin) continue;
    const MeasureStep* issued = row.first(StepKind::BulletinIssued);
    const MeasureStep* withdrawn = row.first(StepKind::BulletinWithdrawn);
    if (!issued || !withdrawn || withdrawn->on > context.today) continue;
    for (StreakHit& hit : SeriesWalk(context, series, withdrawn->on - 1).hits()) {
      const bool rests =
          std::find(hit.issued.begin(), hit.issued.end(), issued->fact) != hit.issued.end();
      const Moment taken = taken_since(context, hit);
      if (!rests || !taken.known() || taken.on > withdrawn->on) continue;
      hit.withdrawn = withdrawn->fact;
      add_stale(context.state, std::move(hit), hits);
    }
  }
}

Date months_before(Date day, int months) {
  const YearMonthDay when = civil(day);
  const int count = when.year * kMonthsPerYear + when.month - 1 - months;
  const int year = count / kMonthsPerYear;
  const int month = count % kMonthsPerYear + 1;
  for (int last = when.day; last > 0; --last)
    if (const auto found = make_date(year, month, last)) return *found;
  return day;
}

// Hits of one series stand in the order of their bulletins, on whatever days those were issued;
// hits of several by the day, and on one day by the series. What is to come is later than all.
bool is_earlier(const State& state, const StreakHit& hit, const StreakHit& than) {
  if (than.ahead) return true;
  const MeasureStep& issued = issue_of(state, hit);
  const MeasureStep& other = issue_of(state, than);
  if (issued.code != other.code)
    return std::tuple(hit.on, issued.code) < std::tuple(than.on, other.code);
  return place_in_series(state.measure(hit.bulletin), issued) <
         place_in_series(state.measure(than.bulletin), other);
}

Series series_of(const State& state, const StreakHit& hit) {
  const MeasureStep* issued = state.measure(hit.bulletin).first(StepKind::BulletinIssued);
  return issued ? static_cast<Series>(issued->code) : Series::Unknown;
}

// How many of `hits` the unit had in the months before that count. Half a year is made of months
// that have had their own: only hits of one series add up (domain 7.4).
int count_earlier(const Context& context, const StreakHit& hit,
                  const std::vector<StreakHit>& hits) {
  const Date from = months_before(hit.on, context.rulebook.on(hit.on).streak_repeat_months);
  const Series series = series_of(context.state, hit);
  return static_cast<int>(std::count_if(hits.begin(), hits.end(), [&](const StreakHit& other) {
    return other.unit == hit.unit && !other.withdrawn.known() && other.on >= from &&
           series_of(context.state, other) == series && is_earlier(context.state, other, hit);
  }));
}

std::vector<StreakHit> hits_of(const Context& context, std::span<const Series> all) {
  std::vector<StreakHit> hits;
  for (const Series series : all) {
    std::vector<StreakHit> found = SeriesWalk(context, series, context.today).hits();
    add_withdrawn(context, series, found);
    hits.insert(hits.end(), found.begin(), found.end());
  }
  for (StreakHit& hit : hits) hit.earlier = count_earlier(context, hit, hits);
  return hits;
}

std::vector<StreakHit> hits_ahead(const Context& context, std::span<const Series> all) {
  const std::vector<StreakHit> hits = hits_of(context, all);
  std::vector<StreakHit> ahead;
  for (const Series series : all) {
    for (StreakHit& hit : SeriesWalk(context, series, context.today).ahead(context.today)) {
      hit.earlier = count_earlier(context, hit, hits);
      ahead.push_back(std::move(hit));
    }
  }
  return ahead;
}

constexpr Series kPeriodic[] = {Series::Monthly, Series::HalfYear, Series::Annual};
constexpr Series kSpecial[] = {Series::Special};

}  // namespace

std::vector<StreakHit> bottom_hits(const Context& context) { return hits_of(context, kPeriodic); }

std::vector<StreakHit> special_hits(const Context& context) { return hits_of(context, kSpecial); }

std::vector<StreakHit> bottom_hits_ahead(const Context& context) {
  return hits_ahead(context, kPeriodic);
}

std::vector<StreakHit> special_hits_ahead(const Context& context) {
  return hits_ahead(context, kSpecial);
}

std::string streak_text(std::string_view matter, const PromptRow& row) {
  std::string said =
      fmt::format("建议{}：{}", row.action == Action::Talk ? "约谈" : "提醒", matter);
  if (row.code > 1) said += fmt::format("（第{}次）", row.code);
  if (row.basis_withdrawn) said += "（所依据的通报已撤回）";
  return said;
}

PromptRow prompt_of(const StreakHit& hit, RuleId rule, const Context& context, Findings& out) {
  constexpr int kLargestCount = 255;
  PromptRow row;
  row.rule = rule;
  row.action = hit.earlier > 0 ? Action::Talk : Action::Remind;
  row.code = static_cast<std::uint8_t>(std::min(hit.earlier + 1, kLargestCount));
  row.measure = hit.bulletin;
  row.unit = hit.unit;
  row.occurrence = hit.ahead ? 2 : 1;
  row.opened_on = hit.on;
  row.basis_withdrawn = hit.withdrawn.known();
  row.because = note(out, FactRef{});
  for (const FactRef issued : hit.issued) note_more(out, row.because, issued);
  note_more(out, row.because, hit.withdrawn);
  settle_prompt(row, context, out, taken_since(context, hit));
  return row;
}

}  // namespace core::rules
