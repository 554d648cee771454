#pragma once
// A form for one fact of any kind: built from the catalogue, checked while it is filled in, masked
// like an import before anything is recorded.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/fact_kind.h"
#include "core/model/state.h"
#include "web/models/duty_detail.h"

namespace web {

struct FormField {
  const core::FieldSpec* spec = nullptr;
  std::string text;      ///< As typed; of choices the key or code; `true`, `false` or nothing.
  std::string given;     ///< What it was opened with: left alone it is not held against anybody.
  std::string problem;   ///< What is wrong with it, short.
  bool touched = false;  ///< A person has been here: what is wrong is shown.
};

struct FactForm {
  const core::KindSpec* kind = nullptr;  ///< Null while no form is open.
  std::string title;                     ///< 受理
  std::string about;                     ///< The case it is about, in words.
  std::string key;                       ///< Of the subject.
  bool asks_key = false;                 ///< The subject is new, its key is filled in here.
  std::string key_problem;
  std::string day;
  std::string day_problem;
  std::vector<FormField> fields;
  std::vector<std::string> problems;  ///< What stands against the fact as a whole.
  std::vector<Quote> quotes;          ///< The clause it serves.
  std::string corrects;               ///< Id of the fact that is corrected; empty = a new one.
  core::Fact before;                  ///< That fact.
  std::string reason;                 ///< Why it is corrected.
  std::string reason_problem;

  bool open() const { return kind != nullptr; }
  /// Nothing stands against recording it.
  bool ready() const;
};

/// An empty form of the kind on the subject with `key` (empty: to be filled in); `given` fields are
/// filled in. Not open for kinds we do not know.
FactForm fact_form(const core::State& state, std::string_view kind, std::string_view key,
                   const core::Fields& given, core::Date today);

/// A form to correct a recorded fact, filled in with what it says: the fact as it holds now.
FactForm correction_form(const core::State& state, const core::RecordedFact& fact,
                         core::Date today);

/// The fact as filled in: empty fields left out, days read as people type them, petitioners masked
/// and free text scrubbed as at an import. Of a correction: the amendment with what was changed.
core::Fact fact_of(const FactForm& form, const core::State& state, core::Date today);

/// The day a field of days is understood as; nothing while it is none. Without a year a deadline is
/// the next such day from what it follows (the fact's day, the day of receipt), and what happened
/// the latest one.
std::optional<core::Date> day_of(const FactForm& form, const FormField& field, core::Date today);

/// Finds what is wrong (model/validate.h) and puts it beside the fields; so is a deadline before
/// what it follows.
void check(FactForm& form, const core::State& state, core::Date today);

struct FormChoice {
  std::string key;
  std::string words;
  std::string more;  ///< Post, unit: secondary.
};

/// What a field offers to choose from, likeliest first; empty for fields that are typed. `unit` is
/// who has the case: its people come first.
std::vector<FormChoice> choices_of(const core::State& state, const core::FieldSpec& spec,
                                   core::UnitIndex unit, core::Date today);

/// Whether a field holds several choices, joined by commas.
bool holds_several(const core::FieldSpec& spec);
std::vector<std::string> split_choices(std::string_view text);
std::string join_choices(const std::vector<std::string>& keys);

}  // namespace web
