#pragma once
// What the dashboard keeps between frames, and what it does before and after drawing.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/app/desk.h"
#include "core/app/undo.h"
#include "web/models/backup_record.h"
#include "web/models/import_model.h"
#include "web/screens/form_panel.h"
#include "web/screens/screen.h"
#include "web/screens/wishes.h"
#include "web/widgets/registry.h"

namespace web {

struct DashboardParts {
  DashboardParts(core::app::Desk& desk, Fonts fonts);

  core::app::Desk& desk;
  Fonts fonts;
  Registry registry;
  Screens screens;
  Screen* current;
  std::string_view came_from;  ///< Where a case was opened.
  bool read_only = false;
  bool beside = true;  ///< There is room for list and detail.
  bool again = true;
  bool file_request = false;
  bool settings_request = false;
  bool backup_request = false;
  bool changes = false;
  bool views_changed = false;
  BackupRecord backup;
  bool backup_changed = false;
  Keeping keeping = Keeping::Site;
  ListTable snapshots;
  std::optional<SnapshotUse> snapshot_use;
  std::optional<Download> download;
  std::string search;  ///< In the search field.
  std::string notice;
  Tone notice_tone = Tone::Late;
  bool notice_undoes = false;  ///< Offers to take back what it tells.
  FormMemory form;
  std::vector<FormMemory> drafts;  ///< Forms filled in and left for another, one for each fact.
  std::string pasted;              ///< The table that was tried and waits for a decision.

  Waiting waiting;
  core::app::UndoState undo;
  CountyName county;
  std::uint64_t counted_revision = 0;  ///< Of waiting, undo and county.
};

/// Null for names of no screen.
Screen* find_screen(const DashboardParts& parts, std::string_view name);

/// Goes to a screen by name; unknown names and screens with nothing to show change nothing.
void go_to(DashboardParts& parts, std::string_view screen);

/// Begins an import, or says why not.
void begin_import(DashboardParts& parts, std::vector<core::intake::ImportFile> files);

/// Tries a pasted table without recording anything, and keeps it until a person has decided.
void begin_preview(DashboardParts& parts, std::string cells);

/// Carries on a running import for so many milliseconds; shows its log at the end.
void step_import(DashboardParts& parts, double milliseconds);

/// Builds again what is shown and has changed.
void refresh(DashboardParts& parts);

/// Does what was asked for in this frame.
void carry_out(DashboardParts& parts, const Wishes& wishes);

/// Empty for a demonstration, which nobody need keep.
BackupWords backup_words(const DashboardParts& parts);

void request_backup(DashboardParts& parts);
/// The ledger was handed over, or first seen, today.
void note_backup(DashboardParts& parts, bool made);
/// Remembers the first day on which the last copy lacks something.
void note_change(DashboardParts& parts);

/// How a person has arranged columns, as JSON, and back.
std::string views_json(const DashboardParts& parts);
void restore_views(DashboardParts& parts, std::string_view json);

}  // namespace web
