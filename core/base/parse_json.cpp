// parse_json of value.h, over nlohmann's event parser; apart because that header is slow to
// compile.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/base/value.h"

namespace core {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaximumBytes = std::size_t{64} << 20;
constexpr std::size_t kMaximumDepth = 64;
constexpr double kExactIntegers = 9007199254740992.0;  // 2^53

/// Builds a Value from the parser's events.
class Builder : public nlohmann::json_sax<Json> {
 public:
  bool null() override { return put(Value()); }
  bool boolean(bool value) override { return put(value); }
  bool number_integer(std::int64_t value) override { return put(value); }
  bool number_unsigned(std::uint64_t value) override {
    if (value > static_cast<std::uint64_t>(INT64_MAX)) return refuse("数字超出范围");
    return put(static_cast<std::int64_t>(value));
  }
  bool number_float(double value, const std::string& digits) override {
    // The parser makes a real of an integer that is too large, and loses its last digits.
    if (digits.find_first_of(".eE") == std::string::npos) return refuse("数字超出范围");
    // 2.0 and 2 are one number, and have one canonical form.
    if (value == std::floor(value) && std::abs(value) < kExactIntegers)
      return put(static_cast<std::int64_t>(value));
    return put(value);
  }
  bool string(std::string& value) override { return put(std::move(value)); }
  bool binary(Json::binary_t&) override { return refuse("不支持二进制值"); }
  bool start_object(std::size_t) override { return open(Value(Fields())); }
  bool start_array(std::size_t) override { return open(Value(List())); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(std::string& name) override {
    levels_.back().fields.emplace_back(std::move(name), Value());
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const Json::exception&) override {
    return refuse(fmt::format("第{}个字节处不是有效的 JSON", position));
  }

  Value take() { return std::move(result_); }
  const std::string& reason() const { return reason_; }

 private:
  struct Level {
    bool is_object = false;
    std::vector<Fields::Entry> fields;  // As they come; sorting each in would cost their square.
    List list;
  };

  bool refuse(std::string reason) {
    if (reason_.empty()) reason_ = std::move(reason);
    return false;
  }

  bool put(Value value) {
    if (levels_.empty()) {
      result_ = std::move(value);
    } else if (Level& level = levels_.back(); level.is_object) {
      level.fields.back().second = std::move(value);
    } else {
      level.list.push_back(std::move(value));
    }
    return true;
  }

  bool open(const Value& kind) {
    if (levels_.size() >= kMaximumDepth) return refuse("嵌套层次过深");
    levels_.emplace_back();
    levels_.back().is_object = kind.fields() != nullptr;
    return true;
  }

  bool close() {
    Level level = std::move(levels_.back());
    levels_.pop_back();
    return level.is_object ? close(level.fields) : put(Value(std::move(level.list)));
  }

  bool close(std::vector<Fields::Entry>& entries) {
    const auto before = [](const auto& one, const auto& other) { return one.first < other.first; };
    std::sort(entries.begin(), entries.end(), before);
    const auto twice = std::adjacent_find(
        entries.begin(), entries.end(),
        [](const auto& one, const auto& other) { return one.first == other.first; });
    if (twice != entries.end()) return refuse(fmt::format("字段“{}”重复", twice->first));
    Fields fields;
    for (Fields::Entry& entry : entries) fields.set(entry.first, std::move(entry.second));
    return put(Value(std::move(fields)));
  }

  std::vector<Level> levels_;
  Value result_;
  std::string reason_;
};

}  // namespace

Result<Value> parse_json(std::string_view text) {
  if (text.size() > kMaximumBytes) return Error{ErrorCode::LimitExceeded, "JSON 超过 64 MiB"};
  Builder builder;
  if (!Json::sax_parse(text.begin(), text.end(), &builder))
    return Error{ErrorCode::InvalidInput, builder.reason()};
  return builder.take();
}

}  // namespace core
