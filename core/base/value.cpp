#include "core/base/value.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>

#include "core/base/plain_json.h"

namespace core {
namespace {

bool name_before(const Fields::Entry& entry, std::string_view name) { return entry.first < name; }

bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

void append_control(std::string& out, unsigned char c) {
  switch (c) {
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", c);
  }
}

void append_list(std::string& out, const List& list) {
  out += '[';
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) out += ',';
    append_json(out, list[i]);
  }
  out += ']';
}

void append_pretty(std::string& out, const Value& value, std::size_t depth);

void append_line(std::string& out, std::size_t depth) {
  out += '\n';
  out.append(depth * 2, ' ');
}

void append_pretty_list(std::string& out, const List& list, std::size_t depth) {
  if (list.empty()) {
    out += "[]";
    return;
  }
  out += '[';
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) out += ',';
    append_line(out, depth + 1);
    append_pretty(out, list[i], depth + 1);
  }
  append_line(out, depth);
  out += ']';
}

void append_pretty_fields(std::string& out, const Fields& fields, std::size_t depth) {
  if (fields.empty()) {
    out += "{}";
    return;
  }
  out += '{';
  bool first = true;
  for (const auto& [name, value] : fields) {
    if (!first) out += ',';
    first = false;
    append_line(out, depth + 1);
    append_json_text(out, name);
    out += ": ";
    append_pretty(out, value, depth + 1);
  }
  append_line(out, depth);
  out += '}';
}

void append_pretty(std::string& out, const Value& value, std::size_t depth) {
  if (const List* list = value.list()) return append_pretty_list(out, *list, depth);
  if (const Fields* fields = value.fields()) return append_pretty_fields(out, *fields, depth);
  append_json(out, value);
}

}  // namespace

Fields::Fields(std::initializer_list<Entry> entries) {
  entries_.reserve(entries.size());
  for (const Entry& entry : entries) {
    if (entries_.empty() || entries_.back().first < entry.first) {
      entries_.push_back(entry);
    } else {
      set(entry.first, entry.second);
    }
  }
}

void Fields::set(std::string_view name, Value value) {
  if (entries_.empty() || entries_.back().first < name) {
    entries_.emplace_back(std::string(name), std::move(value));
    return;
  }
  const auto at = std::lower_bound(entries_.begin(), entries_.end(), name, name_before);
  if (at != entries_.end() && at->first == name) {
    at->second = std::move(value);
  } else {
    entries_.emplace(at, std::string(name), std::move(value));
  }
}

void Fields::clear() { entries_.clear(); }

void Fields::erase(std::string_view name) {
  const auto at = std::lower_bound(entries_.begin(), entries_.end(), name, name_before);
  if (at != entries_.end() && at->first == name) entries_.erase(at);
}

const Value* Fields::find(std::string_view name) const {
  const auto at = std::lower_bound(entries_.begin(), entries_.end(), name, name_before);
  return at != entries_.end() && at->first == name ? &at->second : nullptr;
}

std::string_view Fields::text(std::string_view name) const {
  const Value* value = find(name);
  const std::string* text = value ? value->text() : nullptr;
  return text ? std::string_view(*text) : std::string_view();
}

std::int64_t Fields::integer(std::string_view name, std::int64_t fallback) const {
  const Value* value = find(name);
  const std::int64_t* integer = value ? value->integer() : nullptr;
  return integer ? *integer : fallback;
}

bool Fields::boolean(std::string_view name, bool fallback) const {
  const Value* value = find(name);
  const bool* boolean = value ? value->boolean() : nullptr;
  return boolean ? *boolean : fallback;
}

bool operator==(const Fields& a, const Fields& b) { return a.entries_ == b.entries_; }

std::size_t plain_json_bytes(std::string_view text) {
  std::size_t at = 0;
#ifdef __SSE2__
  for (; at + 16 <= text.size(); at += 16)
    if (const unsigned found = special_of_sixteen(text.data() + at); found != 0)
      return at + static_cast<std::size_t>(std::countr_zero(found));
#endif
  for (; at + 8 <= text.size(); at += 8)
    if (const std::uint64_t found = special_of_eight(text.data() + at); found != 0)
      return at + static_cast<std::size_t>(std::countr_zero(found)) / 8;
  while (at < text.size() && is_plain(text[at])) ++at;
  return at;
}

void append_json_text(std::string& out, std::string_view text) {
  out += '"';
  for (;;) {
    const std::size_t plain = plain_json_bytes(text);
    out.append(text, 0, plain);
    if (plain == text.size()) break;
    const auto c = static_cast<unsigned char>(text[plain]);
    if (c >= 0x20) {
      out += '\\';
      out += static_cast<char>(c);
    } else {
      append_control(out, c);
    }
    text.remove_prefix(plain + 1);
  }
  out += '"';
}

void append_json(std::string& out, const Fields& fields) {
  out += '{';
  bool first = true;
  for (const auto& [name, value] : fields) {
    if (!first) out += ',';
    first = false;
    append_json_text(out, name);
    out += ':';
    append_json(out, value);
  }
  out += '}';
}

void append_json(std::string& out, const Value& value) {
  if (const std::string* text = value.text()) return append_json_text(out, *text);
  if (const bool* boolean = value.boolean()) {
    out += *boolean ? "true" : "false";
    return;
  }
  if (const std::int64_t* integer = value.integer()) {
    const fmt::format_int digits(*integer);
    out.append(digits.data(), digits.size());
    return;
  }
  if (const double* real = value.real()) {
    // JSON has no infinities; a value that is none becomes null.
    if (std::isfinite(*real)) {
      fmt::format_to(std::back_inserter(out), "{}", *real);
    } else {
      out += "null";
    }
    return;
  }
  if (const List* list = value.list()) return append_list(out, *list);
  if (const Fields* fields = value.fields()) return append_json(out, *fields);
  out += "null";
}

std::string to_json(const Value& value) {
  std::string out;
  append_json(out, value);
  return out;
}

std::string to_json(const Fields& fields) {
  std::string out;
  append_json(out, fields);
  return out;
}

std::string to_pretty_json(const Value& value) {
  std::string out;
  append_pretty(out, value, 0);
  return out;
}

}  // namespace core
