#pragma once
// The running page: one ledger, one desk, one dashboard, and when to draw them.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/app/desk.h"
#include "web/browser/clock.h"
#include "web/browser/glyph_warmth.h"
#include "web/browser/graphics.h"
#include "web/browser/input.h"
#include "web/browser/storage.h"
#include "web/screens/dashboard.h"
#include "web/widgets/text_link.h"

namespace web {

/// What the ledger starts from.
enum class Source { Blank, Stored, Demo };

class Application {
 public:
  Application() = default;
  ~Application();
  Application(const Application&) = delete;
  Application& operator=(const Application&) = delete;

  /// Room for bytes or text the page hands over; the next call that wants some takes them.
  char* reserve(std::size_t bytes);
  std::string take_staged() { return std::move(staged_); }
  /// Touches memory for so many bytes, which then lies ready for what is handed over next.
  void make_room(std::size_t bytes);

  /// Before start. A day that cannot be read changes nothing.
  void fix_today(std::string_view day);
  /// Opens the ledger (staged bytes, or blank), then the canvas. On failure the page was told why.
  bool start(Source source, bool apple);
  /// Every frame lasts a sixtieth of a second: tests.
  void fix_time_step() { fixed_step_ = true; }

  /// Device pixels; `ratio` of them in a CSS pixel. `text_size` is the person's, 1 as designed.
  void resize(float width, float height, float ratio, float text_size);
  void set_appearance(bool dark, bool high_contrast);
  void go(std::string_view screen);
  /// What keep_views was given last time.
  void restore_views(std::string_view json);
  /// When the ledger was last handed over as a file, and how well this browser keeps it.
  void restore_backup(std::string_view json, Keeping keeping);
  /// Lists the snapshots the page keeps.
  void show_snapshots(std::string_view json);
  /// A file to import comes in two parts, then import_files starts with all of them.
  void hold_file(std::string bytes);
  void name_file(std::string name);
  void import_files();
  /// The staged bytes are a block of cells pasted outside any field.
  void preview_table();
  void report_storage(SaveState state, bool read_only, std::string sentence);
  /// Fails the page when nothing of what was drawn can be seen; waits until it was drawn.
  void check_graphics() const;
  void restore_graphics();
  /// Another window wrote: goes on with the staged bytes. False, and nothing changed, when they are
  /// no ledger or an import is under way.
  bool refresh();
  /// What the staged bytes are: `problem` (empty when they are a ledger that opens), whether
  /// a later program wrote them (`newer`), `county`, `facts`. Needs no start and changes nothing.
  std::string inspect_json();
  /// The same of the ledger at work; `identity` is its own from its first fact on, `head` its
  /// state: what has the same is the same.
  std::string ledger_json() const;
  /// Hands the whole ledger to the page as a file: at once, or after an import that is under way.
  void back_up();
  /// Shows the page the same bytes where they lie; nobody is given anything.
  void show_file();
  bool importing() const { return desk_->importing(); }
  /// As Dashboard::has_unrecorded.
  bool has_unrecorded() const { return dashboard_->has_unrecorded(); }
  /// Carries on an import for so many milliseconds; true while there is more of it.
  bool work(double milliseconds);

  Input& input() { return input_; }
  /// Scrolls what is under the pointer. False when nothing has moved between the call before this
  /// and now: it has come to its end.
  bool scroll(float right, float down);
  /// Whether what lies there is to be dragged by a finger, instead of scrolling.
  bool grips(float x, float y) const;
  /// From the text agent, for the field being typed into.
  void edit_text(TextEdit edit);
  /// An input method begins to compose in that field, or is done.
  void compose(bool composing);

  /// Something happened: draw until it has settled.
  void wake();
  /// Draws one frame. Milliseconds until the next is wanted; 0 = at once.
  double frame(double now);
  /// Milliseconds spent so far on working out frames: models and draw lists, without the drawing.
  double worked() const { return worked_; }
  /// Lets what was just fed in take effect without drawing, inside the event that caused it.
  void settle(double now);

  /// Draws everyday characters ahead and makes searching ready, for so many milliseconds; needs and
  /// causes no frame. True while there is more to do; with no time it only looks.
  bool warm_up(double milliseconds);

  std::string items_json() const;
  std::string_view screen() const { return dashboard_->screen(); }

 private:
  void hand_over_backup();
  bool open_ledger(Source source);
  bool open_canvas();
  void follow_the_day();
  void step(double now);
  std::uint64_t lay_out();
  void finish_step();
  void show_text();
  double next_frame_in() const;
  FrameInput frame_input() const;

  std::string staged_;
  PageClock clock_;
  Storage storage_;
  Input input_;
  std::unique_ptr<core::app::Desk> desk_;
  std::unique_ptr<Graphics> graphics_;
  std::unique_ptr<Dashboard> dashboard_;
  std::vector<core::intake::ImportFile> files_;
  TextLink text_;
  FieldState shown_text_;  // What the page was told last.
  FrameInput look_;
  Fonts fonts_;
  GlyphWarmth warmth_;
  float ratio_ = 1;
  std::uint64_t places_ = 0;  // Where things were drawn last, and at the last scroll.
  std::uint64_t places_then_ = 0;
  core::Date day_;           // The clock's, when last looked.
  bool from_store_ = false;  // The ledger, not a blank one made here.
  bool fixed_step_ = false;
  bool shown_ = false;  // A frame was drawn.
  double last_ = 0;     // Milliseconds of the last frame.
  double seconds_ = 0;  // Since start, as the dashboard sees it.
  double worked_ = 0;   // Milliseconds.
  int frames_left_ = 0;
  int frames_more_ = 0;  // Beyond those, as long as the layout changes.
};

}  // namespace web
