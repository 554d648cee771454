#include "core/model/accusation.h"

#include <fmt/format.h>

#include "core/model/fact_kind.h"

namespace core {
namespace {

constexpr std::string_view kAccusation = "accusation";

// A plan settles a duty; whoever writes it names its document.
bool is_content(const FieldSpec& spec) {
  return spec.type == FieldType::Text && spec.name != "document" && spec.name != "plan";
}

bool is_about_accusation(const FactView& fact, const State& state) {
  if (const std::string_view purpose = fact.fields.text("purpose"); !purpose.empty())
    return purpose == kAccusation;
  const CaseIndex index = state.find_case(fact.fields.text("case"));
  return index.known() && state.case_row(index).purpose == Purpose::Accusation;
}

}  // namespace

void check_accusation(const FactView& fact, const State& state, std::vector<std::string>& out) {
  if (!is_about_accusation(fact, state)) return;
  for (const FieldSpec& spec : fact.spec->fields)
    if (is_content(spec) && !fact.fields.text(spec.name).empty())
      out.push_back(fmt::format("{}（{}）不予登记：检举控告事项只登记编号、日期和承办单位",
                                spec.label, spec.name));
}

void remove_content(Fact& fact) {
  const Value* with = fact.fields.find("with");
  const bool corrects = with && with->fields();
  Fields kept = corrects ? *with->fields() : Fields();
  for (const KindSpec& kind : fact_kinds()) {
    if (kind.subject != Subject::Kind::Case) continue;
    for (const FieldSpec& field : kind.fields) {
      if (!is_content(field)) continue;
      fact.fields.erase(field.name);
      kept.erase(field.name);
    }
  }
  if (corrects) fact.fields.set("with", std::move(kept));
}

}  // namespace core
