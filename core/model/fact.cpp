#include "core/model/fact.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "core/base/text.h"
#include "core/model/code_labels.h"
#include "core/model/fact_kind.h"

namespace core {
namespace {

constexpr std::string_view kCorrected = "fact.corrected";
constexpr std::string_view kRetracted = "fact.retracted";

constexpr std::array kEnvelope = std::to_array<std::string_view>(
    {"kind", "on", "by", "id", "recorded_at", "origin", "seq", "prev", "hash"});

bool is_envelope(std::string_view name) {
  return std::find(kEnvelope.begin(), kEnvelope.end(), name) != kEnvelope.end();
}

Error wrong(std::string_view field, std::string_view reason) {
  return Error{ErrorCode::InvalidInput, fmt::format("字段“{}”{}", field, reason)};
}

/// A text of the envelope; empty when it is not there.
Result<std::string_view> envelope_text(const Fields& fields, std::string_view name) {
  const Value* value = fields.find(name);
  if (value && !value->is_null() && !value->text()) return wrong(name, "应为文字");
  return fields.text(name);
}

void apply_correction(Fact& fact, const Fields& with) {
  for (const auto& [name, value] : with) {
    if (name == "on") {
      const std::string* text = value.text();
      const std::optional<Date> day = text ? parse_date(*text) : std::nullopt;
      if (day) fact.on = *day;
    } else if (value.is_null()) {
      fact.fields.erase(name);
    } else {
      fact.fields.set(name, value);
    }
  }
}

/// Facts that a retraction which itself holds has taken back. Later facts decide over earlier ones,
/// so one walk from the end settles retractions of retractions.
std::vector<bool> retracted(const std::vector<RecordedFact>& facts) {
  std::unordered_map<std::string_view, std::size_t> by_id;
  for (std::size_t i = 0; i < facts.size(); ++i) by_id.emplace(facts[i].id, i);
  std::vector<bool> gone(facts.size(), false);
  for (std::size_t i = facts.size(); i-- > 0;) {
    if (gone[i] || facts[i].fact.kind != kRetracted) continue;
    const auto target = by_id.find(facts[i].fact.fields.text("fact"));
    if (target != by_id.end() && target->second < i) gone[target->second] = true;
  }
  return gone;
}

/// Codes may be said by their names, those of the notice among them (7.3: 给予行政处分建议); what
/// is kept is the contract's word.
void use_codes(Fact& fact) {
  const KindSpec* spec = find_kind(fact.kind);
  for (const FieldSpec& field : spec ? spec->fields : std::span<const FieldSpec>()) {
    if (field.type != FieldType::Code) continue;
    const std::string_view code =
        code_called_in(field.name, field.codes, fact.fields.text(field.name));
    if (!code.empty()) fact.fields.set(field.name, code);
  }
}

}  // namespace

bool is_amendment_kind(std::string_view kind) { return kind == kCorrected || kind == kRetracted; }

bool is_amendment(const Fact& fact) { return is_amendment_kind(fact.kind); }

std::string subject_key(const Fact& fact, const KindSpec& spec) {
  const Value* value = fact.fields.find(spec.key);
  if (value && value->integer()) return std::to_string(*value->integer());
  return std::string(fact.fields.text(spec.key));
}

std::optional<Subject> subject_of(const Fact& fact) {
  if (is_amendment(fact)) return std::nullopt;
  const KindSpec* spec = find_kind(fact.kind);
  if (!spec) return Subject{Subject::Kind::Other, fact.kind};
  if (spec->key.empty())
    return Subject{spec->subject,
                   spec->subject == Subject::Kind::Other ? fact.kind : std::string()};
  return Subject{spec->subject, subject_key(fact, *spec)};
}

Result<Fact> fact_from_json(const Value& object) {
  const Fields* fields = object.fields();
  if (!fields) return Error{ErrorCode::InvalidInput, "每条事实应是一个 JSON 对象"};
  Fact fact;
  CORE_ASSIGN(fact.kind, envelope_text(*fields, "kind"));
  if (fact.kind.empty()) return wrong("kind", "缺失");
  CORE_ASSIGN(const std::string_view on, envelope_text(*fields, "on"));
  const std::optional<Date> day = parse_date(on);
  if (!day)
    return wrong("on", on.empty() ? "缺失" : fmt::format("“{}”不是有效日期（YYYY-MM-DD）", on));
  fact.on = *day;
  CORE_ASSIGN(fact.by, envelope_text(*fields, "by"));
  for (const auto& [name, value] : *fields)
    if (!is_envelope(name)) fact.fields.set(name, value);
  use_codes(fact);
  return fact;
}

Value fact_to_json(const Fact& fact) {
  Fields object = fact.fields;
  object.set("kind", fact.kind);
  object.set("on", to_string(fact.on));
  if (!fact.by.empty()) object.set("by", fact.by);
  return object;
}

Value fact_to_json(const RecordedFact& recorded) {
  Fields object = *fact_to_json(recorded.fact).fields();
  object.set("id", recorded.id);
  if (!recorded.recorded_at.empty()) object.set("recorded_at", recorded.recorded_at);
  return object;
}

std::vector<RecordedFact> effective(std::vector<RecordedFact> facts) {
  const std::vector<bool> gone = retracted(facts);
  std::unordered_map<std::string, std::size_t> by_id;
  std::vector<RecordedFact> held;
  held.reserve(facts.size());
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (gone[i] || facts[i].fact.kind == kRetracted) continue;
    if (facts[i].fact.kind == kCorrected) {
      const auto target = by_id.find(std::string(facts[i].fact.fields.text("fact")));
      const Value* with = facts[i].fact.fields.find("with");
      if (target != by_id.end() && with && with->fields())
        apply_correction(held[target->second].fact, *with->fields());
      continue;
    }
    by_id.emplace(facts[i].id, held.size());
    held.push_back(std::move(facts[i]));
  }
  return held;
}

}  // namespace core
