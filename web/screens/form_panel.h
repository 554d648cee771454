#pragma once
// The panel of an open form: its fields, what is wrong beside each, the clause it serves, and one
// button to record it.

#include <cstdint>
#include <string>
#include <vector>

#include "core/app/desk.h"
#include "web/models/fact_form.h"
#include "web/screens/wishes.h"
#include "web/widgets/look.h"

namespace web {

struct FormMemory {
  FormRequest request;
  FactForm form;
  std::vector<std::vector<FormChoice>> choices;  ///< By field; empty where it is typed.
  std::string search;                            ///< In the list that is open.
  core::Date today;
  std::uint64_t revision = 0;  ///< Of the ledger it was checked against.
  bool edited = false;         ///< Since it was checked.
  bool tried = false;          ///< Recording was tried: everything wrong is shown.
  bool key_touched = false;    ///< A person has been there, as FormField::touched.
  bool day_touched = false;
  bool reason_touched = false;
  bool seek_problem = false;  ///< Recording was refused: the first thing wrong comes into view.
  float told = 0;             ///< Height of what no field owns, above the buttons.
  float height = 0;           ///< Of its card, were there room enough; 0 = not known yet.
  bool resized = false;       ///< It came out with another height than it was drawn with.
};

/// The form that was asked for; not open when it cannot be.
FormMemory form_memory(core::app::Desk& desk, const FormRequest& request);

/// Whether a person has filled anything in.
bool is_filled_in(const FormMemory& memory);

/// Fills in what had been filled in into a draft of the same form.
void go_on_with(const FormMemory& draft, FormMemory& memory);

/// Checks again what has been edited, or what changed in the ledger meanwhile.
void refresh_form(core::app::Desk& desk, FormMemory& memory);

/// Recording was asked for: checks it as it stands. What is wrong is shown from now on.
bool ready_to_record(core::app::Desk& desk, FormMemory& memory);

/// Draws into the current window. The height it needs to be seen whole.
float draw_form(const Look& look, FormMemory& memory, Wishes& out);

}  // namespace web
