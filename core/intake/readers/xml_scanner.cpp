#include "core/intake/readers/xml_scanner.h"

#include <cstring>
#include <utility>

namespace core::intake {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
// A cell's text may be written with an entity for every character.
constexpr std::size_t kLongestEntity = 8;
constexpr std::size_t kShortestTokenLimit = 1U << 20;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::string_view skip_space(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  return text;
}

bool ends_name(char c) { return is_space(c) || c == '=' || c == '/' || c == '>'; }

bool starts_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::string_view take_name(std::string_view& text) {
  std::size_t size = 0;
  while (size < text.size() && !ends_name(text[size])) ++size;
  const std::string_view name = text.substr(0, size);
  text.remove_prefix(size);
  return name;
}

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == kNowhere ? name : name.substr(colon + 1);
}

}  // namespace

std::optional<XmlAttribute> XmlAttributes::next() {
  raw_ = skip_space(raw_);
  const std::string_view name = take_name(raw_);
  raw_ = skip_space(raw_);
  if (name.empty() || raw_.empty() || raw_.front() != '=') return std::nullopt;
  raw_ = skip_space(raw_.substr(1));
  if (raw_.empty() || (raw_.front() != '"' && raw_.front() != '\'')) return std::nullopt;
  const std::size_t end = raw_.find(raw_.front(), 1);
  if (end == kNowhere) return std::nullopt;
  const std::string_view local = without_prefix(name);
  const XmlAttribute found{local, raw_.substr(1, end - 1), local.size() != name.size()};
  raw_.remove_prefix(end + 1);
  return found;
}

std::string_view attribute(std::string_view raw, std::string_view name) {
  XmlAttributes attributes(raw);
  while (const auto found = attributes.next()) {
    if (found->name == name && !found->prefixed) return found->value;
  }
  return {};
}

XmlScanner::XmlScanner(EntryWindow window, std::string part, const Limits& limits,
                       std::size_t depth)
    : window_(std::move(window)),
      part_(std::move(part)),
      depth_limit_(limits.xml_depth),
      token_limit_(limits.cell_bytes * kLongestEntity + kShortestTokenLimit),
      depth_(depth) {}

XmlToken XmlScanner::fail(Error error) {
  if (!failed_) failure_ = std::move(error);
  failed_ = true;
  return XmlToken::Failed;
}

double XmlScanner::progress() const {
  if (window_.size() == 0) return 1;
  return static_cast<double>(window_.position()) / static_cast<double>(window_.size());
}

// One more block; false at the end of the part and after an error, which is then noted.
bool XmlScanner::more() {
  if (window_.view().size() > token_limit_) {
    fail(too_large(part_ + " 里有一段文字太长"));
    return false;
  }
  const Result<bool> extended = window_.extend();
  if (!extended.ok()) {
    fail(extended.error());
    return false;
  }
  return extended.value();
}

bool XmlScanner::at(std::string_view mark) {
  while (window_.view().size() < mark.size() && more()) {
  }
  return window_.view().substr(0, mark.size()) == mark;
}

std::size_t XmlScanner::find(std::string_view mark, std::size_t from) {
  while (true) {
    const std::string_view view = window_.view();
    const std::size_t found = view.find(mark, from);
    if (found != kNowhere) return found;
    if (view.size() >= mark.size()) from = std::max(from, view.size() - mark.size() + 1);
    if (!more()) return kNowhere;
  }
}

bool XmlScanner::skip_past(std::string_view mark) {
  const std::size_t found = find(mark, 0);
  if (found != kNowhere) window_.consume(found + mark.size());
  return found != kNowhere;
}

// Where the `>` of the tag stands; one inside a quoted value does not count.
std::size_t XmlScanner::find_tag_end() {
  std::size_t i = 1;
  char quote = 0;
  while (true) {
    const std::string_view view = window_.view();
    for (; i < view.size(); ++i) {
      const char c = view[i];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '>') {
        return i;
      } else if (c == '"' || c == '\'') {
        quote = c;
      }
    }
    if (!more()) return kNowhere;
  }
}

bool XmlScanner::prepare() {
  prepared_ = true;
  if (at("\xEF\xBB\xBF")) window_.consume(3);
  while (window_.view().size() < 2 && more()) {
  }
  if (failed_) return false;
  const std::string_view view = window_.view();
  const bool wide = view.size() >= 2 &&
                    (view[0] == '\0' || view[1] == '\0' || view[0] == '\xFF' || view[0] == '\xFE');
  if (wide) fail(damaged(part_ + " 不是 UTF-8 文字"));
  return !wide;
}

