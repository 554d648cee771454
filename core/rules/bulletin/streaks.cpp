#include "core/rules/bulletin/streaks.h"

#include <algorithm>
#include <map>
#include <tuple>

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

/// Issued and not withdrawn by `day`, in their order: by period, special ones by day.
std::vector<IssuedBulletin> bulletins_of(const State& state, Series series, Date day) {
  std::vector<IssuedBulletin> found;
  for (std::uint32_t i = 0; i < state.measures().size(); ++i) {
    const MeasureRow& row = state.measures()[i];
    if (row.kind != Subject::Kind::Bulletin) continue;
    const MeasureStep* issued = row.first(StepKind::BulletinIssued);
    if (!issued || issued->on > day || issued->code != static_cast<std::uint8_t>(series)) continue;
    if (!is_withdrawn(row, day)) found.push_back({MeasureIndex{i}, &row, issued});
  }
  const auto place = [series](const IssuedBulletin& each) {
    const bool by_period = series != Series::Special && each.row->period;
    return std::tuple(by_period ? first_day(*each.row->period) : each.issued->on, each.issued->on,
                      std::string_view(each.row->key));
  };
  std::sort(found.begin(), found.end(), [&place](const IssuedBulletin& a, const IssuedBulletin& b) {
    return place(a) < place(b);
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

using Runs = std::map<std::uint32_t, std::vector<const IssuedBulletin*>>;

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

void add_hit(UnitIndex unit, const std::vector<const IssuedBulletin*>& run, std::size_t length,
             std::vector<StreakHit>& out) {
  StreakHit hit{unit, run.back()->index, {}, {}, {}, {}, 0};
  for (std::size_t i = run.size() - length; i < run.size(); ++i) {
    hit.issued.push_back(run[i]->issued->fact);
    hit.on = std::max(hit.on, run[i]->issued->on);
  }
  hit.since = hit.on;
  out.push_back(std::move(hit));
}

bool is_other_year(const IssuedBulletin& a, const IssuedBulletin& b) {
  const auto year = [](const IssuedBulletin& each) {
    return each.row->period ? int{each.row->period->year} : civil(each.issued->on).year;
  };
  return year(a) != year(b);
}

void take(const IssuedBulletin& bulletin, bool special, const Context& context, Runs& runs,
          std::vector<StreakHit>& out) {
  const Settings& settings = context.rulebook.on(bulletin.issued->on);
  const Board board(context.state, *bulletin.row, settings);
  for (const Standing& standing : bulletin.row->standings)
    if (standing.unit.known()) runs[standing.unit.value];
  for (auto& [value, run] : runs) {
    const UnitIndex unit{value};
    if (settings.streak_reset_at_year && !run.empty() && is_other_year(*run.back(), bulletin))
      run.clear();
    const Effect effect = effect_of(board, bulletin.issued->units, unit, special, settings);
    if (effect == Effect::Breaks) run.clear();
    if (effect != Effect::Extends) continue;
    run.push_back(&bulletin);
    const auto length = static_cast<std::size_t>(settings.streak_length);
    if (run.size() >= length) add_hit(unit, run, length, out);
  }
}

std::vector<StreakHit> hits_by(const Context& context, Series series, Date day) {
  std::vector<IssuedBulletin> bulletins = bulletins_of(context.state, series, day);
  const bool special = series == Series::Special;
  if (!special) keep_latest(bulletins);
  std::vector<StreakHit> hits;
  Runs runs;
  for (const IssuedBulletin& each : bulletins) take(each, special, context, runs, hits);
  return hits;
}

bool answers(const MeasureTaken& taken) {
  if (taken.kind == Subject::Kind::Reminder)
    return taken.code == static_cast<std::uint8_t>(ReminderReason::T7);
  return taken.kind == Subject::Kind::Talk &&
         (taken.code == static_cast<std::uint8_t>(TalkGround::BottomStreak) ||
          taken.code == static_cast<std::uint8_t>(TalkGround::SpecialStreak));
}

Moment taken_since(const Context& context, const StreakHit& hit) {
  for (const MeasureTaken& taken : context.decisions.of_unit(hit.unit))
    if (taken.at.on >= hit.since && answers(taken)) return taken.at;
  return {};
}

// Whether two hits of one unit end in the same bulletin, or in bulletins on the same period.
bool end_alike(const State& state, const StreakHit& a, const StreakHit& b) {
  if (a.unit != b.unit) return false;
  const std::optional<Period>& period = state.measure(a.bulletin).period;
  return a.bulletin == b.bulletin || (period && period == state.measure(b.bulletin).period);
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
    for (StreakHit& hit : hits_by(context, series, withdrawn->on - 1)) {
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

void count_earlier(const Context& context, std::vector<StreakHit>& hits) {
  for (StreakHit& hit : hits) {
    const Date from = months_before(hit.on, context.rulebook.on(hit.on).streak_repeat_months);
    hit.earlier =
        static_cast<int>(std::count_if(hits.begin(), hits.end(), [&](const StreakHit& other) {
          return other.unit == hit.unit && !other.withdrawn.known() && other.on < hit.on &&
                 other.on >= from;
        }));
  }
}

std::vector<StreakHit> hits_of(const Context& context, std::initializer_list<Series> all) {
  std::vector<StreakHit> hits;
  for (const Series series : all) {
    std::vector<StreakHit> found = hits_by(context, series, context.today);
    add_withdrawn(context, series, found);
    hits.insert(hits.end(), found.begin(), found.end());
  }
  count_earlier(context, hits);
  return hits;
}

}  // namespace

std::vector<StreakHit> bottom_hits(const Context& context) {
  return hits_of(context, {Series::Monthly, Series::HalfYear, Series::Annual});
}

std::vector<StreakHit> special_hits(const Context& context) {
  return hits_of(context, {Series::Special});
}

PromptRow prompt_of(const StreakHit& hit, RuleId rule, const Context& context, Findings& out) {
  constexpr int kLargestCount = 255;
  PromptRow row;
  row.rule = rule;
  row.action = hit.earlier > 0 ? Action::Talk : Action::Remind;
  row.code = static_cast<std::uint8_t>(std::min(hit.earlier + 1, kLargestCount));
  row.measure = hit.bulletin;
  row.unit = hit.unit;
  row.occurrence = 1;
  row.opened_on = hit.on;
  row.basis_withdrawn = hit.withdrawn.known();
  row.because = note(out, FactRef{});
  for (const FactRef issued : hit.issued) note_more(out, row.because, issued);
  note_more(out, row.because, hit.withdrawn);
  settle_prompt(row, context, out, taken_since(context, hit));
  return row;
}

}  // namespace core::rules
