#pragma once
// 导入结果: what was done with every file and every row of the last import.

#include "web/models/import_model.h"
#include "web/screens/screen.h"
#include "web/screens/wishes.h"
#include "web/widgets/grid.h"
#include "web/widgets/look.h"

namespace web {

struct ImportMemory {
  GridMemory files;
  GridMemory issues;
  TableQuery file_query, issue_query;   ///< Unsorted, all stand as they were read.
  std::size_t chosen = SIZE_MAX;        ///< File whose notes are shown.
  std::size_t chosen_issue = SIZE_MAX;  ///< Issue that is written out in full.
};

std::unique_ptr<Screen> import_screen();

/// `preview`: it was only tried, and a person is asked whether to import it.
void draw_import(const Look& look, const ImportModel& model, bool preview, ImportMemory& memory,
                 Wishes& out, const CountyName& county = {});

}  // namespace web
