#include "core/rules/ranking/score.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/model/fact_kind.h"

using namespace core;
using namespace core::rules;
using namespace core::rules::ranking;

namespace {

UnitCounts counts_with(std::initializer_list<std::pair<Indicator, Tally>> figures) {
  UnitCounts counts{};
  for (const auto& [indicator, tally] : figures) counts[place_of(indicator)].items = tally;
  return counts;
}

std::int64_t score(const UnitCounts& counts, const Settings& settings = {}) {
  return score_of(rates_of(counts), weights_of(settings));
}

}  // namespace

TEST_CASE("score: rates are rounded half up to four places") {
  CHECK(rate_of({2, 3}) == 6667);
  CHECK(rate_of({1, 3}) == 3333);
  CHECK(rate_of({1, 32}) == 313);
  CHECK(rate_of({0, 7}) == 0);
  CHECK(rate_of({7, 7}) == 10000);
  CHECK(rate_of({999'999'999, 1'000'000'000}) == 10000);
  CHECK(rate_of({0, 0}) == kNotRated);
}

TEST_CASE(
    "score: the mean is of the rounded rates, and the weight of empty ones goes to the rest") {
  CHECK(score(counts_with({{Indicator::AnswerOnTime, {2, 3}}})) == 6667);
  CHECK(score(counts_with({{Indicator::AnswerOnTime, {8, 10}}, {Indicator::Satisfied, {9, 10}}})) ==
        8375);
  CHECK(score(counts_with(
            {{Indicator::AnswerOnTime, {3, 4}}, {Indicator::AcceptOnTime, {5, 5}}})) == 8438);
  CHECK(score(counts_with({})) == kNotRated);
  CHECK(score(counts_with({{Indicator::ResolvedOnce, {9, 9}}})) == kNotRated);
}

TEST_CASE("score: default weights add up to a hundred, and the county's own go over them") {
  std::int64_t sum = 0;
  for (const std::int64_t weight : weights_of({})) sum += weight;
  CHECK(sum == 100);
  Settings settings;
  settings.rank_weights = {{"answer", 0}, {"resolved_once", 7}, {"no_such", 50}};
  const Weights weights = weights_of(settings);
  CHECK(weights[place_of(Indicator::AnswerOnTime)] == 0);
  CHECK(weights[place_of(Indicator::ResolvedOnce)] == 7);
  CHECK(weights[place_of(Indicator::AcceptOnTime)] == 15);
}

TEST_CASE("score: equal scores are told apart by the tie-breakers in their order") {
  Rates rates{};
  const Key base = key_of(9000, rates);
  CHECK_FALSE(better(base, base));
  rates[place_of(Indicator::Satisfied)] = 1;
  const Key satisfied = key_of(9000, rates);
  CHECK(better(satisfied, base));
  rates = {};
  rates[place_of(Indicator::ReportOnTime)] = 1;
  CHECK(better(key_of(9000, rates), satisfied));
  rates[place_of(Indicator::ReportOnTime)] = kNotRated;
  CHECK(better(base, key_of(9000, rates)));
  CHECK(better(key_of(9001, rates), satisfied));
}

TEST_CASE("indicators: statistics that cover the period go before items, and are never added") {
  Count count;
  count.items = {3, 5};
  CHECK(count.source() == Source::Items);
  count.statistics = {9, 10};
  count.months = 4;
  CHECK(count.source() == Source::Items);
  count.complete = true;
  CHECK(count.source() == Source::Statistics);
  CHECK(count.used() == Tally{9, 10});
  count.statistics = {};
  CHECK(count.source() == Source::Items);
}

TEST_CASE("indicators: a statistic may be stated for every one of them") {
  const auto fields = find_kind("statistics.recorded")->fields;
  const auto field = std::find_if(fields.begin(), fields.end(),
                                  [](const FieldSpec& each) { return each.name == "indicator"; });
  REQUIRE(field != fields.end());
  for (const IndicatorSpec& spec : indicator_specs()) {
    CAPTURE(spec.word);
    CHECK(std::find(field->codes.begin(), field->codes.end(), spec.word) != field->codes.end());
  }
}
