#pragma once
// JSON values as facts carry them: objects ordered by name, and written in one canonical form.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/result.h"

namespace core {

class Value;
using List = std::vector<Value>;

/// An object: names in byte order, each once.
class Fields {
 public:
  using Entry = std::pair<std::string, Value>;

  Fields() = default;
  Fields(std::initializer_list<Entry> entries);

  /// Adds or replaces.
  void set(std::string_view name, Value value);
  void erase(std::string_view name);
  void clear();

  /// Null when there is no such field.
  const Value* find(std::string_view name) const;

  /// Text, integer and boolean fields; empty or the fallback when absent or of another type.
  std::string_view text(std::string_view name) const;
  std::int64_t integer(std::string_view name, std::int64_t fallback = 0) const;
  bool boolean(std::string_view name, bool fallback = false) const;

  bool empty() const;
  std::size_t size() const;
  const Entry* begin() const;
  const Entry* end() const;
  void reserve(std::size_t count);

  friend bool operator==(const Fields& a, const Fields& b);

 private:
  std::vector<Entry> entries_;
};

/// One JSON value. Whole numbers are read as 64-bit integers, also where they are written 2.0, for
/// they have one canonical form; others are doubles.
class Value {
 public:
  Value() = default;  ///< null
  Value(bool value) : data_(value) {}
  Value(int value) : data_(std::int64_t{value}) {}
  Value(std::int64_t value) : data_(value) {}
  Value(double value) : data_(value) {}
  Value(std::string value) : data_(std::move(value)) {}
  Value(std::string_view value) : data_(std::string(value)) {}
  Value(const char* value) : data_(std::string(value)) {}
  Value(List value) : data_(std::move(value)) {}
  Value(Fields value) : data_(std::move(value)) {}

  bool is_null() const { return data_.index() == 0; }
  const bool* boolean() const { return std::get_if<bool>(&data_); }
  const std::int64_t* integer() const { return std::get_if<std::int64_t>(&data_); }
  const double* real() const { return std::get_if<double>(&data_); }
  const std::string* text() const { return std::get_if<std::string>(&data_); }
  const List* list() const { return std::get_if<List>(&data_); }
  const Fields* fields() const { return std::get_if<Fields>(&data_); }

  friend bool operator==(const Value& a, const Value& b) { return a.data_ == b.data_; }

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Fields> data_;
};

inline bool Fields::empty() const { return entries_.empty(); }
inline std::size_t Fields::size() const { return entries_.size(); }
inline const Fields::Entry* Fields::begin() const { return entries_.data(); }
inline const Fields::Entry* Fields::end() const { return entries_.data() + entries_.size(); }
inline void Fields::reserve(std::size_t count) { entries_.reserve(count); }

/// Canonical JSON: names in byte order, no white space, UTF-8 unescaped but for control characters,
/// quote and backslash; what is no finite number becomes null. Equal values give equal bytes on
/// every machine.
std::string to_json(const Value& value);
std::string to_json(const Fields& fields);
void append_json(std::string& out, const Value& value);
void append_json(std::string& out, const Fields& fields);
void append_json_text(std::string& out, std::string_view text);

/// How many bytes at the front of a text stand for themselves between quotes: no quote, backslash
/// or control character.
std::size_t plain_json_bytes(std::string_view text);

/// Same content, two spaces of indentation, for people.
std::string to_pretty_json(const Value& value);

/// Reads one JSON value. Refuses malformed UTF-8, trailing bytes, duplicate names, more than 64
/// levels, integers beyond 64 bits and more than 64 MiB. Of malformed text the message says at
/// which byte.
Result<Value> parse_json(std::string_view text);

}  // namespace core
