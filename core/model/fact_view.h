#pragma once
// A fact as it lies somewhere else, in a block of the ledger or in a row being imported: looking at
// it copies nothing.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/json_writer.h"
#include "core/base/value.h"
#include "core/model/fact.h"

namespace core {

struct KindSpec;

/// The value of a field. Text, lists and objects are borrowed.
class ValueView {
 public:
  ValueView() = default;  ///< null
  ValueView(bool value) : type_(Type::Boolean), number_(value ? 1 : 0) {}
  ValueView(std::int64_t value) : type_(Type::Integer), number_(value) {}
  ValueView(std::string_view value) : type_(Type::Text), text_(value) {}
  ValueView(const std::string& value) : ValueView(std::string_view(value)) {}
  ValueView(const char* value) : ValueView(std::string_view(value)) {}
  explicit ValueView(const Value& value);

  bool is_null() const { return type_ == Type::Null; }
  std::optional<bool> boolean() const;
  std::optional<std::int64_t> integer() const;
  std::optional<std::string_view> text() const;
  const List* list() const { return other_ ? other_->list() : nullptr; }
  const Fields* fields() const { return other_ ? other_->fields() : nullptr; }

  /// A copy that stands on its own.
  Value owned() const;

 private:
  friend void append_json(JsonWriter& out, const ValueView& value);
  enum class Type : std::uint8_t { Null, Boolean, Integer, Text, Other };

  Type type_ = Type::Null;
  std::int64_t number_ = 0;
  std::string_view text_;
  const Value* other_ = nullptr;  // list, object or fraction
};

struct FieldView {
  std::string_view name;
  ValueView value;
};

/// The fields of a fact: names in byte order, each once. What Fields is, without owning anything.
class FieldsView {
 public:
  void clear() { entries_.clear(); }
  /// Adds a field that is not there yet.
  void add(std::string_view name, ValueView value);
  /// The same for a name that comes after all others.
  void add_last(std::string_view name, ValueView value) { entries_.push_back({name, value}); }

  /// Null when there is no such field; lives until the next add or clear.
  const ValueView* find(std::string_view name) const;
  std::string_view text(std::string_view name) const;
  std::int64_t integer(std::string_view name, std::int64_t fallback = 0) const;
  bool boolean(std::string_view name, bool fallback = false) const;

  bool empty() const { return entries_.empty(); }
  std::size_t size() const { return entries_.size(); }
  const FieldView* begin() const { return entries_.data(); }
  const FieldView* end() const { return entries_.data() + entries_.size(); }

  /// Looks at the fields of an object, which lives as long, instead of those there were.
  void assign(const Fields& fields);
  Fields owned() const;

 private:
  std::vector<FieldView> entries_;
};

/// The bytes that to_json gives for what owned() gives.
void append_json(JsonWriter& out, const ValueView& value);
void append_json(JsonWriter& out, const FieldsView& fields);

/// What Fact is.
struct FactView {
  std::string_view kind;
  const KindSpec* spec = nullptr;  ///< Of the kind; null for kinds we do not know.
  Date on;
  std::string_view by;
  FieldsView fields;

  /// Says everything but the fields, which stay as they are.
  void describe(std::string_view kind_of_fact, Date day, std::string_view recorded_by);
  /// Begins another fact, without fields.
  void start(std::string_view kind_of_fact, Date day, std::string_view recorded_by = {});
  bool is_amendment() const;
  Fact owned() const;
};

/// What RecordedFact is.
struct RecordedView {
  FactRef ref;
  std::string_view id_prefix;  ///< What its id begins with: `k3q9zt-`.
  std::uint32_t number = 0;    ///< What its id ends with.
  std::string_view recorded_at;
  FactView fact;

  RecordedFact owned() const;
};

/// Looks at a fact, which must outlive the view. The view's memory is used again.
void look_at(const Fact& fact, FactView& view);
void look_at(const RecordedFact& recorded, RecordedView& view);

/// What a fact is about, borrowed.
struct SubjectView {
  Subject::Kind kind = Subject::Kind::Other;
  std::string_view key;

  SubjectView() = default;
  SubjectView(Subject::Kind subject_kind, std::string_view subject_key)
      : kind(subject_kind), key(subject_key) {}
  SubjectView(const Subject& subject) : kind(subject.kind), key(subject.key) {}
  Subject owned() const { return {kind, std::string(key)}; }
};

/// What subject_of(fact) gives. `buffer` holds the key where the fact does not say it as text.
std::optional<SubjectView> subject_of(const FactView& fact, std::string& buffer);

}  // namespace core
