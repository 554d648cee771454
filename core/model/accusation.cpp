#include "core/model/accusation.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/text.h"
#include "core/model/fact_kind.h"
#include "core/model/measure_codes.h"

namespace core {
namespace {

constexpr std::string_view kRegistration = "case.registered";
constexpr std::string_view kAccusation = "accusation";

const FieldSpec* field_of(const KindSpec& kind, std::string_view name) {
  const auto at = std::find_if(kind.fields.begin(), kind.fields.end(),
                               [name](const FieldSpec& spec) { return spec.name == name; });
  return at == kind.fields.end() ? nullptr : &*at;
}

/// Whether words stand in a field of this name that its kind does not know: not in one that names
/// somebody or something wherever it is known.
bool may_speak(std::string_view name) {
  bool known = false;
  for (const KindSpec& kind : fact_kinds()) {
    const FieldSpec* spec = field_of(kind, name);
    if (spec && spec->type == FieldType::Text) return true;
    known = known || spec || kind.key == name;
  }
  return !known;
}

bool is_chinese(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (const char32_t c = next_code_point(text, at); c >= 0x3400 && c <= 0x9FFF) return true;
  return false;
}

/// The same for what such a field holds; codes and numbers tell nothing.
bool speaks(const ValueView& value) {
  if (const auto text = value.text()) return is_chinese(*text) && !is_reference_number(*text);
  if (const List* list = value.list())
    return std::any_of(list->begin(), list->end(),
                       [](const Value& item) { return speaks(ValueView(item)); });
  if (const Fields* fields = value.fields())
    return std::any_of(fields->begin(), fields->end(), [](const Fields::Entry& field) {
      return may_speak(field.first) && speaks(ValueView(field.second));
    });
  return false;
}

/// Whether the field of a kind may hold the number of a document instead of words.
bool takes_number(const KindSpec& kind, std::string_view name) {
  return kind.subject != Subject::Kind::Case || name == "document" || name == "plan";
}

/// What the registration says of whoever accuses, or how: no words, but no number, day or organ.
bool is_of_accuser(const KindSpec* kind, std::string_view name) {
  return kind && kind->kind == kRegistration &&
         (name == "form" || name == "people" || name == "collective" || name == "first_time");
}

// Where a letter goes, where a talk was held and which measure is meant are no content. A plan
// settles a duty; whoever writes it names its document.
bool tells(const KindSpec* kind, std::string_view name, const ValueView& value) {
  if (is_of_accuser(kind, name)) return !value.is_null();
  const FieldSpec* spec = kind ? field_of(*kind, name) : nullptr;
  if (!spec) return may_speak(name) && speaks(value);
  if (spec->type != FieldType::Text || name == "to" || name == "place" || name == "measure")
    return false;
  const std::string_view text = value.text().value_or("");
  return !text.empty() && !(takes_number(*kind, name) && is_reference_number(text));
}

bool is_accusation(const State& state, CaseIndex index) {
  return index.known() && state.case_row(index).purpose == Purpose::Accusation;
}

bool is_about_accusation(const FactView& fact, const State& state) {
  if (fact.kind == kRegistration) return fact.fields.text("purpose") == kAccusation;
  if (const std::string_view number = fact.fields.text("case"); !number.empty())
    return is_accusation(state, state.find_case(number));
  if (!fact.spec || !step_kind(fact.kind)) return false;
  const MeasureIndex measure =
      state.find_measure(fact.spec->subject, fact.fields.text(fact.spec->key));
  return measure.known() && is_accusation(state, state.measure(measure).case_index);
}

/// The same for the fact a correction is about, as it will be.
bool corrects_accusation(const KindSpec& kind, FactRef target, const Fields& with,
                         const State& state) {
  if (kind.kind == kRegistration && with.find("purpose"))
    return with.text("purpose") == kAccusation;
  if (kind.subject == Subject::Kind::Case)
    return is_accusation(state, CaseIndex{state.subject_row(target)});
  if (const std::string_view number = with.text("case"); !number.empty())
    return is_accusation(state, state.find_case(number));
  const RecordedFact* recorded = state.other_fact(target);
  if (!recorded) return false;
  FactView fact;
  look_at(recorded->fact, fact);
  return is_about_accusation(fact, state);
}

void refuse(const KindSpec* kind, std::string_view name, std::vector<std::string>& out) {
  const FieldSpec* spec = kind ? field_of(*kind, name) : nullptr;
  out.push_back(fmt::format("{}（{}）不予登记：检举控告事项只登记编号、日期和承办单位{}",
                            spec ? spec->label : std::string_view("内容"), name,
                            spec && takes_number(*kind, name) ? "，此处只可填文号" : ""));
}

}  // namespace

bool is_reference_number(std::string_view text) {
  constexpr std::size_t kLongestOrgan = 12;
  if (contains(text, "关于") || contains(text, "的")) return false;
  std::size_t organ = 0;
  bool begun = false;  // the organ's word is over
  bool digits = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = next_code_point(text, at);
    const std::string_view character = text.substr(from, at - from);
    const bool digit = (c >= '0' && c <= '9') || (c >= U'０' && c <= U'９');
    digits = digits || digit;
    begun = begun || digit || contains("〔［【（([", character);
    if (c < 0x80 || digit || contains("〔〕［］【】（）年第字号条款项－—", character)) continue;
    if (begun || ++organ > kLongestOrgan) return false;
  }
  return digits;
}

void check_accusation(const FactView& fact, const State& state, std::vector<std::string>& out) {
  if (fact.is_amendment()) {
    const ValueView* with = fact.fields.find("with");
    const FactRef target = state.find_fact(fact.fields.text("fact"));
    const KindSpec* kind = state.fact_kind(target);
    if (!kind || !with || !with->fields()) return;
    if (!corrects_accusation(*kind, target, *with->fields(), state)) return;
    for (const auto& [name, value] : *with->fields())
      if (tells(kind, name, ValueView(value))) refuse(kind, name, out);
    return;
  }
  if (!is_about_accusation(fact, state)) return;
  for (const FieldView& field : fact.fields)
    if (tells(fact.spec, field.name, field.value)) refuse(fact.spec, field.name, out);
}

void remove_content(Fact& fact, const State& state) {
  const auto without_words = [](const KindSpec* kind, const Fields& fields) {
    Fields kept;
    for (const auto& [name, value] : fields)
      if (!tells(kind, name, ValueView(value))) kept.set(name, value);
    return kept;
  };
  if (const Value* with = fact.fields.find("with"); with && with->fields()) {
    const KindSpec* kind = state.fact_kind(state.find_fact(fact.fields.text("fact")));
    fact.fields.set("with", without_words(kind, *with->fields()));
  }
  fact.fields = without_words(find_kind(fact.kind), fact.fields);
}

}  // namespace core