XmlToken XmlScanner::next() {
  if (failed_) return XmlToken::Failed;
  if (!prepared_ && !prepare()) return XmlToken::Failed;
  if (end_pending_) {
    end_pending_ = false;
    --depth_;
    return XmlToken::End;
  }
  while (true) {
    if (window_.view().empty() && !more()) {
      if (!failed_ && depth_ == 0) return XmlToken::Finished;
      return fail(damaged(part_ + " 不完整"));
    }
    if (window_.view().front() != '<') return read_text();
    const bool has_second = window_.view().size() > 1 || more();
    if (!has_second) return fail(damaged(part_ + " 不完整"));
    const char second = window_.view()[1];
    if (second == '/') return read_end();
    if (second != '!' && second != '?') return read_start();
    if (at("<![CDATA[")) return read_cdata();
    const std::string_view end = second == '?' ? "?>" : "-->";
    if (second == '!' && !at("<!--")) return fail(damaged(part_ + " 含有不允许的文档类型声明"));
    if (!skip_past(end)) return fail(damaged(part_ + " 不完整"));
  }
}

bool XmlScanner::refuse_text() {
  fail(damaged(part_ + " 里有不认识的字符写法"));
  return false;
}

XmlToken XmlScanner::read_text() {
  std::size_t end = find("<", 0);
  if (failed_) return XmlToken::Failed;
  if (end == kNowhere) end = window_.view().size();
  text_ = window_.view().substr(0, end);
  literal_ = false;
  window_.consume(end);
  return XmlToken::Text;
}

XmlToken XmlScanner::read_cdata() {
  constexpr std::size_t kOpening = 9;
  const std::size_t end = find("]]>", kOpening);
  if (end == kNowhere) return fail(damaged(part_ + " 不完整"));
  text_ = window_.view().substr(kOpening, end - kOpening);
  literal_ = true;
  window_.consume(end + 3);
  return XmlToken::Text;
}

XmlToken XmlScanner::read_start() {
  const std::size_t end = find_tag_end();
  if (end == kNowhere) return fail(damaged(part_ + " 不完整"));
  if (depth_ >= depth_limit_) return fail(too_large(part_ + " 的层次太深"));
  std::string_view tag = window_.view().substr(1, end - 1);
  end_pending_ = !tag.empty() && tag.back() == '/';
  if (end_pending_) tag.remove_suffix(1);
  const std::string_view name = take_name(tag);
  if (name.empty() || !starts_name(name.front()))
    return fail(damaged(part_ + " 里有读不出来的标记"));
  name_ = without_prefix(name);
  attributes_ = tag;
  ++depth_;
  window_.consume(end + 1);
  return XmlToken::Start;
}

XmlToken XmlScanner::read_end() {
  const std::size_t end = find(">", 2);
  if (end == kNowhere || depth_ == 0) return fail(damaged(part_ + " 不完整"));
  std::string_view tag = window_.view().substr(2, end - 2);
  name_ = without_prefix(take_name(tag));
  --depth_;
  window_.consume(end + 1);
  return XmlToken::End;
}

bool XmlScanner::skip_element() {
  const std::size_t outside = depth_ - 1;
  while (true) {
    const XmlToken token = next();
    if (token == XmlToken::Failed || token == XmlToken::Finished) return false;
    if (token == XmlToken::End && depth_ == outside) return true;
  }
}

bool XmlScanner::take_only_child(std::string_view inner, std::string_view outer,
                                 std::string_view& text) {
  const std::string_view view = window_.view();
  const std::size_t opening = inner.size() + 2;
  if (end_pending_ || view.size() < opening || view[0] != '<' || view[opening - 1] != '>' ||
      view.compare(1, inner.size(), inner) != 0) {
    return false;
  }
  const void* const mark = std::memchr(view.data() + opening, '<', view.size() - opening);
  if (mark == nullptr) return false;
  const auto end = static_cast<std::size_t>(static_cast<const char*>(mark) - view.data());
  const std::string_view rest = view.substr(end);
  const std::size_t closing = inner.size() + outer.size() + 6;
  if (rest.size() < closing || rest.compare(0, 2, "</") != 0 ||
      rest.compare(2, inner.size(), inner) != 0 || rest.compare(2 + inner.size(), 3, "></") != 0 ||
      rest.compare(5 + inner.size(), outer.size(), outer) != 0 || rest[closing - 1] != '>') {
    return false;
  }
  text = view.substr(opening, end - opening);
  window_.consume(end + closing);
  --depth_;
  return true;
}

}  // namespace core::intake
