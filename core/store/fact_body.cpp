#include "core/store/fact_body.h"

#include <charconv>
#include <string>
#include <utility>

#include "core/base/plain_json.h"
#include "core/base/text.h"

namespace core::store {
namespace {

constexpr int kMaximumDepth = 60;

/// Most names begin with a letter of their own, which saves comparing the rest.
bool comes_after(std::string_view name, std::string_view last) {
  if (name.empty() || last.empty() || name[0] == last[0]) return name > last;
  return static_cast<unsigned char>(name[0]) > static_cast<unsigned char>(last[0]);
}

/// Reads canonical JSON without reals. Gives up (false) on anything else, which the general parser
/// then judges.
class Reader {
 public:
  Reader(std::string_view json, UnpackedText& unpacked)
      : at_(json.data()), end_(json.data() + json.size()), unpacked_(unpacked) {}

  const char* at() const { return at_; }

  bool object(FieldsView& fields) {
    if (!take('{')) return false;
    if (take('}')) return true;
    for (std::string_view last;;) {
      FieldView field;
      if (!text(field.name) || (!fields.empty() && !comes_after(field.name, last))) return false;
      if (!take(':') || !value(field.value)) return false;
      last = field.name;
      fields.add_last(field.name, field.value);
      if (take('}')) return true;
      if (!take(',')) return false;
    }
  }

  /// Text where it stands, or unpacked when it has escapes.
  bool text(std::string_view& out) {
    if (!take('"')) return false;
    out = {at_, plain_bytes(rest())};
    at_ += out.size();
    return take('"') || unpack(out);
  }

 private:
  // Apart, so that the common case is short enough to stand where it is used.
  [[gnu::noinline]] bool unpack(std::string_view& out) {
    std::string& unpacked = unpacked_.text();
    const std::size_t begin = unpacked.size();
    unpacked += out;
    if (!rest_of_text(unpacked)) return false;
    out = std::string_view(unpacked).substr(begin);
    return true;
  }

  bool text(std::string& out) { return take('"') && rest_of_text(out); }

  bool rest_of_text(std::string& out) {
    for (;;) {
      const std::size_t plain = plain_json_bytes(rest());
      out.append(at_, plain);
      at_ += plain;
      if (take('"')) return true;
      if (!take('\\') || !escape(out)) return false;
    }
  }

  bool value(ValueView& out) {
    if (at_ == end_) return false;
    switch (*at_) {
      case '"': {
        std::string_view words;
        if (!text(words)) return false;
        out = words;
        return true;
      }
      case '{':
      case '[': {
        Value& kept = unpacked_.add_value();
        if (!value(kept, 1)) return false;
        out = ValueView(kept);
        return true;
      }
      default:
        return scalar(out);
    }
  }

  std::string_view rest() const { return {at_, static_cast<std::size_t>(end_ - at_)}; }

  bool take(char c) {
    if (at_ == end_ || *at_ != c) return false;
    ++at_;
    return true;
  }

  bool word(std::string_view text) {
    if (static_cast<std::size_t>(end_ - at_) < text.size()) return false;
    if (std::string_view(at_, text.size()) != text) return false;
    at_ += text.size();
    return true;
  }

  bool object(Fields& fields, int depth) {
    if (depth > kMaximumDepth || !take('{')) return false;
    if (take('}')) return true;
    std::string name;
    for (;;) {
      name.clear();
      Value item;
      if (!text(name) || (!fields.empty() && name <= (fields.end() - 1)->first)) return false;
      if (!take(':') || !value(item, depth)) return false;
      fields.set(name, std::move(item));
      if (take('}')) return true;
      if (!take(',')) return false;
    }
  }

  bool list(List& items, int depth) {
    if (depth > kMaximumDepth || !take('[')) return false;
    if (take(']')) return true;
    for (;;) {
      if (!value(items.emplace_back(), depth)) return false;
      if (take(']')) return true;
      if (!take(',')) return false;
    }
  }

