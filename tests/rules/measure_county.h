#pragma once
// Bulletins, reminders and talks in one short line each, for tests of the rules about measures.

#include <initializer_list>
#include <string_view>

#include "core/rules/rule.h"
#include "tests/rules/county.h"

namespace test {

/// One unit's place in a bulletin.
struct Placed {
  std::string_view unit;
  int rank = 0;  ///< 0 = not ranked.
  int of = 0;
};

class MeasureCounty : public County {
 public:
  core::FactRef issue(std::string_view key, std::string_view on, std::string_view series,
                      std::string_view period, std::initializer_list<Placed> places);
  /// A special bulletin that criticises these units and means nobody else.
  core::FactRef criticise(std::string_view key, std::string_view on,
                          std::initializer_list<std::string_view> units);
  core::FactRef withdraw(std::string_view key, std::string_view on);
  core::FactRef remind(std::string_view key, std::string_view on, std::string_view reason,
                       std::string_view unit = "T01", std::string_view about = {});
  /// Opened on `on`, for these units.
  core::FactRef open_talk(std::string_view key, std::string_view on, std::string_view ground,
                          std::initializer_list<std::string_view> units);
};

/// Everything a rule may see on a day, kept together so that it outlives the question.
class Seen {
 public:
  Seen(const core::State& state, std::string_view on, const core::rules::Settings& settings = {});
  const core::rules::Context& context() const { return context_; }

 private:
  core::rules::Rulebook rulebook_;
  core::rules::Decisions decisions_;
  core::rules::Context context_;
};

}  // namespace test
