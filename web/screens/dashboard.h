#pragma once
// The whole page as one object: models and memories in, drawing out. Compiles without Emscripten.

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/app/desk.h"
#include "core/intake/importer.h"
#include "web/screens/frame_input.h"
#include "web/screens/wishes.h"
#include "web/widgets/look.h"
#include "web/widgets/registry.h"

namespace web {

/// Colours and sizes of a frame.
Look look_of(const FrameInput& input, Fonts fonts);

class Dashboard {
 public:
  /// The desk must outlive the dashboard.
  explicit Dashboard(core::app::Desk& desk, Fonts fonts = {});
  ~Dashboard();
  Dashboard(const Dashboard&) = delete;
  Dashboard& operator=(const Dashboard&) = delete;

  /// Draws one frame; call between ImGui::NewFrame and ImGui::Render. Carries out what was asked
  /// for.
  void frame(const FrameInput& input);

  /// Carries on a running import for so many milliseconds, between two frames. True while there is
  /// more of it; what it has come to shows in the next frame.
  bool work(double milliseconds);

  /// Everything the last frame showed.
  std::span<const RegistryItem> items() const;

  /// Name of the current screen: today, overview, cases, case, leads, reports, units, data, import.
  std::string_view screen() const;

  /// Goes to a screen by name; unknown names change nothing.
  void go(std::string_view screen);

  /// Gets ready for what a person may ask for next, while nothing else happens. True while there is
  /// more to do; with no time it only looks.
  bool prepare(double milliseconds);

  /// True while another frame is needed without any event: something asked for in this frame shows
  /// only in the next.
  bool wants_frame() const;

  /// True once after 选择文件 or 导入台账 was pressed: the page opens its picker.
  bool take_file_request();

  /// True once after 显示设置 was pressed: the page opens its dialog.
  bool take_settings_request();

  /// As if 备份 was pressed.
  void request_backup();
  /// True once after 备份 was pressed: the page hands the ledger over as a file. Not before an
  /// import has come to its end: until then the file holds half of it.
  bool take_backup_request();

  /// Starts an import of files chosen or dropped. A refusal is shown as a sentence.
  void import_files(std::vector<core::intake::ImportFile> files);

  /// A block of cells pasted outside any field, cells parted by tabs: tried like a file, without
  /// recording anything; the screen of the import shows what would happen and asks.
  void preview_table(std::string cells);

  /// A file a person asked for, once.
  std::optional<Download> take_download();

  /// How columns are arranged, as JSON, once after a person changed it: the page keeps it with the
  /// ledger and hands it back with restore_views. What cannot be read changes nothing.
  std::optional<std::string> take_views();
  void restore_views(std::string_view json);

  /// When the ledger was last handed over as a file, as JSON, once after that changed; the page
  /// keeps it with the ledger and hands it back with restore_backup.
  std::optional<std::string> take_backup_record();
  void restore_backup(std::string_view json, Keeping keeping = Keeping::Site);
  /// The ledger was handed over just now.
  void backed_up();

  /// What the page has put aside, as JSON: a list of `taken` (its key), `time`, `county`, `facts`,
  /// `bytes`, the newest first.
  void show_snapshots(std::string_view json);
  /// Once after a person chose one of them, to restore it or to have it as a file.
  std::optional<SnapshotUse> take_snapshot_use();

  /// Whether something filled in or pasted is not recorded yet: it would be lost with the page.
  bool has_unrecorded() const;

  /// True once after facts were recorded: the page must save.
  bool take_changes();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace web
