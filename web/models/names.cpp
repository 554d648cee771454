#include "web/models/names.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "core/model/code_labels.h"
#include "core/model/fact_kind.h"
#include "core/rules/catalog.h"
#include "web/models/words.h"

namespace web {
namespace {

using core::FieldType;

std::string text_of(const core::State& state, const core::Value& value, FieldType type);

std::string list_text(const core::State& state, const core::List& list, FieldType type) {
  std::string out;
  for (const core::Value& item : list) {
    if (!out.empty()) out += "、";
    out += text_of(state, item, type);
  }
  return out;
}

/// What objects in lists are made of, in the order a person says it: 西山镇 点名批评 89.77分 第8名.
struct PartSpec {
  std::string_view name;
  FieldType type;
  std::string_view before = {};
  std::string_view after = {};
};

constexpr PartSpec kParts[] = {
    {"unit", FieldType::UnitKey},
    {"official", FieldType::OfficialName},
    {"name", FieldType::Text},
    {"role", FieldType::Text},
    {"group", FieldType::Code},
    {"mention", FieldType::Code},
    {"score", FieldType::Text, "", "分"},
    {"rank", FieldType::Integer, "第", "名"},
    {"of", FieldType::Integer, "共", "个"},
};

std::string object_text(const core::State& state, const core::Fields& fields) {
  std::string out;
  const auto add = [&](const core::Value& value, const PartSpec& part) {
    const std::string words = text_of(state, value, part.type);
    if (words.empty() || words == "null") return;
    if (!out.empty()) out += ' ';
    out.append(part.before).append(words).append(part.after);
  };
  for (const PartSpec& part : kParts)
    if (const core::Value* value = fields.find(part.name)) add(*value, part);
  for (const auto& [name, value] : fields) {
    const auto is_name = [&field = name](const PartSpec& part) { return part.name == field; };
    if (std::none_of(std::begin(kParts), std::end(kParts), is_name))
      add(value, {name, FieldType::Text});
  }
  return out;
}

std::string word_of(const core::State& state, const std::string& text, FieldType type) {
  switch (type) {
    case FieldType::UnitKey:
    case FieldType::UnitKeys: {
      const std::string name = unit_name(state, state.find_unit(text));
      return name.empty() ? text : name;
    }
    case FieldType::OfficialKey:
    case FieldType::OfficialName: {
      const std::string name = official_name(state, state.find_official(text));
      return name.empty() ? text : name;
    }
    case FieldType::Code:
    case FieldType::Codes:
      return std::string(core::code_label(text));
    case FieldType::Day:
    case FieldType::Days: {
      const std::optional<core::Date> day = core::parse_date(text);
      return day ? full_day(*day) : text;
    }
    default:
      return text;
  }
}

std::string text_of(const core::State& state, const core::Value& value, FieldType type) {
  if (value.text()) return word_of(state, *value.text(), type);
  if (value.list()) return list_text(state, *value.list(), type);
  if (value.fields()) return object_text(state, *value.fields());
  if (value.boolean()) return *value.boolean() ? "是" : "否";
  if (value.integer()) return std::to_string(*value.integer());
  return core::to_json(value);
}

const core::FieldSpec* spec_of(const core::KindSpec* kind, std::string_view name) {
  if (kind == nullptr) return nullptr;
  for (const core::FieldSpec& field : kind->fields)
    if (field.name == name) return &field;
  return nullptr;
}

/// A field that its kind does not list may still be known from another: task_force, resolve_by.
const core::FieldSpec* spec_elsewhere(std::string_view name) {
  for (const core::KindSpec& kind : core::fact_kinds())
    if (const core::FieldSpec* spec = spec_of(&kind, name)) return spec;
  return nullptr;
}

/// 2026-W47, a bare 50 and `county` are for machines.
std::string field_words(const core::State& state, const core::FieldSpec* spec,
                        std::string_view name, const core::Value& value) {
  if (name == "progress" && value.integer() != nullptr)
    return std::to_string(*value.integer()) + "%";
  if (name == "week" && value.text() != nullptr)
    if (const std::optional<core::IsoWeek> week = core::parse_iso_week(*value.text()))
      return std::to_string(week->year) + "年第" + std::to_string(week->week) + "周";
  if (value.text() != nullptr && spec != nullptr) {
    if (spec->type == FieldType::Code) return std::string(core::code_label_in(name, *value.text()));
    if (name == "to") return addressee(state, *value.text());
  }
  return text_of(state, value, spec ? spec->type : FieldType::Text);
}

void append_field(std::string& out, const core::State& state, const core::FieldSpec* spec,
                  std::string_view name, const core::Value& value) {
  const std::string words = field_words(state, spec, name, value);
  if (words.empty()) return;
  if (!out.empty()) out += " · ";
  out += spec && !spec->label.empty() ? spec->label : name;
  out += ' ';
  out += words;
}

constexpr std::string_view kCountyHeads = "县委、县政府";

/// Who is to answer a proposal that went to no unit of the county.
std::string proposed_to(const core::State& state, core::MeasureIndex proposal) {
  const core::MeasureStep* issued =
      proposal.known() ? state.measure(proposal).first(core::StepKind::ProposalIssued) : nullptr;
  const core::RecordedFact* fact = issued == nullptr ? nullptr : state.other_fact(issued->fact);
  std::string organ = fact == nullptr ? "" : addressee(state, fact->fact.fields.text("to"));
  return organ.empty() ? std::string(kCountyHeads) : organ;
}

}  // namespace

std::string unit_name(const core::State& state, core::UnitIndex unit) {
  if (!unit.known()) return {};
  const core::UnitRow& row = state.unit(unit);
  return row.name.empty() ? row.code : row.name;
}

std::string addressee(const core::State& state, std::string_view to) {
  if (to == "county") return std::string(kCountyHeads);
  const std::string name = unit_name(state, state.find_unit(to));
  return name.empty() ? std::string(to) : name;
}

core::UnitIndex debtor(const core::rules::DutyRow& row) {
  return core::rules::rule(row.rule).owed_by_office ? core::UnitIndex{} : row.unit;
}

std::string duty_unit(const core::State& state, const core::rules::DutyRow& row) {
  using core::rules::RuleId;
  if (const core::UnitIndex unit = debtor(row); unit.known()) return unit_name(state, unit);
  switch (row.rule) {
    case RuleId::ProposalAnswer:
      return proposed_to(state, row.measure);
    case RuleId::Review:
      return "复查机关";
    case RuleId::FinalReview:
      return "复核机关";
    default:
      return "县联席办";
  }
}

std::string official_name(const core::State& state, core::OfficialIndex official) {
  if (!official.known()) return {};
  const core::OfficialRow& row = state.official(official);
  return row.name.empty() ? row.key : row.name;
}

std::string who_owes(const core::State& state, core::UnitIndex unit, core::OfficialIndex official) {
  std::string who = unit_name(state, unit);
  const std::string name = official_name(state, official);
  if (!who.empty() && !name.empty()) who += ' ';
  return who + name;
}

std::string_view case_title_view(const core::State& state, core::CaseIndex which) {
  if (!which.known()) return {};
  if (state.case_row(which).purpose == core::Purpose::Accusation) return kAccusationTitle;
  const core::CaseText& text = state.case_text(which);
  if (!text.title.empty()) return text.title;
  return text.category.empty() ? std::string_view("未登记的事项") : text.category;
}

std::string case_title(const core::State& state, core::CaseIndex which) {
  return std::string(case_title_view(state, which));
}

std::string fact_title(const core::Fact& fact) {
  const core::KindSpec* kind = core::find_kind(fact.kind);
  return kind != nullptr ? std::string(kind->label) : fact.kind;
}

std::string fact_details(const core::State& state, const core::Fact& fact) {
  const core::KindSpec* kind = core::find_kind(fact.kind);
  std::string out;
  if (kind != nullptr) {  // known fields in the catalogue's order, the others after them
    for (const core::FieldSpec& spec : kind->fields)
      if (const core::Value* value = fact.fields.find(spec.name); value && spec.name != kind->key)
        append_field(out, state, &spec, spec.name, *value);
  }
  for (const auto& [name, value] : fact.fields)
    if (spec_of(kind, name) == nullptr && (kind == nullptr || name != kind->key))
      append_field(out, state, spec_elsewhere(name), name, value);
  return out;
}

}  // namespace web
