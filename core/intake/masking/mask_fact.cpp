#include "core/intake/masking/mask_fact.h"

#include <algorithm>

#include "core/intake/masking/names.h"
#include "core/intake/masking/scrubber.h"
#include "core/model/fact_kind.h"

namespace core::intake {
namespace {

constexpr std::string_view kPetitioner = "petitioner";

/// What units and officials are called is nobody's personal data.
bool is_register(const KindSpec& kind) {
  return kind.subject == Subject::Kind::County || kind.subject == Subject::Kind::Unit ||
         kind.subject == Subject::Kind::Official;
}

/// What says which letter, organ or thing is meant, or where a talk was held, stays as it is.
bool is_reference(std::string_view field) {
  for (const std::string_view each : {"document", "measure", "to", "place", "digest", "id", "fact"})
    if (field == each) return true;
  const std::span<const KindSpec> kinds = fact_kinds();
  return std::any_of(kinds.begin(), kinds.end(),
                     [field](const KindSpec& kind) { return kind.key == field; });
}

class FactMasker {
 public:
  FactMasker(const State& state, Scrubbed& counts)
      : state_(state),
        counts_(counts),
        scrubber_([this](std::string_view digits) { return state_.find_case(digits).known(); }) {}

  /// `kind` is null for kinds we do not know.
  void mask(const KindSpec* kind, Fields& fields) {
    mask_petitioner_in(fields);
    Fields changed;
    for (const auto& [name, value] : fields) {
      const FieldSpec* spec = kind ? field_of(*kind, name) : nullptr;
      if (!may_tell(kind, spec, name)) continue;
      changed.set(name, scrubbed(value, spec && spec->type != FieldType::Text));
    }
    for (const auto& [name, value] : changed) fields.set(name, value);
  }

  std::string label(std::string_view text) { return scrubber_.scrub_label(text, counts_); }

 private:
  void mask_petitioner_in(Fields& fields) {
    const CaseIndex index = state_.find_case(fields.text("case"));
    if (const std::string_view name = fields.text(kPetitioner); !name.empty()) {
      const MaskedPetitioner masked = mask_petitioner(name, fields.integer("people"));
      counts_.name += masked.shown == name ? 0 : static_cast<std::int64_t>(masked.names.size());
      names_ = masked.names;
      surname_ = surname_in(masked.shown);
      fields.set(kPetitioner, masked.shown);
    }
    if (index.known()) surname_ = surname_in(state_.case_text(index).petitioner);
  }

  static const FieldSpec* field_of(const KindSpec& kind, std::string_view name) {
    for (const FieldSpec& spec : kind.fields)
      if (spec.name == name) return &spec;
    return nullptr;
  }

  /// Whether somebody's words, or names with more behind them, stand in the field.
  static bool may_tell(const KindSpec* kind, const FieldSpec* spec, std::string_view name) {
    const bool of_case = kind && kind->subject == Subject::Kind::Case;
    if (is_reference(name) && !(of_case && name == "document")) return false;
    if (!spec) return true;
    switch (spec->type) {
      case FieldType::Text:
      case FieldType::Texts:
      case FieldType::OfficialName:
      case FieldType::Objects:
        return !is_register(*kind);
      default:
        return false;
    }
  }

  /// `named`: it holds names of officials, which stay.
  Value scrubbed(const Value& value, bool named) {
    if (const std::string* text = value.text()) {
      if (state_.find_official(*text).known()) return value;
      if (named) return label(*text);
      return scrubber_.scrub(*text, names_, counts_, surname_);
    }
    if (const List* list = value.list()) {
      List out;
      for (const Value& item : *list) out.push_back(scrubbed(item, named));
      return out;
    }
    if (!value.fields()) return value;
    Fields out;
    for (const auto& [name, item] : *value.fields())
      out.set(name, is_reference(name) ? item : scrubbed(item, named));
    return out;
  }

  const State& state_;
  Scrubbed& counts_;
  Scrubber scrubber_;
  std::vector<PersonName> names_;
  std::string surname_;
};

}  // namespace

void mask_fact(Fact& fact, const State& state, Scrubbed& counts) {
  FactMasker masker(state, counts);
  fact.by = masker.label(fact.by);
  if (const Value* with = fact.fields.find("with"); with && with->fields()) {
    const KindSpec* corrected = state.fact_kind(state.find_fact(fact.fields.text("fact")));
    Fields changed = *with->fields();
    masker.mask(corrected, changed);
    fact.fields.set("with", std::move(changed));
  }
  masker.mask(find_kind(fact.kind), fact.fields);
}

}  // namespace core::intake
