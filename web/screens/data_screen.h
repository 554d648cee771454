#pragma once
// 数据: what the ledger holds, where it came from, and whether it is kept.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "web/models/data_model.h"
#include "web/screens/frame_input.h"
#include "web/screens/screen.h"
#include "web/screens/wishes.h"
#include "web/widgets/grid.h"
#include "web/widgets/look.h"

namespace web {

struct DataMemory {
  TableQuery query;                     ///< Unsorted, the newest import stands first.
  std::optional<std::uint64_t> chosen;  ///< Key of an import.
  std::vector<std::uint64_t> held;      ///< Keys of imports whose log is still there.
  bool seek_imports = false;            ///< They come into view in the next frame.
  GridMemory grid;
  TableQuery snapshot_query;              ///< Unsorted, the newest stands first.
  std::optional<std::uint64_t> snapshot;  ///< Key of the one chosen.
  GridMemory snapshot_grid;
};

struct StorageWords {
  std::string_view text;
  std::string_view brief;  ///< The same in two characters.
  Tone tone;
};

/// 已保存 / 保存中 / 未能保存 / 演示，不保存
StorageWords save_words(SaveState state);

std::unique_ptr<Screen> data_screen();

void draw_data(const Look& look, const DataModel& model, const FrameInput& input,
               DataMemory& memory, Wishes& out);

}  // namespace web
