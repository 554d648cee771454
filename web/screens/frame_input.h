#pragma once
// What the platform tells the dashboard about this frame.

#include <cstdint>
#include <string>

#include "web/models/backup_record.h"
#include "web/models/data_model.h"
#include "web/models/list_table.h"

namespace web {

/// Whether what was recorded is durable yet.
enum class SaveState : std::uint8_t {
  Saved,
  Saving,
  Failed,
  MemoryOnly,  ///< Demo: nothing is kept.
};

struct FrameInput {
  float width = 0;  ///< Device pixels.
  float height = 0;
  float scale = 1;     ///< Device pixel ratio × text size.
  bool touch = false;  ///< The last input came from a finger: larger rows.
  bool dark = false;
  bool high_contrast = false;
  bool preview = false;            ///< The import shown was only tried; set by the dashboard.
  bool read_only = false;          ///< Another tab writes; nothing may be changed here.
  BackupWords backup;              ///< Set by the dashboard.
  CountyName county;               ///< Set by the dashboard.
  ListTable* snapshots = nullptr;  ///< Those kept; set by the dashboard, null = none at all. The
                                   ///< screen that shows them chooses and orders its rows.
  SaveState saving = SaveState::Saved;
  double seconds = 0;  ///< Since start, for double taps and motion.
  std::string notice;  ///< A sentence the platform wants shown; empty = none.
};

}  // namespace web
