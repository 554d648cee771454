#pragma once
// The sample county of public/sample at its desk, put together the way shell/sample_county.mjs
// does, but with fixed times of recording: the same ledger, bit for bit, on every machine.

#include <memory>
#include <string_view>
#include <vector>

#include "core/app/desk.h"

namespace test {

/// Shows the day it was set to, always the same time of it.
class SetClock : public core::app::Clock {
 public:
  explicit SetClock(core::Date day) : day_(day) {}
  core::Date today() const override { return day_; }
  std::string now() const override { return core::to_string(day_) + "T08:00:00"; }
  void set(core::Date day) { day_ = day; }

 private:
  core::Date day_;
};

class SampleCounty {
 public:
  /// Imports, records and issues everything; the test fails when the desk refuses any of it.
  SampleCounty();

  core::app::Desk& desk() { return *desk_; }

 private:
  void go_to(std::string_view day);
  void import(const std::vector<std::string_view>& files);
  void record(std::string_view file);
  void issue_bulletin(std::string_view period);

  SetClock clock_;
  core::store::MemoryFile file_;
  std::unique_ptr<core::app::Desk> desk_;
};

}  // namespace test
