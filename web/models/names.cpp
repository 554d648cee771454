#include "web/models/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "core/base/period.h"
#include "core/model/code_labels.h"
#include "core/model/fact_kind.h"
#include "core/rules/catalog.h"
#include "web/models/words.h"

namespace web {
namespace {

using core::FieldType;

/// What a value is read by: the field it stands in, and how.
struct PartSpec {
  std::string_view name;
  FieldType type;
  std::string_view before = {};
  std::string_view after = {};
};

std::string text_of(const core::State& state, const core::Value& value, const PartSpec& part);

std::string list_text(const core::State& state, const core::List& list, const PartSpec& part) {
  std::string out;
  for (const core::Value& item : list) {
    const std::string words = text_of(state, item, part);
    if (!out.empty() && !words.empty()) out += "、";
    out += words;
  }
  return out;
}

// What objects in lists are made of, in the order a person says it: 西山镇 点名批评 89.77分 第8名.
constexpr PartSpec kParts[] = {
    {"on", FieldType::Day, "日期 "},
    {"supervision", FieldType::Text},
    {"case", FieldType::CaseKey},
    {"unit", FieldType::UnitKey},
    {"official", FieldType::OfficialName},
    {"name", FieldType::Text},
    {"role", FieldType::Text},
    {"ground", FieldType::Code},
    {"group", FieldType::Code},
    {"mention", FieldType::Code},
    {"score", FieldType::Text, "", "分"},
    {"rank", FieldType::Integer, "第", "名"},
    {"of", FieldType::Integer, "共", "个"},
    {"reason", FieldType::Code},
    {"opened_on", FieldType::Day, "立案 "},
    {"due_on", FieldType::Day, "期限 "},
    {"delisted_on", FieldType::Day, "摘牌 "},
};

void append_field(std::string& out, const core::State& state, const core::FieldSpec* spec,
                  std::string_view name, const core::Value& value);
const core::FieldSpec* spec_elsewhere(std::string_view name);

/// What is neither here nor in the catalogue is for machines: hashes, positions, tallies.
std::string object_text(const core::State& state, const core::Fields& fields,
                        std::string_view field) {
  std::string out;
  const auto add = [&](std::string_view words) {
    if (words.empty()) return;
    if (!out.empty()) out += ' ';
    out += words;
  };
  for (const PartSpec& part : kParts)
    if (const core::Value* value = fields.find(part.name); value && !value->boolean())
      if (const std::string words = text_of(state, *value, part); !words.empty())
        add(std::string(part.before).append(words).append(part.after));
  for (const auto& [name, value] : fields) {
    if (value.boolean() && core::code_label_in(field, name) != name) {  // {"area": true} of “四重”
      if (*value.boolean()) add(core::code_label_in(field, name));
      continue;
    }
    const auto is_name = [&part = name](const PartSpec& known) { return known.name == part; };
    if (std::any_of(std::begin(kParts), std::end(kParts), is_name)) continue;
    std::string words;
    if (const core::FieldSpec* spec = spec_elsewhere(name))
      append_field(words, state, spec, name, value);
    add(words);
  }
  return out;
}

std::string word_of(const core::State& state, const std::string& text, const PartSpec& part) {
  switch (part.type) {
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
    case FieldType::Day:
    case FieldType::Days: {
      const std::optional<core::Date> day = core::parse_date(text);
      return day ? full_day(*day) : text;
    }
    case FieldType::Month: {
      const std::optional<core::Period> period = core::parse_period(text);
      return period ? core::label(*period) : text;
    }
    case FieldType::Week: {
      const std::optional<core::IsoWeek> week = core::parse_iso_week(text);
      return week ? fmt::format("{}年第{}周", week->year, week->week) : text;
    }
    case FieldType::Code:
    case FieldType::Codes:
    case FieldType::Texts:
    case FieldType::Any:
      return std::string(core::code_label_in(part.name, text));
    default:
      return part.name == "to" ? addressee(state, text) : text;
  }
}

std::string text_of(const core::State& state, const core::Value& value, const PartSpec& part) {
  if (value.text()) return word_of(state, *value.text(), part);
  if (value.list()) return list_text(state, *value.list(), part);
  if (value.fields()) return object_text(state, *value.fields(), part.name);
  if (value.boolean()) return *value.boolean() ? "是" : "否";
  if (value.integer()) return std::to_string(*value.integer());
  return value.is_null() ? std::string() : core::to_json(value);
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

/// A name nobody knows is not shown: it is for machines.
void append_field(std::string& out, const core::State& state, const core::FieldSpec* spec,
                  std::string_view name, const core::Value& value) {
  std::string words = text_of(state, value, {name, spec ? spec->type : FieldType::Text});
  if (words.empty()) return;
  if (name == "progress" && value.integer()) words += '%';
  if (!out.empty()) out += " · ";
  out += spec && !spec->label.empty() ? spec->label : "其他";
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
  if (!text.category.empty()) return text.category;
  return state.case_row(which).registered() ? "未写标题的事项" : "未登记的事项";
}

std::string case_title(const core::State& state, core::CaseIndex which) {
  return std::string(case_title_view(state, which));
}

std::string fact_title(const core::Fact& fact) {
  const core::KindSpec* kind = core::find_kind(fact.kind);
  return kind != nullptr ? std::string(kind->label) : "其他记录";
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
