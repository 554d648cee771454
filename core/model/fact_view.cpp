#include "core/model/fact_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>

#include "core/model/fact_kind.h"

namespace core {
namespace {

/// `k3q9zt-17` -> `k3q9zt-` and 17.
std::pair<std::string_view, std::uint32_t> split_id(std::string_view id) {
  std::size_t digits = id.size();
  while (digits > 0 && id[digits - 1] >= '0' && id[digits - 1] <= '9') --digits;
  std::uint32_t number = 0;
  std::from_chars(id.data() + digits, id.data() + id.size(), number);
  return {id.substr(0, digits), number};
}

/// Few names of fields are of the same length and begin alike.
bool is_same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && (a.empty() || (a[0] == b[0] && a == b));
}

}  // namespace

ValueView::ValueView(const Value& value) {
  if (const std::string* text = value.text()) {
    *this = ValueView(std::string_view(*text));
  } else if (const bool* boolean = value.boolean()) {
    *this = ValueView(*boolean);
  } else if (const std::int64_t* integer = value.integer()) {
    *this = ValueView(*integer);
  } else if (!value.is_null()) {
    type_ = Type::Other;
    other_ = &value;
  }
}

std::optional<bool> ValueView::boolean() const {
  return type_ == Type::Boolean ? std::optional(number_ != 0) : std::nullopt;
}

std::optional<std::int64_t> ValueView::integer() const {
  return type_ == Type::Integer ? std::optional(number_) : std::nullopt;
}

std::optional<std::string_view> ValueView::text() const {
  return type_ == Type::Text ? std::optional(text_) : std::nullopt;
}

Value ValueView::owned() const {
  switch (type_) {
    case Type::Boolean:
      return Value(number_ != 0);
    case Type::Integer:
      return Value(number_);
    case Type::Text:
      return Value(text_);
    case Type::Other:
      return *other_;
    case Type::Null:
      break;
  }
  return {};
}

void append_json(JsonWriter& out, const ValueView& value) {
  using Type = ValueView::Type;
  if (value.type_ == Type::Text) return out.text(value.text_);
  if (value.type_ == Type::Integer) return out.number(value.number_);
  out.plain(to_json(value.owned()));
}

void FieldsView::add(std::string_view name, ValueView value) {
  entries_.push_back({name, value});
  for (std::size_t at = entries_.size() - 1; at > 0 && entries_[at].name < entries_[at - 1].name;
       --at)
    std::swap(entries_[at], entries_[at - 1]);
}

const ValueView* FieldsView::find(std::string_view name) const {
  for (const FieldView& entry : entries_)
    if (is_same(entry.name, name)) return &entry.value;
  return nullptr;
}

std::string_view FieldsView::text(std::string_view name) const {
  const ValueView* value = find(name);
  return value ? value->text().value_or(std::string_view()) : std::string_view();
}

std::int64_t FieldsView::integer(std::string_view name, std::int64_t fallback) const {
  const ValueView* value = find(name);
  return value ? value->integer().value_or(fallback) : fallback;
}

bool FieldsView::boolean(std::string_view name, bool fallback) const {
  const ValueView* value = find(name);
  return value ? value->boolean().value_or(fallback) : fallback;
}

void FieldsView::assign(const Fields& fields) {
  entries_.clear();
  for (const auto& [name, value] : fields) add_last(name, ValueView(value));
}

Fields FieldsView::owned() const {
  Fields fields;
  fields.reserve(entries_.size());
  for (const FieldView& entry : entries_) fields.set(entry.name, entry.value.owned());
  return fields;
}

void append_json(JsonWriter& out, const FieldsView& fields) {
  char separator = '{';
  for (const FieldView& entry : fields) {
    out.character(std::exchange(separator, ','));
    out.text(entry.name);
    out.character(':');
    append_json(out, entry.value);
  }
  out.plain(separator == '{' ? "{}" : "}");
}

void FactView::describe(std::string_view kind_of_fact, Date day, std::string_view recorded_by) {
  kind = kind_of_fact;
  spec = find_kind(kind_of_fact);
  on = day;
  by = recorded_by;
}

void FactView::start(std::string_view kind_of_fact, Date day, std::string_view recorded_by) {
  describe(kind_of_fact, day, recorded_by);
  fields.clear();
}

bool FactView::is_amendment() const { return is_amendment_kind(kind); }

Fact FactView::owned() const { return {std::string(kind), on, std::string(by), fields.owned()}; }

RecordedFact RecordedView::owned() const {
  return {ref, fmt::format("{}{}", id_prefix, number), std::string(recorded_at), fact.owned()};
}

void look_at(const Fact& fact, FactView& view) {
  view.describe(fact.kind, fact.on, fact.by);
  view.fields.assign(fact.fields);
}

void look_at(const RecordedFact& recorded, RecordedView& view) {
  view.ref = recorded.ref;
  std::tie(view.id_prefix, view.number) = split_id(recorded.id);
  view.recorded_at = recorded.recorded_at;
  look_at(recorded.fact, view.fact);
}

std::optional<SubjectView> subject_of(const FactView& fact, std::string& buffer) {
  if (fact.is_amendment()) return std::nullopt;
  if (!fact.spec) return SubjectView{Subject::Kind::Other, fact.kind};
  const KindSpec& spec = *fact.spec;
  if (spec.key.empty()) {
    const bool other = spec.subject == Subject::Kind::Other;
    return SubjectView{spec.subject, other ? fact.kind : std::string_view()};
  }
  const ValueView* key = fact.fields.find(spec.key);
  if (key && key->integer()) {
    buffer = std::to_string(*key->integer());
    return SubjectView{spec.subject, buffer};
  }
  return SubjectView{spec.subject, fact.fields.text(spec.key)};
}

}  // namespace core
