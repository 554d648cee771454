#pragma once
// What the dashboard keeps between frames, and what it does before and after drawing.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/app/desk.h"
#include "core/app/search_index.h"
#include "web/models/case_model.h"
#include "web/models/cases_model.h"
#include "web/models/data_model.h"
#include "web/models/duty_detail.h"
#include "web/models/import_model.h"
#include "web/models/today_model.h"
#include "web/screens/case_screen.h"
#include "web/screens/cases_screen.h"
#include "web/screens/data_screen.h"
#include "web/screens/import_screen.h"
#include "web/screens/today_screen.h"
#include "web/screens/wishes.h"
#include "web/widgets/registry.h"

namespace web {

inline constexpr std::string_view kToday = "today";
inline constexpr std::string_view kCases = "cases";
inline constexpr std::string_view kCase = "case";
inline constexpr std::string_view kData = "data";
inline constexpr std::string_view kImport = "import";

struct DashboardParts {
  DashboardParts(core::app::Desk& desk_in, Fonts fonts_in) : desk(desk_in), fonts(fonts_in) {}

  core::app::Desk& desk;
  Fonts fonts;
  Registry registry;
  std::string_view screen = kToday;
  std::string_view came_from = kToday;  ///< Where a case was opened.
  bool read_only = false;
  bool portrait = false;
  bool again = true;
  bool file_request = false;
  bool changes = false;
  std::string notice;
  Tone notice_tone = Tone::Late;

  // Models, each with the revision it was built from.
  TodayModel today;
  CasesModel cases;
  core::app::SearchIndex search;
  DataModel data;
  ImportModel import;
  CaseModel one;
  DutyDetail detail;
  std::uint64_t today_revision = 0;
  std::uint64_t cases_revision = 0;
  std::uint64_t search_revision = 0;
  std::uint64_t data_revision = 0;
  std::uint64_t one_revision = 0;
  std::uint64_t detail_revision = 0;
  std::optional<std::uint64_t> detail_key;
  core::CaseIndex one_case;  ///< The case to show.

  TodayMemory today_memory;
  CasesMemory cases_memory;
  CaseMemory case_memory;
  DataMemory data_memory;
  ImportMemory import_memory;
};

/// What decides which models the next frame shows.
struct Remembered {
  std::string_view screen;
  TodayQuery today;
  std::optional<std::uint64_t> chosen;
  bool detail_over_list;
  CasesQuery cases;
  core::CaseIndex chosen_case;
  std::optional<std::uint64_t> opened;
  core::Date picked;
  bool declining;

  friend bool operator==(const Remembered& a, const Remembered& b) = default;
};
Remembered remembered(const DashboardParts& parts);

/// Goes to a screen by name; unknown names and screens with nothing to show change nothing.
void go_to(DashboardParts& parts, std::string_view screen);

/// Begins an import, or says why not.
void begin_import(DashboardParts& parts, std::vector<core::intake::ImportFile> files);

/// Does a few milliseconds of a running import; shows its log at the end.
void step_import(DashboardParts& parts);

/// Builds again what the current screen shows and has changed.
void refresh(DashboardParts& parts);

/// Does what was asked for in this frame.
void carry_out(DashboardParts& parts, const Wishes& wishes);

}  // namespace web
