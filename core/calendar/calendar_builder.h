#pragma once
// Turns notices and county publications into the tables a Calendar answers from.

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "core/calendar/calendar.h"
#include "core/calendar/official_days.h"

namespace core::calendar {

/// Publications are added oldest first; `build` is called once, last.
class CalendarBuilder {
 public:
  void add(const Notice& notice);
  void add(const PublishedYear& county);
  Calendar build();

 private:
  using Entry = Calendar::Special;

  std::uint32_t name_index(std::string_view name);
  std::uint32_t publish(int year, bool provisional, std::string source);
  std::map<Date, Entry> withdraw(int year);
  void mark(Date day, Entry entry);
  static bool is_arrangement(const PublishedYear& county);
  std::string name_of_run(const PublishedYear& county, Date day,
                          const std::map<Date, Entry>& earlier) const;
  void set_range();
  void fill_specials();
  void fill_counts();
  bool published(int year) const;

  Calendar calendar_;
  std::map<Date, Entry> days_;
};

}  // namespace core::calendar
