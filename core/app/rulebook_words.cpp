#include "core/app/rulebook_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

#include "core/app/rulebook_file.h"
#include "core/base/text.h"
#include "core/model/code_labels.h"
#include "core/rules/catalog.h"

namespace core::app {
namespace {

constexpr std::string_view kParts[] = {"事实", "拒绝", "设置", "任务", "建议", "没有", "个数"};

struct Word {
  std::string_view word;
  std::string_view label;
};

constexpr Word kFindingFields[] = {
    {"due_on", "到期日"}, {"judged_on", "认定日"}, {"opened_on", "产生日"}, {"done_on", "完成日"},
    {"state", "状态"},    {"n", "数目"},           {"official", "责任人"},  {"action", "建议事项"},
    {"week", "周"},       {"provisional", "暂定"}, {"level", "层级"},       {"count", "次数"},
    {"period", "期间"},   {"to", "报送对象"},
};

constexpr Word kStates[] = {
    {"open", "未到期"},   {"overdue", "逾期"}, {"done", "按期办结"},   {"done_late", "超期办结"},
    {"void", "无须办理"}, {"taken", "已采纳"}, {"declined", "不采纳"},
};

template <typename Words>
std::string_view word_for(const Words& words, std::string_view text) {
  for (const Word& each : words)
    if (each.label == text || each.word == text) return each.word;
  return text;
}

template <typename Words>
std::string_view label_for(const Words& words, std::string_view word) {
  for (const Word& each : words)
    if (each.word == word) return each.label;
  return word;
}

std::optional<std::int64_t> integer_in(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

Value list_in(std::string_view text) {
  List list;
  for (const std::string& piece : split_any(text, {"、", ",", "，"})) list.push_back(piece);
  return list;
}

// JSON where it is JSON, else the text as it stands.
Value json_or_text(std::string_view text) {
  const Result<Value> parsed = parse_json(text);
  return parsed.ok() ? parsed.value() : Value(text);
}

Value loose_value(std::string_view text) {
  if (const auto number = integer_in(text)) return *number;
  if (text == "是" || text == "否") return text == "是";
  if (!text.empty() && (text.front() == '[' || text.front() == '{')) return json_or_text(text);
  return text;
}

std::string code_named(const FieldSpec& spec, const std::string& text) {
  const std::string_view code = code_called_in(spec.name, spec.codes, text);
  return code.empty() ? text : std::string(code);
}

Value typed_value(const FieldSpec& spec, const std::string& text) {
  switch (spec.type) {
    case FieldType::Integer:
    case FieldType::Boolean:
      return loose_value(text);
    case FieldType::Code:
      return code_named(spec, text);
    case FieldType::Codes:
    case FieldType::UnitKeys:
    case FieldType::Days:
    case FieldType::Texts:
      return list_in(text);
    case FieldType::Objects:
    case FieldType::Any:
      return json_or_text(text);
    default:
      return text;
  }
}

const FieldSpec* field_named(const KindSpec& kind, std::string_view text) {
  for (const FieldSpec& spec : kind.fields)
    if (spec.name == text) return &spec;
  for (const FieldSpec& spec : kind.fields)
    if (spec.label == text) return &spec;
  return nullptr;
}

std::string value_text(const FieldSpec* spec, const Value& value) {
  if (spec && spec->type == FieldType::Code && value.text()) {
    const std::string label(code_label_in(spec->name, *value.text()));
    if (code_named(*spec, label) == *value.text()) return label;
  }
  return shown(value);
}

// Where the piece ends: at a separator outside of JSON brackets.
std::size_t piece_end(std::string_view content, std::size_t at) {
  int depth = 0;
  for (; at < content.size(); ++at) {
    const char c = content[at];
    if (c == '[' || c == '{') ++depth;
    if (c == ']' || c == '}') --depth;
    const bool separator = c == ';' || c == '\n' || starts_with(content.substr(at), "；");
    if (separator && depth <= 0) break;
  }
  return at;
}

}  // namespace

std::string_view label(ExamplePart part) { return kParts[static_cast<std::size_t>(part)]; }

std::optional<ExamplePart> parse_part(std::string_view text) {
  const auto at = std::find(std::begin(kParts), std::end(kParts), text);
  if (at == std::end(kParts)) return std::nullopt;
  return static_cast<ExamplePart>(at - std::begin(kParts));
}

const KindSpec* kind_named(std::string_view text) {
  if (const KindSpec* kind = find_kind(text)) return kind;
  for (const KindSpec& kind : fact_kinds())
    if (kind.label == text) return &kind;
  return nullptr;
}

std::string_view kind_text(const KindSpec& kind) {
  return kind_named(kind.label) == &kind ? kind.label : kind.kind;
}

std::string_view rule_named(std::string_view text) {
  if (const rules::Rule* rule = rules::find_rule(text)) return rule->word;
  for (const rules::Rule* rule : rules::catalog())
    if (rule->title == text) return rule->word;
  return {};
}

std::string_view rule_text(std::string_view word) {
  const rules::Rule* rule = rules::find_rule(word);
  return rule && rule_named(rule->title) == word ? rule->title : word;
}

std::optional<std::vector<Pair>> split_pairs(std::string_view content) {
  std::vector<Pair> pairs;
  for (std::size_t at = 0; at < content.size();) {
    const std::size_t end = piece_end(content, at);
    const std::string_view piece = trim(content.substr(at, end - at));
    at = end + (starts_with(content.substr(end), "；") ? std::string_view("；").size() : 1);
    if (piece.empty()) continue;
    const std::size_t equal = piece.find('=');
    if (equal == std::string_view::npos) return std::nullopt;
    pairs.emplace_back(trim(piece.substr(0, equal)), trim(piece.substr(equal + 1)));
  }
  return pairs;
}

Fields::Entry fact_field(const KindSpec& kind, const Pair& pair) {
  const FieldSpec* spec = field_named(kind, pair.first);
  if (!spec) return {pair.first, loose_value(pair.second)};
  return {std::string(spec->name), typed_value(*spec, pair.second)};
}

Pair fact_pair(const KindSpec& kind, const Fields::Entry& field) {
  const FieldSpec* spec = field_named(kind, field.first);
  const bool by_label = spec && field_named(kind, spec->label) == spec;
  return {by_label ? std::string(spec->label) : field.first, value_text(spec, field.second)};
}

Fields::Entry finding_field(const Pair& pair) {
  const std::string_view word = word_for(kFindingFields, pair.first);
  if (word == "state") return {std::string(word), word_for(kStates, pair.second)};
  if (word == "clauses" || word == "because") return {std::string(word), list_in(pair.second)};
  return {std::string(word), loose_value(pair.second)};
}

Pair finding_pair(const Fields::Entry& field) {
  std::string value = shown(field.second);
  if (field.first == "state") value = label_for(kStates, value);
  return {std::string(label_for(kFindingFields, field.first)), std::move(value)};
}

namespace {

constexpr Word kExpected[] = {
    {" duties ", "任务："}, {" prompts ", "建议："}, {" none ", "不应有："},
    {" counts ", "个数："}, {" rank ", "排名："},    {" assessment ", "考核："},
};

constexpr Word kMoreFields[] = {
    {"rule", "规则"}, {"case", "事项"},  {"unit", "单位"}, {"measure", "编号"}, {"kind", "种类"},
    {"on", "日期"},   {"score", "得分"}, {"rank", "名次"}, {"group", "组"},     {"of", "参评数"},
};

// What a row of an answer says besides, which no example asks about.
constexpr std::string_view kUntold[] = {"id", "clauses", "because", "text"};

Pair told_pair(const Fields::Entry& field, const KindSpec* kind) {
  if (field.first == "rule") return {"规则", std::string(rule_text(shown(field.second)))};
  if (field.first == "kind" && kind) return {"种类", std::string(kind_text(*kind))};
  const std::string_view label = label_for(kMoreFields, field.first);
  if (label != field.first) return {std::string(label), shown(field.second)};
  return kind ? fact_pair(*kind, field) : finding_pair(field);
}

std::string line_in_words(std::string_view text) {
  const std::size_t from = text.find('{');
  const std::size_t to = text.rfind('}');
  if (from == std::string_view::npos || to == std::string_view::npos || to < from)
    return std::string(text);
  const Result<Value> json = parse_json(text.substr(from, to + 1 - from));
  if (!json.ok() || !json.value().fields()) return std::string(text);
  std::string words(text.substr(0, from));
  for (const Word& each : kExpected) words = replace_all(words, each.word, each.label);
  const KindSpec* kind = find_kind(json.value().fields()->text("kind"));
  std::string_view separator;
  for (const Fields::Entry& field : *json.value().fields()) {
    const bool untold =
        std::find(std::begin(kUntold), std::end(kUntold), field.first) != std::end(kUntold);
    if (untold || field.second.is_null()) continue;
    const Pair pair = told_pair(field, kind);
    words += fmt::format("{}{}={}", std::exchange(separator, "；"), pair.first, pair.second);
  }
  return words + std::string(text.substr(to + 1));
}

}  // namespace

std::string told(const Value& value) {
  if (!value.fields()) return shown(value);
  std::string text;
  for (const auto& [word, part] : *value.fields()) {
    std::string_view header = word;
    for (const RulebookColumn& column : sheet_spec(RulebookSheet::Points).columns)
      if (column.word == word) header = column.header;
    std::string said = part.is_null() ? "不限" : shown(part);
    if (word == "direction") said = said == "add" ? "加分" : "扣分";
    text += fmt::format("{}{}{}", text.empty() ? "" : "，", header, said);
  }
  return text;
}

std::string in_words(std::string_view text) {
  std::string words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (at > 0) words += "\n";
    words += line_in_words(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

}  // namespace core::app
