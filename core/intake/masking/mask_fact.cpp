#include "core/intake/masking/mask_fact.h"

#include "core/intake/masking/names.h"
#include "core/intake/masking/scrubber.h"
#include "core/model/fact_kind.h"

namespace core::intake {
namespace {

constexpr std::string_view kPetitioner = "petitioner";

/// The surname the case's texts may introduce a full name with.
std::string_view surname_of(const State& state, const Fields& fields, std::string_view shown) {
  const CaseIndex index = state.find_case(fields.text("case"));
  return surname_in(index.known() ? std::string_view(state.case_text(index).petitioner) : shown);
}

/// Beside case texts, what is written to units or about what was said: it may name petitioners.
bool holds_texts_of_cases(const KindSpec& kind) {
  switch (kind.subject) {
    case Subject::Kind::Case:
    case Subject::Kind::Reminder:
    case Subject::Kind::Alert:
    case Subject::Kind::Supervision:
    case Subject::Kind::Talk:
    case Subject::Kind::Inquiry:
    case Subject::Kind::Proposal:
    case Subject::Kind::Rectification:
      return true;
    default:
      return false;
  }
}

/// What says which letter or organ is meant, or where a talk was held, stays as it is.
bool is_reference(std::string_view field) {
  return field == "document" || field == "measure" || field == "to" || field == "place";
}

void mask_fields(const KindSpec& kind, Fields& fields, const State& state, Scrubbed& counts) {
  MaskedPetitioner masked;
  if (const std::string_view name = fields.text(kPetitioner); !name.empty()) {
    masked = mask_petitioner(name, fields.integer("people"));
    counts.name += masked.shown == name ? 0 : static_cast<std::int64_t>(masked.names.size());
    fields.set(kPetitioner, masked.shown);
  }
  const std::string surname(surname_of(state, fields, masked.shown));
  Scrubber scrubber([&](std::string_view digits) { return state.find_case(digits).known(); });
  for (const FieldSpec& spec : kind.fields) {
    const std::string_view text = fields.text(spec.name);
    if (spec.type != FieldType::Text || text.empty() || spec.name == kPetitioner) continue;
    if (kind.subject != Subject::Kind::Case && is_reference(spec.name)) continue;
    fields.set(spec.name, scrubber.scrub(text, masked.names, counts, surname));
  }
}

}  // namespace

void mask_fact(Fact& fact, const State& state, Scrubbed& counts) {
  const KindSpec* kind = find_kind(fact.kind);
  if (kind && holds_texts_of_cases(*kind)) return mask_fields(*kind, fact.fields, state, counts);
  const KindSpec* corrected = state.fact_kind(state.find_fact(fact.fields.text("fact")));
  const Value* with = fact.fields.find("with");
  if (!corrected || !holds_texts_of_cases(*corrected) || !with || !with->fields()) return;
  Fields changed = *with->fields();
  mask_fields(*corrected, changed, state, counts);
  fact.fields.set("with", std::move(changed));
}

}  // namespace core::intake
