#pragma once
// What a person asked for while a frame was drawn. The dashboard carries it out afterwards.

#include <optional>
#include <string>

#include "core/app/commands.h"
#include "core/model/state.h"
#include "web/models/cases_model.h"
#include "web/models/report.h"
#include "web/models/snapshots_model.h"
#include "web/models/today_model.h"

namespace web {

/// A form to be opened: a fact of this kind on this subject.
struct FormRequest {
  std::string kind;
  std::string key;       ///< Of the case, unit or official; empty = to be filled in.
  core::Fields given;    ///< What is already known.
  std::string corrects;  ///< Id of a recorded fact to correct; empty = a new one.
};

/// A file to be handed to the person.
struct Download {
  std::string name;
  std::string content;
  bool report = false;  ///< Not a file: JSON of a report to be shown as plain HTML and printed.
};

struct Wishes {
  core::app::Commands commands;
  bool record_form = false;  ///< Record what the open form says; it closes when that was taken.
  std::optional<FormRequest> form;
  bool close_form = false;
  bool undo = false;
  bool redo = false;
  std::string screen;  ///< Go there; empty = stay.
  std::optional<core::CaseIndex> open_case;
  std::optional<CasesQuery> show_cases;  ///< Go to 事项 with this query.
  std::optional<TodayQuery> show_today;  ///< Go to 今日 with this query.
  std::optional<bool> show_people;       ///< Go to 单位领导: its officials, or its units.
  std::optional<std::string> search;     ///< The text in the search field.
  std::optional<Download> download;
  std::optional<Report> print;
  bool back = false;  ///< From a case to where it was opened.
  bool choose_files = false;
  bool back_up = false;  ///< The whole ledger as a file.
  std::optional<SnapshotUse> snapshot;
  std::optional<bool> decide_pasted;  ///< Import the pasted table that was tried, or forget it.
  bool cancel_import = false;
  bool dismiss_notice = false;
  bool show_settings = false;  ///< How the page looks: the platform's own dialog.

  bool empty() const {
    return commands.empty() && !record_form && !form && !close_form && !undo && !redo &&
           screen.empty() && !open_case && !show_cases && !show_today && !show_people && !search &&
           !download && !print && !back && !choose_files && !decide_pasted && !cancel_import &&
           !dismiss_notice && !show_settings && !back_up && !snapshot;
  }
};

}  // namespace web
