#pragma once
// A quiet sentence when no copy of the ledger was made for long, with the button that makes one.

#include "web/models/backup_record.h"
#include "web/screens/wishes.h"
#include "web/widgets/look.h"

namespace web {

/// Draws nothing while no backup is due.
void draw_backup_line(const Look& look, const BackupWords& words, Wishes& out);

}  // namespace web
