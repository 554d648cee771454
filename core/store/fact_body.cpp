#include "core/store/fact_body.h"

#include <charconv>
#include <string>
#include <utility>

#include "core/base/text.h"

namespace core::store {
namespace {

constexpr int kMaximumDepth = 60;

/// Reads canonical JSON without reals and without escaped control characters other than \n \r \t.
/// Gives up (false) on anything else, which the general parser then judges.
class Reader {
 public:
  explicit Reader(std::string_view json) : at_(json.data()), end_(json.data() + json.size()) {}

  bool read(Fields& fields) { return object(fields, 1) && at_ == end_; }

 private:
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
    std::string last;
    for (bool first = true;; first = false) {
      std::string name;
      Value item;
      if (!text(name) || (!first && name <= last)) return false;
      if (!take(':') || !value(item, depth)) return false;
      fields.set(name, std::move(item));
      last = std::move(name);
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
      case 't':
        out = Value(true);
        return word("true");
      case 'f':
        out = Value(false);
        return word("false");
      case 'n':
        return word("null");
      default:
        return integer(out);
    }
  }

  bool integer(Value& out) {
    std::int64_t number = 0;
    const char* digits = at_ != end_ && *at_ == '-' ? at_ + 1 : at_;
    const auto [stop, error] = std::from_chars(at_, end_, number);
    if (error != std::errc() || stop == digits) return false;
    const bool leading_zero = *digits == '0' && (stop - digits > 1 || digits != at_);
    const bool real = stop != end_ && (*stop == '.' || *stop == 'e' || *stop == 'E');
    if (leading_zero || real) return false;
    at_ = stop;
    out = Value(number);
    return true;
  }

  bool text(std::string& out) {
    if (!take('"')) return false;
    for (;;) {
      const char* start = at_;
      while (at_ != end_ && *at_ != '"' && *at_ != '\\') {
        if (static_cast<unsigned char>(*at_) < 0x20) return false;
        ++at_;
      }
      if (at_ == end_) return false;
      out.append(start, at_);
      if (*at_++ == '"') return true;
      if (!escape(out)) return false;
    }
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
      default:
        return false;
    }
  }

  const char* at_;
  const char* end_;
};

}  // namespace

Result<Fields> read_body(std::string_view json) {
  Fields fields;
  if (Reader(json).read(fields) && is_utf8(json)) return fields;
  CORE_ASSIGN(const Value value, parse_json(json));
  if (const Fields* parsed = value.fields()) return *parsed;
  return Error{ErrorCode::InvalidInput, "事实内容应是一个 JSON 对象"};
}

}  // namespace core::store