  bool value(Value& out, int depth) {
    if (at_ == end_) return false;
    switch (*at_) {
      case '"': {
        std::string read_text;
        if (!text(read_text)) return false;
        out = Value(std::move(read_text));
        return true;
      }
      case '{': {
        Fields fields;
        if (!object(fields, depth + 1)) return false;
        out = Value(std::move(fields));
        return true;
      }
      case '[': {
        List items;
        if (!list(items, depth + 1)) return false;
        out = Value(std::move(items));
        return true;
      }
      default: {
        ValueView read_scalar;
        if (!scalar(read_scalar)) return false;
        out = read_scalar.owned();
        return true;
      }
    }
  }

  bool scalar(ValueView& out) {
    switch (*at_) {
      case 't':
        out = true;
        return word("true");
      case 'f':
        out = false;
        return word("false");
      case 'n':
        out = ValueView();
        return word("null");
      default: {
        std::int64_t number = 0;
        if (!integer(number)) return false;
        out = number;
        return true;
      }
    }
  }

  bool integer(std::int64_t& number) {
    const char* digits = at_ != end_ && *at_ == '-' ? at_ + 1 : at_;
    const auto [stop, error] = std::from_chars(at_, end_, number);
    if (error != std::errc() || stop == digits) return false;
    const bool leading_zero = *digits == '0' && (stop - digits > 1 || digits != at_);
    const bool real = stop != end_ && (*stop == '.' || *stop == 'e' || *stop == 'E');
    if (leading_zero || real) return false;
    at_ = stop;
    return true;
  }

  bool escape(std::string& out) {
    if (at_ == end_) return false;
    switch (*at_++) {
      case '"':
        out += '"';
        return true;
      case '\\':
        out += '\\';
        return true;
      case 'n':
        out += '\n';
        return true;
      case 'r':
        out += '\r';
        return true;
      case 't':
        out += '\t';
        return true;
      case 'u':
        return control(out);
      default:
        return false;
    }
  }

  // Nothing but a control character is written as its number.
  bool control(std::string& out) {
    if (rest().size() < 4) return false;
    unsigned number = 0;
    const auto [stop, error] = std::from_chars(at_, at_ + 4, number, 16);
    if (error != std::errc() || stop != at_ + 4 || number >= 0x20) return false;
    at_ = stop;
    out += static_cast<char>(number);
    return true;
  }

  const char* at_;
  const char* end_;
  UnpackedText& unpacked_;
};

Status read_slowly(std::string_view json, FieldsView& fields, UnpackedText& unpacked) {
  Value& kept = unpacked.add_value();
  CORE_ASSIGN(kept, parse_json(json));
  if (!kept.fields()) return Error{ErrorCode::InvalidInput, "事实内容应是一个 JSON 对象"};
  fields.assign(*kept.fields());
  return Done{};
}

}  // namespace

void UnpackedText::start(std::size_t bytes) {
  bytes_ = bytes;
  text_.clear();
  values_.clear();
}

std::string& UnpackedText::text() {
  text_.reserve(bytes_);
  return text_;
}

Result<std::string_view> take_body(std::string_view& json, std::size_t well_formed,
                                   FieldsView& fields, UnpackedText& unpacked) {
  Reader reader(json, unpacked);
  if (reader.object(fields)) {
    const auto size = static_cast<std::size_t>(reader.at() - json.data());
    if (size <= well_formed) {
      const std::string_view body = json.substr(0, size);
      json.remove_prefix(size);
      return body;
    }
  }
  const std::string_view body = skip_body(json);
  CORE_TRY(read_slowly(body, fields, unpacked));
  return body;
}

std::string_view skip_body(std::string_view& json) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t at = 0; at < json.size(); ++at) {
    if (quoted) {
      at += plain_json_bytes(json.substr(at));
      if (at >= json.size()) break;
      if (json[at] == '\\') {
        ++at;  // what is escaped ends nothing
      } else if (json[at] == '"') {
        quoted = false;
      }
      continue;
    }
    const char c = json[at];
    if (c == '"') quoted = true;
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    if (depth > 0) continue;
    if (c != '}') break;
    const std::string_view body = json.substr(0, at + 1);
    json.remove_prefix(body.size());
    return body;
  }
  return {};
}

bool take_text(std::string_view& json, std::string_view& text, UnpackedText& unpacked) {
  Reader reader(json, unpacked);
  if (!reader.text(text)) return false;
  json.remove_prefix(static_cast<std::size_t>(reader.at() - json.data()));
  return true;
}

}  // namespace core::store
